"""The table [customer]: what customers may be told, over what the theme says."""

from __future__ import annotations

from collections.abc import Mapping

from pmexport.errors import UsageError
from pmexport.model.options import CustomerPolicy
from pmexport.settings.layer import nearest
from pmexport.theme.theme import CustomerWishes

_TEXTS = ("company", "contact", "apology", "legal", "promise", "promise_late")
_LISTS = ("allowed_domains", "banned", "vendors", "public_names", "customers", "refused_marks", "permitted_marks")
_NUMBERS = ("longest", "hardest")
_KEYS = (*_TEXTS, *_LISTS, *_NUMBERS)
CUSTOMER_KEYS: Mapping[str, tuple[str, ...]] = {
    "texts": _TEXTS,
    "lists": _LISTS,
    "numbers": _NUMBERS,
}
"""What may stand in ``[customer]`` beside ``services``, by what each is."""


def _with_brand(
    values: dict[str, object], services: dict[str, object], brand: CustomerWishes
) -> tuple[dict[str, object], dict[str, object]]:
    """Lay a team's own settings over those of its theme; terms that must not leave add up."""
    stated = values.get("banned", ())
    banned = (*brand.banned, *(stated if isinstance(stated, tuple) else ()))
    below = {"contact": brand.contact, "allowed_domains": brand.domains}
    given = {key: value for key, value in below.items() if value}
    return {**given, **values, **({"banned": banned} if banned else {})}, {**brand.services, **services}


def _value(key: str, value: object) -> object:
    if key in _TEXTS and isinstance(value, str):
        return value.strip()
    if key in _LISTS and isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return tuple(one.strip() for one in value if one.strip())
    if key in _NUMBERS and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value) if key == "hardest" else int(value)
    wanted = (
        'a text in quotes, or a table of them by language: {en = "…"}'
        if key in _TEXTS
        else "a number"
        if key in _NUMBERS
        else "a list of texts"
    )
    raise UsageError(f"{key} cannot be {value!r}", place="[customer]", instead=f"write {wanted}")


def customer_policy(table: Mapping[str, object], brand: CustomerWishes | None) -> CustomerPolicy:
    """Return the policy that `table` states, laid over the theme's wishes. Raises UsageError for what cannot be."""
    services = table.get("services", {})
    if not isinstance(services, Mapping) or not all(isinstance(name, str) for name in services.values()):
        raise UsageError("services is no table of names", place="[customer]", instead='write internal = "Public name"')
    values, translations = _values({key: value for key, value in table.items() if key != "services"})
    if brand is not None:
        values, services = _with_brand(values, dict(services), brand)
    return CustomerPolicy(
        **values,  # type: ignore[arg-type]  # each value was read as its field wants it
        services=tuple((str(name), str(public)) for name, public in services.items()),
        translations=translations,
    )


def _values(table: Mapping[str, object]) -> tuple[dict[str, object], tuple[tuple[str, str, str], ...]]:
    """Return each key's value, and of the texts that stand in several languages key, language and text."""
    values: dict[str, object] = {}
    translations: list[tuple[str, str, str]] = []
    for key, value in table.items():
        if key in _TEXTS and isinstance(value, Mapping):
            translations += [(key, str(tag), str(_value(key, text))) for tag, text in value.items()]
        elif key in _KEYS:
            values[key] = _value(key, value)
        else:
            near = nearest(key, (*_KEYS, "services"))
            raise UsageError(
                f"there is no setting {key}", place="[customer]", instead=f"did you mean {near}?" if near else ""
            )
    return values, tuple(translations)
