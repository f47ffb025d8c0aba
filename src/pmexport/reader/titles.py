"""A document's first heading to the incident's own name, its id and its date."""

from __future__ import annotations

import re

from msgspec import Struct

from pmexport.model.terms import FieldName
from pmexport.reader.timestamps import scan
from pmexport.reader.vocabulary import Vocabulary, key
from pmexport.reader.written_dates import WrittenDate, day_of_two_numbers

_ID = re.compile(
    r"\b(?:INC|SEV|PM|PIR|P[0-5]|SRE|IN|RCA|COE|OPS|MIR|IR|PMR)[-_ ]?(?:[A-Z0-9]{1,4}-)?\d{2,}(?:[-_]\d+)*\b"
    r"|\bincident\s+#\s?\d+|#\d+\b"
)
_SLUG = r"(?:-[a-z0-9]+){2,}(?=\s)"
"""How an id goes on that is also a file's name: "INC-2024-07-25-shop-down Shop down"."""
_LEADING_ID = re.compile(
    rf"^\s*(?:[\[(]?(?:{_ID.pattern})(?:{_SLUG})?[\])]?(?:\s*[:–—-]\s*|\s+)|[\[(]?[A-Z][A-Z0-9]{{1,9}}-\d+(?:[\])]\s*[:–—-]?|:|\s+[–—-])\s+)(?=\S)"
)
_TICKET = re.compile(r"[A-Z][A-Z0-9]{1,9}-\d+")
_LAST_BRACKET = re.compile(r"\s*[\[(]([^()\[\]]*)[\])]\s*$")
_PARTING = r"\s*(?:[:：|]|\s[-–—]|[-–—]\s)\s*"
_PARTED = re.compile(rf"{_PARTING}(?=\S)")
_EDGES = " \t-–—:：,|·•*_#"
_SYMBOLS = re.compile(r"^[^\w\[(（【「『*.#\"'“‘„«<{/$€£]+|[^\w\])）】」』!?.*%\"'”’“»>}/]+$")


_UNNUMBERED = re.compile(r"^(?:p|s|sev) ?\d (?=\w)|(?: no)? (?:\d{1,6}(?: \d{1,2})?|[a-d])$")
"""How grave it was and which of several: "P1 incident: …", "Incident 2: …", "Incident #4711: …"."""
_MARKED = re.compile(
    r"^\s*[\[(【](?P<first>[^\[\]()【】]{2,40})[\])】]\s*(?=\S)|(?<=\S)\s*\[(?P<last>[^\[\]]{2,40})\]\s*$"
)
_SPAN = re.compile(r"(\d{4}-\d\d-\d\d)/\d{1,2}$")
_COUNTED = re.compile(r"^0\d{1,5}\s*(?:[-–—:]\s+)(?=\S)")
"""The number of a file in its folder: "0004 — …"."""
_SHORTEST = 4
_LONGEST_PREFIX = 5
_LETTER = re.compile(r"[^\W\d_]")


class Title(Struct, frozen=True):
    """What a heading names: the incident, its id, its day. `kind` is what the document calls itself."""

    name: str
    incident_id: str | None = None
    date: WrittenDate | None = None
    kind: str = ""


def read_title(text: str, words: Vocabulary) -> Title:
    """Return what `text` names, once prefixes, ids and dates are taken off."""
    name, kind, date = " ".join(text.split()), "", None
    name = _SYMBOLS.sub("", name)
    found = _ID.search(name)
    incident_id = found.group() if found else None
    for _ in range(4):
        before = name
        name, taken = _without_kind(name, words)
        kind = kind or taken
        name = _COUNTED.sub("", _LEADING_ID.sub("", name, count=1) or name)
        name, unmarked = _without_mark(name, words)
        name, day = _without_date(name, words, short=unmarked)
        date = date or day
        name = _without_last_bracket(name)
        if name == before:
            break
    if key(name) not in words.title_kinds:
        name = _without_last_kind(name, words)
        if date is None:
            name, date = _without_date(name, words)
    if date and _is_cut_off(name, words):
        name = _SYMBOLS.sub("", " ".join(text.split()))
    return Title(name.strip() or " ".join(text.split()), _plain_id(incident_id), date, kind)


def _is_cut_off(name: str, words: Vocabulary) -> bool:
    """Whether nothing is left of "Postmortem covering 11 April" but what the document is and one word."""
    plain = key(name)
    return any(plain.startswith(f"{kind} ") and " " not in plain[len(kind) + 1 :] for kind in words.title_kinds)


def is_id(text: str) -> bool:
    """Whether `text` is an incident's id and nothing else: "INC-77"."""
    return bool(_ID.fullmatch(text.strip()) or _TICKET.fullmatch(text.strip()))


def _plain_id(found: str | None) -> str | None:
    return re.sub(r"^incident\s+", "", found, flags=re.IGNORECASE) if found else None


def _without_kind(name: str, words: Vocabulary) -> tuple[str, str]:
    """Take "Incident Postmortem:" or "Postmortem for" off the front."""
    match = re.match(rf"\s*\[?([^:：|\[\]]{{2,40}}?)(?:\]\s*[:–—-]?\s*|{_PARTING})(?=\S)", name)
    called = _UNNUMBERED.sub("", key(match[1])) if match else ""
    if match and (called in words.title_kinds or _names_another(match, called, words)):
        return name[match.end() :].strip(), match[1].strip()
    if match and words.field(match[1]) is FieldName.DATE and scan(name[match.end() :], words):
        return name[match.end() :].strip(), ""
    plain = name.casefold()
    for kind in words.title_kinds:
        if not plain.replace("-", " ").startswith(f"{kind} "):
            continue
        rest = name[len(kind) :].strip()
        if kind.endswith((" for", " of", " on")) or _begins_with_a_day(rest, words):
            return rest, name[: len(kind)].strip()
        word, _, named = rest.partition(" ")
        if word.casefold() in words.title_links and kind not in words.title_ordinary and not _is_a_day(named, words):
            return named.strip(), name[: len(kind)].strip()
    return name, ""


def _without_mark(name: str, words: Vocabulary) -> tuple[str, bool]:
    """Take "[Public]", "[RESOLVED]" and "【障害報告書】" off; say whether one was taken off the front."""
    match = _MARKED.search(name)
    said = key(match["first"] or match["last"]) if match else ""
    if match is None or not (said in words.title_marks or said in words.title_kinds):
        return name, False
    return (name[: match.start()] + name[match.end() :]).strip(), match["first"] is not None


def _names_another(match: re.Match[str], called: str, words: Vocabulary) -> bool:
    """Whether "Web shop postmortem: Basket empty" names the incident behind its prefix; a day behind it is no name."""
    return _ends_with_kind(called, words) and not _is_a_day(match.string[match.end() :].strip(), words)


def _ends_with_kind(prefix: str, words: Vocabulary) -> bool:
    """Whether a prefix such as "Web shop postmortem" says what the document is, and of what."""
    if len(prefix.split()) > _LONGEST_PREFIX:
        return False
    return any(prefix.endswith(f" {kind}") for kind in words.title_kinds if kind not in words.title_ordinary)


def _is_a_day(name: str, words: Vocabulary) -> bool:
    stamp = scan(name, words)
    return not name or (stamp is not None and stamp.length >= len(name))


def _begins_with_a_day(name: str, words: Vocabulary) -> bool:
    """Whether `name` is "12 May 2024 - Shop down" or "12 May 2024: Shop down"."""
    stamp = scan(name, words)
    return stamp is not None and stamp.date is not None and bool(_PARTED.match(name[len(stamp.text) :]))


def _without_last_kind(name: str, words: Vocabulary) -> str:
    """Take "… postmortem" or "… - RCA" off the end."""
    plain = name.casefold().replace("-", " ").rstrip()
    if len(plain) != len(name.rstrip()):
        return name
    for kind in words.title_kinds:
        start = len(plain) - len(kind)
        if (
            plain.endswith(f" {kind}")
            and kind not in words.title_ordinary
            and len(_LETTER.findall(name[:start])) >= _SHORTEST
        ):
            return name[:start].strip(_EDGES)
    return name


def _without_date(name: str, words: Vocabulary, *, short: bool = False) -> tuple[str, WrittenDate | None]:
    """Take a date off the front or the end; `short` says that "4/26" at the front is one."""
    first, _, rest = name.partition(" ")
    if short and rest and (day := day_of_two_numbers(first)):
        return rest.lstrip(_EDGES), day
    stamp = scan(name, words)
    if stamp and stamp.date and stamp.length < len(name):
        rest = re.sub(r"^/\d{1,2}\b", "", name[stamp.length :]).strip(" \t-–—:：,|")
        if rest:
            return rest, stamp.date
    if stamp and stamp.date and stamp.length >= len(name):
        return name, stamp.date
    name = _SPAN.sub(r"\1", name)
    for match in re.finditer(r"[\s(\[]+(?:(?:on|from|of|at)\s+)?", name):
        last = scan(name[match.end() :].rstrip(" )]."), words)
        if last and last.date and match.end() + last.length >= len(name.rstrip(" )].")):
            return name[: match.start()].strip(" \t-–—:：,|(["), last.date
    return name, None


def _without_last_bracket(name: str) -> str:
    """Take "(incident #465)" and the like off the end."""
    match = _LAST_BRACKET.search(name)
    if match and match.start() > 0 and _ID.search(match[1]):
        return name[: match.start()].strip()
    return name


_FILE_DATE = re.compile(r"(?<!\d)(20\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_FILE_ID = re.compile(r"(?:INC|PM|SEV|PIR)-?\d{2,}(?:-\d+)*|(?<![A-Za-z])(?-i:[A-Z]{2,9})-\d+(?![\w])", re.IGNORECASE)


def from_file_name(name: str) -> Title:
    """Return what a file's name says, the last resort for title, id and date."""
    stem = re.sub(r"\.[A-Za-z.]{2,12}$", "", name.replace("\\", "/").rsplit("/", 1)[-1])
    date = _FILE_DATE.search(stem)
    undated = _FILE_DATE.sub(" ", stem)
    found = _FILE_ID.search(undated)
    plain = undated.replace(found.group(), " ") if found else undated
    plain = " ".join(re.split(r"[-_\s]+", plain)).strip()
    day = WrittenDate(year=int(date[1]), month=int(date[3]), day=int(date[4])) if date else None
    return Title(plain[:1].upper() + plain[1:], found.group().upper() if found else None, day)
