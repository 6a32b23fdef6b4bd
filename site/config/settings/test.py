"""Tests: development on a database file of its own (SQLite in memory refuses parallel writers)."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import DATABASES, ROOT, VAR, env

DEBUG = False
DEVELOPMENT = True
SECRET_KEY = "tests-only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SECOND_FACTOR_REQUIRED = True

_scratch = Path(env.str("TEST_SCRATCH", default="") or tempfile.mkdtemp(prefix="saboq-test-"))
_scratch.mkdir(parents=True, exist_ok=True)
MEDIA_ROOT = _scratch / "media"
PAPERS_ROOT = MEDIA_ROOT / "papers"
if str(DATABASES["default"]["ENGINE"]).endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(_scratch / "test.sqlite3")}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STATICFILES_DIRS = [ROOT / "site" / "static"]
