"""From here on PostgreSQL refuses to change marks (core.triggers)."""

from django.db import migrations

from core.triggers import KeepRecords


class Migration(migrations.Migration):
    dependencies = [("learning", "0005_allowances_and_marks")]
    operations = [KeepRecords("learning_mark")]
