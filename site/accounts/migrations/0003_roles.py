"""Make the groups of design: Wagtail's own English groups give way to them."""

from django.db import migrations

ROLES = ["trainer", "editor", "moderator", "manager", "auditor", "administrator"]


def load(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for name in ROLES:
        Group.objects.get_or_create(name=name)
    Group.objects.filter(name__in=["Editors", "Moderators"]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_places"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailcore", "0001_initial"),
    ]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
