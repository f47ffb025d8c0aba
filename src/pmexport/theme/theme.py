"""A theme as values a writer can use: page, palette, type and marks. Colours are parsed, fonts are files."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from pmexport.model.options import ThemeWords
from pmexport.model.prose import CodeToken
from pmexport.model.report import Badge, BadgeScheme
from pmexport.model.terms import Phase


class Colour(Struct, frozen=True):
    """An sRGB colour, each part 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def hex(self) -> str:
        """Return ``#rrggbb``."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


class Shape(StrEnum):
    """The small mark before a status, so that colour is never alone."""

    NONE = "none"
    RING = "ring"
    HALF = "half"
    CHECK = "check"
    BAR = "bar"
    CROSS = "cross"
    DOT = "dot"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"


class Fill(StrEnum):
    """How a badge is set in its colour: filled with it, framed with it, on a wash, or as a word alone."""

    SOLID = "solid"
    OUTLINE = "outline"
    WASH = "wash"
    PLAIN = "plain"


class BadgeStyle(Struct, frozen=True, kw_only=True):
    """How a badge looks: `ink` on `ground` with an `edge`. `shape` is drawn in `ink` where the scheme shows marks.

    In the action scheme, which has no frame, `edge` fills the status's part of the progress bar.
    """

    ink: Colour
    ground: Colour
    edge: Colour
    shape: Shape = Shape.NONE


class PhaseStyle(Struct, frozen=True, kw_only=True):
    """A phase's band: `ink` for its words on `ground`; `edge` is the same hue, strong enough for a thin line."""

    ink: Colour
    ground: Colour
    edge: Colour


class Palette(Struct, frozen=True, kw_only=True):
    """The colours of one scheme, light or dark.

    `ink` is text, `soft` secondary text, `faint` marks and axis figures; `rule` the dark rule, `hair` the hairlines;
    `ground` the page, `wash` what lies under code and tags; `brand` the company's colour as text, `link` links,
    `alert` the impact bracket and readings, `tint` the wash behind them, `tag` and `tag_ground` the milestone tags.
    """

    ink: Colour
    soft: Colour
    faint: Colour
    rule: Colour
    hair: Colour
    ground: Colour
    wash: Colour
    brand: Colour
    link: Colour
    alert: Colour
    tint: Colour
    tag: Colour
    tag_ground: Colour
    empty: Colour
    code: Mapping[CodeToken, Colour]
    badges: Mapping[tuple[BadgeScheme, str], BadgeStyle]
    phases: Mapping[Phase, PhaseStyle]

    def badge(self, badge: Badge) -> BadgeStyle:
        """Return the style of `badge`; a key that the scheme does not know looks like its ``none``."""
        return self.badges.get((badge.scheme, badge.key)) or self.badges[badge.scheme, "none"]


class Face(Struct, frozen=True, kw_only=True):
    """One cut of a family as files: a static TTF for paper, a subset WOFF2 for the screen where there is one."""

    family: str
    weight: int
    italic: bool
    ttf: Path
    woff2: Path | None = None


class Typography(Struct, frozen=True, kw_only=True):
    """The families by their role and every face of them.

    `sizes` are points by name, the type scale of the page: ``title figure heading lead body small note``. `word_text`,
    `word_display` and `word_mono` are the families that a Word document names, since it carries none.
    """

    text: str
    display: str
    mono: str
    emoji: str
    faces: tuple[Face, ...]
    sizes: Mapping[str, float]
    word_text: str
    word_mono: str
    word_display: str = ""


class Logo(Struct, frozen=True, kw_only=True):
    """The company's sign: SVG or PNG bytes, its words for those who cannot see it, its proportions."""

    content: bytes
    media_type: str
    alt: str
    width: float
    height: float


class PageStyle(Struct, frozen=True, kw_only=True):
    """The sheet: margins in millimetres, the running lines, and whether the title has a sheet of its own (`cover`).

    `height` is that of the PDF's sheet in millimetres where it is not the paper's: no theme says it, a specimen does.
    They may hold ``{company} {id} {title} {classification} {kind} {page} {pages}``.
    """

    paper: str
    margin_top: float
    margin_right: float
    margin_bottom: float
    margin_left: float
    header_left: str
    header_right: str
    footer_left: str
    footer_right: str
    cover: bool = False
    height: float = 0


class CustomerWishes(Struct, frozen=True, kw_only=True):
    """What a brand knows of its customers: public names of services, where links may lead, what must not be named."""

    services: Mapping[str, str] = {}
    domains: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    contact: str = ""


class Theme(Struct, frozen=True, kw_only=True):
    """Everything that makes a report look like its company's."""

    name: str
    company: str
    logo: Logo | None
    page: PageStyle
    light: Palette
    dark: Palette
    type: Typography
    classification: str
    legal: str = ""
    watermark: str = ""
    style_sheet: str = ""
    templates: tuple[Path, ...] = ()
    reference_docx: Path | None = None
    logo_dark: Logo | None = None
    word_styles: Mapping[str, str] = {}
    wording: ThemeWords = ThemeWords()
    customer: CustomerWishes = CustomerWishes()
