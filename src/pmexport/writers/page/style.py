"""A theme as style sheets: colours and sizes as variables, badges and phases as rules, faces as @font-face."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pmexport.theme.theme import Face, Palette, Theme

_PLAIN_COLOURS = (
    "ink", "soft", "faint", "rule", "hair", "ground", "wash", "brand", "link", "alert", "tint", "tag", "tag_ground",
    "empty",
)  # fmt: skip
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")
_BODY_SIZE = "body"
_PICTOGRAPHS = (
    "U+200D, U+203C, U+2049, U+2139, U+2194-21AA, U+231A-23FA, U+25AA-27BF, U+2934-2B55, U+FE0F, U+1F000-1FAFF"
)


def colours(palette: Palette) -> dict[str, str]:
    """Return every colour of `palette` as ``#rrggbb`` under the name of its CSS variable (without ``--``)."""
    found = {f"pm-{name.replace('_', '-')}": getattr(palette, name).hex for name in _PLAIN_COLOURS}
    found |= {f"pm-code-{token}": colour.hex for token, colour in palette.code.items()}
    for phase, style in palette.phases.items():
        found |= _parts(f"pm-phase-{phase}", style.ink.hex, style.ground.hex, style.edge.hex)
    for (scheme, key), badge in palette.badges.items():
        found |= _parts(f"pm-{scheme}-{key}", badge.ink.hex, badge.ground.hex, badge.edge.hex)
    return found


def sizes(theme: Theme) -> dict[str, str]:
    """Return the type scale as variables in rem, the body's size being one: paper and screen keep one proportion."""
    body = theme.type.sizes[_BODY_SIZE]
    return {f"pm-size-{name}": f"{size / body:.4g}rem" for name, size in theme.type.sizes.items()}


def families(theme: Theme, *, fallback: Mapping[str, str]) -> dict[str, str]:
    """Return the font families by role as variables, each with `fallback` of that role behind it."""
    kinds = {"text": theme.type.text, "display": theme.type.display, "mono": theme.type.mono}
    return {
        f"pm-font-{role}": ", ".join(filter(None, (quoted(family), quoted(theme.type.emoji), fallback.get(role))))
        for role, family in kinds.items()
    }


def quoted(text: str) -> str:
    """Return `text` as a CSS string, or nothing for no text; what could end a string or an element is hexadecimal."""
    return '"' + re.sub(r"[^\w .,:;·+#()/~\u2013\u2014-]", _hexadecimal, text) + '"' if text else ""


def declared(variables: Mapping[str, str]) -> str:
    """Return `variables` as declarations."""
    return "".join(f"--{name}:{value};" for name, value in variables.items())


def baked(style_sheet: str, variables: Mapping[str, str]) -> str:
    """Return `style_sheet` with each variable replaced by its value, which spares the PDF engine doing so."""
    return _VARIABLE.sub(lambda match: variables.get(match[1], match[0]), style_sheet)


def rules(palette: Palette) -> str:
    """Return the rules of each badge, bar segment, phase and kind of code that `palette` knows."""
    return "".join(_rules(palette))


def font_face(face: Face, source: str, *, emoji: str) -> str:
    """Return the @font-face of `face` read from `source`, a ``url()``; pictographs take no digits and letters."""
    style = "italic" if face.italic else "normal"
    scope = f"unicode-range:{_PICTOGRAPHS};" if face.family == emoji else ""
    return (
        f"@font-face{{font-family:{quoted(face.family)};font-weight:{face.weight};font-style:{style};"
        f"font-display:swap;{scope}src:{source}}}"
    )


def faces_used(theme: Theme, page: str) -> Iterator[Face]:
    """Yield the faces that `page` (HTML) needs, so that a page without code carries no face for code."""
    slanted = "<em>" in page
    for face in theme.type.faces:
        if face.italic and not slanted:
            continue
        if face.family == theme.type.mono and "<code" not in page:
            continue
        if face.family == theme.type.emoji and not _has_pictograph(page):
            continue
        yield face


def _parts(name: str, ink: str, ground: str, edge: str) -> dict[str, str]:
    return {f"{name}-ink": ink, f"{name}-ground": ground, f"{name}-edge": edge}


def _rules(palette: Palette) -> Iterable[str]:
    for scheme, key in palette.badges:
        name = f"{scheme}-{key}"
        ink, ground, edge = (f"var(--pm-{name}-{part})" for part in ("ink", "ground", "edge"))
        yield f".{name}{{color:{ink};background:{ground};border-color:{edge}}}"
        if scheme == "action":
            yield f".segments .segment-{key}{{background:var(--pm-{name}-edge)}}"
    for phase in palette.phases:
        yield f".phase-{phase} td:first-child{{border-inline-start-color:var(--pm-phase-{phase}-edge)}}"
    for token in palette.code:
        yield f"pre .{token}{{color:var(--pm-code-{token})}}"


def _hexadecimal(match: re.Match[str]) -> str:
    return f"\\{ord(match[0]):x} "


def _has_pictograph(page: str) -> bool:
    return re.search("[\u203c\u2049\u231a-\u23fa\u25aa-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff]", page) is not None
