"""From here on PostgreSQL refuses to change these rows (core.triggers)."""

from django.db import migrations

from core.triggers import KeepRecords


class Migration(migrations.Migration):
    dependencies = [("certificates", "0002_initial")]
    operations = [KeepRecords("certificates_certificate", "certificates_certificatefile", "certificates_revocation")]
