"""Every address of ours × every role. A new address without a row here fails test_url_roles.py.

A row names the parameters (`lambda t: …` over `url_world.World.things`), the method, and what each role gets:

    ok      the page (200) or its form with errors (422)
    login   the way to the sign-in page
    go      a redirect elsewhere: the act was done, or a better page was found
    gone    404: for this person it does not exist
    shut    403 or the admin's polite refusal
    wrong   405: another method
    bad     400: the request makes no sense
    503     not ready

`row()` takes what most roles get, and the exceptions by role: `row("ok", anonymous="login")`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.factories.question_types import question_id

from .url_world import ROLES

Arguments = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True)
class Row:
    """What one address answers to each role."""

    expected: dict[str, str]
    arguments: Arguments
    method: str


def row(most: str, *, args: Arguments = lambda t: {}, method: str = "get", **exceptions: str) -> Row:
    """Return a row in which every role gets `most`, but those named as `role="outcome"`."""
    assert set(exceptions) <= set(ROLES)
    return Row({**dict.fromkeys(ROLES, most), **exceptions}, args, method)


def everybody(**options: Any) -> Row:
    """Return a row of a page that everybody reads."""
    return row("ok", **options)


def own(outcome: str = "ok", **options: Any) -> Row:
    """Return a row of a page about the asking person: everybody signed in has one."""
    return row(outcome, anonymous="login", **options)


def only(roles: str | tuple[str, ...], outcome: str = "ok", **options: Any) -> Row:
    """Return a row of what exists for some roles only; visitors are asked to sign in."""
    named = dict.fromkeys((roles,) if isinstance(roles, str) else roles, outcome)
    return row("gone", anonymous="login", **named, **options)


POST = "post"


def quiz_page(t: dict[str, Any]) -> dict[str, Any]:
    return {"page_id": t["quiz"].pk}


def person(t: dict[str, Any]) -> dict[str, Any]:
    return {"public_id": t["learner"].public_id}


def course(t: dict[str, Any]) -> dict[str, Any]:
    return {"slug": t["course"].slug}


def attempt(t: dict[str, Any]) -> dict[str, Any]:
    return {"uuid": t["attempt"].uuid}


def handed_in(t: dict[str, Any]) -> dict[str, Any]:
    return {"uuid": t["handed_in"].uuid}


def reflection(t: dict[str, Any]) -> dict[str, Any]:
    return {"uuid": t["written"].uuid, "question": question_id("reflection")}


def cohort(t: dict[str, Any]) -> dict[str, Any]:
    return {"uuid": t["cohort"].uuid}


def member(t: dict[str, Any]) -> dict[str, Any]:
    return {"uuid": t["cohort"].uuid, "public_id": t["learner"].public_id}


def code(t: dict[str, Any]) -> dict[str, Any]:
    return {"slug": t["code"]}


def edition(t: dict[str, Any]) -> dict[str, Any]:
    return {"slug": t["code"], "number": t["edition"].number}


def certificate(t: dict[str, Any]) -> dict[str, Any]:
    return {"code": t["certificate"].code}


def register_entry(t: dict[str, Any]) -> dict[str, Any]:
    return {"pk": t["certificate"].pk}


def quiz(t: dict[str, Any]) -> dict[str, Any]:
    return {"key": t["quiz"].translation_key}


def asked(t: dict[str, Any]) -> dict[str, Any]:
    return {**quiz(t), "question": t["asked"]}


#: Single questions show the key; managers see figures only.
READ_QUESTIONS = ("editor", "moderator", "trainer", "stranger", "auditor", "administrator")
READ_STATISTICS = (*READ_QUESTIONS, "manager")

TABLE: dict[str, Row] = {
    # ---- roots without a language ----
    "root:root": row("go"),
    "root:robots": everybody(),
    "root:manifest": everybody(),
    "root:favicon": row("go"),
    "root:healthz": everybody(),
    "root:readyz": row("503"),  # no worker beats in the world of the table
    "verify:search": everybody(),
    "verify:certificate": everybody(args=certificate),
    "verify:json": everybody(args=certificate),
    "development:styleguide": everybody(),
    "development:picture": row("gone", args=lambda t: {"folder": "images", "name": "no-such.png"}),
    "mailbox:list": everybody(),
    "mailbox:mail": everybody(args=lambda t: {"key": t["mail"]}),
    # ---- the person's own pages ----
    "accounts:profile": own(),
    "accounts:certificate_name": own(),
    "accounts:privacy_notice": own(),
    "accounts:data": own(),
    "accounts:data_json": own(),
    "accounts:data_html": own(),
    "accounts:erase": own(),
    "accounts:erased": everybody(),
    # ---- people ----
    "accounts:people": only("administrator"),
    "accounts:person": only("administrator", args=person),
    "accounts:give_role": only("administrator", args=person, method=POST),
    "accounts:take_role": only("administrator", args=person, method=POST),
    "accounts:add_territory": only("administrator", args=person, method=POST),
    "accounts:close_territory": only(
        "administrator", args=lambda t: {"public_id": t["manager"].public_id, "pk": t["territory"].pk}, method=POST
    ),
    "accounts:erase_person": only("administrator", args=person),
    "accounts:log": only(("auditor", "administrator")),
    # ---- messages ----
    "notices:list": own(),
    "notices:read_all": own("go", method=POST),
    "notices:read": only("learner", "go", args=lambda t: {"pk": t["notice"].pk}, method=POST),
    # ---- the learner's desk ----
    "dashboard:home": own(),
    "dashboard:leave_group": row("gone", anonymous="login", learner="ok", args=lambda t: {"uuid": t["cohort"].uuid}),
    "dashboard:transcript": own(),
    "dashboard:transcript_file": own(),
    "learning:course": own("go", args=course, learner="ok"),
    "learning:enrol": own("go", args=course, method=POST),
    "learning:leave": only("learner", "go", args=course, method=POST),
    "learning:resume": only("learner", "go", args=course, method=POST),
    "learning:finish": only("learner", "go", args=course, method=POST),
    "learning:confirm": only(
        "learner", "go", args=lambda t: {**course(t), "key": t["lesson"].translation_key}, method=POST
    ),
    "learning:acknowledge": only(
        "learner", "go", args=lambda t: {**course(t), "key": t["acknowledgement"].translation_key}, method=POST
    ),
    "learning:quiz": own("go", learner="ok", args=lambda t: {"key": t["quiz"].translation_key}),
    "learning:attempts": own(),
    "learning:attempt": only("learner", "go", args=attempt),
    "learning:attempt-question": only("learner", args=lambda t: {**attempt(t), "position": 1}),
    "learning:attempt-save": only("learner", "bad", args=attempt, method=POST),
    "learning:attempt-review": only("learner", args=attempt),
    "learning:attempt-hand-in": only("learner", "go", args=attempt, method=POST),
    "learning:attempt-result": only("learner", args=handed_in),
    "certificates:list": own(),
    "certificates:download": only("learner", args=lambda t: {**certificate(t), "language": "uz"}),
    # ---- the trainer's desk ----
    "teaching:home": only(("trainer", "stranger", "auditor", "administrator"), manager="go"),
    "teaching:territory": only("manager"),
    "teaching:cohort_new": only(("trainer", "stranger", "administrator"), auditor="shut"),
    "teaching:cohort": only(("trainer", "auditor", "administrator"), args=cohort),
    "teaching:cohort_change": only(("trainer", "administrator"), args=cohort, auditor="shut"),
    "teaching:trainer_add": only("administrator", args=cohort, method=POST),
    "teaching:trainer_remove": only(
        "administrator", "go", args=lambda t: {**cohort(t), "public_id": t["trainer"].public_id}, method=POST
    ),
    "teaching:members_add": only(("trainer", "administrator"), args=cohort, auditor="shut"),
    "teaching:member_remove": only(("trainer", "administrator"), args=member, method=POST, auditor="shut"),
    "teaching:invitation_withdraw": only(
        ("trainer", "administrator"),
        "go",
        args=lambda t: {**cohort(t), "pk": t["invitation"].pk},
        method=POST,
        auditor="shut",
    ),
    "teaching:grid": only(("trainer", "auditor", "administrator"), args=cohort),
    "teaching:grid_file": only(("trainer", "auditor", "administrator"), args=cohort),
    "teaching:learner": only(("trainer", "auditor", "administrator"), args=member),
    "teaching:allowances": only(("trainer", "auditor", "administrator"), args=cohort),
    "teaching:member_allowances": only(("trainer", "auditor", "administrator"), args=member),
    "teaching:unlock_attempt": only(("trainer", "administrator"), args=member, method=POST, auditor="shut"),
    "teaching:allowance_end": only(
        ("trainer", "administrator"),
        "go",
        args=lambda t: {**cohort(t), "pk": t["allowance"].pk},
        method=POST,
        auditor="shut",
    ),
    "teaching:attempt": only(
        ("trainer", "auditor"), args=lambda t: {**member(t), "attempt_uuid": t["handed_in"].uuid}
    ),
    "teaching:marking": only(("trainer", "stranger")),
    "teaching:marking_answer": only("trainer", args=reflection),
    # ---- statistics of quizzes ----
    "teaching:statistics": only(READ_STATISTICS),
    "teaching:statistics_quiz": only(READ_STATISTICS, args=quiz),
    "teaching:statistics_quiz_file": only(READ_STATISTICS, args=quiz),
    "teaching:statistics_question": only(READ_QUESTIONS, args=asked),
    "teaching:statistics_question_file": only(READ_QUESTIONS, args=asked),
    # ---- search, the code, the front door ----
    "wagtail_serve": everybody(args=lambda t: {"path": "courses/"}),
    "search:search": everybody(),
    "guidelines:code": everybody(args=code),
    "guidelines:editions": everybody(args=code),
    "guidelines:edition": everybody(args=edition),
    "guidelines:acknowledge": own(args=edition, method=POST),
    "guidelines:on_date": everybody(args=lambda t: {**code(t), "day": "2026-01-01"}),
    "home:mistake": everybody(),
    "home:mistake-thanks": everybody(),
    # ---- our pages inside the editors' admin ----
    "guidelines_publish_edition": only("moderator", args=lambda t: {"page_id": t["code_page"].pk}),
    "try_quiz": only(("editor", "moderator"), args=quiz_page),
    "quiz_import": only(("editor", "moderator"), args=quiz_page),
    "quiz_import_report": only("editor", args=lambda t: {**quiz_page(t), "upload_id": t["upload"].pk}),
    "quiz_export": only(("editor", "moderator"), args=quiz_page),
    "quiz_export_file": only(("editor", "moderator"), args=lambda t: {**quiz_page(t), "format_key": "gift"}),
    "quiz_correct_key": only("moderator", args=quiz_page),
    "quizzes_outdated": only(("editor", "moderator")),
    "certificates_register": only("administrator"),
    "certificates_entry": only("administrator", args=register_entry),
    "certificates_revoke": only("administrator", args=register_entry, method=POST),
    "certificates_replace": only("administrator", args=register_entry, method=POST),
}

_EDITORS = {"editor": "ok", "moderator": "ok", "administrator": "ok"}

#: Addresses of libraries, by the beginning of the module that answers: (an address of theirs, what roles get).
LIBRARIES: dict[str, tuple[str, Row]] = {
    "allauth.": ("/uz/account/password/change/", own()),
    "wagtail.admin.": ("/admin/", row("gone", anonymous="login", **_EDITORS)),
    "wagtail.users.": (
        "/admin/users/",
        row("gone", anonymous="login", editor="shut", moderator="shut", administrator="shut"),
    ),
    "wagtail.": ("/uz/", everybody()),
    "wagtail_localize.": (
        "/admin/localize/submit/page/{course.pk}/",
        row("gone", anonymous="login", editor="ok", moderator="ok", administrator="shut"),
    ),
    "django.contrib.auth.views": ("/uz/_util/login/", row("login")),
    "django.views.generic.base": ("/admin/login/", row("login")),
    "django.contrib.sitemaps.": ("/sitemap.xml", everybody()),
    "django.views.i18n": ("/admin/jsi18n/", row("gone", anonymous="ok", **_EDITORS)),  # words of the admin only
}
