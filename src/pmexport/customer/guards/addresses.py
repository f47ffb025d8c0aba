"""Addresses of the web and of mail: whether customers may be led there, and what they hold besides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pmexport.customer.folding import folded
from pmexport.customer.guards.disguise import decoded, says
from pmexport.customer.guards.known import Known
from pmexport.customer.guards.patterns import rules
from pmexport.customer.guards.usages import usage

ADDRESSES = ("email", "url")
"""The rules that find addresses."""
# What stands nowhere, not even in an address that customers may open.
_NOWHERE = frozenset({"secret", "ip", "email"})
_HOST = re.compile(r"^(?:[a-z][a-z0-9+.\-]*://)?(?:[^/@\s]*@)?([^/:?#\s]+)", re.IGNORECASE)


def may_lead(address: str, domains: Sequence[str]) -> bool:
    """Tell whether an address, of mail or of the web, lies on one of `domains`, plain and without a password."""
    plain = usage("dot").sub(".", address.strip().removeprefix("mailto:")).casefold()
    if "://" in plain:
        scheme, _, rest = plain.partition("://")
        if scheme not in {"http", "https"} or "@" in rest.partition("/")[0]:
            return False
    host = usage("at").split(plain)[-1] if "://" not in plain and usage("at").search(plain) else plain
    match = _HOST.match(host)
    name = re.sub(r"\s", "", match[1] if match else "").rstrip(".,;)!?'\"")
    return any(name == domain.casefold() or name.endswith(f".{domain.casefold()}") for domain in domains)


def within(address: str, known: Known, domains: Sequence[str] = ()) -> Iterator[str]:
    """Yield the rules that `address` breaks beside its domain, its codes undone: names, secrets, machines, addresses.

    Another address in it, to which the first may lead on, must lie on one of `domains` as well. So must whom else a
    letter goes to, and what it is told to say holds no name.
    """
    yield from _before_the_domain(address, known, domains)
    bare = re.sub(r"^(?:mailto:|[a-z][a-z0-9+.\-]*://)", "", address, flags=re.IGNORECASE)
    # A letter's address has no path: what it says begins with a question mark.
    path = bare.partition("?" if "@" in bare.partition("/")[0] else "/")[2] or bare.partition("?")[2]
    if not path:
        return
    plain = decoded(path)
    parts = [plain, *(said for part in re.split(r"[/?&=#]", plain) if (said := says(part)))]
    if not all(may_lead(other, domains) for other in usage("address_within").findall(folded(plain))):
        yield "url"
    for part in map(folded, parts):
        spaced = re.sub(r"[/?&=+#]", " ", part)
        yield from (rule for rule, _, _ in known.hits(spaced))
        for one in rules():
            if one.name in _NOWHERE:
                found = (match[0] for find in one.find for match in find.finditer(part))
                yield from (one.name for item in found if one.name != "email" or not may_lead(item, domains))


def _before_the_domain(address: str, known: Known, domains: Sequence[str]) -> Iterator[str]:
    """Yield the rules broken by what stands before the domain: whose address it is, and which machine's."""
    plain = folded(decoded(address)).removeprefix("mailto:")
    whose = usage("at").split(plain)[0] if "://" not in plain and usage("at").search(plain) else ""
    match = _HOST.match(usage("at").split(plain)[-1] if whose else plain)
    host = match[1] if match else ""
    domain = max((one for one in domains if host.casefold().endswith(f".{one.casefold()}")), key=len, default="")
    machine = host[: -len(domain) - 1] if domain else ""
    yield from (rule for rule, _, _ in known.hits(re.sub(r"[._+]", " ", whose)))
    yield from (rule for rule, _, _ in known.hits(machine.replace(".", " ")))
    hosts = next(rule for rule in rules() if rule.name == "host")
    if any(find.search(machine) for find in hosts.find) and not any(one.fullmatch(machine) for one in hosts.spare):
        yield "host"
