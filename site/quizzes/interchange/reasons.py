"""Codes of everything a report may say. `words.py` beside this package has the sentence for each."""

# Nothing of the file can be read.
TOO_LARGE = "too_large"  # limit
NOT_UTF8 = "not_utf8"
EMPTY_FILE = "empty_file"
NOT_XML = "not_xml"
FORBIDDEN_XML = "forbidden_xml"
TOO_DEEP = "too_deep"
NOT_MOODLE = "not_moodle"
NOT_A_PACKAGE = "not_a_package"
PACKAGE_UNSAFE = "package_unsafe"  # file
PACKAGE_TOO_LARGE = "package_too_large"
NO_MANIFEST = "no_manifest"
TOO_MANY_QUESTIONS = "too_many_questions"  # limit

# A question is refused.
TYPE_UNKNOWN = "type_unknown"  # type
NO_ANSWER_PLACE = "no_answer_place"
CATEGORY = "category"
BRACES = "braces"
SEVERAL_ANSWER_BLOCKS = "several_answer_blocks"
NO_TEXT = "no_text"
NO_RIGHT = "no_right"
MANY_RIGHT = "many_right"
NO_WRONG = "no_wrong"
TOO_FEW_OPTIONS = "too_few_options"
TOO_FEW_PAIRS = "too_few_pairs"
TOO_FEW_STEPS = "too_few_steps"
SHARED_PARTNER = "shared_partner"
PICTURE_ONLY = "picture_only"
BAD_NUMBER = "bad_number"  # text
BAD_WEIGHT = "bad_weight"  # text
GAP_KIND = "gap_kind"  # type
GAP_TEXT = "gap_text"
NO_TEXT_FIELD = "no_text_field"
TEXT_TOO_LONG = "text_too_long"  # limit
UNSOUND = "unsound"  # fault
ITEM_NOT_XML = "item_not_xml"  # line
ITEM_MISSING = "item_missing"  # file
OLD_QTI = "old_qti"
SEVERAL_INTERACTIONS = "several_interactions"
CANNOT_BE_WRITTEN = "cannot_be_written"  # type
GAPS_MANY = "gaps_many"

# A question is taken, or written, with a change.
PARTIAL_DROPPED = "partial_dropped"
SCORING_CHANGED = "scoring_changed"
WEIGHTS_EQUALISED = "weights_equalised"
ALL_OR_NOTHING_LOST = "all_or_nothing_lost"
PAIR_SCORING_LOST = "pair_scoring_lost"
CASE_IGNORED = "case_ignored"
WILDCARD_DROPPED = "wildcard_dropped"  # text
SPELLING_DROPPED = "spelling_dropped"  # text
SPELLING_RESPELLED = "spelling_respelled"
SHARE_ROUNDED = "share_rounded"
NUMBER_ROUNDED = "number_rounded"
POINTS_ROUNDED = "points_rounded"  # points
FEEDBACK_DROPPED = "feedback_dropped"
HINTS_DROPPED = "hints_dropped"
MARKUP_DROPPED = "markup_dropped"
LINK_PICTURE_DROPPED = "link_picture_dropped"
PICTURE_DROPPED = "picture_dropped"
PICTURE_UNREADABLE = "picture_unreadable"  # name
PICTURES_TOO_LARGE = "pictures_too_large"
UNITS_DROPPED = "units_dropped"
UNIT_MUST_BE_CHOSEN = "unit_must_be_chosen"
STEPS_ALL = "steps_all"
ATTACHMENTS_DROPPED = "attachments_dropped"
RUBRIC_MADE = "rubric_made"
RUBRIC_DROPPED = "rubric_dropped"
LENGTHS_DROPPED = "lengths_dropped"
STEM_MADE = "stem_made"
NAME_MADE = "name_made"
TAG_RESPELLED = "tag_respelled"  # tag
NOT_JUDGED = "not_judged"
GAPS_FROM_DRAGGING = "gaps_from_dragging"
