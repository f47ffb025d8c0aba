"""Postmortems that may not be told to customers at all, by the mark they carry."""

from __future__ import annotations

import re

from pmexport.customer.folding import folded
from pmexport.errors import HeldBackError
from pmexport.model.options import CustomerPolicy


def refuse_marked(text: str, classification: str | None, policy: CustomerPolicy) -> None:
    """Raise HeldBackError where `text`, or its classification, carries a mark that `policy` refuses."""
    permitted = {_key(mark) for mark in policy.permitted_marks}
    plain = _key(f"{classification or ''}\n{text}")
    for mark in policy.refused_marks:
        if _key(mark) in permitted:
            continue
        # TLP:AMBER+STRICT holds TLP:AMBER, and TLP:RED stands in no other word.
        if re.search(rf"(?<!\w){re.escape(_key(mark))}(?![\w+])", plain):
            raise HeldBackError(
                f"is marked {mark} and is not told to customers",
                instead=f"--permit {mark!r} tells them all the same",
            )


def _key(text: str) -> str:
    return re.sub(r"\s*([:+])\s*", r"\1", folded(text).casefold())
