"""Facts are written once as canonical JSON and read the same for ever."""

import json

import pytest

from certificates.domain.facts import UnknownSchema, plain, read, without_result
from core.canonical import canonical_json
from tests.factories.certificates import make_facts


@pytest.mark.parametrize("changes", [{}, {"result": None, "edition": None, "valid_until": None, "signatories": ()}])
def test_facts_come_back_as_they_were_written(changes: dict) -> None:
    facts = make_facts(**changes)
    assert read(canonical_json(plain(facts))) == facts


def test_a_schema_from_the_future_is_refused() -> None:
    text = json.dumps({**plain(make_facts()), "schema": 99})
    with pytest.raises(UnknownSchema):
        read(text)


def test_facts_hold_no_field_for_a_name() -> None:
    assert not {"name", "holder", "person"} & set(plain(make_facts()))


def test_the_result_can_be_left_out() -> None:
    assert without_result(make_facts()).result is None
