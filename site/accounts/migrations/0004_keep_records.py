"""From here on PostgreSQL refuses to change these rows (core.triggers)."""

from django.db import migrations

from core.triggers import KeepRecords


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_roles")]
    operations = [KeepRecords("accounts_privilegedact", "accounts_privacynoticeacceptance")]
