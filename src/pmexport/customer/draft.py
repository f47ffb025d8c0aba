"""The text of NAME.customer.md: facts filled in, candidates under each heading, a question where there is nothing.

A candidate stands in a comment, which is never printed: it is a person who lets it out, by taking the marks away. The
comment after it says where it comes from and stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from pmexport.customer import figures
from pmexport.customer.candidates import Candidate, asked, note, promises_of, sentences_on
from pmexport.customer.guards import is_clean
from pmexport.customer.guards.known import Known
from pmexport.customer.reading import is_an_answer, is_plain, passive_in, trade_words
from pmexport.customer.sentences import Sentence, sentences
from pmexport.model.customer import Month, Topic
from pmexport.model.options import CustomerPolicy
from pmexport.model.postmortem import ActionItem, Postmortem
from pmexport.model.terms import ActionStatus

_FEWEST_WORDS = 4
_LONGEST_TITLE = 8
_MOST_CANDIDATES = 6
# What stands before the words of an item that customers may read: “Recoverable payments: Most could be retried”.
_LABEL = re.compile(r"[^.:]{1,40}:\s+(?=[A-Z])")
_LABELLED = re.compile(r"[^.:]{1,40}:\s")


class Desk(Struct, frozen=True, kw_only=True):
    """What a draft is made of: the postmortem, what it calls by name, what may be said, the words of its language.

    `facts` are true sentences made of typed facts, by topic; `title` what the report is called until somebody words it
    better, with `dated` as it would be with another name; `change` when the change was made; `unnamed` the services
    that have no public name.
    """

    postmortem: Postmortem
    known: Known
    policy: CustomerPolicy
    language: str
    facts: Mapping[Topic, str]
    words: Mapping[str, str]
    title: str
    dated: str = ""
    change: str = ""
    unnamed: tuple[str, ...] = ()


def draft(desk: Desk) -> str:
    """Return the file as Markdown."""
    words = desk.words
    inside = list(sentences(desk.postmortem))
    parts = [_comment(words["draft_intro"]), f"# {desk.title}", *_titles(desk)]
    parts += _part(Topic.OPENING, desk, inside)
    parts += [f"## {words['impact']}", *_part(Topic.IMPACT, desk, inside), *_unnamed(desk)]
    parts += [f"## {words['cause']}", *_part(Topic.CAUSE, desk, inside)]
    parts += [f"## {words['done_and_next']}", *_promises(desk)]
    parts += [f"## {words['contact']}", desk.facts.get(Topic.CONTACT) or _comment(words["draft_ask_contact"])]
    return "\n\n".join(parts) + "\n"


def _titles(desk: Desk) -> Iterator[str]:
    """Yield the postmortem's own title with the day, where customers may read it."""
    title = desk.postmortem.title
    plain = _as_a_sentence(title) if desk.language.partition("-")[0] == "en" else title
    if desk.dated and len(title.split()) <= _LONGEST_TITLE and is_clean(title, desk.known, desk.policy):
        yield _offered(f"# {desk.dated.format(title=plain)}", desk.words["draft_title"])


def _as_a_sentence(title: str) -> str:
    """Return an English `title` without the capitals that titles have in it."""
    return re.sub(r"\b[A-Z][a-z]+\b", lambda word: word[0] if word.start() == 0 else word[0].lower(), title)


def _unnamed(desk: Desk) -> Iterator[str]:
    if desk.unnamed and desk.words["draft_services"]:
        yield _comment(desk.words["draft_services"].format(names=", ".join(desk.unnamed)))


def _part(topic: Topic, desk: Desk, inside: Sequence[Sentence]) -> Iterator[str]:
    """Yield the facts of `topic`, its question, and what may be said, in customers' words and in colleagues'."""
    if desk.facts.get(topic):
        yield desk.facts[topic]
    yield _comment(desk.words[f"draft_ask_{topic.value}"])
    on_topic = [one for one in inside if one.topic in {topic, Topic.OPENING}]
    made = list(sentences_on(topic, on_topic, desk.language, desk.change))
    own = [(_bare(one.text, topic), one.line) for one in inside if one.topic is topic]
    own = [(text, line) for text, line in own if _may_offer(text, desk)]
    plain = [(text, line) for text, line in own if is_plain(text, desk.language)][:_MOST_CANDIDATES]
    hard = [(text, line) for text, line in own if (text, line) not in plain][:_MOST_CANDIDATES]
    told = {line for _, line in plain} if topic is Topic.IMPACT else set()
    lines = [_offered(text, _where((line,), desk.words) + _instead(text, desk.language)) for text, line in plain]
    guesses = [one for one in made if _fits(one, told, desk)]
    if guesses:
        lines.append(_comment(note(desk.language)))
        lines += [_offered(asked(one.text, desk.language), _where(one.lines, desk.words)) for one in guesses]
    if lines:
        # Without an empty line between them: what is let out becomes one paragraph.
        yield "\n".join(lines)
    if hard:
        harder = (_offered(text, _where((line,), desk.words) + _instead(text, desk.language)) for text, line in hard)
        yield "\n".join((_comment(desk.words["draft_harder"]), *harder))


def _fits(candidate: Candidate, told: set[int], desk: Desk) -> bool:
    """Tell whether `candidate` passes the guards, and its line is not told in its author's words already."""
    return not told & {*candidate.lines} and is_clean(candidate.text, desk.known, desk.policy)


def _bare(text: str, topic: Topic) -> str:
    """Return `text` with a full stop after it, and what is said of an impact without the label before it."""
    bare = _LABEL.sub("", text, count=1) if topic is Topic.IMPACT else text
    return bare if bare[-1:] in {*".!?:"} else f"{bare}."


def _may_offer(text: str, desk: Desk) -> bool:
    if (
        len(text.split()) < _FEWEST_WORDS
        or text.endswith(":")
        or _LABELLED.match(text)
        or is_an_answer(text)
        or not text[0].isalnum()
        or text[0].islower()
    ):
        return False
    return is_clean(text, desk.known, desk.policy)


def _instead(text: str, language: str) -> str:
    """Return what customers understand for each word of the trade in `text`, and its passive; in English only."""
    if language.partition("-")[0] != "en":
        return ""
    passive = passive_in(text)
    told = (*(f"“{term}” = {plain}" for term, plain in trade_words(text)), *([passive] if passive else []))
    return "".join(f"; {one}" for one in told)


def _promises(desk: Desk) -> Iterator[str]:
    """Yield the promises in customers' words, each with the action items behind it, then the items that may be read."""
    words = desk.words
    yield _comment(words["draft_ask_next"])
    items = desk.postmortem.action_items
    guesses = list(promises_of(items, desk.language))
    lines = [_offered(f"- {_summed(one, desk)}", _where(one.lines, words)) for one in guesses]
    if lines:
        yield "\n".join((_comment(note(desk.language)), *lines))
    told = []
    for item in items:
        text = " ".join(item.action.split())
        if item.placeholder or item.status is ActionStatus.CANCELLED or not is_clean(text, desk.known, desk.policy):
            continue
        told.append(
            _offered(f"- {_promise(text, item, words)}", _where((item.line,), words) + _instead(text, desk.language))
        )
    if told:
        yield "\n".join((_comment(words["draft_own_words"]), *told) if lines and words["draft_own_words"] else told)


def _summed(candidate: Candidate, desk: Desk) -> str:
    """Return a promise as a question: kept where all behind it are, else with the last month of those that are not."""
    text = asked(candidate.text, desk.language)
    open_items = [item for item in candidate.items if item.status is not ActionStatus.DONE]
    if not open_items:
        return f"[x] {text}"
    due = [item.due for item in open_items if item.due]
    return f"{text} ({_due(figures.month(max(due)), desk.words)})" if len(due) == len(open_items) else text


def _promise(text: str, item: ActionItem, words: Mapping[str, str]) -> str:
    if item.status is ActionStatus.DONE:
        return f"[x] {text}"
    due = figures.month(item.due) if item.due else None
    return f"{text} ({_due(due, words)})" if due else text


def _due(month: Month, words: Mapping[str, str]) -> str:
    name = words["months"].split("|")[month.month - 1]
    return words["draft_due"].format(month=name, year=month.year)


def _where(lines: Sequence[int], words: Mapping[str, str]) -> str:
    return words["draft_candidate"].format(line=", ".join(map(str, lines)))


def _offered(text: str, where: str) -> str:
    return f"{_comment(text)} {_comment(where)}"


def _comment(text: str) -> str:
    """Return `text` as a comment; no words of it can end the comment."""
    return f"<!-- {re.sub(r'-{2,}', '–', text).replace('>', '›')} -->"
