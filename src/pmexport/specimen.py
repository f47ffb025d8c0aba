"""Every component of a page in every state, in one theme, so that a designer can judge it."""

from __future__ import annotations

import datetime as dt
import struct
import zlib

from msgspec.structs import replace

from pmexport.convert import read, renderings, report_of
from pmexport.model.options import PageOptions, Paper
from pmexport.model.prose import Alignment, Image, Inline, Picture, Row, Str, Table
from pmexport.model.rendering import Rendering
from pmexport.model.report import Badge, Finding, Findings, Masthead, Narrative, Report, Section
from pmexport.printing import Made
from pmexport.shipped import shipped
from pmexport.theme.pairs import pairs
from pmexport.theme.theme import Colour, Theme

_TODAY = dt.date(2026, 3, 10)
_SWATCH = (44, 18)
# In millimetres; a PDF knows no sheet that is longer.
# What rounding to the engine's own units may take of a sheet cut to measure, in millimetres.
_ROUNDING = 1.0
_LONGEST = 5_000.0


def specimen(theme: Theme, paper: Paper = Paper.AUTO) -> Report:
    """Return a made-up report that holds every component, every badge of `theme`, and its colours."""
    text = (shipped("templates") / "specimen.md").read_bytes()
    options = PageOptions(today=_TODAY, paper=paper)
    report = report_of(read(text).postmortems[0], options, theme)
    sections = tuple(_with_every_badge(section, theme) for section in report.sections)
    if not any(isinstance(section, Findings) for section in sections):
        note = Finding(title="Stated and computed figures differ.", text="This is how a finding is set.")
        sections = (*sections, Findings(anchor="finding", heading="Findings", items=(note,)))
    return replace(report, sections=(*sections, _colours(theme)))


def drawn(report: Report, theme: Theme, suffix: str) -> Made:
    """Return the specimen in the format `suffix`; a PDF as one sheet that is as long as it has to be.

    A theme that gives the title a sheet of its own has that one besides.
    """

    def made(height: float) -> Made:
        page = replace(theme.page, height=height)
        return renderings(report, replace(theme, page=page), (suffix,))[0]

    if suffix != "pdf":
        return made(0)
    long = made(_LONGEST)
    if not isinstance(long, Rendering) or not long.depth:
        return long
    return made(long.depth + _ROUNDING + theme.page.margin_bottom)


def _with_every_badge(section: Section, theme: Theme) -> Section:
    if not isinstance(section, Masthead):
        return section
    badges = tuple(Badge(scheme=scheme, key=key, label=_name(theme, scheme, key)) for scheme, key in theme.light.badges)
    return replace(section, badges=badges)


def _name(theme: Theme, scheme: str, key: str) -> str:
    graded = next((one.written for one in theme.wording.grades if (one.scheme, one.key) == (scheme, key)), key)
    return theme.wording.name(scheme, key) or f"{scheme} {graded.replace('_', ' ')}"


def _colours(theme: Theme) -> Narrative:
    """Return each pair of colours, light and dark, as swatches with its contrast."""
    head = ("Pair", "Light", "", "Contrast", "Dark", "", "Contrast", "Wanted")
    rows = tuple(
        Row(
            (
                (Str(light.name),),
                *_cells(light.ink, light.ground, light.ratio),
                *_cells(dark.ink, dark.ground, dark.ratio),
                (Str(f"{light.wanted:g}"),),
            )
        )
        for light, dark in zip(pairs(theme.light), pairs(theme.dark), strict=True)
    )
    alignments = (Alignment.LEFT, *(Alignment.LEFT, Alignment.LEFT, Alignment.RIGHT) * 2, Alignment.RIGHT)
    table = Table(alignments, tuple((Str(word),) if word else () for word in head), rows)
    return Narrative(anchor="colours", heading="Colours", blocks=(table,))


def _cells(ink: Colour, ground: Colour, ratio: float) -> tuple[tuple[Inline, ...], ...]:
    return (_swatch(ink, ground), (Str(f"{ink.hex}\u00a0on\u00a0{ground.hex}"),), (Str(f"{ratio:.1f}"),))


def _swatch(ink: Colour, ground: Colour) -> tuple[Inline, ...]:
    """Return a strip of the ground with a bar of the ink in it."""
    width, height = _SWATCH
    line = {True: _row(ground, ink, width), False: _row(ground, ground, width)}
    pixels = b"".join(line[height // 4 <= y < height - height // 4] for y in range(height))
    picture = Picture(content=_png(pixels, width, height), media_type="image/png", width=width, height=height)
    return (Image(alt=f"{ink.hex} on {ground.hex}", target="", picture=picture),)


def _row(ground: Colour, ink: Colour, width: int) -> bytes:
    edge = width // 4
    inks = bytes((ink.red, ink.green, ink.blue)) * (width - 2 * edge)
    side = bytes((ground.red, ground.green, ground.blue)) * edge
    return b"\0" + side + inks + side


def _png(pixels: bytes, width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
