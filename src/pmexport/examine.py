"""The roads that end with findings instead of a page: what was read, what is wrong with it, what can be put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from pmexport.convert import read
from pmexport.errors import no_deeper
from pmexport.facts.metrics import measure
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.facts import Facts
from pmexport.model.options import CheckOptions, ReadOptions, SupportHours
from pmexport.model.postmortem import Postmortem
from pmexport.reader.source import decode

if TYPE_CHECKING:
    from pmexport.reader import mending
    from pmexport.reader.explanation import Explanation


def explain(content: bytes, options: ReadOptions) -> tuple[Explanation, ...]:
    """Return for each postmortem in `content` where its parts went, and why. Raises UnreadableError."""
    from pmexport.reader import explanation  # noqa: PLC0415  rendering needs none of it

    with no_deeper(options.name):
        return explanation.explain(content, options)


class Reviewed(Struct, frozen=True):
    """What the reader and the review say of a text, and what they computed of each postmortem in it."""

    diagnostics: tuple[Diagnostic, ...]
    facts: tuple[Facts, ...]


def reviewed(
    content: bytes, read_options: ReadOptions | None = None, check_options: CheckOptions | None = None
) -> Reviewed:
    """Return everything wrong or missing in `content`, without what its author accepted. Raises UnreadableError."""
    from pmexport.facts.review import review  # noqa: PLC0415  rendering needs none of it
    from pmexport.reader.acceptances import accept, unknown  # noqa: PLC0415

    options = check_options or CheckOptions()
    reading = read(content, read_options)
    facts = tuple(measure(postmortem) for postmortem in reading.postmortems)
    found = [one for one in reading.diagnostics if one.code not in options.disable]
    for postmortem, computed in zip(reading.postmortems, facts, strict=True):
        found += review(postmortem, computed, options)
    known = _known_codes(options)
    found += [unknown(code, known, f"the settings name {code}") for code in sorted(_named_codes(options) - known)]
    left = accept(decode(content, (read_options or ReadOptions()).name), tuple(dict.fromkeys(found)), known)
    return Reviewed(tuple(sorted(left, key=lambda one: one.line)), facts)


def _known_codes(options: CheckOptions) -> frozenset[str]:
    from pmexport.facts.review import prose  # noqa: PLC0415
    from pmexport.facts.review.rule import rules  # noqa: PLC0415
    from pmexport.reader.codes import codes  # noqa: PLC0415

    return frozenset((*rules(), *codes(), *(rule.id for rule in options.rules), prose.CODE))


def _named_codes(options: CheckOptions) -> frozenset[str]:
    return options.disable | options.severity.keys()


def mended(content: bytes, read_options: ReadOptions | None = None) -> mending.Mended:
    """Return `content` with what is certain put right. Raises UnreadableError."""
    from pmexport.reader import mending  # noqa: PLC0415  few runs need it

    options = read_options or ReadOptions()
    with no_deeper(options.name):
        return mending.mended(content, options)


def model_json(
    postmortems: tuple[Postmortem, ...], diagnostics: tuple[Diagnostic, ...], hours: SupportHours | None = None
) -> bytes:
    """Return the published model with its facts as JSON: of one postmortem an object, of several an array."""
    from pmexport.model.json import as_json, encode  # noqa: PLC0415  rendering needs none of it

    models = [as_json(postmortem, measure(postmortem, hours), diagnostics) for postmortem in postmortems]
    return encode(models[0] if len(models) == 1 else models)


def json_schema() -> bytes:
    """Return the JSON Schema of what `model_json` gives."""
    from pmexport.model.json import schema  # noqa: PLC0415

    return schema()
