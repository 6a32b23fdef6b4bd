"""Spelling folds: one key for every way of writing the same Uzbek word.

Uzbek lives in three spellings (Cyrillic, 1995 Latin, 2026 Latin) and with half a dozen apostrophes on keyboards.
`fold` brings them to one searchable key. It is for comparing, never for showing. Sources: the 1995 alphabet law's
letter pairs; the letters Ö Ğ Ş Ç of the 2026 reform; the table is worked through in docs/folding.md.
"""

import re
import unicodedata

# U+02BB and U+02BC are the right signs; the rest is what keyboards and old files hold.
APOSTROPHES = "ʻʼ‘’'`´ʹʾʿ＇"
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")

_NEW_LATIN = {"ö": "o", "õ": "o", "ó": "o", "ğ": "g", "ǵ": "g", "ş": "sh", "ș": "sh", "ç": "ch"}
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ж": "j", "з": "z", "и": "i", "й": "y", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "x", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ё": "yo", "ю": "yu",
    "я": "ya", "ў": "o", "қ": "q", "ғ": "g", "ҳ": "h",
}  # fmt: skip
_CYRILLIC_VOWELS = "аоуэиеёюяўы"
_WORD_SPLIT = re.compile(r"[^0-9a-z]+")
# Russian loan words whose Latin spelling drops the soft sign's y (oktyabr is a common slip for oktabr).
_SPELLING_SLIPS = (("oktyabr", "oktabr"), ("sentyabr", "sentabr"))


def fold(text: str) -> str:
    """Return the key of `text`: lower-case Latin letters and digits, words parted by one space.

    >>> fold("Oʻquv"), fold("o'quv"), fold("ўқув"), fold("Öquv")
    ('oquv', 'oquv', 'oquv', 'oquv')
    """
    lowered = unicodedata.normalize("NFC", text).casefold().replace("ı", "i")
    letters = [_NEW_LATIN.get(char, char) for char in _from_cyrillic(_APOSTROPHE.sub("", lowered))]
    plain = unicodedata.normalize("NFKD", "".join(letters))
    words = _WORD_SPLIT.split("".join(char for char in plain if not unicodedata.combining(char)))
    folded = " ".join(word for word in words if word)
    for slip, right in _SPELLING_SLIPS:
        folded = folded.replace(slip, right)
    return folded


def same_spelling(one: str, other: str) -> bool:
    """Tell whether two texts are the same words in some spelling."""
    return fold(one) == fold(other)


def _from_cyrillic(text: str) -> str:
    """Write Cyrillic letters of `text` (lower case) in Latin by the rules of 1995."""
    out: list[str] = []
    before = ""
    for char in text:
        if char == "е":
            # "ye" at the start of a word, after a vowel and after a sign; "e" elsewhere.
            starts = not before.isalpha()
            out.append("ye" if starts or before in _CYRILLIC_VOWELS or before in "ъь" else "e")
        elif char == "ц":
            out.append("ts" if before and before in _CYRILLIC_VOWELS else "s")
        else:
            out.append(_CYRILLIC.get(char, char))
        before = char
    return "".join(out)
