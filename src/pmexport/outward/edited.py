"""A finished file that somebody may have edited by hand, checked before it is sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace

from pmexport.customer import leakcheck
from pmexport.customer.guards import Spoken
from pmexport.customer.guards import findings as guarded
from pmexport.customer.guards.meanings import explain
from pmexport.customer.readback import read_back
from pmexport.model.customer import Document
from pmexport.model.options import Paper
from pmexport.outward import Prepared, knowledge_of
from pmexport.report.customer import customer_report
from pmexport.theme.load import Look, load_look

_OF_THE_PROGRAM = "docProps/app.xml"
_SHOWN = ("page", "text part", "word/")
# What is told by its shape alone can be told from a file's own marks only where people read.
_BY_SHAPE = frozenset({"identifier", "proper", "disguise"})
# Anchors, addresses of parts and the like look like them.
_UNSHOWN = _BY_SHAPE | {"code", "path", "host", "commit", "unfinished"}
_NAMED = frozenset({"person", "service", "term", "vendor", "customer"})
# The gap between two letters that stand alone.
_APART = re.compile(r"(?:(?<=^\S)|(?<=\s\S)) (?=\S(?:\s|$))")


def leaks_of(
    content: bytes, suffix: str, prepared: Prepared, theme_name: Look | str | Path
) -> tuple[leakcheck.Leak, ...]:
    """Return what `content`, a finished file that somebody may have edited, holds of what must not leave.

    Its words are free, but not the internal text's own runs of words and identifiers, and not what a guard denies.
    """
    file = read_back(content, suffix)
    theme = load_look(theme_name).theme
    theme = replace(theme, company=prepared.policy.company or theme.company)
    report = customer_report(prepared.report, Paper.AUTO, theme.wording)
    known = knowledge_of(prepared, report, theme)
    found = list(leakcheck.leaks_in_edited(file, known))
    said = " ".join(leakcheck.every_string(report)).casefold()
    # Which program saved a file is no secret.
    told = [one for one in file.texts if one[0] != _OF_THE_PROGRAM]
    for texts, kept in _by_trust(told, is_drawn=suffix == "pdf"):
        spoken = [Spoken(text=text, document=Document.CUSTOMER_FILE, line=0) for text in texts]
        found += [
            leakcheck.Leak(finding.masked, explain(finding.rule))
            for finding in guarded(spoken, prepared.known, prepared.policy)
            if finding.item.casefold() not in said and kept(finding.rule)
        ]
    return tuple(dict.fromkeys(found))


def _by_trust(told: list[tuple[str, str]], *, is_drawn: bool) -> Iterator[tuple[list[str], Callable[[str], bool]]]:
    """Yield the texts of a file, each kind with what tells which rules can be trusted there.

    The letters of a page that `is_drawn` may come without the spaces between its words, or with one after each of them:
    there a name counts, and nothing that is told by its shape.
    """
    shown = [text for place, text in told if " " in text and place.startswith(_SHOWN)]
    yield shown, lambda rule: not (is_drawn and rule == "disguise")
    run_together = [text for place, text in told if " " not in text and place == "page"]
    apart = [_APART.sub("", text) for text in shown] if is_drawn else []
    yield [*run_together, *apart], _NAMED.__contains__
    yield (
        [text for place, text in told if not place.startswith(_SHOWN) or (" " not in text and place != "page")],
        lambda rule: rule not in _UNSHOWN,
    )
