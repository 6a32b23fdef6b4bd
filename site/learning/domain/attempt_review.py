"""What a result may tell after hand-in: explanations always, right answers by the rule frozen with the attempt."""

AT_ONCE = "at_once"


def shows_right_answers(*, review: str, passed: bool, used: int, allowed: int) -> bool:
    """Tell whether the right answers of a handed-in attempt are shown.

    Args:
        review: "at_once" or "after_pass_or_last".
        passed: whether this person has passed the quiz.
        used: attempts handed in so far.
        allowed: attempts allowed when this one began; 0 = no limit, so only a pass shows them.
    """
    return review == AT_ONCE or passed or (allowed > 0 and used >= allowed)
