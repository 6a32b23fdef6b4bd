"""From here on PostgreSQL refuses to change these rows (core.triggers)."""

from django.db import migrations

from core.triggers import KeepRecords


class Migration(migrations.Migration):
    dependencies = [("guidelines", "0001_initial")]
    operations = [KeepRecords("guidelines_edition", "guidelines_editiontext", "guidelines_corrigendum", "guidelines_acknowledgement")]
