"""Sections while they are read."""

from pmexport.model.prose import Para, Str
from pmexport.model.terms import SectionKind
from pmexport.reader.drafts import DraftSection, topmost


def test_the_topmost_sections_of_a_kind_leave_out_those_within_them() -> None:
    inner = DraftSection(title="inner", kind=SectionKind.TIMELINE)
    outer = DraftSection(title="outer", kind=SectionKind.TIMELINE, children=[inner])

    assert [outer] == topmost([DraftSection(title="top", children=[outer])], SectionKind.TIMELINE)


def test_a_section_flat_keeps_its_sub_headings() -> None:
    child = DraftSection(heading=(Str("Sub"),), level=3, content=[Para((Str("text"),))])

    assert len(DraftSection(children=[child]).flat()) == 2
