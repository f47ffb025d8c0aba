"""The company's styles taken over by name; what it lacks is added from ours, in its colours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy

from pmexport.theme.theme import Colour
from pmexport.writers.docx.markup import Element, qualified, w
from pmexport.writers.docx.slots import Slots

_POINTING = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "numStyleLink", "styleLink")
_OWN_PREFIX = "Pm"
_COLOURED = (("themeColor", "theme", ("color", "val")), ("themeFill", "themeFill", ("fill",)))


def used_styles(roots: Iterable[Element]) -> list[str]:
    """Return the ids of the styles that `roots` use, in order."""
    found = (
        str(element.get(qualified("w:val")))
        for root in roots
        for tag in ("pStyle", "rStyle", "tblStyle")
        for element in root.iter(qualified(f"w:{tag}"))
    )
    return list(dict.fromkeys(found))


def taken_over(ours: Element, theirs: Element, used: Iterable[str], wanted: Mapping[str, str]) -> dict[str, str]:
    """Add to `theirs` each style of `ours` that is `used` and missing; return the new id of each of our ids.

    `wanted` says which of their styles stands for one of ours, name by name.
    """
    own = {str(style.get(qualified("w:styleId"))): style for style in ours.iter(qualified("w:style"))}
    known = {_key(_name(style)): str(style.get(qualified("w:styleId"))) for style in theirs.iter(qualified("w:style"))}
    taken = set(known.values())
    asked = {_key(name): _key(other) for name, other in wanted.items()}
    ids: dict[str, str] = {}
    added: list[Element] = []
    waiting = list(used)
    while waiting:
        identifier = waiting.pop(0)
        if identifier in ids or identifier not in own:
            continue
        style = own[identifier]
        key = _key(_name(style))
        found = known.get(asked.get(key, "")) or known.get(key) or _default(style, theirs)
        if found:
            ids[identifier] = found
            continue
        ids[identifier] = identifier if identifier not in taken else f"{_OWN_PREFIX}{identifier}"
        taken.add(ids[identifier])
        copy = deepcopy(style)
        copy.set(qualified("w:styleId"), ids[identifier])
        added.append(copy)
        waiting += _pointed(style)
    for style in added:
        repointed(style, ids)
        theirs.append(style)
    return ids


def repointed(root: Element, ids: Mapping[str, str]) -> None:
    """Let everything in `root` that names one of our styles name the one that `ids` gives for it."""
    for tag in _POINTING:
        for element in root.iter(qualified(f"w:{tag}")):
            name = str(element.get(qualified("w:val")))
            element.set(qualified("w:val"), ids.get(name, name))


def tied(styles: Element) -> None:
    """Let no style of `styles` name one that is not there, and each of two that are linked name the other.

    A template that lacks a style may still hold the character style that was linked to it.
    """
    known = {str(style.get(qualified("w:styleId"))): style for style in styles.iter(qualified("w:style"))}
    for identifier, style in known.items():
        for tag in ("basedOn", "next", "link"):
            named = style.find(qualified(f"w:{tag}"))
            if named is None:
                continue
            other = known.get(str(named.get(qualified("w:val"))))
            if other is None:
                style.remove(named)
            elif tag == "link" and other.find(qualified("w:link")) is None:
                _link(other, identifier)


def _link(style: Element, other: str) -> None:
    """Link `style` to the style `other`, at the place that the schema has for it (ISO/IEC 29500-1, 17.7.4.17)."""
    before = [style.find(qualified(f"w:{tag}")) for tag in ("next", "basedOn", "aliases", "name")]
    next(one for one in before if one is not None).addnext(w("link", val=other))


def recoloured(root: Element, slots: Slots) -> None:
    """Refer every colour of `root` to the slots of another theme, or leave it plain where that has none like it."""
    for theme_name, prefix, values in _COLOURED:
        for element in root.iterfind(f".//*[@{qualified('w:' + theme_name)}]"):
            name = next((one for one in values if _hex(element.get(qualified(f"w:{one}")))), None)
            if name is None:
                continue
            value = str(element.get(qualified(f"w:{name}")))
            for old in (theme_name, f"{prefix}Tint", f"{prefix}Shade"):
                element.attrib.pop(qualified(f"w:{old}"), None)
            found = slots.nearest(Colour(*bytes.fromhex(value)))
            new = found.fill() if name == "fill" else found.ink(name)
            for key in [key for key in new if key == name or key.startswith("theme")]:
                element.set(qualified(f"w:{key}"), new[key])


def _hex(value: str | None) -> bool:
    return bool(value) and re.fullmatch(r"[0-9A-Fa-f]{6}", str(value)) is not None


def _pointed(style: Element) -> list[str]:
    found = (style.find(qualified(f"w:{tag}")) for tag in ("basedOn", "next", "link"))
    return [str(element.get(qualified("w:val"))) for element in found if element is not None]


def _default(style: Element, theirs: Element) -> str:
    """Return the id of their default of the kind of `style`, where ours is a default, too."""
    if style.get(qualified("w:default")) != "1":
        return ""
    kind = style.get(qualified("w:type"))
    same = (one for one in theirs.iter(qualified("w:style")) if one.get(qualified("w:type")) == kind)
    found = next((one for one in same if one.get(qualified("w:default")) in {"1", "true", "on"}), None)
    return "" if found is None else str(found.get(qualified("w:styleId")))


def _name(style: Element) -> str:
    name = style.find(qualified("w:name"))
    return "" if name is None else str(name.get(qualified("w:val")))


def _key(name: str) -> str:
    """Return `name` as names are compared: Word writes ``heading 1`` for what it shows as Heading 1."""
    return " ".join(name.casefold().split())
