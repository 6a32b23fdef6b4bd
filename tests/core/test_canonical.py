from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.canonical import canonical_json, digest

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), JSON))
def test_the_order_of_keys_does_not_matter(value):
    turned = dict(reversed(list(value.items())))
    assert canonical_json(value) == canonical_json(turned)


def test_letters_stay_as_they_are_and_no_space_is_added():
    assert canonical_json({"b": "oʻ", "a": [1, None]}) == '{"a":[1,null],"b":"oʻ"}'


@pytest.mark.parametrize("value", [0.5, {"a": [1.0]}, float("nan")])
def test_a_float_is_refused(value):
    with pytest.raises(TypeError, match="float"):
        canonical_json(value)


def test_a_key_that_is_not_text_is_refused():
    with pytest.raises(TypeError, match="keys must be text"):
        canonical_json({1: "a"})


def test_a_dataclass_is_written_by_its_fields():
    @dataclass(frozen=True)
    class Point:
        x: int
        y: int

    assert canonical_json(Point(1, 2)) == '{"x":1,"y":2}'


def test_the_digest_is_sha256_of_utf8():
    assert digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
