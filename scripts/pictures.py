"""Take the README's pictures from a running demo.

    PORT=8000 DEMO_PASSWORD=… .venv/bin/python scripts/pictures.py

Start `DEMO_PASSWORD=… make serve` in another window first. Needs Debian's chromium and poppler-utils.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
SITE = f"http://127.0.0.1:{os.environ.get('PORT') or 8000}"
LESSON = "/uz/courses/ethics-online/consent-and-identity/verifying-identity/"


def keep(source: Path, name: str, width: int) -> None:
    """Store a picture at a width, in few colours: the repository stays light."""
    picture = Image.open(source).convert("RGB")
    picture = picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)
    picture.quantize(96).save(PICTURES / f"{name}.png", optimize=True)


def sign_in(page: Page, email: str, password: str) -> None:
    page.goto(f"{SITE}/uz/account/login/")
    page.fill("[name=login]", email)
    page.fill("[name=password]", password)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/my/**")


def main() -> None:
    password = os.environ.get("DEMO_PASSWORD") or sys.exit("pictures: set DEMO_PASSWORD to the demo's password")
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as player, tempfile.TemporaryDirectory() as scratch:
        shot = Path(scratch) / "shot.png"
        browser = player.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        wide = browser.new_context(viewport={"width": 1280, "height": 860}).new_page()
        wide.goto(f"{SITE}/uz/")
        wide.screenshot(path=shot)
        keep(shot, "front", 960)
        phone = browser.new_context(viewport={"width": 360, "height": 720}, device_scale_factor=2).new_page()
        sign_in(phone, "learner@saboq.example", password)
        phone.goto(f"{SITE}{LESSON}")
        phone.screenshot(path=shot)
        keep(shot, "lesson", 360)
        phone.goto(f"{SITE}/uz/guidelines/online-practice-code/#consent.online")
        phone.screenshot(path=shot)
        keep(shot, "code", 360)
        holder = browser.new_context().new_page()
        sign_in(holder, "jasur@saboq.example", password)
        holder.goto(f"{SITE}/uz/my/certificates/")
        address = holder.locator("a[href$='/uz.pdf']").first.get_attribute("href")
        paper = Path(scratch) / "paper.pdf"
        paper.write_bytes(holder.context.request.get(f"{SITE}{address}").body())
        browser.close()
        subprocess.run(["pdftoppm", "-r", "120", "-png", "-singlefile", paper, paper.with_suffix("")], check=True)
        keep(paper.with_suffix(".png"), "certificate", 960)
    print(
        *(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1024} KB" for file in PICTURES.glob("*.png")), sep="\n"
    )


if __name__ == "__main__":
    main()
