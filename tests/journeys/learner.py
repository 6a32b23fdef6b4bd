"""A learner as the journeys know one: somebody with a browser, who reads what is on the page and presses buttons."""

import re
import time
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from .answering import answer


class Learner:
    """Drives one browser page. What is clicked is found by role and words, as a person would find it."""

    def __init__(self, page: Page, site: str, language: str = "uz") -> None:
        self.page, self.site, self.language = page, site, language

    def go(self, path: str) -> None:
        """Open a page of the site in the learner's language."""
        response = self.page.goto(f"{self.site}/{self.language}{path}")
        assert response is not None and response.status == 200, (path, response and response.status)

    def main_button(self) -> Locator:
        """Return the filled button of the page's main part."""
        return self.page.locator("main").locator("button.button:not(.button--quiet), a.button:not(.button--quiet)")

    def sign_up(self, email: str, password: str) -> None:
        """Open an account, read the mail on the development page and confirm the address."""
        self.go("/account/signup/")
        self.page.fill("[name=email]", email)
        self.page.fill("[name=last_name]", "Toʻlqinova")
        self.page.fill("[name=first_name]", "Oydin")
        self.page.fill("[name=password1]", password)
        self.page.fill("[name=password2]", password)
        self.page.check("[name=privacy]")
        self.page.locator("main form button[type=submit]").first.click()
        self.page.goto(f"{self.site}/dev/mail/")
        self.page.get_by_role("link").filter(has_text=re.compile("Saboq", re.I)).first.wait_for()
        self._open_mail_to(email)
        self.page.locator("a[href*='confirm-email']").first.click()
        self.page.locator("main form button[type=submit]").first.click()

    def _open_mail_to(self, email: str) -> None:
        if self.page.locator("a[href*='confirm-email']").count():
            return
        self.page.locator("main li, main tr", has_text=email).first.get_by_role("link").first.click()

    def sign_in(self, email: str, password: str) -> None:
        """Sign in with address and password."""
        self.go("/account/login/")
        self.page.fill("[name=login]", email)
        self.page.fill("[name=password]", password)
        self.page.locator("main form button[type=submit]").first.click()
        self.page.wait_for_url("**/my/**")

    def enrol(self) -> None:
        """Enrol from the course's public page."""
        self.go("/courses/ethics-online/")
        self.page.locator("main form[action*='/enrol/'] button").first.click()

    def read_lesson(self) -> None:
        """Read to the end, press “I have read this” and follow the next step."""
        self.page.locator("main form[action*='/read/'] button").click()

    def go_on(self) -> None:
        """Follow the one clear action of the desk."""
        self.go("/my/")
        self.main_button().first.click()

    def sit_quiz(self, *, wrong: int = 0) -> None:
        """Begin the quiz on the page, answer every question and hand in; `wrong` answers are wrong on purpose."""
        self.page.locator("main form[action*='/quizzes/'] button").first.click()
        while not self.page.locator("form[action*='hand-in']").count():
            wrong -= answer(self.page, self.language, wrong=wrong > 0)
            self.page.locator("main .form-actions button[name=then]").first.click()
        self.page.locator("form[action*='hand-in'] button").click()
        self.page.wait_for_url("**/result/")

    def finish_module(self, *, lessons: int, wrong: int = 0) -> None:
        """From its first lesson on, read the module's lessons one after another and sit the quiz at its end."""
        for _lesson in range(lessons):
            self.read_lesson()
            self.go_on()
        self.sit_quiz(wrong=wrong)

    def acknowledge(self) -> None:
        """Open the edition from the step, read it, tick the box and confirm."""
        self.main_button().first.click()
        self.page.locator("main form input[type=checkbox]").check()
        self.page.locator("main form button[type=submit]").last.click()

    def picture(self, folder: Path | None, name: str) -> None:
        """Keep a picture of the page, if pictures are wished."""
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=folder / f"{name}.png", full_page=True)

    def expect_no_sideways_scroll(self) -> None:
        """The page fits a narrow phone, once its style sheets are there."""
        self.page.wait_for_load_state()
        assert self.page.evaluate("document.documentElement.scrollWidth") <= self.page.viewport_size["width"]


def wait_for_paper(page: Page, link: str, *, seconds: float = 60) -> Locator:
    """Reload the page until the worker has made the paper, as the page itself tells people to do."""
    end = time.monotonic() + seconds
    while not page.locator(link).count() and time.monotonic() < end:
        time.sleep(1)
        page.reload()
    paper = page.locator(link).first
    expect(paper).to_be_visible()
    return paper
