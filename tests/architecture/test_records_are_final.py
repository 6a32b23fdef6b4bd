"""Evidence is appended and never rewritten: every class, on every path that Django and SQL offer."""

from collections.abc import Callable, Iterator

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.loader import MigrationLoader

from core.records import RecordIsFinal, declared_erasure
from core.triggers import KeepRecords
from tests.architecture.records_world import concrete_records, make_all_records

pytestmark = pytest.mark.django_db
RECORDS = concrete_records()
NAMES = [model._meta.label for model in RECORDS]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Make the rows once; take them back when the module is through."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_all_records()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def row(world, db, request) -> Iterator[models.Model]:
    """Return a row of the class, and check afterwards that the table still reads the same."""
    model = request.param
    before = list(model.objects.order_by("pk").values())
    assert before, f"{model.__name__} has no row; add one to records_world.py"
    yield model.objects.order_by("pk").first()
    assert list(model.objects.order_by("pk").values()) == before


def some_field(model: type[models.Model]) -> str:
    """Return a field that is neither the key nor a relation."""
    return next(
        field.attname for field in model._meta.concrete_fields if not field.primary_key and not field.is_relation
    )


def changed(row: models.Model) -> models.Model:
    """Return the row as somebody would have changed it."""
    name = some_field(type(row))
    setattr(row, name, getattr(row, name))
    return row


def upsert(row: models.Model, rows: models.QuerySet) -> None:
    rows.bulk_create(
        [changed(row)], update_conflicts=True, update_fields=[some_field(type(row))], unique_fields=["id"]
    )


def bulk_update(row: models.Model, rows: models.QuerySet) -> None:
    rows.bulk_update([changed(row)], [some_field(type(row))])


def same(row: models.Model) -> dict[str, object]:
    name = some_field(type(row))
    return {name: getattr(row, name)}


def all_of(row: models.Model) -> models.QuerySet:
    return type(row).objects.all()


def base_of(row: models.Model) -> models.QuerySet:
    return type(row)._base_manager.all()


WAYS: dict[str, Callable[[models.Model], object]] = {
    "save": lambda row: changed(row).save(),
    "save of some fields": lambda row: row.save(update_fields=[some_field(type(row))]),
    "forced update": lambda row: row.save(force_update=True),
    "save_base": lambda row: row.save_base(raw=True),
    "a twin with the same key": lambda row: type(row)(**same(row), pk=row.pk).save(),
    "delete": lambda row: row.delete(),
    "queryset update": lambda row: all_of(row).update(**same(row)),
    "queryset delete": lambda row: all_of(row).delete(),
    "raw delete": lambda row: all_of(row)._raw_delete(using="default"),
    "bulk_update": lambda row: bulk_update(row, all_of(row)),
    "upsert": lambda row: upsert(row, all_of(row)),
    "update_or_create": lambda row: all_of(row).update_or_create(pk=row.pk, defaults=same(row)),
    "base manager update": lambda row: base_of(row).update(**same(row)),
    "base manager delete": lambda row: base_of(row).delete(),
    "base manager raw delete": lambda row: base_of(row)._raw_delete(using="default"),
    "base manager bulk_update": lambda row: bulk_update(row, base_of(row)),
    "base manager upsert": lambda row: upsert(row, base_of(row)),
    "base manager update_or_create": lambda row: base_of(row).update_or_create(pk=row.pk, defaults=same(row)),
    "default manager update": lambda row: type(row)._default_manager.filter(pk=row.pk).update(**same(row)),
}


@pytest.mark.parametrize("row", RECORDS, ids=NAMES, indirect=True)
@pytest.mark.parametrize("way", WAYS)
def test_no_way_changes_or_removes_a_row(row, way):
    with pytest.raises((RecordIsFinal, IntegrityError)), transaction.atomic():
        WAYS[way](row)


@pytest.mark.parametrize("row", RECORDS, ids=NAMES, indirect=True)
def test_no_way_leads_through_what_a_row_belongs_to(row):
    for field in row._meta.concrete_fields:
        if not field.many_to_one or field.remote_field.hidden or getattr(row, field.name) is None:
            continue
        others = getattr(getattr(row, field.name), field.remote_field.get_accessor_name())
        ways = [lambda others=others: others.update(**same(row)), lambda others=others: others.all().delete()]
        ways += [others.clear] if field.null else []
        for way in ways:
            with pytest.raises(RecordIsFinal), transaction.atomic():
                way()


SQL = {
    "update": "UPDATE {table} SET id = id",
    "delete": "DELETE FROM {table}",
    "upsert": "INSERT INTO {table} SELECT * FROM {table} ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id",
    "truncate": "SET LOCAL saboq.truncate = ''; TRUNCATE {table} CASCADE",
}


@pytest.mark.postgres
@pytest.mark.parametrize("row", RECORDS, ids=NAMES, indirect=True)
@pytest.mark.parametrize("statement", SQL)
def test_sql_itself_is_refused(row, statement):
    sql = SQL[statement].format(table=connection.ops.quote_name(row._meta.db_table))
    refusal = f"rows of {row._meta.db_table} are never changed"
    with pytest.raises(IntegrityError, match=refusal), transaction.atomic(), connection.cursor() as cursor:
        if statement == "truncate":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else it is the waiting checks that refuse
        cursor.execute(sql)


@pytest.mark.postgres
@pytest.mark.parametrize("row", RECORDS, ids=NAMES, indirect=True)
def test_sql_may_not_change_a_row_even_inside_a_declared_erasure(row):
    sql = f"UPDATE {connection.ops.quote_name(row._meta.db_table)} SET id = id"
    with (
        pytest.raises(IntegrityError, match="never changed"),
        declared_erasure(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


@pytest.mark.parametrize("row", RECORDS, ids=NAMES, indirect=True)
def test_a_declared_erasure_changes_nothing_either(row):
    with pytest.raises(RecordIsFinal), declared_erasure():
        all_of(row).update(**same(row))


def test_every_table_of_evidence_gets_its_trigger_from_a_migration():
    loader = MigrationLoader(None, ignore_no_migrations=True)
    guarded = {
        table
        for migration in loader.disk_migrations.values()
        for operation in migration.operations
        if isinstance(operation, KeepRecords)
        for table in operation.tables
    }
    assert guarded == {model._meta.db_table for model in RECORDS}


def test_no_record_keeps_its_own_time_and_none_points_at_a_page():
    from wagtail.models import Locale, Page, Revision

    for model in RECORDS:
        for field in model._meta.concrete_fields:
            assert not getattr(field, "auto_now", False), f"{model.__name__}.{field.name}"
            assert not getattr(field, "auto_now_add", False), f"{model.__name__}.{field.name}"
            target = field.related_model
            assert not (target and issubclass(target, Page | Locale | Revision)), f"{model.__name__}.{field.name}"
