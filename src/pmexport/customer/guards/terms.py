"""What a team lists in its settings: what may be told, and terms, vendors and other customers that may not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pmexport.customer.folding import folded, is_unspaced, parted
from pmexport.customer.guards.addresses import ADDRESSES, may_lead
from pmexport.customer.guards.languages import is_foreign
from pmexport.customer.guards.lexicon import codenames, is_word
from pmexport.customer.guards.patterns import rules
from pmexport.customer.guards.usages import usage
from pmexport.model.options import CustomerPolicy

_JOINT = r"[\s_\-]{0,3}"
# A long term is found with a gap within it as well; a short one would be found in other words.
_GAP, _LONG = r"[\s_.\-]?", 6
_DIGITS = {"o": "0", "l": "1", "i": "1", "e": "3", "a": "4", "s": "5"}


def allowed(text: str, policy: CustomerPolicy) -> Iterator[tuple[str, int, int]]:
    """Yield where a public name or an allowed address stands, by no rule."""
    for digits in _numbers_to_call(policy):
        yield from (("", *match.span()) for match in digits.finditer(text))
    for name in policy.public_names:
        yield from (("", *match.span()) for match in term_pattern(name).finditer(text))
    for rule in rules():
        if rule.name in ADDRESSES:
            for pattern in rule.find:
                for match in pattern.finditer(text):
                    if may_lead(match[0], policy.allowed_domains):
                        yield "", match.start(), match.start() + _length(match[0], policy)


def _length(address: str, policy: CustomerPolicy) -> int:
    """Return how much of an allowed `address` is one: after its full stop the next sentence begins."""
    is_one = may_lead(re.sub(r"\s", "", address), policy.allowed_domains)
    return len(address) if is_one else len(re.split(r"(?<=\.)\s", address)[0])


def _numbers_to_call(policy: CustomerPolicy) -> Iterator[re.Pattern[str]]:
    """Yield a pattern for each phone number in what the team's settings say of where to ask."""
    phone = next(rule for rule in rules() if rule.name == "phone")
    for line in (policy.contact, policy.legal):
        for match in (match for find in phone.find for match in find.finditer(folded(line))):
            digits = r"[\s().\-/]{0,3}".join(map(re.escape, re.findall(r"[+\d]", match[0])))
            yield re.compile(rf"(?<![\w+])\(?{digits}(?!\w)")


def listed(text: str, policy: CustomerPolicy) -> Iterator[tuple[str, int, int]]:
    """Yield the rule, start and end of what the team does not let out, and of services by their internal names."""
    names = (("term", policy.banned), ("vendor", policy.vendors), ("customer", _other_customers(policy)))
    for rule, terms in names:
        for term in terms:
            for match in term_pattern(term).finditer(text):
                yield rule, match.start(), match.end()
    public = tuple(name.casefold() for _, name in policy.services)
    for internal, _ in policy.services:
        if internal.casefold() in public:
            continue
        is_thing = _is_a_word(internal)
        for match in term_pattern(internal).finditer(text):
            before = text[: match.start()]
            is_noun = internal.isalpha() and is_foreign(text) and _may_be_a_noun(before)
            if usage("a_service").search(before) or not (is_thing or is_noun):
                yield "service", match.start(), match.end()


def _is_a_word(internal: str) -> bool:
    """Tell whether the name of a service is an English word."""
    return internal.isalpha() and is_word(internal.casefold())


def _may_be_a_noun(before: str) -> bool:
    """Tell whether what follows `before` may be a noun of a language that no word list is at hand for: en taquilla."""
    return bool(usage("before_a_noun").search(before) or usage("preposed").search(before))


def _other_customers(policy: CustomerPolicy) -> tuple[str, ...]:
    mine = (policy.recipient or "").casefold()
    return tuple(name for name in policy.customers if name.casefold() != mine)


@cache
def term_pattern(term: str) -> re.Pattern[str]:
    """Return a pattern for `term` in any case, its parts with spaces, hyphens or underscores between them."""
    said = [part for part in re.split(r"[\s_\-]+", parted(folded(term))) if part]
    parts = [(_GAP if len(part) >= _LONG else "").join(map(_spelt, part)) for part in said]
    spelt = _JOINT.join(parts)
    if len(said) > 1 and said[0].casefold() in codenames():
        # Project Heron is our Heron project as well.
        spelt = f"(?:{spelt}|{_JOINT.join((*parts[1:], parts[0]))})"
    # A script without spaces has no edges of words.
    first, last = ("" if is_unspaced(mark) else edge for mark, edge in ((term[:1], r"(?<!\w)"), (term[-1:], r"(?!\w)")))
    return re.compile(rf"{first}{spelt}(?:'s|s)?{last}", re.IGNORECASE)


def _spelt(mark: str) -> str:
    """Return a pattern for one letter of a term, with the digit that is written for it to hide it."""
    digit = _DIGITS.get(mark.casefold())
    return f"[{mark}{digit}]" if digit else re.escape(mark)


def leads_to_a_public_name(after: str, policy: CustomerPolicy) -> bool:
    """Tell whether `after` says that something is of what customers know: of our Borealis Gradebook."""
    belongs = usage("belongs").match(after)
    return belongs is not None and any(term_pattern(name).match(after, belongs.end()) for name in policy.public_names)


def follows_a_public_name(before: str, policy: CustomerPolicy) -> bool:
    """Tell whether `before` ends with a name that customers know."""
    ends = (hit.end() for name in policy.public_names for hit in term_pattern(name).finditer(before))
    return len(before.rstrip()) in ends
