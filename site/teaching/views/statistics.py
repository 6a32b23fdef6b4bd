"""Question statistics: the quizzes that were sat, one quiz, one question; the tables as files."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from quizzes.showing.words import words
from reports import access
from reports.csv_export import SEPARATORS
from reports.quiz_statistics import (
    BASES,
    FIRST,
    QuizStatistics,
    QuizTitle,
    quiz_statistics,
    quiz_titles,
    readings_of,
    sat_quizzes,
    since_of,
    statistics_by_quiz,
    wordings_of,
)

from ..statistics_files import question_csv, quiz_csv
from ..statistics_shown import (
    QuestionLine,
    distribution,
    is_case,
    language_rows,
    languages_chart,
    option_lines,
    options_chart,
    question_line,
    readings,
)
from ..statistics_words import decimal, percent

QUIZZES_A_PAGE = 20


@require_safe
@login_required
def statistics(request: HttpRequest) -> HttpResponse:
    """List the quizzes that were handed in, the latest first."""
    if not access.may_see_statistics(request.user):
        raise Http404
    sat = sat_quizzes(access.attempts_for(request.user))
    ordered = sorted(sat, key=lambda key: sat[key][1], reverse=True)
    page = Paginator(ordered, QUIZZES_A_PAGE).get_page(request.GET.get("page"))
    figures = statistics_by_quiz(page.object_list)
    titles = quiz_titles(page.object_list, get_language())
    lines = [_list_line(titles.get(key), figures[key]) | {"last": sat[key][1]} for key in page.object_list]
    return render(request, "teaching/statistics.html", {"lines": lines, "page_obj": page})


def _list_line(title: QuizTitle | None, found: QuizStatistics) -> dict[str, Any]:
    quiz = found.figures.quiz
    return {
        "key": found.quiz_key,
        "title": title,
        "n": quiz.n,
        "sittings": found.sittings,
        "few": quiz.few,
        "mean": percent(quiz.mean),
        "alpha": decimal(quiz.alpha),
        "flagged": found.figures.flagged,
    }


@require_safe
@login_required
def quiz(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show a quiz: how results are spread, how far they can be relied on, and what its questions tell."""
    found, title = _found(request, key)
    figures = found.figures.quiz
    chart, table = distribution(figures)
    lines = _lines(found)
    context = {
        "quiz": found,
        "title": title,
        "figures": figures,
        "facts": {
            "mean": percent(figures.mean),
            "median": percent(figures.middle),
            "spread": percent(figures.spread),
            "alpha": decimal(figures.alpha),
            "error": percent(figures.error),
        },
        "forms": [
            {"n": form.n, "questions": form.questions, "mean": percent(form.mean), "alpha": decimal(form.alpha),
             "error": percent(form.error)}
            for form in figures.forms
        ],
        "chart": chart,
        "table": table,
        "lines": lines,
        "faults": [line for line in lines if line.fault],
        "opens_questions": access.may_see_questions(request.user),
    }  # fmt: skip
    return render(request, "teaching/statistics_quiz.html", context)


@require_safe
@login_required
def quiz_file(request: HttpRequest, key: UUID) -> HttpResponse:
    """Send the table of questions as CSV; `?separator=semicolon` for spreadsheets that want it so."""
    found, _title = _found(request, key)
    return _file(quiz_csv(found, _lines(found), _separator(request)), f"questions-{key.hex[:8]}-{found.basis}")


@require_safe
@login_required
def question(request: HttpRequest, key: UUID, question: str) -> HttpResponse:
    """Show a question: what strong and weak learners chose, and how its languages compare."""
    found, title, item, wording = _question(request, key, question)
    frozen = found.questions[question]
    options = option_lines(item, frozen, wording)
    context = {
        "quiz": found,
        "title": title,
        "stem": words(wording.stem, get_language(), html=True) if wording else None,
        "question": frozen.question,
        "line": question_line(item, frozen, wording, {}, twice=False),
        "options": options,
        "options_chart": options_chart(item, options),
        "options_hidden": bool(item.figures.options) and not options,
        "is_case": is_case(frozen),
        "languages": language_rows(item),
        "languages_chart": languages_chart(item),
        "readings": readings(item, readings_of(frozen)),
    }
    return render(request, "teaching/statistics_question.html", context)


@require_safe
@login_required
def question_file(request: HttpRequest, key: UUID, question: str) -> HttpResponse:
    """Send what was chosen and the comparison of languages as CSV."""
    found, _title, item, wording = _question(request, key, question)
    options = option_lines(item, found.questions[question], wording)
    text = question_csv(options, language_rows(item), _separator(request))
    return _file(text, f"question-{key.hex[:8]}-{question[:8]}-{found.basis}")


def _found(request: HttpRequest, key: UUID) -> tuple[QuizStatistics, QuizTitle | None]:
    """Return the figures of a quiz that the person may see.

    Raises:
        Http404: for any other quiz, and for one that nobody has handed in.
    """
    if not access.may_see_statistics(request.user):
        raise Http404
    if not sat_quizzes(access.attempts_for(request.user).filter(quiz_key=key)):
        raise Http404
    basis = request.GET.get("basis", FIRST)
    found = quiz_statistics(key, basis if basis in BASES else FIRST)
    return found, quiz_titles([key], get_language()).get(key)


def _question(request: HttpRequest, key: UUID, question: str) -> tuple[Any, ...]:
    if not access.may_see_questions(request.user):
        raise Http404
    found, title = _found(request, key)
    item = found.item(question)
    if item is None:
        raise Http404
    wording = wordings_of([found.questions[question]], get_language()).get(question)
    return found, title, item, wording


def _lines(found: QuizStatistics) -> list[QuestionLine]:
    shown = {item.figures.question: found.questions[item.figures.question] for item in found.figures.items}
    wordings, since = wordings_of(shown.values(), get_language()), since_of(shown)
    ids = [frozen.question.id for frozen in shown.values()]
    return [
        question_line(
            item,
            shown[item.figures.question],
            wordings.get(item.figures.question),
            since,
            twice=ids.count(shown[item.figures.question].question.id) > 1,
        )
        for item in found.figures.items
    ]


def _separator(request: HttpRequest) -> str:
    return SEPARATORS.get(request.GET.get("separator", ""), ",")


def _file(text: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)
