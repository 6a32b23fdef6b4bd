"""From here on PostgreSQL refuses to change these rows (core.triggers)."""

from django.db import migrations

from core.triggers import KeepRecords


class Migration(migrations.Migration):
    dependencies = [("courses", "0001_initial")]
    operations = [KeepRecords("courses_courseversion", "courses_coursetext", "courses_programmeversion", "courses_programmetext")]
