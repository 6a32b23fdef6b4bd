"""The rules that `make check` reads from the files hold; and the reader sees what it is there to see."""

import sys

import pytest

from .layers import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import rules


def test_nothing_breaks_a_rule():
    assert list(rules.problems()) == []


@pytest.mark.parametrize(
    "line",
    [
        '<p style="color: red">',
        "<style>p { color: red }</style>",
        "<script>alert(1)</script>",
        '<a href="javascript:void 0">',
        '<body onload="go()">',
    ],
)
def test_inline_style_and_script_are_seen(line):
    assert any(pattern.search(line) for pattern in rules.INLINE)


@pytest.mark.parametrize(
    "line",
    [
        '<script src="/static/js/menu.js" defer></script>',
        '<script type="application/ld+json">{}</script>',
        '<p class="style" data-on="x">',
        '<link rel="stylesheet" href="/static/css/site.css">',
    ],
)
def test_what_the_policy_allows_is_left_alone(line):
    assert not any(pattern.search(line) for pattern in rules.INLINE)
