"""What a section is called on the page: as its author called it, in the page's own case."""

from __future__ import annotations

from pmexport.model.postmortem import Section
from pmexport.report.words import Words


def heading_of(section: Section, words: Words) -> str:
    """Return the author's heading, in the page's own case where it differs from ours in capitals only."""
    ours = [*words.sought("recased", "headings")]
    if section.kind is not None and words.has("heading", section.kind):
        ours.append(words.say("heading", section.kind))
    plain = section.title.casefold()
    standard = {one.casefold() for one in (*ours, *words.standard(section.kind or ""))}
    meant = words.renamed_heading(section.kind or "") if plain in standard else ""
    title = meant or next((one for one in ours if one.casefold() == plain), section.title)
    return f"{title} ({section.qualifier})" if section.qualifier else title
