"""The regular expressions of dates, clocks and what parts them, in the words of a language."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from pmexport.reader.vocabulary import Vocabulary, load
from pmexport.reader.zones import pattern

_ISO = (
    r"(?P<iso_y>\d{4})(?P<iso_s>[-/.])(?P<iso_m>\d{1,2}|\?\?|xx)(?P=iso_s)(?P<iso_d>\d{1,2}|\?\?|xx)(?![\d?])"
    r"(?:T(?=\d))?"
)
_YEAR = r"(?:19|20)\d\d(?!\d|:\d|\s*(?:UTC|GMT|Z|hrs?|hours)\b)"
"""A year, and no time of day such as "2036 UTC"."""
_ODD = r"(?P<odd>\d{5}-\d\d-\d\d|\d\d[/.-]\d\d[/.-]\d{3}(?!\d))"
_NUMERIC = r"(?P<num_a>\d{1,2})(?P<num_s>[./-])(?P<num_b>\d{1,2})(?P=num_s)(?P<num_y>\d{4}|\d{2})(?![\d.])"
_JAPANESE = r"(?:(?P<ja_y>\d{4})年)?(?P<ja_m>\d{1,2})月(?P<ja_d>\d{1,2})日"
_SHORT = (
    r"(?P<sh_a>[0-2]?\d|3[01])(?P<sh_s>[/.])(?P<sh_b>[0-2]?\d|3[01])(?:(?<!\.\d)(?<!\.\d\d)|\.|(?=\s*[-–—]))"
    r"(?=[\s,]+(?:at\s+)?\d{1,2}(?:[:.]\d\d|[hH]\d\d\b)"
    r"|(?:\s+\w{1,5}\s+|\s*[-–—]\s*)\d{1,2}(?P=sh_s)\d{1,2}(?P=sh_s)\d{4})"
    r"|(?P<da_m>0[1-9]|1[0-2])-(?P<da_d>[0-2]\d|3[01])(?=T?\s*~?\d\d:\d\d)"
)
"""A day without a year, known as one by what stands behind it: a time of day, or the last day of a span."""
_HALF = r"(?:\s*(?P<{0}half>[ap])\.?\s?m\b\.?)"
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d|\?\?)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?(?!\d|:\d)"
    + _HALF.format("")
    + "?(?:\\s*h(?:rs)?\\b)?"
)
_BARE_HALF = r"(?P<bare>1[0-2]|0?[1-9])" + _HALF.format("bare")
_DOTTED = r"(?P<dot_h>[01]?\d|2[0-3])\.(?P<dot_m>[0-5]\d)(?![\d.]|\s*\w?%)" + _HALF.format("dot") + "?"
_FRENCH = r"(?P<ja_half>午[前後])?(?P<fr_h>[01]?\d|2[0-3])\s?[hH時](?P<fr_m>[0-5]\d)?(?:分|(?![\w]))"
_FOUR = r"(?P<four_h>[01]\d|2[0-3])(?P<four_m>[0-5]\d)(?=\s*(?:h\b|hrs\b|hours\b|Z\b|UTC\b|GMT\b|\s*[-–:]\s))"
_BLANK = r"(?P<blank>\?\?:\?\?|[?-]{2}:[?-]{2}|\bhh:mm(?::ss)?\b|\d\d:XX|XX:XX|(?:HH|hh):\d\d)"
_ELAPSED = (
    r"(?P<el>T\s?[+-]?\s?\d+(?::\d\d(?::\d\d)?)?|\+\d{1,3}:\d\d(?::\d\d)?|\+\s?\d+(?=\s?(?:m|h|s|min)))"
    r"(?P<el_u>\s?(?:minutes?|min|hours?|hrs?|h|m|s|sec|seconds?))?\b"
)


_UNTIL = r"(?:{between}(?P<{name}_e>\d{{1,2}})(?:st|nd|rd|th|\.)?(?!\d|:\d|\s*[ap]\.?m\b))?"
"""The last day of a span such as "July 25-26" or "3 to 5 May"."""
_COMPACT = r"(?P<cm_y>20\d\d)(?P<cm_m>0[1-9]|1[0-2])(?P<cm_d>0[1-9]|[12]\d|3[01])(?!\w|[-.:]\d)"


class Patterns(Struct, frozen=True):
    """The regular expressions made from a vocabulary."""

    token: re.Pattern[str]
    before: re.Pattern[str]
    link: re.Pattern[str]
    span: re.Pattern[str]
    zone: re.Pattern[str]
    near: re.Pattern[str]
    vague: re.Pattern[str]
    clock: re.Pattern[str]
    after: re.Pattern[str]
    months: dict[str, int]


@cache
def _patterns(languages: tuple[str, ...]) -> Patterns:
    words = load(*languages)
    told, months, days = words.time_words, words.months, words.weekdays
    between = rf"(?:\s?[-–]\s?|\s(?:{_any(told['range'])})\s)"
    md_until, dm_until = _UNTIL.format(name="md", between="[-–]"), _UNTIL.format(name="dm", between=between)
    month = "|".join(sorted((re.escape(name) for name in months), key=len, reverse=True))
    named = (
        rf"(?P<md_m>{month})\.?(?:\s+|(?=\d{{1,2}},?\s+\d{{4}})|-(?=\d{{1,2}}-\d{{4}}))(?P<md_d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:\d){md_until}(?:(?:,?\s+|-)(?P<md_y>{_YEAR}))?"
        rf"|(?P<dm_d>\d{{1,2}})(?:st|nd|rd|th|\.|er)?{dm_until}(?:\s+(?:of|de)\s+|\s*[-\s]\s*|/|(?=[^\W\d]{{3,9}}\d{{4}}))(?P<dm_m>{month})(?:\b|(?=\d{{4}}))\.?"
        rf"(?:,?\s*(?:(?:de|[-/])\s*)?(?P<dm_y>{_YEAR}))?"
        rf"|(?P<ym_y>{_YEAR})[-/. ](?P<ym_m>{month})[-/. ](?P<ym_d>\d{{1,2}})(?!\d|:\d)"
    )
    day = "|".join(sorted(map(re.escape, days), key=len, reverse=True))
    token = "|".join(
        [
            _ISO,
            _ODD,
            _NUMERIC,
            _JAPANESE,
            named,
            _ELAPSED,
            _CLOCK,
            _BLANK,
            _SHORT,
            _BARE_HALF,
            _FRENCH,
            rf"(?P<oc_h>[01]?\d|2[0-4])(?=\s(?:{_any(told['clock'])})(?![^\W_]))",
            _DOTTED,
            _FOUR,
            _COMPACT,
            rf"(?P<weekday>(?:{day})\b\.?)",
        ]
    )
    return Patterns(
        token=re.compile(rf"(?<![^\WT日])(?:{token})", re.IGNORECASE),
        before=re.compile(rf"(?:{_any(told['before'])})\b\s*", re.IGNORECASE),
        link=re.compile(
            rf"(?:[\s(\[{{*`'\"]|(?:{_any(told['links'])})(?![^\W\d_])|[,|)\]}}]|:\s+(?=\d))*", re.IGNORECASE
        ),
        span=re.compile(rf"[\s)\]]*(?:{_any(told['range'])})[\s(\[]*", re.IGNORECASE),
        zone=re.compile(rf"[\s(\[]*(?P<name>{pattern()})[)\]]*", re.IGNORECASE),
        near=re.compile(rf"[\s(\[]*(?:{_any(told['approximate'])})[\s)\]]*", re.IGNORECASE),
        vague=re.compile(rf"\s*(?:{_any(told['behind'])})|\s*\((?:{_any(told['remarks'])})\)", re.IGNORECASE),
        clock=re.compile(rf"\s(?:{_any(told['clock'])})(?![^\W_])", re.IGNORECASE),
        after=re.compile(rf"\s*(?:{_any(told['after'])})(?![^\W_])\.?", re.IGNORECASE),
        months=months,
    )


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def patterns(words: Vocabulary) -> Patterns:
    """Return the expressions for `words`, made once."""
    return _patterns(words.languages)
