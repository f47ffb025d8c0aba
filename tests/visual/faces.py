"""Rules about fonts: each embedded, each from the theme, and a glyph for every character."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator

import pikepdf

from visual.findings import Finding


def faces(content: bytes, families: Collection[str] | None = None) -> Iterator[Finding]:
    """Yield what is wrong with the fonts; where `families` are given, no font may be of another."""
    with pikepdf.open(io.BytesIO(content)) as document:
        told: set[tuple[str, str]] = set()
        for number, page in enumerate(document.pages, 1):
            for rule, seen in _of_stream(page.obj, page.obj.get("/Resources"), families):
                if (rule, seen) not in told:
                    told.add((rule, seen))
                    yield Finding(rule, number, seen)


def _of_stream(
    stream: pikepdf.Object, resources: pikepdf.Object | None, families: Collection[str] | None
) -> Iterator[tuple[str, str]]:
    """Yield the faults of the fonts that a page or form draws with."""
    if resources is None:
        return
    fonts = resources.get("/Font")
    face: pikepdf.Object | None = None
    for instruction in pikepdf.parse_content_stream(stream):
        operator, operands = str(instruction.operator), list(instruction.operands)
        if operator == "Tf" and fonts is not None:
            face = fonts[str(operands[0])]
            yield from _of_font(face, families)
        elif operator == "Do":
            form = resources["/XObject"][str(operands[0])]
            if form.get("/Subtype") == "/Form":
                yield from _of_stream(form, form.get("/Resources", resources), families)
        elif operator in {"Tj", "TJ", "'"} and face is not None and _draws_nothing(face, operands[0]):
            yield "missing-glyph", f"a character has no glyph in {_family(face)}"


def _draws_nothing(font: pikepdf.Object, operand: object) -> bool:
    """Return whether text in a font of two-byte codes holds the code of no glyph."""
    return font.get("/Subtype") == "/Type0" and any(0 in _codes(bytes(part)) for part in _strings(operand))


def _strings(operand: object) -> list[pikepdf.String]:
    parts = list(operand) if isinstance(operand, pikepdf.Array) else [operand]
    return [part for part in parts if isinstance(part, pikepdf.String)]


def _codes(text: bytes) -> set[int]:
    return {int.from_bytes(text[place : place + 2]) for place in range(0, len(text) - 1, 2)}


def _of_font(font: pikepdf.Object, families: Collection[str] | None) -> Iterator[tuple[str, str]]:
    inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    name = _family(font)
    descriptor = inner.get("/FontDescriptor")
    held = descriptor is not None and any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    if not held and font.get("/Subtype") != "/Type3":
        yield "unembedded-font", f"{name} is not in the file"
    lacking = _lacking(font)
    if lacking:
        yield "missing-glyph", f"{name} has no glyph for {lacking}"
    if families is not None and not any(_plain(name).startswith(_plain(family)) for family in families):
        yield "strange-font", f"{name} is not a font of the theme"


def _lacking(font: pikepdf.Object) -> str:
    """Return the characters that WeasyPrint draws as .notdef, to which it gives codes that no glyph has."""
    encoding = font.get("/Encoding")
    if not isinstance(encoding, pikepdf.Stream):
        return ""
    words = dict(re.findall(rb"<(\w+)> <(\w+)>", font["/ToUnicode"].read_bytes()))
    codes = re.findall(rb"<(\w+)> 0\b", encoding.read_bytes())
    return ", ".join(bytes.fromhex(words.get(code, b"fffd").decode()).decode("utf-16-be") for code in codes)


def _family(font: pikepdf.Object) -> str:
    name = str(font.get("/BaseFont", font.get("/Name", "a font"))).lstrip("/")
    return name.partition("+")[2] or name


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())
