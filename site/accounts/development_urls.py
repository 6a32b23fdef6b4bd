"""/dev/mail/: exists in development only."""

from django.urls import path

from .views import mailbox

app_name = "mailbox"

urlpatterns = [
    path("", mailbox.mails, name="list"),
    path("<str:key>/", mailbox.mail, name="mail"),
]
