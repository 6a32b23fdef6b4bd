"""How long each question took: unknown for answers that were saved before."""

from django.db import migrations, models

_HELP = "busy with it, from save to save; none = not known"


class Migration(migrations.Migration):
    """One field on what is saved, one on what is handed in."""

    dependencies = [("learning", "0008_open_attempt_by_end")]

    operations = [
        migrations.AddField(
            model_name=model,
            name="seconds",
            field=models.PositiveIntegerField(null=True, blank=True, help_text=_HELP),
        )
        for model in ("draftanswer", "submittedanswer")
    ]
