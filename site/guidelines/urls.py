"""Reading pages of a code, fed by editions only. They stand before Wagtail's addresses (docs/records-editions.md)."""

from django.urls import path

from . import views, views_acknowledging

app_name = "guidelines"

urlpatterns = [
    path("<slug:slug>/", views.code_today, name="code"),
    path("<slug:slug>/editions/", views.edition_list, name="editions"),
    path("<slug:slug>/editions/<int:number>/", views.edition, name="edition"),
    path(
        "<slug:slug>/editions/<int:number>/acknowledge/",
        views_acknowledging.acknowledge_edition,
        name="acknowledge",
    ),
    path("<slug:slug>/on/<str:day>/", views.on_date, name="on_date"),
]
