"""Answers that are checked while the attempt goes on."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One field."""

    dependencies = [("learning", "0006_keep_marks")]

    operations = [
        migrations.AddField(
            model_name="draftanswer",
            name="checked_at",
            field=models.DateTimeField(
                blank=True, help_text="when the learner had it checked: it is locked", null=True
            ),
        ),
    ]
