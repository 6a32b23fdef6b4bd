"""Draw what content/media/ holds: pictures, a film, a paper to fill in. All of it is our own work.

    .venv/bin/python scripts/draw_content.py [name …]

Sources lie in scripts/drawings/. Needs Debian's chromium. The film comes out with other bytes every time, for a
browser records it; draw it again only when its source changed.
"""

import base64
import html
import sys
from io import BytesIO
from pathlib import Path

import yaml
from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

ROOT = Path(__file__).resolve().parents[1]
SOURCES, MEDIA = ROOT / "scripts" / "drawings", ROOT / "content" / "media"
FONTS = ROOT / "site" / "certificates" / "fonts"
PAPER = """
@page { size: A4; margin: 14mm 15mm 12mm }
body { font: 10pt/1.3 Card; color: #25211b }
h1 { font-size: 21pt; margin: 0 0 1mm; color: #12335f }
.lead { margin: 0 0 5mm; color: #5a5247 }
.head { display: flex; gap: 6mm; margin-bottom: 3mm }
.head p { flex: 1; margin: 0; border-bottom: 0.4mm solid #25211b; padding-bottom: 6mm }
h2 { font-size: 12pt; margin: 3.5mm 0 1mm; color: #9c4019 }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
td, th { border: 0.25mm solid #8a7f6f; padding: 1.6mm 2.4mm; vertical-align: top; text-align: left }
.rows td { height: 9.8mm } .rows td:first-child { width: 38%; background: #f1e9db; font-weight: bold }
small { display: block; font-size: 8.5pt; font-weight: normal; color: #5a5247 }
.checks th { background: #f1e9db } .checks td { height: 6.5mm } .checks th:first-child { width: 22% }
.foot { margin: 3mm 0 0; font-size: 8.5pt; color: #5a5247 }
"""


def keep(picture: Image.Image, name: str, colours: int = 40) -> None:
    """Store a picture in few colours: whoever learns over a weak network loads it."""
    picture.convert("RGB").quantize(colours, dither=Image.Dither.NONE).save(MEDIA / f"{name}.png", optimize=True)


def draw(browser: Browser, name: str) -> None:
    """Draw an SVG as it stands, 960 × 540."""
    page = browser.new_page(viewport={"width": 960, "height": 540})
    page.set_content(f'<body style="margin:0">{(SOURCES / f"{name}.svg").read_text()}')
    keep(Image.open(BytesIO(page.screenshot())), name)
    page.close()


def film(browser: Browser, name: str) -> None:
    """Record a film, and keep a moment of it as its poster."""
    page = browser.new_page(viewport={"width": 640, "height": 360}, device_scale_factor=1.5)
    page.set_content((SOURCES / f"{name}.html").read_text())
    page.evaluate("draw(7)")
    keep(Image.open(BytesIO(page.locator("canvas").screenshot())), name)
    (MEDIA / f"{name}.webm").write_bytes(bytes(page.evaluate("record()")))
    page.close()


def paper(name: str) -> None:
    """Lay out a paper to fill in by hand, once a language, one sheet each."""
    faces = {"normal": "NotoSans-Regular.ttf", "bold": "NotoSans-Bold.ttf"}
    fonts = "".join(
        f"@font-face {{ font-family: Card; font-weight: {weight}; "
        f"src: url(data:font/ttf;base64,{base64.b64encode((FONTS / file).read_bytes()).decode()}) }}"
        for weight, file in faces.items()
    )
    for language, words in yaml.safe_load((SOURCES / f"{name}.yaml").read_text("utf-8")).items():
        configuration = FontConfiguration()
        document = HTML(string=_sheet(language, words)).render(
            stylesheets=[CSS(string=fonts + PAPER, font_config=configuration)], font_config=configuration
        )
        if len(document.pages) != 1:
            sys.exit(f"draw_content: {name}.{language}.pdf has {len(document.pages)} sheets")
        document.write_pdf(
            MEDIA / f"{name}.{language}.pdf", pdf_identifier=f"{name}.{language}".encode(), pdf_tags=True
        )


def _sheet(language: str, words: dict) -> str:
    """Return the paper as HTML."""
    said = {key: html.escape(value) for key, value in words.items() if isinstance(value, str)}
    head = "".join(f"<p>{said[key]}</p>" for key in ("file", "worker", "form"))
    checks = "".join(f"<th>{said[key]}</th>" for key in ("day", "changed", "sign"))
    empty = "<tr><td></td><td></td><td></td></tr>" * 4
    groups = "".join(_group(group) for group in words["groups"])
    return (
        f'<html lang="{language}"><head><title>{said["title"]}</title></head><body>'
        f"<h1>{said['title']}</h1><p class=lead>{said['lead']}</p><div class=head>{head}</div>"
        f"{groups}<h2>{said['checked']}</h2><table class=checks><tr>{checks}</tr>{empty}</table>"
        f"<p class=foot>{said['foot']}</p></body></html>"
    )


def _group(group: dict) -> str:
    rows = "".join(
        f"<tr><td>{html.escape(label)}<small>{html.escape(hint)}</small></td><td></td></tr>"
        for label, hint in group["rows"]
    )
    return f"<h2>{html.escape(group['name'])}</h2><table class=rows>{rows}</table>"


def main() -> None:
    """Draw what is named, or everything."""
    MEDIA.mkdir(exist_ok=True)
    wanted = sys.argv[1:] or sorted({path.stem for path in SOURCES.iterdir()})
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name in wanted:
            if (SOURCES / f"{name}.svg").exists():
                draw(browser, name)
            elif (SOURCES / f"{name}.html").exists():
                film(browser, name)
            else:
                paper(name)
        browser.close()


if __name__ == "__main__":
    main()
