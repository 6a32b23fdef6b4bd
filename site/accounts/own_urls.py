"""Pages about people that are our own."""

from django.urls import path

from .views import log, notice, own_data, people, profile

app_name = "accounts"

urlpatterns = [
    path("profile/", profile.profile, name="profile"),
    path("certificate-name/", profile.certificate_name, name="certificate_name"),
    path("privacy-notice/", notice.privacy_notice, name="privacy_notice"),
    path("data/", own_data.own_data, name="data"),
    path("data/download.json", own_data.own_data_json, name="data_json"),
    path("data/download.html", own_data.own_data_html, name="data_html"),
    path("data/erase/", own_data.erase, name="erase"),
    path("data/erased/", own_data.erased, name="erased"),
    path("people/", people.people, name="people"),
    path("people/<uuid:public_id>/", people.person, name="person"),
    path("people/<uuid:public_id>/give/", people.give, name="give_role"),
    path("people/<uuid:public_id>/take/", people.take, name="take_role"),
    path("people/<uuid:public_id>/territories/", people.add_territory, name="add_territory"),
    path("people/<uuid:public_id>/territories/<int:pk>/", people.close_territory, name="close_territory"),
    path("people/<uuid:public_id>/erase/", log.erase_somebody, name="erase_person"),
    path("log/", log.log, name="log"),
]
