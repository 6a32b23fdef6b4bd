"""Load regions and districts from accounts/data/regions.csv."""

import csv
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parents[1] / "data" / "regions.csv"


def load(apps, schema_editor):
    Region = apps.get_model("accounts", "Region")
    District = apps.get_model("accounts", "District")
    with DATA.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    for position, row in enumerate(rows):
        names = {"uz": row["uz"], "uz-cyrl": row["uz_cyrl"], "ru": row["ru"], "en": row["uz"]}
        if row["level"] == "region":
            Region.objects.create(soato=row["soato"], iso=row["iso_3166_2"], names=names, position=position)
        else:
            District.objects.create(soato=row["soato"], region_id=row["parent_soato"], names=names, position=position)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
