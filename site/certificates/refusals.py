"""Why a certificate is not issued. The words are for the log; pages say it in the person's language."""


class CertificateRefused(Exception):
    """A certificate cannot be issued now."""


class NotEarned(CertificateRefused):
    """The course gives no certificate."""


class NameNotConfirmed(CertificateRefused):
    """The holder has not yet said how the name is to be printed (or was erased)."""


class NameNotPrintable(CertificateRefused):
    """The confirmed name holds letters that the paper's fonts cannot draw. `letters` names them."""

    def __init__(self, letters: str) -> None:
        super().__init__(f"no glyph for {len(letters)} letters of the name")
        self.letters = letters


class FactsNotPrintable(CertificateRefused):
    """A title, the issuer or a signatory holds letters that the paper's fonts cannot draw. `letters` names them."""

    def __init__(self, letters: str) -> None:
        super().__init__(f"no glyph for {' '.join(f'U+{ord(letter):04X}' for letter in letters)} of the facts")
        self.letters = letters


class PaperDiffers(Exception):
    """A lost paper was made again and its digest is not the one on record: nothing was written."""
