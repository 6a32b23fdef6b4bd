from django.db import migrations, models

import core.models.changes


class Migration(migrations.Migration):
    dependencies = [("core", "0002_heartbeat")]

    operations = [
        migrations.CreateModel(
            name="ContentChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.BigIntegerField(default=core.models.changes.random_token)),
            ],
        ),
    ]
