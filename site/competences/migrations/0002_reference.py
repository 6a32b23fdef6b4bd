"""Load modalities and competence frameworks from competences/data/reference.yaml."""

from pathlib import Path

import yaml
from django.db import migrations

DATA = Path(__file__).resolve().parents[1] / "data" / "reference.yaml"


def load(apps, schema_editor):
    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    Modality = apps.get_model("competences", "Modality")
    Framework = apps.get_model("competences", "Framework")
    Competence = apps.get_model("competences", "Competence")
    for position, (key, names) in enumerate(data["modalities"].items()):
        Modality.objects.create(key=key, names=names, position=position)
    for key, entry in data["frameworks"].items():
        framework = Framework.objects.create(
            key=key, names=entry["names"], edition=entry["edition"], levels=entry["levels"]
        )
        for position, (competence, row) in enumerate(entry["competences"].items()):
            Competence.objects.create(
                key=competence,
                framework=framework,
                code=row["code"],
                area=row["code"].split(".")[0] if "." in row["code"] else "",
                names=row["names"],
                position=position,
            )


class Migration(migrations.Migration):
    dependencies = [("competences", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
