"""Every page that people reach once they are signed in: it fits a narrow screen, nothing is cut off, axe is content.

The pages are found as people find them, by following links; a new page is looked at as soon as something leads to it.
"""

import re
from collections.abc import Iterator
from itertools import cycle

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from home.loading.ids import content_id
from tests.factories.accounts import code_for

from .learner import Learner
from .looking import faults

LANGUAGES = ("uz", "ru", "en")
COURSE = "/my/courses/ethics-online/"
LESSON = "/courses/ethics-online/values-to-code/binding-or-advisory/"
QUIZ = "/courses/ethics-online/values-to-code/check-values/"
STEP = "/courses/ethics-online/final/code-acknowledgement/"
CODE = "/guidelines/online-practice-code/"
GROUP = f"/teach/cohorts/{content_id('demo', 'cohort')}/"
NO_PAGE = re.compile(r"\.(pdf|csv|json|html)$")
VARIABLE = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\d+(?=/)")

#: Who looks, where they begin, and below which addresses they follow links. The others follow none.
WALKS = {
    "learner": (("/my/", LESSON), "/my/|/account/"),
    "jasur": (("/my/", COURSE, "/my/certificates/", "/my/transcript/"), ""),
    "oysha": (("/my/", COURSE, QUIZ, "/my/attempts/"), ""),
    "bekzod": ((STEP, CODE), ""),
    "nilufar": (("/my/", "/my/certificates/", "/my/attempts/", "/my/transcript/", "/my/notices/"), ""),
    "trainer": (("/teach/", "/account/2fa/"), "/teach/"),
    "manager": (("/my/", "/teach/territory/"), "/teach/"),
    "admin": (("/teach/", "/account/people/", "/account/log/"), "/account/people/|/account/log/|/teach/"),
}

#: Forms that people fill in wrongly: who, where, what they type, and how many buttons stand before the one pressed.
MISTAKES = {
    "profile": ("learner", "/account/profile/", {"last_name": "", "phone": "12", "workplace": "x" * 400}),
    "printed-name": ("learner", "/account/certificate-name/", {"latin": "Дилноза", "cyrillic": "Dilnoza"}),
    "address": ("learner", "/account/email/", {"email": "pochta emas"}),
    "password": ("learner", "/account/password/change/", {"oldpassword": "x", "password1": "1", "password2": "2"}),
    "erasure": ("learner", "/account/data/erase/", {"password": "notoʻgʻri"}),
    "again": ("learner", "/account/reauthenticate/", {"password": "notoʻgʻri"}),
    "group": ("trainer", "/teach/cohorts/new/", {"name": "", "starts_on": "2027-03-01", "ends_on": "2027-02-01"}),
    "members": ("trainer", f"{GROUP}members/", {"addresses": ""}),
    "acknowledgement": ("bekzod", f"{CODE}editions/1/acknowledge/", {}),
    "sign-in": ("", "/account/login/", {"login": "hech-kim@saboq.example", "password": "notoʻgʻri"}),
    "sign-up": ("", "/account/signup/", {"email": "pochta emas", "password1": "1", "password2": "2"}),
    "reset": ("", "/account/password/reset/", {"email": "pochta emas"}),
    "mistake": ("", "/report-mistake/", {"words": ""}),
}


@pytest.fixture(scope="module")
def people(browser: Browser, site) -> Iterator["People"]:
    yield (known := People(browser, site))
    known.leave()


class People:
    """Browsers of the demo's people, each signed in once."""

    def __init__(self, browser: Browser, site) -> None:
        self.browser, self.site = browser, site
        self._contexts: dict[str, BrowserContext] = {}

    def browser_of(self, name: str) -> Page:
        """Return a new page in somebody's browser; "" is a visitor."""
        if name not in self._contexts:
            self._contexts[name] = self.browser.new_context(locale="uz")
            if name:
                learner = Learner(self._contexts[name].new_page(), self.site.url)
                learner.sign_in(f"{name}@saboq.example", self.site.password)
                learner.page.close()
        return self._contexts[name].new_page()

    def leave(self) -> None:
        """Close all browsers."""
        for context in self._contexts.values():
            context.close()


@pytest.mark.parametrize("name", WALKS)
def test_pages_a_person_reaches_fit_and_satisfy_axe(people: People, site, name: str):
    page = people.browser_of(name)
    said = _listen(page)
    starts, follow = WALKS[name]
    languages, found, seen = cycle(LANGUAGES), [], set()
    ahead = [f"/uz{start}" for start in starts]
    while ahead:
        path = ahead.pop(0)
        if (kind := VARIABLE.sub("*", path)) in seen:
            continue
        seen.add(kind)
        language = next(languages)
        answer = page.goto(site.url + path.replace("/uz/", f"/{language}/", 1))
        assert answer is not None and answer.status == 200, path
        assert page.locator("html").get_attribute("lang") == language
        found += faults(page)
        links = page.eval_on_selector_all("main a[href], header a[href]", "all => all.map(a => a.pathname)")
        ahead += [f"/uz{link[3:]}" for link in links if follow and re.match(rf"/..({follow})", link)]
        ahead = [path for path in ahead if not NO_PAGE.search(path) and "/logout/" not in path]
    page.close()
    assert not found, "\n".join(found)
    assert not said
    assert len(seen) >= len(starts)


@pytest.mark.parametrize(("form", "language"), zip(MISTAKES, cycle(LANGUAGES)))
def test_forms_in_their_error_state_fit_and_satisfy_axe(people: People, site, form: str, language: str):
    name, path, typed = MISTAKES[form]
    page = people.browser_of(name)
    page.goto(f"{site.url}/{language}{path}")
    field = next(iter(typed), "csrfmiddlewaretoken")
    filled = page.locator("main form[method=post]", has=page.locator(f"[name={field}]"))
    filled.evaluate("form => { form.noValidate = true }")
    for field, words in typed.items():
        filled.locator(f"[name={field}]").fill(words)
    filled.locator("button[type=submit], button:not([type])").first.click()
    expect(page.locator("main").locator("[role=alert], .field--wrong").first).to_be_visible()
    found = faults(page)
    page.close()
    assert not found, "\n".join(found)


def test_the_answer_to_a_list_of_members_fits_and_satisfies_axe(people: People, site):
    page = people.browser_of("trainer")
    page.goto(f"{site.url}/ru{GROUP}members/")
    page.fill("[name=addresses]", "birinchi\nlearner@saboq.example\nuchinchi-" + "x" * 60 + "@@saboq.example")
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main table")).to_be_visible()
    found = faults(page)
    page.close()
    assert not found, "\n".join(found)


def test_a_quiz_being_sat_fits_and_satisfies_axe_from_its_start_to_its_result(people: People, site):
    page = people.browser_of("oysha")
    learner = Learner(page, site.url, "ru")
    learner.go(QUIZ)
    found = faults(page)
    page.locator("main form[action*='/quizzes/'] button").first.click()
    page.wait_for_url("**/attempts/**")
    found += faults(page)
    page.get_by_role("button", name="Проверить и сдать").click()
    page.wait_for_url("**/review/")
    found += faults(page)
    page.locator("form[action*='hand-in'] button").click()
    page.wait_for_url("**/result/")
    found += faults(page)
    page.close()
    assert not found, "\n".join(found)


def test_the_second_factor_fits_and_satisfies_axe_from_its_set_up_to_the_next_sign_in(people: People, site):
    page = people.browser_of("auditor")
    page.goto(f"{site.url}/uz/account/2fa/totp/activate/")
    page.fill("[name=password]", site.password)
    page.locator("main form button").first.click()
    secret = page.locator("main #authenticator_secret").input_value()
    page.fill("[name=code]", "000000")
    page.locator("main form button").first.click()
    expect(page.locator("main .field--wrong")).to_be_visible()
    found = faults(page)
    page.fill("[name=code]", code_for(secret))
    page.locator("main form button").first.click()
    page.wait_for_url("**/recovery-codes/**")
    found += faults(page)
    page.goto(f"{site.url}/ru/account/2fa/")
    found += faults(page)
    page.goto(f"{site.url}/en/account/2fa/totp/deactivate/")
    found += faults(page)
    page.context.clear_cookies()
    page.goto(f"{site.url}/en/account/login/")
    page.fill("[name=login]", "auditor@saboq.example")
    page.fill("[name=password]", site.password)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/2fa/authenticate/")
    found += faults(page)
    page.close()
    assert not found, "\n".join(found)


def _listen(page: Page) -> list[str]:
    """Return a list that fills with what the browser complains of: a script that fails, a policy that is broken."""
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    return said
