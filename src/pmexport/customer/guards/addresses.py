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
    """Yield the rules that what follows the host of `address` breaks, its codes undone: names, secrets, and addresses.

    Another address in it, to which the first may lead on, must lie on one of `domains` as well.
    """
    host, _, path = address.rpartition("://")[2].partition("/")
    if not path or "@" in host:
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
                yield from (one.name for find in one.find if find.search(part))
