"""What a briefing may say, topic by topic, the most telling first: the author's whole sentences and labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from itertools import islice

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
_MOST_SENTENCES = 3
_LONGEST_SENTENCE = 420
_LONGEST_STORY = 620
_LONGEST_CAUSE = 260
_LONGEST_LABEL = 84
_LONGEST_VALUE = 96
_LONGEST_ASK = 200
_MOST = {Topic.COST: 5, Topic.CAUSE: 2, Topic.FACTORS: 6, Topic.LUCKY: 4, Topic.RISK: 3, Topic.DECISIONS: 4}


def briefing_text(postmortem: Postmortem, words: Words, plain: Plain) -> Mapping[Topic, tuple[Piece, ...]]:
    """Return what may be said on each topic, in the order to say it; a topic of which nothing is told has no pieces."""
    return _Source(postmortem, words, plain).topics()


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
        factors = self._labelled(Topic.FACTORS, SectionKind.CONTRIBUTING_FACTORS)
        return {
            Topic.HAPPENED: happened,
            Topic.COST: self._cost(happened),
            Topic.CAUSE: self._cause(happened, needed=not factors) if not says_why(happened, self._words) else (),
            Topic.FACTORS: factors,
            Topic.LUCKY: self._labelled(Topic.LUCKY, SectionKind.LUCKY),
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
            told({None, *SectionKind} - _NO_STORY),
        )

    def _field(self, name: FieldName, *labels: str) -> Callable[[Passage], bool]:
        def is_it(passage: Passage) -> bool:
            label = passage.label.casefold().replace("_", " ").strip(" :")
            known = self._labels.get(passage.label.casefold().strip(" :"))
            return passage.form is Form.FIELD and (label in labels or known is name)

        return is_it

    def _story(self, told: Iterable[Passage]) -> tuple[Piece, ...]:
        said: list[Piece] = []
        for piece in self._plain.sentences(told, _LONGEST_SENTENCE):
            length = sum(len(one.text) for one in said) + len(piece.text)
            if len(said) == _MOST_SENTENCES or (said and length > _LONGEST_STORY):
                break
            if piece.text.casefold() != self._title.casefold():
                said.append(piece)
        return tuple(said)

    def _cause(self, said: tuple[Piece, ...], *, needed: bool) -> tuple[Piece, ...]:
        """Return the sentences that tell why; where none does so in so many words, the first, if one is `needed`."""
        asked = [passage for passage in self._passages if self._field(FieldName.ROOT_CAUSE)(passage)]
        causes = [one for one in self._passages if one.kind is SectionKind.ROOT_CAUSE]
        asked += [one for one in causes if one.form is Form.PARAGRAPH]
        items = [one for one in causes if one.form is Form.ITEM]
        # Five whys: an answer means nothing without its question.
        asked += [] if any("?" in one.text for one in items) else items
        known = {piece.text for piece in said}
        found = [one for one in self._plain.sentences(asked, _LONGEST_CAUSE) if one.text not in known]
        telling = [one for one in found if says_why((one,), self._words)]
        return tuple(telling[:1] or (found[: _MOST[Topic.CAUSE]] if needed else ()))

    def _cost(self, said: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """Return the labelled facts of the impact; where none has a label, its first sentences."""
        told = [one for kind in _IMPACT for one in self._passages if one.kind is kind and one.form in _TOLD_IN]
        told += [one for one in self._passages if self._field(FieldName.IMPACT)(one)]
        facts = [fact for one in told if (fact := self._plain.fact(one, _LONGEST_VALUE))]
        facts = [fact for fact in facts if fact.label.casefold() not in self._words.sought("briefing", "in_figures")]
        if facts:
            return tuple(facts[: _MOST[Topic.COST]])
        known = {piece.text for piece in said}
        sentences = (piece for piece in self._plain.sentences(told, _LONGEST_CAUSE) if piece.text not in known)
        return tuple(islice(sentences, _MOST[Topic.CAUSE]))

    def _labelled(self, topic: Topic, kind: SectionKind) -> tuple[Piece, ...]:
        told = [one for one in self._passages if one.kind is kind]
        first = next(filter(None, ([one for one in told if one.form is form] for form in _LABELS)), [])
        found = (piece for one in first if (piece := self._plain.label(one, _LONGEST_LABEL)))
        return tuple(islice(found, _MOST[topic]))

    def _titled(self, topic: Topic) -> tuple[Piece, ...]:
        """Return what stands under a heading or a label of `topic`."""
        titles = self._listed(topic)
        told = [one for one in self._passages if self._bears(one, titles)]
        found = (piece for one in told for piece in islice(self._plain.sentences((one,), _LONGEST_ASK), 2))
        return tuple(islice(found, _MOST[topic]))

    def _listed(self, topic: Topic) -> tuple[str, ...]:
        return self._words.sought("briefing", f"{topic}_headings")

    @staticmethod
    def _bears(passage: Passage, titles: tuple[str, ...]) -> bool:
        label = passage.label.casefold().replace("_", " ").strip(" :")
        titled = passage.title.casefold() in titles and passage.form in _TOLD_IN
        return titled or label in titles


def says_why(said: Iterable[Piece], words: Words) -> bool:
    """Tell whether the sentences `said` speak of a cause."""
    text = " ".join(piece.text for piece in said).casefold()
    return any(word in text for word in words.sought("briefing", "says_why"))
