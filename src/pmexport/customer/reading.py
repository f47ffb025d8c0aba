"""How hard and how long a text for customers is, and what customers do not say: advice, never a reason to stop."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from pmexport.customer.speech import spoken
from pmexport.model.customer import CustomerReport
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import CustomerPolicy
from pmexport.model.terms import DiagnosticSeverity

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?]+(?:\s|$)|\n+")
_VOWELS = re.compile(r"[aeiouy]+")
_FEWEST_WORDS = 30
_CAPITALS = re.compile(r"\b[A-Z][A-Z0-9]{1,6}s?\b")


def grade(text: str) -> float:
    """Return the school grade that `text` asks for. Source: Kincaid et al. 1975, Flesch-Kincaid grade level."""
    words = _WORD.findall(text)
    sentences = [part for part in _SENTENCE.split(text) if _WORD.search(part)]
    if not words:
        return 0.0
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / max(len(sentences), 1) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    plain = word.casefold()
    count = len(_VOWELS.findall(plain))
    if plain.endswith("e") and not plain.endswith("le") and count > 1:
        count -= 1
    return max(count, 1)


def advice(report: CustomerReport, policy: CustomerPolicy, nothing_written: bool) -> Iterator[Diagnostic]:  # noqa: FBT001
    """Yield what would make the text of `report` easier to read."""
    if nothing_written:
        return
    texts = [(one.text, one.line) for one in spoken(report)]
    whole = "\n".join(text for text, _ in texts)
    count = len(_WORD.findall(whole))
    if count > policy.longest:
        yield _note(
            "customer-length", f"the text has {count} words, more than {policy.longest}", "one page is enough", 0
        )
    level = grade(whole)
    if report.language.value.tag.startswith("en") and count >= _FEWEST_WORDS and level > policy.hardest:
        message = f"the text asks for school grade {level:.0f}, more than {policy.hardest:g}"
        yield _note("customer-reading-level", message, "write shorter sentences and shorter words", 0)
    for text, line in texts:
        yield from remarks(text, line)


def remarks(text: str, line: int) -> Iterator[Diagnostic]:
    """Yield the passive sentences and the jargon of `text`."""
    passive = passive_in(text)
    if passive:
        yield _note("customer-passive", passive, "write “we” and what we did", line)
    for term, plain in trade_words(text):
        yield _note("customer-jargon", f"customers do not say “{term}”", f"write “{plain}”", line)


def passive_in(text: str) -> str:
    """Return what is to be told of the first English passive in `text`; nothing where there is none."""
    words = _plain()["en"]
    passive = re.search(words["passive"], re.sub(words["no_doer"], " ", text, flags=re.IGNORECASE), re.IGNORECASE)
    return words["passive_note"].format(words=passive[0]) if passive else ""


def trade_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word of the trade in `text` with what customers understand; of a longer one its parts are not told."""
    rest = text
    for term in sorted(jargon(), key=len, reverse=True):
        found = re.search(rf"(?<!\w){re.escape(term)}(?:s|es)?(?!\w)", rest, re.IGNORECASE)
        if found:
            rest = rest.replace(found[0], " ")
            yield term, jargon()[term]


def is_plain(text: str, language: str) -> bool:
    """Tell whether a customer can read `text` alone: no word of the trade, no unknown capitals, a whole sentence."""
    if next(trade_words(text), None):
        return False
    words = _plain().get(language.partition("-")[0])
    if words is None:
        return True
    capitals = (match[0] for match in _CAPITALS.finditer(text))
    if any(not re.fullmatch(words["known"], one) for one in capitals):
        return False
    return not re.match(words["goes_on"], text, re.IGNORECASE) and bool(re.search(words["verb"], text, re.IGNORECASE))


def is_an_answer(text: str) -> bool:
    """Tell whether `text` begins with the answer to a question that stands elsewhere: None, no."""
    return bool(re.match(_plain()["answers"]["begin"], text, re.IGNORECASE))


@cache
def _plain() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((Path(__file__).parent / "plain.toml").read_text(encoding="utf-8"))


@cache
def jargon() -> Mapping[str, str]:
    """Return words of the trade, each with what to write instead."""
    table: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "jargon.toml").read_text("utf-8"))
    return table["jargon"]


def _note(code: str, message: str, hint: str, line: int) -> Diagnostic:
    return Diagnostic(code=code, severity=DiagnosticSeverity.NOTE, line=line, message=message, hint=hint)
