"""The reason for entering an edition late is told in several languages; a later edition may bring an old text back."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("guidelines", "0002_keep_records")]
    operations = [
        migrations.RemoveField("edition", "adopted_earlier"),
        migrations.AddField(
            "edition",
            "adopted_earlier",
            models.JSONField(
                default=dict, help_text="{language: why the edition was entered after its date}, empty if it was not"
            ),
        ),
        migrations.AlterField(
            "edition",
            "digest",
            models.CharField(db_index=True, help_text="a later edition may bring an old text back", max_length=64),
        ),
    ]
