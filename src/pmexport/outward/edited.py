"""A finished file that somebody may have edited by hand, checked before it is sent."""

from __future__ import annotations

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
_NOT_IN_EDITED = frozenset({"code", "path", "host", "commit", "unfinished"})


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
    # The letters of a chart come without the spaces between its words; which program saved a file is no secret.
    spaced = [one for one in file.texts if (one[0] != "page" or " " in one[1]) and one[0] != _OF_THE_PROGRAM]
    for is_shown in (True, False):
        texts = [
            Spoken(text=text, document=Document.CUSTOMER_FILE, line=0)
            for place, text in spaced
            if is_shown is (" " in text and place.startswith(_SHOWN))
        ]
        found += [
            leakcheck.Leak(finding.masked, explain(finding.rule))
            for finding in guarded(texts, prepared.known, prepared.policy)
            if finding.item.casefold() not in said and (is_shown or finding.rule not in _NOT_IN_EDITED | _BY_SHAPE)
        ]
    return tuple(dict.fromkeys(found))
