"""The words, icons and colours for states in reports: a colour never speaks alone."""

from django.utils.translation import pgettext_lazy

from .domain.grid import CellState, Standing

CELL_WORDS = {
    CellState.DONE: pgettext_lazy("state of a step", "Done"),
    CellState.OPEN: pgettext_lazy("state of a step", "Open"),
    CellState.LOCKED: pgettext_lazy("state of a step", "Not yet open"),
    CellState.FAILED: pgettext_lazy("state of a step", "Failed"),
    CellState.NOT_ASKED: pgettext_lazy("state of a step", "Added later"),
    CellState.NOT_ENROLLED: pgettext_lazy("state of a step", "Not enrolled"),
}

#: State of a step: icon of components/icon.html, and ending of the badge's class.
CELL_MARKS = {
    CellState.DONE: ("done", "done"),
    CellState.OPEN: ("open", "open"),
    CellState.LOCKED: ("locked", "locked"),
    CellState.FAILED: ("fail", "fail"),
    CellState.NOT_ASKED: ("info", "locked"),
    CellState.NOT_ENROLLED: ("warn", "warn"),
}

STANDING_WORDS = {
    Standing.COMPLETED: pgettext_lazy("state of a learner", "Completed"),
    Standing.ACTIVE: pgettext_lazy("state of a learner", "Learning"),
    Standing.NOT_STARTED: pgettext_lazy("state of a learner", "Not started"),
    Standing.LEFT: pgettext_lazy("state of a learner", "Left the course"),
    Standing.NOT_ENROLLED: pgettext_lazy("state of a learner", "Not enrolled"),
}

STANDING_MARKS = {
    Standing.COMPLETED: ("certificate", "done"),
    Standing.ACTIVE: ("play", "open"),
    Standing.NOT_STARTED: ("open", "locked"),
    Standing.LEFT: ("flag", "warn"),
    Standing.NOT_ENROLLED: ("warn", "warn"),
}
