"""What is already so is skipped; what is not so any more is seen."""

import sqlite3
import sys

import pytest

from tests.support.database import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import prepare


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Return a small project of its own to prepare."""
    monkeypatch.setattr(prepare, "ROOT", tmp_path)
    monkeypatch.setattr(prepare, "STAMPS", tmp_path / ".make")
    monkeypatch.setattr(prepare, "DEFAULT_DATABASE", tmp_path / "var" / "saboq.sqlite3")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    for name in ("requirements/base.txt", "content/a.yaml", "site/home/management/commands/demo.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
    return tmp_path


def make_database(file, *, identity: int) -> None:
    file.parent.mkdir(exist_ok=True)
    file.unlink(missing_ok=True)
    with sqlite3.connect(file) as connection:
        connection.execute(f"PRAGMA user_version = {identity}")
        connection.execute("CREATE TABLE django_migrations (app, name)")
        connection.execute("INSERT INTO django_migrations VALUES ('core', '0001_initial')")
    connection.close()


def stamp_database() -> None:
    prepare.stamp("database", f"{prepare.schema_digest()} {prepare.database_state(prepare.DEFAULT_DATABASE)}")


def stamp_demo() -> None:
    prepare.stamp("demo", " ".join(prepare.demo_state()))


def test_without_a_database_migrating_is_due(project):
    assert prepare.database_is_due()


def test_a_migrated_database_is_left_alone_until_a_migration_appears(project):
    make_database(prepare.DEFAULT_DATABASE, identity=7)
    stamp_database()
    assert not prepare.database_is_due()
    added = project / "site" / "home" / "migrations" / "0002_more.py"
    added.parent.mkdir()
    added.write_text("more")
    assert prepare.database_is_due()


def test_a_database_that_was_removed_and_made_anew_is_not_taken_for_the_old_one(project):
    make_database(prepare.DEFAULT_DATABASE, identity=7)
    stamp_database()
    stamp_demo()
    make_database(prepare.DEFAULT_DATABASE, identity=8)
    assert prepare.database_is_due()
    assert prepare.demo_is_due()


def test_another_engine_is_always_asked(project, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://saboq@/saboq")
    assert prepare.database_is_due()


def test_the_demo_is_loaded_again_when_its_content_changes_and_not_otherwise(project):
    make_database(prepare.DEFAULT_DATABASE, identity=7)
    stamp_demo()
    assert not prepare.demo_is_due()
    (project / "content" / "a.yaml").write_text("two")
    assert prepare.demo_is_due()


def test_another_wished_password_is_set_and_no_wish_changes_nothing(project, monkeypatch):
    make_database(prepare.DEFAULT_DATABASE, identity=7)
    monkeypatch.setenv("DEMO_PASSWORD", "first-password")
    stamp_demo()
    assert not prepare.demo_is_due()
    monkeypatch.delenv("DEMO_PASSWORD")
    assert not prepare.demo_is_due()
    monkeypatch.setenv("DEMO_PASSWORD", "second-password")
    assert prepare.demo_is_due()


def test_no_password_is_written_into_a_stamp(project, monkeypatch):
    make_database(prepare.DEFAULT_DATABASE, identity=7)
    monkeypatch.setenv("DEMO_PASSWORD", "first-password")
    stamp_demo()
    assert "first-password" not in prepare.stamped("demo")


def test_messages_are_compiled_once_and_again_when_they_change(project):
    words = project / "locale" / "ru" / "LC_MESSAGES" / "django.po"
    words.parent.mkdir(parents=True)
    words.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Yes"\nmsgstr "Да"\n')
    prepare.compile_messages()
    compiled = words.with_suffix(".mo")
    assert "Да".encode() in compiled.read_bytes()
    compiled.write_bytes(b"kept")
    prepare.compile_messages()
    assert compiled.read_bytes() == b"kept"
    words.write_text(words.read_text().replace("Да", "Так"))
    prepare.compile_messages()
    assert "Так".encode() in compiled.read_bytes()
