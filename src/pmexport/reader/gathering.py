"""Events that stand together to one run, and what stands between them to the event before it."""

from __future__ import annotations

from pmexport.model.postmortem import ActionRun, FieldRun
from pmexport.model.prose import Block, HorizontalRule, Table
from pmexport.reader.drafts import DayMark, DraftContent, DraftRun


def gathered(content: list[DraftContent], names: set[int]) -> list[DraftContent]:
    """Join runs that stand together, and give what stands between two events to the first of them.

    `names` are the identities of blocks that name what stands below them.
    """
    done: list[DraftContent] = []
    waiting: list[Block] = []
    for part in content:
        if isinstance(part, DraftRun):
            last = done[-1] if done else None
            if isinstance(last, DraftRun):
                if waiting and last.events:
                    last.events[-1].content = (*last.events[-1].content, *waiting)
                    waiting = []
                if not part.columns:
                    last.events += part.events
                    continue
            done.append(part)
        elif isinstance(part, DayMark | FieldRun | ActionRun | Table) or id(part) in names:
            done += waiting
            waiting = []
            done.append(part)
        elif done and isinstance(done[-1], DraftRun) and not isinstance(part, HorizontalRule):
            waiting.append(part)
        else:
            done += waiting
            waiting = []
            done.append(part)
    return [*done, *waiting]
