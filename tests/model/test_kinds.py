"""Which kinds of section a postmortem holds."""

from msgspec.structs import replace

from example_postmortem import para, postmortem, section
from pmexport.model.kinds import kinds_held
from pmexport.model.postmortem import FieldRun, HeaderField, Postmortem, Section
from pmexport.model.prose import BulletList, HorizontalRule, ListItem, Para, Str
from pmexport.model.terms import FieldName, SectionKind


def holding(*sections: Section) -> Postmortem:
    return replace(postmortem(events=()), sections=sections)


def test_a_part_counts_as_the_whole_it_belongs_to_as_well() -> None:
    held = kinds_held(holding(section(SectionKind.TRIGGER, "What set it off", para("A rollout."))))

    assert held == [SectionKind.ROOT_CAUSE, SectionKind.TRIGGER]


def test_a_section_of_nothing_but_a_rule_and_empty_bullets_holds_nothing() -> None:
    bullets = BulletList((ListItem((Para((Str(" "),)),)),))

    assert kinds_held(holding(section(SectionKind.IMPACT, "Impact", HorizontalRule(), bullets))) == []


def test_a_field_of_the_head_counts_as_its_section_unless_it_was_never_filled_in() -> None:
    filled = HeaderField(name=FieldName.ROOT_CAUSE, label="Root cause", value=(Str("A full disk."),))
    blank = replace(filled, name=FieldName.IMPACT, placeholder=True)

    found = kinds_held(replace(holding(), lead=(FieldRun((filled, blank)),)))

    assert found == [SectionKind.ROOT_CAUSE]


def test_a_review_in_parts_is_no_lessons_of_its_own() -> None:
    parts = section(SectionKind.WENT_WELL, "What went well", para("The alert."))

    assert kinds_held(holding(section(SectionKind.LESSONS, "Lessons", children=(parts,)))) == [SectionKind.WENT_WELL]
