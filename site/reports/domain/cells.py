"""Cells of tables that leave the site: no spreadsheet may take a name for a formula."""

#: A cell that begins with one of these is run by some spreadsheet.
_LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(cell: object) -> str:
    """Return the text of a cell; an apostrophe stands before what a spreadsheet would take for a formula.

    Spaces before the sign do not hide it: some programmes drop them on import.
    """
    text = str(cell)
    return f"'{text}" if text.startswith(_LIVE) or text.lstrip(" \u00a0").startswith(_LIVE) else text
