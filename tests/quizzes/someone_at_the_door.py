"""The case that docs/scoring.md works through."""

from quizzes.domain.kinds import FAILED, REACHED, Decision, Scenario, Situation

CASE = Scenario(
    (
        Situation(
            "whisper",
            "",
            (
                Decision("ask-aloud", "husband", 0),
                Decision("phrase", "silence", 2),
                Decision("hang-up", "abandoned", 0),
            ),
        ),
        Situation("husband", FAILED, ()),
        Situation(
            "silence",
            "",
            (Decision("plan", "safe", 3), Decision("text", "husband", 0), Decision("wait", "late", 0)),
        ),
        Situation("abandoned", "", (Decision("safe-time", "silence", 1), Decision("call-thrice", "husband", 0))),
        Situation("late", FAILED, ()),
        Situation("safe", REACHED, ()),
    )
)
