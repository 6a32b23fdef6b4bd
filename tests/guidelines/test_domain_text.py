"""Frozen texts: read back as they were written, whatever the schema."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.canonical import canonical_json
from guidelines.domain.citing import day_in_words, full, label
from guidelines.domain.comparing import changes
from guidelines.domain.text import Article, Clause, CodeText, Indent, Part, UnknownSchema, read, script_of

#: A text as schema 1 wrote it in 2026. Never edit it: stored editions look like this for ever.
SCHEMA_1 = (
    '{"code":"c","issuer":"Markaz","language":"uz","notice":"","parts":[{"articles":[{"clauses":[{"indents":'
    '[{"key":"i1","text":"bola"}],"key":"k1","text":"Band"}],"force":"binding","key":"a.b","modalities":["chat"],'
    '"moved_to":"","number":"14¹","state":"current","title":"Modda"}],"key":"p","number":"I","title":"Boʻlim"}],'
    '"preamble":"<p>Kirish</p>","schema":1,"title":"Kodeks"}'
)
words = st.text(max_size=20)
articles = st.builds(
    Article,
    key=words,
    number=words,
    title=words,
    force=st.sampled_from(["binding", "advisory"]),
    modalities=st.lists(words, max_size=3).map(tuple),
    state=st.sampled_from(["current", "repealed", "moved"]),
    moved_to=words,
    clauses=st.lists(
        st.builds(Clause, words, words, st.lists(st.builds(Indent, words, words), max_size=2).map(tuple)), max_size=3
    ).map(tuple),
)
texts = st.builds(
    CodeText,
    code=words,
    language=words,
    title=words,
    preamble=words,
    issuer=words,
    notice=words,
    parts=st.lists(st.builds(Part, words, words, words, st.lists(articles, max_size=3).map(tuple)), max_size=3).map(
        tuple
    ),
)


def article(key, number="1", **fields):
    return Article(key, number, f"Sarlavha {key}", clauses=(Clause(f"{key}1", "Matn"),), **fields)


def code(*entries):
    return CodeText("c", "uz", "Kodeks", parts=(Part("p", "I", "Boʻlim", entries),))


@given(texts)
def test_what_is_written_is_read_back(text):
    assert read(canonical_json(text)) == text


def test_the_first_schema_is_read_for_ever():
    text = read(SCHEMA_1)
    clause = Clause("k1", "Band", (Indent("i1", "bola"),))
    assert text.article("a.b") == Article("a.b", "14¹", "Modda", "binding", ("chat",), clauses=(clause,))
    assert canonical_json(text) == SCHEMA_1


@pytest.mark.parametrize("schema", [0, 2, None, "1"])
def test_an_unknown_schema_is_refused_loudly(schema):
    with pytest.raises(UnknownSchema):
        read(json.dumps({**json.loads(SCHEMA_1), "schema": schema}))


def test_a_pointer_is_followed_to_where_the_article_stands():
    text = code(
        article("old", state="moved", moved_to="middle"),
        article("middle", "2", state="moved", moved_to="new"),
        article("new", "3"),
    )
    assert text.follow("old").key == "new"
    assert text.follow("new").key == "new"
    assert text.follow("none") is None


def test_pointers_in_a_circle_end():
    text = code(article("a", state="moved", moved_to="b"), article("b", "2", state="moved", moved_to="a"))
    assert text.follow("a").key in {"a", "b"}


def test_scripts():
    assert [script_of(language) for language in ("uz", "ru", "en", "uz-cyrl")] == ["latn", "cyrl", "latn", "cyrl"]


def test_labels_are_those_of_each_language():
    assert [label("25", language) for language in ("uz", "ru", "en")] == ["25-modda", "ст. 25", "Art. 25"]
    assert label("25", "kaa") == "25-modda"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("uz", "Kodeks (2-nashr, 2026-yil 1-sentabrdan kuchda), 14¹-modda. Rozilik"),
        ("ru", "Kodeks (издание 2, действует с 1 сентября 2026 г.), ст. 14¹ «Rozilik»"),
        ("en", "Kodeks (edition 2, in force from 1 September 2026), Art. 14¹, “Rozilik”"),
    ],
)
def test_the_full_citation_names_code_edition_day_and_article(language, words):
    from datetime import date

    cited = Article("consent", "14¹", "Rozilik")
    assert full(CodeText("c", language, "Kodeks"), cited, edition=2, in_force_from=date(2026, 9, 1)) == words


def test_days_in_words():
    from datetime import date

    assert day_in_words(date(2025, 2, 1), "uz") == "2025-yil 1-fevral"
    assert day_in_words(date(2025, 12, 31), "ru") == "31 декабря 2025 г."


def test_changes_name_articles_that_came_went_or_read_differently():
    before = code(article("same"), article("gone", "2"), article("renumbered", "3"), article("words", "4"))
    reworded = Article("words", "4", "Sarlavha words", clauses=(Clause("words1", "Boshqa"),))
    after = code(article("same"), article("renumbered", "3¹"), reworded, article("came", "5"))
    found = changes(before, after)
    assert (found.added, found.removed, found.changed) == (("came",), ("gone",), ("renumbered", "words"))
    assert not changes(before, before)


def test_a_new_key_of_a_clause_is_no_change():
    other = Article("same", "1", "Sarlavha same", clauses=(Clause("other-key", "Matn"),))
    assert not changes(code(article("same")), code(other))
