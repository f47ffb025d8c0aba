"""What a briefing may say, topic by topic, the most telling first: the author's whole sentences and labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import accumulate, islice

from pmexport.facts.passages import Form, Passage, passages
from pmexport.model.postmortem import Postmortem
from pmexport.model.terms import FieldName, SectionKind
from pmexport.report.plain import Piece, Plain
from pmexport.report.words import Words


class Topic(StrEnum):
    """What leaders ask about; the values are keys of the label table ``briefing_topic``."""

    HAPPENED = "happened"
    COST = "cost"
    CAUSE = "cause"
    FACTORS = "factors"
    LUCKY = "lucky"
    RISK = "risk"
    DECISIONS = "decisions"
    CHART = "chart"
    PROMISES = "promises"


_IMPACT = (
    SectionKind.IMPACT_BUSINESS,
    SectionKind.IMPACT_USER,
    SectionKind.IMPACT,
    SectionKind.IMPACT_TECHNICAL,
)
# Sections that tell no story: where no section is a summary, the first sentence of any other is asked.
_NO_STORY = {
    *(SectionKind.TIMELINE, SectionKind.ACTION_ITEMS, SectionKind.REFERENCES, SectionKind.APPENDIX),
    *(SectionKind.CUSTOMER_SUMMARY, SectionKind.COMMUNICATION, SectionKind.HEADER, SectionKind.LESSONS),
    *(SectionKind.WENT_WELL, SectionKind.WENT_WRONG, SectionKind.LUCKY, SectionKind.DETECTION),
}
_TOLD_IN = (Form.PARAGRAPH, Form.ITEM)
# Where a list of factors has its labels: in terms and sub-headings, else at the head of each item.
_LABELS = (Form.HEADING, Form.ITEM, Form.PARAGRAPH)
_MOST_SENTENCES, _MOST_IMPACTS = 3, 2
_LONGEST_SENTENCE = 420
_LONGEST_STORY = 620
_LONGEST_CAUSE = 260
_LONGEST_LABEL = 84
_LONGEST_VALUE = 96
_LONGEST_ASK = 200
_FEWEST_FACTORS, _SHORT_CHAPTER = 2, 10
_MOST = {
    Topic.HAPPENED: _MOST_SENTENCES,
    Topic.COST: 5,
    Topic.CAUSE: 2,
    Topic.FACTORS: 6,
    Topic.LUCKY: 4,
    Topic.RISK: 3,
    Topic.DECISIONS: 4,
    Topic.CHART: 1,
    Topic.PROMISES: 8,
}


def briefing_text(postmortem: Postmortem, words: Words, plain: Plain) -> Mapping[Topic, tuple[Piece, ...]]:
    """Return what may be said on each topic, in the order to say it; a topic of which nothing is told has no pieces."""
    return _Source(postmortem, words, plain).topics()


def at_most(topic: Topic, pieces: Sequence[Piece]) -> int:
    """Return how many of `pieces` a page has on `topic`, however much room there is: a story is short."""
    most = min(_MOST[topic], len(pieces))
    if topic is Topic.COST and pieces and not pieces[0].label:
        return min(_MOST_IMPACTS, most)
    if topic is not Topic.HAPPENED:
        return most
    lengths = accumulate(len(piece.text) for piece in pieces[:most])
    return max(sum(length <= _LONGEST_STORY for length in lengths), min(most, 1))


class _Source:
    """The passages of one postmortem, asked topic by topic."""

    def __init__(self, postmortem: Postmortem, words: Words, plain: Plain) -> None:
        self._title = postmortem.title
        self._words = words
        self._plain = plain
        self._passages = passages(postmortem)
        self._labels = {field.label.casefold().strip(" :"): field.name for field in postmortem.fields}

    def topics(self) -> dict[Topic, tuple[Piece, ...]]:
        happened = self._happened()
        said = happened[: at_most(Topic.HAPPENED, happened)]
        named = self._named_causes()
        factors = self._labelled(SectionKind.CONTRIBUTING_FACTORS) or named
        told = bool(named) or says_why(said, self._words)
        return {
            Topic.HAPPENED: happened,
            Topic.COST: self._cost(said),
            Topic.CAUSE: () if told else self._cause(said, needed=not factors),
            Topic.FACTORS: factors,
            Topic.LUCKY: self._labelled(SectionKind.LUCKY),
            Topic.RISK: self._titled(Topic.RISK),
            Topic.DECISIONS: self._titled(Topic.DECISIONS),
        }

    def _happened(self) -> tuple[Piece, ...]:
        asked = {*self._listed(Topic.RISK), *self._listed(Topic.DECISIONS)}
        told = [one for one in self._passages if not {one.title.casefold(), one.label.casefold()} & asked]
        for chosen in self._stories():
            said = self._story(filter(chosen, told))
            if said:
                return said
        return ()

    def _stories(self) -> tuple[Callable[[Passage], bool], ...]:
        """Return where the story is looked for: the author's words for leaders first, any section's last."""

        def for_leaders(passage: Passage) -> bool:
            return passage.kind is SectionKind.LEADERSHIP_SUMMARY and passage.form in _TOLD_IN

        def told(kinds: set[SectionKind | None]) -> Callable[[Passage], bool]:
            return lambda passage: passage.kind in kinds and passage.form is Form.PARAGRAPH

        return (
            for_leaders,
            self._field(FieldName.SUMMARY, *self._words.sought("briefing", "summary_fields")),
            told({SectionKind.SUMMARY}),
            lambda passage: passage.kind is SectionKind.SUMMARY and passage.form is Form.ITEM,
            lambda passage: passage.kind is None and not passage.title and passage.form is Form.PARAGRAPH,
            told({*_IMPACT}),
            self._field(FieldName.IMPACT),
            told({None, *SectionKind} - _NO_STORY),
        )

    def _field(self, name: FieldName, *labels: str) -> Callable[[Passage], bool]:
        def is_it(passage: Passage) -> bool:
            label = passage.label.casefold().replace("_", " ").strip(" :")
            known = self._labels.get(passage.label.casefold().strip(" :"))
            return passage.form is Form.FIELD and (label in labels or known is name)

        return is_it

    def _story(self, told: Iterable[Passage]) -> tuple[Piece, ...]:
        posted = re.compile("|".join(self._words.sought("briefing", "posted")))
        # One update of many tells how things stood when it was posted, and not how they went.
        story = (one for one in told if not posted.match(one.text))
        sentences = self._plain.sentences(story, _LONGEST_SENTENCE)
        return tuple(piece for piece in sentences if piece.text.casefold() != self._title.casefold())

    def _cause(self, said: tuple[Piece, ...], *, needed: bool) -> tuple[Piece, ...]:
        """Return the sentence that tells why in so many words.

        Where none does and one is `needed`, those of a short chapter, which tells nothing else; a long one begins with
        what has to be known before.
        """
        asked = [passage for passage in self._passages if self._field(FieldName.ROOT_CAUSE)(passage)]
        causes = [one for one in self._passages if one.kind is SectionKind.ROOT_CAUSE]
        asked += [one for one in causes if one.form is Form.PARAGRAPH]
        items = [one for one in causes if one.form is Form.ITEM]
        # Five whys: an answer means nothing without its question.
        asked += [] if any("?" in one.text for one in items) else items
        known = {piece.text for piece in said}
        found = [one for one in self._plain.sentences(asked, _LONGEST_CAUSE) if one.text not in known]
        telling = [one for one in found if says_why((one,), self._words) and not self._plain.hangs(one.text)]
        short = sum(len(one.sentences()) for one in asked) <= _SHORT_CHAPTER
        return tuple(telling[:1] or (found if needed and short else ()))

    def _cost(self, said: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """Return the labelled facts of the impact; where none has a label, its first sentences."""
        told = [one for kind in _IMPACT for one in self._passages if one.kind is kind and one.form in _TOLD_IN]
        told += [one for one in self._passages if self._field(FieldName.IMPACT)(one)]
        facts = [fact for one in told if (fact := self._plain.fact(one, _LONGEST_VALUE))]
        facts = [fact for fact in facts if fact.label.casefold() not in self._words.sought("briefing", "in_figures")]
        if facts:
            return tuple(facts)
        known = {piece.text for piece in said}
        return tuple(piece for piece in self._plain.sentences(told, _LONGEST_CAUSE) if piece.text not in known)

    def _named_causes(self) -> tuple[Piece, ...]:
        """Return the names that the causes are listed under, where there are several and each has one."""
        items = [one for one in self._passages if one.kind is SectionKind.ROOT_CAUSE and one.form is Form.ITEM]
        if len(items) < _FEWEST_FACTORS or not all(one.label and "?" not in one.text for one in items):
            return ()
        return tuple(piece for one in items if (piece := self._plain.label(one, _LONGEST_LABEL)))

    def _labelled(self, kind: SectionKind) -> tuple[Piece, ...]:
        told = [one for one in self._passages if one.kind is kind]
        first = next(filter(None, ([one for one in told if one.form is form] for form in _LABELS)), [])
        return tuple(piece for one in first if (piece := self._plain.label(one, _LONGEST_LABEL)))

    def _titled(self, topic: Topic) -> tuple[Piece, ...]:
        """Return what stands under a heading or a label of `topic`."""
        titles = self._listed(topic)
        told = [one for one in self._passages if self._bears(one, titles)]
        return tuple(piece for one in told for piece in islice(self._plain.sentences((one,), _LONGEST_ASK), 2))

    def _listed(self, topic: Topic) -> tuple[str, ...]:
        return self._words.sought("briefing", f"{topic}_headings")

    @staticmethod
    def _bears(passage: Passage, titles: tuple[str, ...]) -> bool:
        label = passage.label.casefold().replace("_", " ").strip(" :")
        titled = passage.title.casefold() in titles and passage.form in _TOLD_IN
        return titled or label in titles


def tells_impact(postmortem: Postmortem) -> bool:
    """Tell whether `postmortem` says anything of the impact, in plain words or not."""
    named = any(field.name is FieldName.IMPACT for field in postmortem.fields)
    return named or any(one.kind in _IMPACT and one.form in _TOLD_IN for one in passages(postmortem))


def says_why(said: Iterable[Piece], words: Words, *lists: str) -> bool:
    """Tell whether the sentences `said` tell a cause in so many words, or in those of the further `lists`."""
    told = (pattern for name in ("says_why", *lists) for pattern in words.sought("briefing", name))
    why = re.compile("|".join(told), re.IGNORECASE)
    return any(why.search(piece.text) for piece in said)
