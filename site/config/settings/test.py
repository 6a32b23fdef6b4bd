"""Tests: development on a database file of its own (SQLite in memory refuses parallel writers)."""

import atexit
import shutil
import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import CACHES, DATABASES, ROOT, env

DEBUG = False
DEVELOPMENT = True
SECRET_KEY = "tests-only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = env.str("TEST_EMAIL_BACKEND", default="django.core.mail.backends.locmem.EmailBackend")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SECOND_FACTOR_REQUIRED = True

# Every process of a test run (pytest-xdist starts several) has a folder of its own, cleared away at its end.
_scratch = Path(env.str("TEST_SCRATCH", default="") or tempfile.mkdtemp(prefix="saboq-test-"))
if not env.str("TEST_SCRATCH", default=""):
    atexit.register(shutil.rmtree, _scratch, ignore_errors=True)
TEST_SCRATCH = _scratch / env.str("PYTEST_XDIST_WORKER", default="main")
TEST_SCRATCH.mkdir(parents=True, exist_ok=True)
MEDIA_ROOT = TEST_SCRATCH / "media"
PAPERS_ROOT = MEDIA_ROOT / "papers"
EMAIL_FILE_PATH = TEST_SCRATCH / "mail"
if str(DATABASES["default"]["ENGINE"]).endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_SCRATCH / "test.sqlite3")}
else:
    # Tests that commit are tidied up after by emptying all tables, those of evidence too (core.triggers).
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c saboq.truncate=allowed"
CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
STATICFILES_DIRS = [ROOT / "site" / "static"]
# Static files are found where they lie; nothing is collected for tests.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
