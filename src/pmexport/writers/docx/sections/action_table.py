"""Every action item, and how many are done."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pmexport.model.prose import BulletList, ListItem
from pmexport.model.report import ActionGroup, ActionRow, ActionTable, Badge, BadgeScheme, columns_of
from pmexport.writers.docx.inlines import inlines
from pmexport.writers.docx.lengths import length
from pmexport.writers.docx.manuscript import Manuscript
from pmexport.writers.docx.markup import Element, Voice, kept_with_next, paragraph, run, twips, w, words
from pmexport.writers.docx.prose import blocks
from pmexport.writers.docx.sections.heading import heading
from pmexport.writers.docx.table import Cell, Row, natural, table

_GAP = 2.0
_MOST_SEGMENTS = 30
_BADGE = 12.0
_WORD = 78.0
# Where no due date stands beside it, a status may say one.
_PHRASE = 150.0
_NARROWEST_ACTION = 0.36
_LONG = 900
_UNKNOWN = "\N{EM DASH}"


def action_table(section: ActionTable, manuscript: Manuscript) -> list[Element]:
    """Return the heading, the share done in words and as a bar, and a table for each group."""
    body = manuscript.body()
    content = [
        heading(section.heading, section.anchor, manuscript, line=section.line),
        *kept_with_next(blocks(section.intro, body, manuscript)),
    ]
    if section.progress or section.outlook:
        content.append(_progress(section, manuscript))
    if section.segments:
        content.append(_bar(section.segments, manuscript))
    for group in section.groups:
        if group.heading:
            content.append(words(group.heading, "Heading2"))
        content += kept_with_next(blocks(group.intro, body, manuscript))
        # What is edited keeps a column to fill in.
        shown = section if manuscript.options.editable else columns_of(section, group)
        if _is_bare(shown):
            content += _listed(group, manuscript)
        else:
            content += _table(shown, group, _widths(shown, manuscript.width), manuscript)
        content += blocks(group.rest, body, manuscript)
    return [*content, *blocks(section.rest, body, manuscript)]


def _is_bare(section: ActionTable) -> bool:
    """Tell whether nothing but the actions is told: what would be one column is a list."""
    told = (section.priority_heading, section.kind_heading, section.owner_heading, section.due_heading)
    return not any((*told, section.status_heading))


def _listed(group: ActionGroup, manuscript: Manuscript) -> list[Element]:
    body = manuscript.body()
    content: list[Element] = []
    for row in group.rows:
        text = blocks((BulletList((ListItem(content=row.blocks, line=row.line),)),), body, manuscript)
        if text:
            _marked(row, text, manuscript)
        content += text
        for detail in row.details:
            content.append(paragraph("TableNote", [run(f"{detail.label} "), *inlines(detail.value, body, manuscript)]))
    return content


def _marked(row: ActionRow, text: Sequence[Element], manuscript: Manuscript) -> None:
    """Give the first paragraph of a row its bookmark."""
    manuscript.places.add(row.line, text[0])
    for offset, mark in enumerate(manuscript.bookmarks.around(row.anchor, [])):
        text[0].insert(1 + offset, mark)


def _progress(section: ActionTable, manuscript: Manuscript) -> Element:
    stop = w("tabs", w("tab", val="right", pos=twips(manuscript.width)))
    strong, soft = Voice(strong=True), Voice(style="Soft")
    outlook = [run("\t"), run(section.outlook, soft)] if section.outlook else []
    return paragraph("Progress", [run(section.progress, strong), *outlook], stop)


def _bar(segments: tuple[str, ...], manuscript: Manuscript) -> Element:
    """Return the share done as tabs with shading: a bar that is no picture, no table, and no words.

    Word allows 64 tab stops in a line, so that a long list shows a stretch for each status instead of one each item.
    """
    runs = [(key, 1) for key in segments]
    if len(segments) > _MOST_SEGMENTS:
        runs = [(key, len(list(same))) for key, same in groupby(segments)]
    unit = (manuscript.width + _GAP) / len(segments)
    stops: list[float] = []
    content: list[Element] = []
    end = 0
    for key, count in runs:
        end += count
        look = manuscript.theme.light.badge(Badge(scheme=BadgeScheme.ACTION, key=key, label=""))
        content += [run("\t", manuscript.badges.segment(key, look)), run("\t")]
        stops += [end * unit - _GAP, end * unit]
    tabs = w("tabs", *(w("tab", val="left", pos=twips(stop)) for stop in stops[:-1]))
    return paragraph("ProgressBar", content[:-1], tabs)


def _widths(section: ActionTable, width: float) -> list[float]:
    """Return the widths of the columns that `section` has, the action's taking what the others leave."""
    rows = [row for group in section.groups for row in group.rows]
    labels = [row.status.label for row in rows if row.status]
    priorities = [row.priority.label for row in rows if row.priority]
    status_room = _WORD if section.due_heading else _PHRASE
    wanted = [
        (section.priority_heading, max(natural(priorities) + _BADGE / 2, natural([section.priority_heading]))),
        (section.kind_heading, natural([section.kind_heading, *(row.kind for row in rows)], widest=_WORD)),
        (section.owner_heading, natural([section.owner_heading, *(row.owner for row in rows)], widest=_WORD)),
        (section.due_heading, natural([section.due_heading, *(row.due for row in rows)], widest=_WORD)),
        (section.status_heading, natural([section.status_heading, *labels], widest=status_room) + _BADGE),
    ]
    others = [part for title, part in wanted if title]
    shrink = min(1.0, width * (1 - _NARROWEST_ACTION) / sum(others)) if others else 1.0
    others = [part * shrink for part in others]
    place = 1 if section.priority_heading else 0
    return [*others[:place], width - sum(others), *others[place:]]


def _table(section: ActionTable, group: ActionGroup, widths: list[float], manuscript: Manuscript) -> list[Element]:
    if not group.rows:
        return []
    titles = [
        title
        for title in (
            section.priority_heading,
            section.action_heading or " ",
            section.kind_heading,
            section.owner_heading,
            section.due_heading,
            section.status_heading,
        )
        if title
    ]
    head = Row(cells=tuple(Cell(content=(words(title, "TableHeading"),)) for title in titles), header=True)
    rows = [_row(section, row, widths, manuscript) for row in group.rows]
    return [table("ReportTable", widths, [head, *rows], title=group.heading or section.heading), paragraph("TableEnd")]


def _row(section: ActionTable, row: ActionRow, widths: list[float], manuscript: Manuscript) -> Row:
    action_width = widths[1 if section.priority_heading else 0]
    contents: list[tuple[Element, ...]] = []
    if section.priority_heading:
        badge = [manuscript.badges.label(row.priority)] if row.priority else []
        contents.append((paragraph("TableText", badge),))
    contents.append(_action(row, action_width, manuscript))
    if section.kind_heading:
        contents.append((words(row.kind, "TableText"),))
    if section.owner_heading:
        contents.append((words(row.owner, "TableText"),))
    if section.due_heading:
        contents.append((_due(section, row, manuscript),))
    if section.status_heading:
        contents.append(_status(section, row, manuscript))
    return Row(cells=tuple(Cell(content=content) for content in contents), whole=length(row.blocks) < _LONG)


def _action(row: ActionRow, width: float, manuscript: Manuscript) -> tuple[Element, ...]:
    text = blocks(row.blocks, manuscript.cell("TableText", width), manuscript) or [paragraph("TableText")]
    _marked(row, text, manuscript)
    note = manuscript.cell("TableNote", width)
    details = [
        paragraph("TableNote", [run(f"{detail.label} "), *inlines(detail.value, note, manuscript)])
        for detail in row.details
    ]
    return (*text, *details)


def _due(section: ActionTable, row: ActionRow, manuscript: Manuscript) -> Element:
    shown = run(row.due)
    if manuscript.options.editable:
        shown = manuscript.controls.date(section.due_heading, f"due:{row.anchor}", shown, row.due_date)
    return paragraph("TableStrong" if row.late else "TableSoft", (shown,))


def _status(section: ActionTable, row: ActionRow, manuscript: Manuscript) -> tuple[Element, ...]:
    if manuscript.options.editable and section.statuses:
        return _choice(section, row, manuscript)
    mark = paragraph("TableText", manuscript.badges.status(row.status) if row.status else [])
    return (mark, words(row.status_note, "TableNote")) if row.status_note else (mark,)


def _choice(section: ActionTable, row: ActionRow, manuscript: Manuscript) -> tuple[Element, ...]:
    """Return the status as a list to choose from; its mark is left out, since it would not change with the word."""
    label = row.status.label if row.status else _UNKNOWN
    key = row.status.key if row.status else "none"
    items = dict(section.statuses) | {key: label}
    control = manuscript.controls.choice(
        section.status_heading, f"status:{row.anchor}", run(label), tuple(items.items())
    )
    mark = paragraph("TableText", (control,))
    return (mark, words(row.status_note, "TableNote")) if row.status_note else (mark,)
