"""The grid as a file: readable by a spreadsheet, and harmless in it."""

import csv
from io import StringIO

import pytest
from django.utils import translation

from cohorts.models import Cohort
from reports.csv_export import grid_csv
from tests.factories.cohorts import NOW, make_member, make_progress
from tests.factories.people import make_person


def _rows(cohort: Cohort, language: str = "uz", separator: str = ",") -> list[list[str]]:
    with translation.override(language):
        lines = grid_csv(cohort=cohort, course=cohort.course, language=language, now=NOW, separator=separator)
    text = "".join(lines)
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text[1:], newline=""), delimiter=separator))


@pytest.mark.parametrize("name", ['=HYPERLINK("http://evil")', "+998", "-1+1", "@SUM(A1)", "\tx", "\rx"])
def test_no_name_or_workplace_is_a_formula(cohort: Cohort, name: str) -> None:
    make_member(cohort, make_person(last_name=name, workplace=name))
    row = _rows(cohort)[1]
    assert row[0].startswith("'" + name)
    assert row[1] == "'" + name


def test_a_title_is_no_formula_either(cohort: Cohort, course: object) -> None:
    from tests.factories.pages import publish, step

    lesson = step(course, "lesson-1")
    lesson.title = "=1+1"
    publish(lesson)
    make_progress(make_member(cohort), {str(lesson.translation_key): "open"})
    headings, row = _rows(cohort)
    assert headings[5] == "1.1 =1+1"
    assert row[-1] == "'=1+1"


def test_a_row_tells_what_the_grid_tells(cohort: Cohort, keys: list[str]) -> None:
    member = make_member(cohort, make_person(last_name="Oʻrinov", first_name="Ali", patronymic=""))
    states = dict(zip(keys, ("done", "open", "locked"), strict=True))
    make_progress(member, states, best={keys[1]: {"points": 1, "maximum": 3}})
    with translation.override("en"):
        headings, row = _rows(cohort, "en")
    assert headings[5:8] == ["1.1 Dars lesson-1 [en]", "1.2 Dars lesson-2 [en]", "1.3 Test quiz [en]"]
    assert (row[0], row[3], row[4]) == ("Oʻrinov Ali", "1", "3")
    assert row[5:8] == ["Done", "Open (33 %)", "Not yet open"]
    assert row[8:] == ["2026-03-22", "Dars lesson-2 [en]"]


def test_names_with_separators_and_quotes_stay_one_cell(cohort: Cohort) -> None:
    make_member(cohort, make_person(last_name='A;b,"c"\nd', first_name="x", patronymic=""))
    for separator in (",", ";"):
        rows = _rows(cohort, separator=separator)
        assert rows[1][0] == 'A;b,"c"\nd x'
        assert len({len(row) for row in rows}) == 1


def test_a_group_without_members_is_a_file_of_headings(cohort: Cohort) -> None:
    assert len(_rows(cohort)) == 1
