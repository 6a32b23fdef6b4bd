"""How allauth's second factor works here: a QR code that cameras read on dark screens too."""

from io import BytesIO

import segno
from allauth.mfa.adapter import DefaultMFAAdapter


class MFAAdapter(DefaultMFAAdapter):
    """Defaults of allauth, with our QR code."""

    def build_totp_svg(self, url: str) -> str:
        """Return the code as SVG: black on white with its quiet zone, whatever colours the page has."""
        picture = BytesIO()
        segno.make(url, micro=False).save(picture, kind="svg", scale=6, border=4, dark="#000", light="#fff")
        return picture.getvalue().decode()
