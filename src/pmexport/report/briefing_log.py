"""What a briefing says and what it leaves out, by line of the source: notes for whoever renders it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity
from pmexport.report.briefing_text import Topic
from pmexport.report.plain import Piece
from pmexport.report.words import Words

Chosen = Mapping[Topic, tuple[Piece, ...]]
CODE = "briefing"


def told(everything: Chosen, chosen: Chosen, passed_over: Iterable[int], *, dated: bool) -> tuple[Diagnostic, ...]:
    """Return a note a topic: the lines that the briefing takes from, and those it had no room for.

    They are English, as all that the command says; the page is in the language of its readers.

    Then the lines that it passed over for the code, handles or blanks in them; and where no day was given to hold due
    dates against, that.
    """
    words = Words("en")
    found = [_topic(topic, pieces, chosen[topic], words) for topic, pieces in everything.items() if pieces]
    lines = sorted(set(passed_over))
    if lines:
        found.append(_note(words.say("briefing_topic", "passed_over", lines=_listed(lines, words)), lines[0]))
    if not dated and everything.get(Topic.PROMISES):
        hint = words.say("briefing_topic", "no_today_hint")
        found.append(_note(words.say("briefing_topic", "no_today"), 0, hint))
    return tuple(found)


def _topic(topic: Topic, all_of_it: Sequence[Piece], said: Sequence[Piece], words: Words) -> Diagnostic:
    name = words.say("briefing_topic", topic.value)
    left = [piece.line for piece in all_of_it[len(said) :]]
    lines = [piece.line for piece in said]
    text = words.say("briefing_topic", "said", topic=name, lines=_listed(lines, words))
    if not lines:
        text = words.say("briefing_topic", "only_left_out", topic=name, lines=_listed(left, words))
    elif left:
        text = words.say("briefing_topic", "left_out", said=text, lines=_listed(left, words))
    return _note(text, all_of_it[0].line)


def _listed(lines: Iterable[int], words: Words) -> str:
    each = sorted(set(lines))
    return words.say_counted("briefing_topic", "lines", len(each), lines=", ".join(map(str, each)))


def _note(message: str, line: int, hint: str | None = None) -> Diagnostic:
    return Diagnostic(code=CODE, severity=DiagnosticSeverity.NOTE, line=line, message=message, hint=hint)
