"""Colours that can be read, sheets that stay light, a card that exists."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.conf import settings
from PIL import Image

CSS = settings.SITE / "static" / "css"
IMG = settings.SITE / "static" / "img"
SERVED = ("tokens", "base", "layout", "components", "reading", "study", "front")
#: (letters, ground) that occur together; WCAG 2.2 AA asks for 4.5:1.
TEXTS = [
    ("ink", "paper"), ("ink", "surface"), ("ink", "sunken"), ("ink-soft", "paper"), ("ink-soft", "surface"),
    ("ink-soft", "sunken"), ("lapis", "paper"), ("lapis", "surface"), ("lapis", "sunken"), ("lapis", "lapis-tint"),
    ("on-lapis", "lapis"), ("terracotta", "paper"), ("terracotta", "surface"), ("terracotta", "red-tint"),
    ("green", "green-tint"), ("green", "paper"), ("red", "red-tint"), ("red", "paper"), ("red", "surface"),
    ("saffron-ink", "saffron-tint"), ("ink", "mark"), ("ink", "lapis-tint"), ("ink", "green-tint"),
    ("ink", "red-tint"), ("ink", "saffron-tint"), ("lapis", "saffron-tint"), ("lapis", "red-tint"),
    ("ink-soft", "saffron-tint"),
]  # fmt: skip
#: Edges that tell where a control is; 3:1.
EDGES = [("line-strong", "surface"), ("line-strong", "paper"), ("lapis", "paper"), ("red", "surface")]


def colours(scheme):
    text = (CSS / "tokens.css").read_text()
    light, dark = text.split("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    return found | (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark)) if scheme == "dark" else {})


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_contrast_is_reckoned_as_the_guideline_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("letters", "ground"), TEXTS)
def test_letters_can_be_read(scheme, letters, ground):
    tokens = colours(scheme)
    assert contrast(tokens[letters], tokens[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_controls_can_be_seen(scheme, edge, ground):
    tokens = colours(scheme)
    assert contrast(tokens[edge], tokens[ground]) >= 3


def test_all_sheets_together_stay_light():
    assert sum((CSS / f"{name}.css").stat().st_size for name in SERVED) <= 40_000


def test_each_sheet_has_a_layer_of_its_own():
    order = re.search(r"@layer ([\w, ]+);", (CSS / "tokens.css").read_text())[1].split(", ")
    for name in SERVED:
        assert f"@layer {name} {{" in (CSS / f"{name}.css").read_text()
        assert name in order


def test_only_the_tokens_name_colours():
    """Exceptions: the dark strip and hero, whose ground is dark in both schemes, and paper, which is white."""
    for name in set(SERVED) - {"tokens", "layout", "front", "study"}:
        assert not re.search(r"#[0-9a-f]{3,6}\b", (CSS / f"{name}.css").read_text()), name


def test_no_sheet_asks_another_host():
    for sheet in CSS.glob("*.css"):
        for address in re.findall(r"url\(\"?([^)\"]+)", sheet.read_text()):
            assert address.startswith(("../img/", "data:image/svg+xml")), address
            if address.startswith("../"):
                assert (sheet.parent / address).resolve().exists()


def test_the_band_in_the_sheet_is_the_band_in_the_drawing():
    inlined = re.search(r'url\("data:image/svg\+xml,([^"]+)', (CSS / "layout.css").read_text())[1]
    assert unquote(inlined) == (IMG / "band.svg").read_text().strip().replace('"', "'")


def test_the_icon_in_the_page_is_the_mark():
    links = (settings.SITE / "templates" / "components" / "head_links.html").read_text()
    inlined = re.search(r'href="data:image/svg\+xml,([^"]+)', links)[1]
    assert unquote(inlined) == (IMG / "mark.svg").read_text().strip().replace('"', "'")


@pytest.mark.parametrize(
    ("name", "size"), [("social-card.png", (1200, 630)), ("touch.png", (180, 180)), ("icon-512.png", (512, 512))]
)
def test_pictures_have_the_size_that_others_expect(name, size):
    path: Path = IMG / name
    assert Image.open(path).size == size and path.stat().st_size < 60_000
