"""What somebody typed, as words to look for."""

#: Longer queries are cut: nobody types them, and each word costs a scan.
LONGEST = 100
MOST_WORDS = 8


def words_of(folded: str) -> tuple[str, ...]:
    """Return the distinct words of a folded query, at most `MOST_WORDS`, in their order."""
    return tuple(dict.fromkeys(folded.split()))[:MOST_WORDS]
