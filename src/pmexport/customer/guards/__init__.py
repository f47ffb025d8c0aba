"""What a sentence may not hold, and which sentence does: names, hosts, ids, money, secrets, blame."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from pmexport.customer.finding import Finding
from pmexport.customer.folding import folded, parted
from pmexport.customer.guards.addresses import ADDRESSES, may_lead, within
from pmexport.customer.guards.disguise import disguises, variants
from pmexport.customer.guards.known import Known
from pmexport.customer.guards.languages import rules_for
from pmexport.customer.guards.lexicon import ordinary_mark
from pmexport.customer.guards.patterns import rules
from pmexport.customer.guards.proper import names
from pmexport.customer.guards.shapes import marks
from pmexport.customer.guards.terms import allowed, follows_a_public_name, leads_to_a_public_name, listed
from pmexport.customer.guards.usages import usage
from pmexport.model.customer import Document
from pmexport.model.options import CustomerPolicy

# What a line that says where to ask is there for.
_OF_CONTACT = frozenset({"email", "url", "phone"})
_OF_A_REGISTER = frozenset({"identifier", "ticket", "phone"})
# What may follow an item in its sentence and is no part of it.
_AROUND = " \t\n.,;"
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"'(A-Z\d])|\n+")
_ENTROPY_WORD = re.compile(
    r"(?<![\w/])(?=[\w+/=\-]{0,200}\d)(?=[\w+/=\-]{0,200}[a-z])(?=[\w+/=\-]{0,200}[A-Z])[\w+/=\-]{20,200}(?![\w/])"
)
_OCTET = re.compile(r"\d+")
_LARGEST_OCTET = 255
_NEAR = 60
_VERSION = re.compile(r"v?\d[\d.]*", re.IGNORECASE)


class Spoken(Struct, frozen=True, kw_only=True):
    """Some words for customers with their place. `joined` are the same without line ends, `targets` their links.

    `is_contact` says that they are there to say where to ask.
    """

    text: str
    document: Document
    line: int
    joined: str = ""
    targets: tuple[str, ...] = ()
    is_contact: bool = False


class Hit(Struct, frozen=True):
    """A place in a text: the rule, what was found, where it starts and ends."""

    rule: str
    item: str
    start: int
    end: int


def findings(spoken: Iterable[Spoken], known: Known, policy: CustomerPolicy) -> tuple[Finding, ...]:
    """Return what `spoken` may not hold, each once, in the order of the text."""
    found: dict[tuple[str, str, int], Finding] = {}
    for one in spoken:
        cut = () if one.joined in {"", one.text} else _across_lines(one, known, policy)
        for hit, sentence in (*_in_text(one.text, known, policy), *cut):
            if one.is_contact and (hit.rule in _OF_CONTACT or "@" in hit.item):
                continue
            key = (hit.rule, hit.item.casefold(), one.line)
            finding = Finding(rule=hit.rule, item=hit.item, sentence=sentence, document=one.document, line=one.line)
            found.setdefault(key, finding)
        for target in one.targets:
            if not may_lead(target, policy.allowed_domains):
                rule = "email" if target.startswith("mailto:") else "url"
                item = target.removeprefix("mailto:")
                finding = Finding(rule=rule, item=item, sentence=one.text, document=one.document, line=one.line)
                found.setdefault((rule, item.casefold(), one.line), finding)
            for rule in dict.fromkeys(within(target, known, policy.allowed_domains)):
                finding = Finding(rule=rule, item=target, sentence=one.text, document=one.document, line=one.line)
                found.setdefault((rule, target.casefold(), one.line), finding)
    return tuple(found.values())


def is_clean(text: str, known: Known, policy: CustomerPolicy) -> bool:
    """Tell whether `text` passes every guard."""
    return next(_in_text(text, known, policy), None) is None


def _in_text(text: str, known: Known, policy: CustomerPolicy) -> Iterator[tuple[Hit, str]]:
    plain = parted(folded(text))
    for said in (plain, *variants(plain)):
        for hit in hits(said, known, policy):
            yield hit, _sentence_around(said, hit)
    for item, first, last in disguises(text):
        hit = Hit("disguise", item, first, last)
        yield hit, _sentence_around(text, hit)
    yield from _in_addresses(plain, known, policy)


def _across_lines(one: Spoken, known: Known, policy: CustomerPolicy) -> Iterator[tuple[Hit, str]]:
    """Yield what a line end cut in two, in a text without them: no shape can be told there, for all words meet.

    An allowed address at the end of a line is none that the next line goes on with.
    """
    plain, lines = parted(folded(one.joined)), parted(folded(one.text))
    whole = tuple(lines[first:last].strip(_AROUND) for rule, first, last in allowed(lines, policy) if not rule)
    for hit in hits(plain, known, policy, by_shape=False):
        if not (hit.rule in ADDRESSES and whole and hit.item.startswith(whole)):
            yield hit, _sentence_around(plain, hit)


def _in_addresses(text: str, known: Known, policy: CustomerPolicy) -> Iterator[tuple[Hit, str]]:
    """Yield the names of the postmortem in what follows the host of an allowed address, its codes undone."""
    for _, first, last in allowed(text, policy):
        for rule in dict.fromkeys(within(text[first:last], known, policy.allowed_domains)):
            yield Hit(rule, text[first:last], first, last), text


def _sentence_around(text: str, hit: Hit) -> str:
    start = 0
    for gap in _SENTENCE.finditer(text):
        if gap.start() >= hit.end:
            return text[start : gap.start()].strip()
        if gap.end() <= hit.start:
            start = gap.end()
    return text[start:].strip()


def hits(text: str, known: Known, policy: CustomerPolicy, *, by_shape: bool = True) -> Iterator[Hit]:
    """Yield what the folded `text` may not hold. What lies within an allowed address is part of it and passes.

    `by_shape` is whether what nobody knows is told by its shape: identifiers and names.
    """
    permitted = list(allowed(text, policy))
    everything = (
        *(*_patterns(text, policy), *_entropy(text), *known.hits(text), *listed(text, policy)),
        *((*_identifiers(text), *_proper_names(text, known, policy)) if by_shape else ()),
    )
    # The longest first of those that start together: an address is told once, and not again for each name within it.
    people = [first for rule, first, _ in everything if rule == "person"]
    reached = 0
    for rule, first, last in sorted((*permitted, *everything), key=lambda hit: (hit[1], -hit[2], _vagueness(hit[0]))):
        if last > reached:
            reached = last
            if rule == "proper" and any(first <= start < last for start in people):
                rule = "person"  # noqa: PLW2901  a name that nobody knows beside one that is known
            if rule == "phone" and _is_a_hotline(text, first, last, known):
                continue
            registered = rule in _OF_A_REGISTER and usage("registered").search(text, 0, first)
            is_theirs = rule == "proper" and text[first:last].strip(_AROUND).casefold() in _told(policy)
            if rule and not registered and not is_theirs:
                yield Hit(rule, text[first:last].strip(_AROUND), first, last)


def _is_a_hotline(text: str, first: int, last: int, known: Known) -> bool:
    """Tell whether a number is one that customers are asked to call, and none that the postmortem holds."""
    if re.sub(r"\D", "", text[first:last]) in known.phones:
        return False
    return bool(usage("hotline_before").search(text, 0, first) or usage("hotline_after").match(text, last))


def _vagueness(rule: str) -> int:
    """Return how little `rule` says of what it found: where two find the same, the one that says more tells it."""
    return {"": 0, "ticket": 1, "identifier": 3, "proper": 3}.get(rule, 2)


def _patterns(text: str, policy: CustomerPolicy) -> Iterator[tuple[str, int, int]]:
    public = {name.casefold() for _, name in policy.services}
    for rule in (*rules(), *rules_for(text)):
        for pattern in rule.find:
            for match in pattern.finditer(text):
                item = match[0].strip()
                if item.casefold() in public or any(spared.fullmatch(item) for spared in rule.spare):
                    continue
                is_numbered = ordinary_mark().fullmatch(item) or usage("model").search(text, 0, match.start())
                if rule.name == "ticket" and is_numbered:
                    continue
                is_theirs = usage("state").match(item) and usage("customers_are").search(text, 0, match.start())
                if rule.name == "staffing" and is_theirs:
                    continue
                if rule.name == "ip" and not _is_address(item):
                    continue
                if rule.name == "version" and _is_of_a_product(text, match, policy):
                    continue
                if rule.name == "blame" and follows_a_public_name(text[: match.start()], policy):
                    continue
                if rule.name in ADDRESSES and may_lead(item, policy.allowed_domains):
                    continue
                yield rule.name, match.start(), match.end()


def _is_of_a_product(text: str, match: re.Match[str], policy: CustomerPolicy) -> bool:
    """Tell whether a version is one that customers see: that of an app, a browser, a protocol, or one to install."""
    before = text[max(match.start() - 40, 0) : match.start()]
    is_told = (
        usage("product").search(before)
        or usage("of_a_product").match(text, match.end())
        or usage("called_so_by_customers").match(text[match.end() :])
        or usage("in_a_store").search(text, max(match.start() - _NEAR, 0), match.end() + _NEAR)
    )
    is_public = follows_a_public_name(before, policy) or leads_to_a_public_name(text[match.end() :], policy)
    return bool(is_told) or is_public


def _is_address(item: str) -> bool:
    if ":" in item or "-" in item:
        return True
    return all(int(octet) <= _LARGEST_OCTET for octet in _OCTET.findall(item.partition("/")[0]))


def _identifiers(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield marks that identify something, but not the version of a product that customers see."""
    for mark, first, last in marks(text):
        before = text[max(first - 40, 0) : first]
        if not (_VERSION.fullmatch(mark) and usage("product").search(before)):
            yield "identifier", first, last


def _proper_names(text: str, known: Known, policy: CustomerPolicy) -> Iterator[tuple[str, int, int]]:
    """Yield names that are neither words nor public, in a report in English."""
    if known.language.partition("-")[0] != "en":
        return
    for _, first, last in names(text, _told(policy) | known.places):
        yield "proper", first, last


@cache
def _told(policy: CustomerPolicy) -> frozenset[str]:
    """Return, in small letters, the words of the names that customers know: of the team, its products and services."""
    known_names = (policy.company, policy.recipient or "", *policy.public_names, *(name for _, name in policy.services))
    told = " ".join((*known_names, *policy.allowed_domains))
    return frozenset(re.findall(r"[^\W\d_]+", told.casefold()))


def _entropy(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _ENTROPY_WORD.finditer(text):
        if len(set(match[0])) > len(match[0]) // 3:
            yield "secret", match.start(), match.end()
