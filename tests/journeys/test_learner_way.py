"""The learner's whole way on a 360 px screen: from the front door to a certificate that a stranger verifies."""

import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser

from .learner import Learner, wait_for_paper

PHONE = {"width": 360, "height": 740}


@pytest.mark.parametrize("script", [True, False], ids=["with-javascript", "without-javascript"])
def test_a_worker_learns_passes_and_holds_a_certificate_that_a_stranger_verifies(
    browser: Browser, site, pictures, tmp_path: Path, script: bool
):
    context = browser.new_context(viewport=PHONE, java_script_enabled=script, locale="uz")
    learner = Learner(context.new_page(), site.url)
    email = f"oydin-{'js' if script else 'plain'}@saboq.example"

    learner.go("/")
    learner.picture(pictures, "front")
    learner.sign_up(email, "kechki-choy-2026")
    if "/my/" not in learner.page.url:
        learner.sign_in(email, "kechki-choy-2026")
    learner.enrol()

    # Module 1 in Uzbek: four lessons one after another, then its quiz with one mistake.
    learner.go_on()
    learner.expect_no_sideways_scroll()
    learner.finish_module(lessons=4, wrong=1)
    learner.picture(pictures, "result")
    assert learner.page.locator("main .notice--success, main .badge--done").count()

    # Module 2 goes on in Russian, module 3 in English: the same course, the same progress.
    for language in ("ru", "en"):
        learner.language = language
        learner.go_on()
        assert f"/{language}/" in learner.page.url
        learner.finish_module(lessons=5)

    # Modules 4 and 5 in Uzbek; in the fourth a reflection waits for a trainer, and the others are enough to go on.
    learner.language = "uz"
    for _module in range(2):
        learner.go_on()
        learner.finish_module(lessons=5)

    # The code is read and acknowledged, then the final test.
    learner.go_on()
    learner.acknowledge()
    learner.go_on()
    learner.sit_quiz(wrong=0)

    # The name is confirmed before the first certificate; then the worker makes the papers.
    learner.go("/account/certificate-name/")
    learner.page.locator("main form button[type=submit]").last.click()
    learner.go("/my/certificates/")
    paper = wait_for_paper(learner.page, "a[href$='/uz.pdf']")
    learner.picture(pictures, "certificates")
    address = paper.get_attribute("href")
    file = tmp_path / "sertifikat.pdf"
    file.write_bytes(context.request.get(f"{site.url}{address}").body())
    context.close()

    # A stranger decodes the QR code of the printed page and reads every fact, without an account.
    verify = _decoded(file, tmp_path)
    assert verify.startswith(f"{site.url}/verify/")
    stranger = browser.new_context(java_script_enabled=script, viewport=PHONE).new_page()
    answer = stranger.goto(f"{verify}?lang=uz")
    assert answer is not None and answer.status == 200
    words = stranger.locator("main").inner_text()
    assert "Toʻlqinova" in words
    assert "Sertifikat amalda" in words
    assert "24" in words
    stranger.context.close()


def _decoded(pdf: Path, folder: Path) -> str:
    """Render the paper as a printer would and read its QR code."""
    subprocess.run(["pdftoppm", "-r", "150", "-png", "-gray", str(pdf), str(folder / "page")], check=True)
    (picture,) = folder.glob("page*.png")
    (code,) = zxingcpp.read_barcodes(Image.open(picture))
    return code.text
