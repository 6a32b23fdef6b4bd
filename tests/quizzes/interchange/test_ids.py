"""Ids come from the content of the file, the place in it, and what it is read for."""

from quizzes.interchange.gift import read_gift
from quizzes.interchange.model import Reading

from .looking import content


def ids(read: Reading) -> list[str]:
    return [key for item in read.questions for key in (item.question.id, *item.question.kind.parts)]


def test_the_same_file_gives_the_same_ids() -> None:
    data = content("remote-practice.gift")
    assert ids(read_gift(data, scope="page")) == ids(read_gift(data, scope="page"))


def test_another_page_gives_other_ids() -> None:
    data = content("remote-practice.gift")
    own = {"text", "true", "false"}  # parts that are called the same everywhere
    here, there = set(ids(read_gift(data, scope="here"))) - own, set(ids(read_gift(data, scope="there"))) - own
    assert not here & there


def test_no_two_things_share_an_id() -> None:
    found = ids(read_gift(content("remote-practice.gift"), scope="page"))
    own = [key for key in found if key not in ("text", "true", "false")]
    assert len(set(own)) == len(own)
