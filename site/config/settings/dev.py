"""Development: works with no setting at all; every mail can be read on the site at /dev/mail/."""

from .base import *  # noqa: F403
from .base import VAR, env

DEBUG = env.bool("DEBUG", default=True)
DEVELOPMENT = True
SECRET_KEY = env.str("SECRET_KEY", default="development-only-never-used-in-production")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]", "testserver"])
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = env.str("MAIL_FOLDER", default=str(VAR / "mail"))
SECOND_FACTOR_REQUIRED = False  # offered, not enforced: a newcomer can look around as any demo person
