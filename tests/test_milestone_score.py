"""How well the milestones of the shared corpus are told, against what a reader found."""

from pathlib import Path

import milestone_score

# Somewhat below what was reached: 99 % and 85 %.
PRECISION = 0.95
RECALL = 0.8


def test_nearly_every_milestone_told_is_right_and_most_are_told(shared: Path) -> None:
    result = milestone_score.score(milestone_score.found(shared / "corpus"))

    assert result.precision >= PRECISION, result.wrong
    assert result.recall >= RECALL, result.missed
