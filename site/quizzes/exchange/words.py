"""What a report says, as sentences in the editor's language."""

from typing import Any

from django.utils.translation import gettext, gettext_lazy

from quizzes.faults import told as fault_told
from quizzes.interchange import reasons
from quizzes.interchange.model import CHANGED, REFUSED, TAKEN, Place, Reason

#: Found only when a question meets the blocks and images of this site.
NEEDS_MENDING = "needs_mending"
ALREADY_HERE = "already_here"
NEEDS_ALTERNATIVE = "needs_alternative"
PICTURE_MOVED = "picture_moved"

VERDICTS: dict[str, Any] = {
    TAKEN: gettext_lazy("Taken as it is"),
    CHANGED: gettext_lazy("Taken with changes"),
    REFUSED: gettext_lazy("Not taken"),
}
_ = gettext_lazy

SENTENCES: dict[str, Any] = {
    reasons.TOO_LARGE: _("The file is larger than %(limit)s MB."),
    reasons.NOT_UTF8: _("The file is not written in UTF-8. Save it again with this encoding."),
    reasons.EMPTY_FILE: _("The file holds no questions."),
    reasons.NOT_XML: _("The file is no sound XML."),
    reasons.FORBIDDEN_XML: _("The file declares a document type or entities; such files are not read."),
    reasons.TOO_DEEP: _("Elements of the file stand too deep in one another."),
    reasons.NOT_MOODLE: _("The file is XML, but no file of questions from Moodle."),
    reasons.NOT_A_PACKAGE: _("The file is no zip package."),
    reasons.PACKAGE_UNSAFE: _("The package cannot be unpacked safely: %(file)s"),
    reasons.PACKAGE_TOO_LARGE: _("The package holds too much."),
    reasons.NO_MANIFEST: _("The package has no imsmanifest.xml."),
    reasons.TOO_MANY_QUESTIONS: _("The file holds more than %(limit)s questions. Split it."),
    reasons.TYPE_UNKNOWN: _("There is no such type of question here: %(type)s"),
    reasons.NO_ANSWER_PLACE: _("This is a text without anything to answer."),
    reasons.CATEGORY: _("This is a category, not a question. Use tags."),
    reasons.BRACES: _("Braces do not pair. An empty line ends a question."),
    reasons.SEVERAL_ANSWER_BLOCKS: _("There is more than one pair of braces."),
    reasons.NO_TEXT: _("The question has no text."),
    reasons.NO_RIGHT: _("No answer is right."),
    reasons.MANY_RIGHT: _("More than one answer is right where only one may be."),
    reasons.NO_WRONG: _("Every option is right."),
    reasons.TOO_FEW_OPTIONS: _("There are fewer than two options."),
    reasons.TOO_FEW_PAIRS: _("There are fewer than two pairs, or an item has no partner."),
    reasons.TOO_FEW_STEPS: _("There are fewer than two steps."),
    reasons.SHARED_PARTNER: _("Two items share one partner."),
    reasons.PICTURE_ONLY: _("An answer is a picture only."),
    reasons.BAD_NUMBER: _("This is no number that can be kept: %(text)s"),
    reasons.BAD_WEIGHT: _("This is no weight: %(text)s"),
    reasons.GAP_KIND: _("There is no such type of gap here: %(type)s"),
    reasons.GAP_TEXT: _("A gap has no place in the text, or more than one."),
    reasons.NO_TEXT_FIELD: _("The answer is a file, not a text."),
    reasons.TEXT_TOO_LONG: _("A text has more than %(limit)s characters."),
    reasons.UNSOUND: _("The question cannot be sat: %(fault)s"),
    reasons.ITEM_NOT_XML: _("The file of the question is no sound XML, or declares entities."),
    reasons.ITEM_MISSING: _("The package names a file that it does not hold: %(file)s"),
    reasons.OLD_QTI: _("The question is written in an older QTI; only 3.0 is read."),
    reasons.SEVERAL_INTERACTIONS: _("The question is answered in several ways at once."),
    reasons.CANNOT_BE_WRITTEN: _("This format has no such type of question."),
    reasons.GAPS_MANY: _("This format knows one gap in a text only."),
    reasons.PARTIAL_DROPPED: _("Answers that brought part of the points bring nothing here, or are left out."),
    reasons.SCORING_CHANGED: _("Points are reckoned otherwise here."),
    reasons.WEIGHTS_EQUALISED: _("All gaps weigh the same here."),
    reasons.ALL_OR_NOTHING_LOST: _("Scored all or nothing here, by option there."),
    reasons.PAIR_SCORING_LOST: _("Scored by pairs in the right order here, all or nothing there."),
    reasons.CASE_IGNORED: _("Capital and small letters count as the same here."),
    reasons.WILDCARD_DROPPED: _("A pattern with * is left out: %(text)s"),
    reasons.SPELLING_DROPPED: _("A spelling is left out, as it has no letters or means two things: %(text)s"),
    reasons.SPELLING_RESPELLED: _("A sign that cannot stand in an accepted answer is replaced."),
    reasons.SHARE_ROUNDED: _("A part of the points is rounded to a whole percentage."),
    reasons.NUMBER_ROUNDED: _("A number is rounded to six decimals."),
    reasons.POINTS_ROUNDED: _("Points are whole and from 1 to 20 here: %(points)s"),
    reasons.FEEDBACK_DROPPED: _("Some feedback has no place and is left out."),
    reasons.HINTS_DROPPED: _("Hints between tries are left out."),
    reasons.MARKUP_DROPPED: _("Some layout is left out; the words are kept."),
    reasons.LINK_PICTURE_DROPPED: _("A picture on another site is left out."),
    reasons.PICTURE_DROPPED: _("A picture does not come along."),
    reasons.PICTURE_UNREADABLE: _("This is no picture that can be kept: %(name)s"),
    reasons.PICTURES_TOO_LARGE: _("The pictures of the file are too large together; one is left out."),
    reasons.UNITS_DROPPED: _("Units are left out."),
    reasons.UNIT_MUST_BE_CHOSEN: _("The unit is to be chosen there; here it stands beside the field."),
    reasons.STEPS_ALL: _("All steps are asked here, not some of them."),
    reasons.ATTACHMENTS_DROPPED: _("Files cannot be attached to an answer here."),
    reasons.RUBRIC_MADE: _("The question had no rubric; a plain one was made."),
    reasons.RUBRIC_DROPPED: _("The rubric is left out."),
    reasons.LENGTHS_DROPPED: _("The lengths asked for are left out."),
    reasons.STEM_MADE: _("The text with gaps had no task of its own; a plain one was made."),
    reasons.NAME_MADE: _("The question had no name; one was made from its text."),
    reasons.TAG_RESPELLED: _("A tag is spelled anew: %(tag)s"),
    reasons.NOT_JUDGED: _("The question has no right answer and becomes a survey question."),
    reasons.GAPS_FROM_DRAGGING: _("Words are chosen from a list here, not dragged."),
    NEEDS_MENDING: _("Editing will ask you to mend this: %(fault)s"),
    ALREADY_HERE: _("This question of this file is on the page already; it is not added again."),
    NEEDS_ALTERNATIVE: _("A picture needs an alternative text."),
    PICTURE_MOVED: _("Pictures stand below the text here."),
}


def told(reason: Reason) -> str:
    """Return the sentence of a reason."""
    values = dict(reason.values)
    if "fault" in values and reason.code == reasons.UNSOUND:
        values["fault"] = fault_told(values["fault"])
    sentence = str(SENTENCES[reason.code])
    return sentence % values if values else sentence


def place_told(place: Place) -> str:
    """Return where something stands: "items/a.xml, line 12, question[@type="essay"]"."""
    line = gettext("line %(line)d") % {"line": place.line} if place.line else ""
    return ", ".join(filter(None, (place.file, line, place.element)))
