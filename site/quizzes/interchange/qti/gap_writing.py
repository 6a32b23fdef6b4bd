"""Writing a text with gaps: fields and lists stand in the body where the gaps are."""

from fractions import Fraction

from quizzes.domain.kinds import Gap, Gaps
from quizzes.domain.kinds.gaps import MARK, TEXT

from .. import reasons
from ..gap_text import joined
from ..model import Exchanged, Refused
from ..xml_writing import element, xhtml
from .gaps import CHOSEN, TYPED
from .parts import RESPONSE, Parts, inline_remark, plain


def gaps(kind: Gaps, exchanged: Exchanged, parts: Parts) -> None:
    """Write the text; each gap brings its part.

    Raises:
        Refused: if the text does not have each gap once.
    """
    named = {gap.name: place for place, gap in enumerate(kind.gaps)}
    text = exchanged.parts[TEXT][0]
    if sorted(name for name in MARK.findall(text) if name in named) != sorted(named):
        raise Refused(reasons.GAP_TEXT)
    each = Fraction(parts.points, len(kind.gaps))
    fields = [_field(gap, f"{RESPONSE}-{place}", each, exchanged, parts) for place, gap in enumerate(kind.gaps, 1)]
    markup = xhtml(joined(exchanged.stem, text))
    task, text_start, rest = markup.rpartition('<div class="saboq-text">')
    parts.body = [
        task,
        text_start,
        MARK.sub(lambda mark: fields[named[mark[1]]] if mark[1] in named else mark[0], rest),
    ]
    parts.score_by_map(*(f"{RESPONSE}-{place}" for place in range(1, len(kind.gaps) + 1)))


def _field(gap: Gap, response: str, each: Fraction, exchanged: Exchanged, parts: Parts) -> str:
    if not gap.options:
        parts.response(response, "single", "string", gap.spellings[:1], dict.fromkeys(gap.spellings, each))
        return element(TYPED, response_identifier=response, expected_length="15")
    keys = {option.id: f"{response}-option-{place}" for place, option in enumerate(gap.options, start=1)}
    right = [keys[option.id] for option in gap.options if option.correct]
    parts.response(response, "single", "identifier", right, dict.fromkeys(right, each))
    told = [exchanged.parts[option.id] for option in gap.options]
    if any(note for _text, note in told):
        outcome = f"{response}-FEEDBACK"
        parts.outcome(outcome, "identifier")
        chosen = element("qti-variable", identifier=response)
        parts.rules.append(element("qti-set-outcome-value", chosen, identifier=outcome))
    else:
        outcome = ""
    choices = (
        element("qti-inline-choice", plain(words), inline_remark(key, note, outcome), identifier=key)
        for (words, note), key in zip(told, keys.values(), strict=True)
    )
    return element(CHOSEN, *choices, response_identifier=response, shuffle="true")
