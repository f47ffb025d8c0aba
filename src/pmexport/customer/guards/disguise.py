"""Words that are hidden in other letters, between invisible ones, in codes or over line ends, and what they say."""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from pmexport.customer.guards.lexicon import is_compound
from pmexport.customer.guards.usages import listed

Place = tuple[str, int, int]
_WORD = re.compile(r"[^\W\d_]{2,}")
_OF_UNITS = frozenset("μµΩΔαβγλπ")
_INVISIBLE = re.compile(r"[A-Za-z0-9][\u200b-\u200d\u2060-\u2064\ufeff\u034f\u180e\U000e0020-\U000e007f]+[A-Za-z0-9]")
_SPACED = re.compile(r"(?<![\w.])[\w#@](?:([ ._\-])[\w#@.\-](?!\w))(?:\1[\w#@.\-](?!\w)){2,40}")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_CUT = re.compile(r"(?<=\w)-[ \n]+(?=[a-z.])")
_CODED = re.compile(r"(?<![\w+/=\-])[A-Za-z0-9+/_\-]{8,400}={0,2}(?![\w+/=\-])")
_FEWEST_LETTERS, _MOST_DECODED = 2, 3


def variants(text: str) -> tuple[str, ...]:
    """Return what the folded `text` says where it is coded for addresses or for programs, or cut at a line's end."""
    found: list[str] = []
    if _PERCENT.search(text):
        found.append(decoded(text))
    if _ESCAPE.search(text):
        found.append(_ESCAPE.sub(lambda one: chr(int(one[1] or one[2], 16)), text))
    if _CUT.search(text):
        found.append(_CUT.sub("", text))
    return tuple(one for one in dict.fromkeys(found) if one != text)


def decoded(address: str) -> str:
    """Return `address` without the codes of addresses, however often they were applied."""
    plain = address
    for _ in range(_MOST_DECODED):
        plain = unquote(plain)
    return plain


def disguises(text: str) -> Iterator[Place]:
    """Yield what of `text`, as it is written, hides a word, with where it starts and ends."""
    for match in _WORD.finditer(text):
        if not match[0].isascii() and _is_mixed(match[0]):
            yield match[0], match.start(), match.end()
    for match in _INVISIBLE.finditer(text):
        yield match[0], match.start(), match.end()
    for match in _SPACED.finditer(text):
        if sum(map(str.isalpha, match[0])) >= _FEWEST_LETTERS or set(match[0][::2]) & {*"@#."}:
            yield match[0], match.start(), match.end()
    for match in _CODED.finditer(text):
        # A text in code has large letters and small ones: what has not is a word, of whatever language.
        is_word = match[0].isalpha() and (match[0].islower() or match[0].istitle())
        if not is_word and says(match[0]) and not is_compound(match[0]):
            yield match[0], match.start(), match.end()


def says(code: str) -> str:
    """Return the text that `code` holds in base 64, empty where it holds none."""
    padded = code.rstrip("=").replace("-", "+").replace("_", "/")
    if len(padded) % 4 == 1:
        return ""
    try:
        plain = base64.b64decode(padded + "=" * (-len(padded) % 4), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return plain if plain.isprintable() and any(map(str.isalnum, plain)) else ""


def _is_mixed(word: str) -> bool:
    """Tell whether `word` mixes Latin letters with those of an alphabet that has some like them."""
    scripts = {unicodedata.name(mark, "").partition(" ")[0] for mark in word if mark not in _OF_UNITS}
    return "LATIN" in scripts and bool(scripts & listed("alphabets"))
