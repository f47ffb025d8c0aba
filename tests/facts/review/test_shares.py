"""Shares of more than all."""

import pytest

from rule_examples import codes

HEAD = "# Orders stopped\n\n## Impact\n"


@pytest.mark.parametrize(
    "text",
    [
        "104 % of requests failed",
        "The disk usage reached 185% because nothing was deleted",
        "Over the day the success rate rose to 199.5%",
        "Memory utilization was at 120 %",
        "680 of 640 customers were affected",
        "6,206 of 67,700 orders (19 %) were sent again",
        "6206 bytes of 677 KB (~9 %) were sent again",
        "6206 байт из 677 КБ (~9 %) были переданы повторно",
    ],
)
def test_more_than_all_is_found(text: str) -> None:
    assert {"percent-over-100", "part-over-whole"} & set(codes(HEAD + text))


@pytest.mark.parametrize(
    "text",
    [
        "100 % of requests failed",
        "Error rates were 300 % higher than usual",
        "CPU load stood at 400 %",
        "Memory use reached 140 % of the limit",
        "Requests rose to 250 % of normal, and 20 % of them failed",
        "18 of 20 customers were affected",
        "6206 bytes of 677 KB (~0.9 %) were sent again",
        "1 GB of 2 GiB (50 %) was used",
    ],
)
def test_what_can_grow_is_left_alone(text: str) -> None:
    assert not {"percent-over-100", "part-over-whole"} & set(codes(HEAD + text))
