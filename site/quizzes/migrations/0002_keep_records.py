"""From here on PostgreSQL refuses to change these rows (core.triggers)."""

from django.db import migrations

from core.triggers import KeepRecords


class Migration(migrations.Migration):
    dependencies = [("quizzes", "0001_initial")]
    operations = [KeepRecords("quizzes_quizversion", "quizzes_quiztext")]
