"""Surnames as a stranger types them: any spelling, either script, alone or with the rest of the name."""

from core.folding import fold

_WORDS_READ = 4


def surname_key(surname: str) -> str:
    """Return the key of a surname: spelling folded, parts joined, x and h alike.

    Keyboards without ҳ make Ҳасанов Хасанов, and Latin papers have both Hasanov and Xasanov.
    """
    return fold(surname).replace(" ", "").replace("x", "h")


def surname_keys(surname: str, *printed: str) -> list[str]:
    """Return the keys under which a certificate is found: the surname, and the first word of each printed name."""
    first_words = [name.split()[0] for name in printed if name.strip()]
    keys = [surname_key(text) for text in (surname, *first_words)]
    return sorted({key for key in keys if key})


def is_surname(typed: str, keys: list[str]) -> bool:
    """Tell whether what was typed is the surname: all of it, or its first word before the rest of the name.

    Only the first word counts, so that one question cannot try many surnames.
    """
    words = typed.split()[:_WORDS_READ]
    if not words:
        return False
    return bool({surname_key(" ".join(words)), surname_key(words[0])} & set(keys) - {""})
