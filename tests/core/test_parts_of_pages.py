"""Small parts of pages are drawn once per language and values, and never for values that merely look alike."""

from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import mark_safe

from core.templatetags import saboq


def draw(source, **values):
    return Template(source).render(Context(values))


def test_a_part_is_drawn_once(monkeypatch):
    saboq._drawn.cache_clear()
    drawn = []
    really = saboq.render_to_string
    monkeypatch.setattr(saboq, "render_to_string", lambda *args: drawn.append(args) or really(*args))
    first, second = (draw('{% part "components/icon.html" name=name %}', name="clock") for _time in range(2))
    assert first == second
    assert first.count("<svg") == 1
    assert len(drawn) == 1


def test_a_part_is_drawn_for_each_language():
    source = '{% part "learning/step_badge.html" state="done" %}'
    with translation.override("uz"):
        uzbek = draw(source)
    with translation.override("ru"):
        assert draw(source) != uzbek


def test_text_that_is_marked_safe_and_text_that_is_not_are_told_apart():
    source = '{% part "components/notice.html" tone="info" text=text %}'
    assert "<b>x</b>" in draw(source, text=mark_safe("<b>x</b>"))
    assert "&lt;b&gt;x&lt;/b&gt;" in draw(source, text="<b>x</b>")


def test_a_part_knows_nothing_of_the_page_around_it():
    assert "secret" not in draw('{% part "components/notice.html" tone="info" %}', text="secret")
