"""Controls with which people update a document: a list of statuses, a calendar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count

from pmexport.writers.docx.markup import Element, clean, w

_LONGEST = 64
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Controls:
    """The content controls of one document, each with a number of its own."""

    def __init__(self, language: str) -> None:
        self._numbers = count(1)
        self._language = language

    def choice(self, name: str, tag: str, chosen: Element, items: Sequence[tuple[str, str]]) -> Element:
        """Return the run `chosen` as a list to choose from; `items` are the values and what is shown for them."""
        listed = (w("listItem", displayText=clean(text), value=value) for value, text in dict(items).items())
        return self._control(name, tag, chosen, w("dropDownList", *listed))

    def date(self, name: str, tag: str, shown: Element, date: str) -> Element:
        """Return the run `shown` as a date to pick; `date` is ISO 8601, or empty where none is set."""
        full = {"fullDate": f"{date}T00:00:00Z"} if _ISO_DATE.fullmatch(date) else {}
        picker = w(
            "date",
            w("dateFormat", val="d MMM yyyy"),
            w("lid", val=self._language),
            w("storeMappedDataAs", val="dateTime"),
            w("calendar", val="gregorian"),
            **full,
        )
        return self._control(name, tag, shown, picker)

    def _control(self, name: str, tag: str, content: Element, kind: Element) -> Element:
        properties = w(
            "sdtPr",
            w("alias", val=clean(name)[:_LONGEST]),
            w("tag", val=clean(tag)[:_LONGEST]),
            w("id", val=next(self._numbers)),
            kind,
        )
        return w("sdt", properties, w("sdtContent", content))
