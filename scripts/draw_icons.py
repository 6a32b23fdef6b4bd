"""Draw the icons and the social card from the mark, with Debian's Chromium.

.venv/bin/python scripts/draw_icons.py
"""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

IMG = Path(__file__).resolve().parent.parent / "site" / "static" / "img"
CARD = """<body style="margin:0;width:1200px;height:630px;background:#12335f;color:#fdf6e8;
font-family:'Noto Serif','Liberation Serif',Georgia,serif;position:relative;overflow:hidden">
<div style="position:absolute;inset:0;background:url(%(tiles)s) right -96px top -70px/384px repeat-y"></div>
<div style="position:absolute;left:90px;top:70px;width:130px">%(mark)s</div>
<div style="position:absolute;left:90px;top:205px;font-size:132px;font-weight:700">Saboq</div>
<div style="position:absolute;left:92px;top:385px;font-size:38px;line-height:1.35;width:720px">
Onlayn ijtimoiy ish<br>Социальная работа онлайн<br>Social work online</div>
<div style="position:absolute;left:0;right:0;bottom:0;height:40px;
background:url(%(band)s) repeat-x 0 0/auto 40px"></div>
</body>"""


def render(browser: Browser, html: str, width: int, height: int, transparent: bool = False) -> Image.Image:
    """Return a page of exactly that size as a picture."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_content(html)
    picture = page.screenshot(omit_background=transparent)
    page.close()
    return Image.open(BytesIO(picture))


def data_uri(name: str) -> str:
    """Return a drawing as an address that needs no server."""
    from base64 import b64encode

    return "data:image/svg+xml;base64," + b64encode((IMG / name).read_bytes()).decode()


def main() -> None:
    """Write every picture."""
    mark = (IMG / "mark.svg").read_text()
    square = '<body style="margin:0;background:{ground};display:grid;place-items:center;height:100vh">'
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        plain = square.format(ground="transparent") + f'<div style="width:100%">{mark}</div>'
        padded = square.format(ground="#faf5ec") + f'<div style="width:72%">{mark}</div>'
        render(browser, plain, 64, 64, transparent=True).save(IMG / "favicon.png", optimize=True)
        big = render(browser, plain, 256, 256, transparent=True)
        big.save(IMG / "favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)])
        render(browser, padded, 180, 180).convert("P", palette=Image.Palette.ADAPTIVE).save(
            IMG / "touch.png", optimize=True
        )
        render(browser, padded, 512, 512).convert("P", palette=Image.Palette.ADAPTIVE).save(
            IMG / "icon-512.png", optimize=True
        )
        words = {"mark": mark, "tiles": data_uri("tiles.svg"), "band": data_uri("band.svg")}
        card = render(browser, CARD % words, 1200, 630)
        card.convert("P", palette=Image.Palette.ADAPTIVE, colors=128).save(IMG / "social-card.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
