"""Triggers that keep evidence unchanged on PostgreSQL, whoever connects."""

from typing import Any

from django.db import migrations

_FUNCTION = """
CREATE OR REPLACE FUNCTION saboq_keep_record() RETURNS trigger AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('saboq.erasure', true) = 'declared' THEN
        RETURN OLD;
    END IF;
    IF TG_OP = 'TRUNCATE' AND current_setting('saboq.truncate', true) = 'allowed' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$ LANGUAGE plpgsql;
"""


class KeepRecords(migrations.RunPython):
    """Migration operation: from here on the tables refuse UPDATE, DELETE and TRUNCATE (PostgreSQL only).

    Deleting passes inside `core.records.declared_erasure`; truncating passes on a connection that was opened with
    `-c saboq.truncate=allowed`, as the suite's are (it empties its tables between tests). SQLite has no
    transaction-local settings; there the base class and its guard test stand alone.
    """

    def __init__(self, *tables: str) -> None:
        self.tables = tables
        super().__init__(self._add, self._remove)

    def deconstruct(self) -> tuple[str, list[str], dict[str, Any]]:
        """Return what a squashed migration needs to repeat this operation."""
        return (self.__class__.__name__, list(self.tables), {})

    def _add(self, apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor != "postgresql":
            return
        schema_editor.execute(_FUNCTION, params=None)
        for table in self.tables:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_keep BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION saboq_keep_record()",
                params=None,
            )
            schema_editor.execute(
                f"CREATE TRIGGER {table}_keep_all BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION saboq_keep_record()",
                params=None,
            )

    def _remove(self, apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor != "postgresql":
            return
        for table in self.tables:
            for trigger in ("keep", "keep_all"):
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_{trigger} ON {table}", params=None)
