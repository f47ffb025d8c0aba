"""The text of NAME.customer.md: facts filled in, candidates under each heading, a question where there is nothing.

A candidate stands in a comment, which is never printed: it is a person who lets it out, by taking the marks away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pmexport.customer import figures
from pmexport.customer.guards import is_clean
from pmexport.customer.guards.known import Known
from pmexport.customer.reading import remarks
from pmexport.customer.sentences import Sentence, sentences
from pmexport.model.customer import Month, Topic
from pmexport.model.options import CustomerPolicy
from pmexport.model.postmortem import ActionItem, Postmortem
from pmexport.model.terms import ActionStatus

_FEWEST_WORDS = 4
_MOST_CANDIDATES = 8


def draft(  # noqa: PLR0917  each is another thing, and each is needed
    postmortem: Postmortem,
    known: Known,
    policy: CustomerPolicy,
    facts: Mapping[Topic, str],
    words: Mapping[str, str],
    title: str,
) -> str:
    """Return the file as Markdown.

    `facts` are true sentences made of typed facts, by topic; `words` the headings, questions and notes in the report's
    language; `title` what the report is called until somebody words it better.
    """
    offered = [sentence for sentence in sentences(postmortem) if _is_offered(sentence, known, policy)]
    parts = [_comment(words["draft_intro"]), f"# {title}"]
    parts += _part(Topic.OPENING, facts, offered, words)
    for topic in (Topic.IMPACT, Topic.CAUSE):
        parts += [f"## {words[topic.value]}", *_part(topic, facts, offered, words)]
    parts += [f"## {words['done_and_next']}", *_promises(postmortem.action_items, known, policy, words)]
    parts += [f"## {words['contact']}", facts.get(Topic.CONTACT) or _comment(words["draft_ask_contact"])]
    return "\n\n".join(parts) + "\n"


def _part(
    topic: Topic, facts: Mapping[Topic, str], offered: Sequence[Sentence], words: Mapping[str, str]
) -> Iterator[str]:
    if facts.get(topic):
        yield facts[topic]
    yield _comment(words[f"draft_ask_{topic.value}"])
    candidates = [sentence for sentence in offered if sentence.topic is topic][:_MOST_CANDIDATES]
    for sentence in candidates:
        yield _candidate(sentence.text, sentence.line, words)


def _is_offered(sentence: Sentence, known: Known, policy: CustomerPolicy) -> bool:
    text = sentence.text
    if len(text.split()) < _FEWEST_WORDS or text.endswith(":") or re.match(r"[^.]{1,40}:\s", text):
        return False
    return is_clean(text, known, policy)


def _candidate(text: str, line: int, words: Mapping[str, str]) -> str:
    notes = "; ".join(f"{each.message}, {each.hint}" for each in remarks(text, line))
    lead = words["draft_candidate"].format(line=line)
    return "\n".join((_comment(f"{lead} {text}"), *([_comment(f"   {notes}")] if notes else [])))


def _promises(
    items: Iterable[ActionItem], known: Known, policy: CustomerPolicy, words: Mapping[str, str]
) -> Iterator[str]:
    yield _comment(words["draft_ask_next"])
    for item in items:
        text = " ".join(item.action.split())
        if item.placeholder or item.status is ActionStatus.CANCELLED or not is_clean(text, known, policy):
            continue
        yield _candidate(f"- {_promise(text, item, words)}", item.line, words)


def _promise(text: str, item: ActionItem, words: Mapping[str, str]) -> str:
    if item.status is ActionStatus.DONE:
        return f"[x] {text}"
    due = figures.month(item.due) if item.due else None
    return f"{text} ({_due(due, words)})" if due else text


def _due(month: Month, words: Mapping[str, str]) -> str:
    name = words["months"].split("|")[month.month - 1]
    return f"by end of {name} {month.year}"


def _comment(text: str) -> str:
    """Return `text` as a comment; no words of it can end the comment."""
    return f"<!-- {re.sub(r'-{2,}', '–', text).replace('>', '›')} -->"
