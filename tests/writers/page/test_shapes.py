"""The small marks before a status."""

import pytest

from pmexport.theme.theme import Shape
from pmexport.writers.page.shapes import shape, task_shape


@pytest.mark.parametrize("kind", [kind for kind in Shape if kind is not Shape.NONE])
def test_no_two_statuses_look_alike_without_their_colour(kind: Shape) -> None:
    others = {shape(other, "#000", "#fff") for other in Shape if other is not kind}

    assert shape(kind, "#000", "#fff") not in others


def test_a_status_without_a_shape_draws_nothing() -> None:
    assert shape(Shape.NONE, "#000", "#fff") == ""


def test_a_task_names_its_state_for_those_who_cannot_see_it() -> None:
    assert "<title>not &lt;done&gt;</title>" in task_shape("not <done>", "#000", done=False)
