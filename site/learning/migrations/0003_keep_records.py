"""From here on PostgreSQL refuses to change these rows (core.triggers)."""

from django.db import migrations

from core.triggers import KeepRecords


class Migration(migrations.Migration):
    dependencies = [("learning", "0002_initial")]
    operations = [KeepRecords("learning_activitycompletion", "learning_coursecompletion", "learning_submission", "learning_submittedanswer", "learning_score")]
