"""Attempts whose time is up are found without reading them all."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("learning", "0007_check_answers")]

    operations = [
        migrations.AddIndex(
            model_name="attempt",
            index=models.Index(condition=Q(state="open"), fields=["closes_at"], name="open_attempt_by_end"),
        ),
    ]
