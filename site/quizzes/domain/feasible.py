"""Can sections that draw from pools which overlap all be filled, with no question drawn twice?

A question goes to at most one section: this is the transport problem on a bipartite graph, solved by augmenting paths
(Ford and Fulkerson 1956). Pools are small, so the plain form of it is quick enough.
"""

from collections.abc import Sequence

Need = tuple[Sequence[str], int]


def shortage(needs: Sequence[Need]) -> int:
    """Return how many questions are missing at least; 0 = the sections `(pool, take)` can all be filled at once."""
    holders: dict[str, int] = {}
    missing = 0
    for section, (_pool, take) in enumerate(needs):
        for _place in range(take):
            if not _fill(section, needs, holders, set()):
                missing += 1
    return missing


def _fill(section: int, needs: Sequence[Need], holders: dict[str, int], tried: set[str]) -> bool:
    """Give the section one more question, moving others to other questions where needed."""
    for question in needs[section][0]:
        if question in tried:
            continue
        tried.add(question)
        if question not in holders or _fill(holders[question], needs, holders, tried):
            holders[question] = section
            return True
    return False
