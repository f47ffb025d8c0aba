"""The files of a new theme: a brand file that explains itself, and the company's logo."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
from msgspec import Struct

from pmexport.errors import ThemeError, UnreadableError, UsageError
from pmexport.shipped import shipped
from pmexport.theme.brand import themes
from pmexport.theme.colour import parse
from pmexport.theme.draft import draft, quoted
from pmexport.theme.load import load_theme
from pmexport.theme.logo import sign
from pmexport.theme.plate import is_seen, on_plate
from pmexport.theme.theme import Colour, Logo

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", re.ASCII)
# Names of devices, which Windows lets no file or folder have.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9])", re.ASCII | re.IGNORECASE)
_SUFFIXES = {"image/png": "png", "image/svg+xml": "svg"}
_LARGEST = 500_000
_MOST_COLOURS = 2


class NewTheme(Struct, frozen=True):
    """The files of a theme by their paths in its folder, and what there is to tell."""

    files: tuple[tuple[str, bytes], ...]
    told: tuple[str, ...]


def files_of(name: str, company: str, logos: tuple[str | None, str | None], colours: tuple[str, ...]) -> NewTheme:
    """Return the files of the theme `name`, whose `logos` are the one for light grounds and the one for dark ones.

    Raises UsageError, and ThemeError for a logo that is none.
    """
    if not _NAME.fullmatch(name):
        raise UsageError("cannot be the name of a theme", place=name, instead="write letters, figures, - and _")
    if _DEVICE.fullmatch(name):
        raise UsageError("is a name that Windows keeps for a device", place=name, instead="choose another name")
    if name in themes():
        raise UsageError("is a theme that ships", place=name, instead="choose another name")
    default = load_theme().theme
    main, accent = _colours(colours, (default.light.brand, default.light.link))
    drawn = draft(main, accent, default.light, default.dark)
    signs = _signs(logos, (default.light.ground, default.dark.ground))
    text = (
        _environment()
        .get_template("brand.yml.j2")
        .render(
            name=name,
            company=quoted(" ".join(company.split())),
            logo=signs.paths.get("sign", ""),
            other={name: path for name, path in signs.paths.items() if name != "sign"},
            main=drawn.main.hex,
            accent=drawn.accent.hex,
            light={role: colour.hex for role, colour in drawn.light.items()},
            dark={role: colour.hex for role, colour in drawn.dark.items()},
        )
    )
    return NewTheme(files=(("_brand.yml", text.encode()), *signs.files), told=(*drawn.changed, *signs.told))


def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(shipped("templates")),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701  YAML, whose only free text is quoted
        trim_blocks=True,
        keep_trailing_newline=True,
    )


def _colours(written: tuple[str, ...], otherwise: tuple[Colour, Colour]) -> tuple[Colour, Colour]:
    if len(written) > _MOST_COLOURS:
        raise UsageError("two colours are enough", place="--colour", instead="further ones go into the brand file")
    found: list[Colour] = []
    for one in written:
        colour = parse(one)
        if colour is None:
            raise UsageError(f"{one!r} is no colour", place="--colour", instead="write one such as '#1a4f8b' or navy")
        found.append(colour)
    if not found:
        return otherwise
    return found[0], found[-1]


class _Signs(Struct, frozen=True):
    """The logos of a new theme, their paths by name, and what there is to tell of them."""

    paths: dict[str, str]
    files: tuple[tuple[str, bytes], ...]
    told: tuple[str, ...] = ()


def _signs(given: tuple[str | None, str | None], grounds: tuple[Colour, Colour]) -> _Signs:
    """Return the logos `given` for a light and for a dark ground, on a plate where they cannot be seen on `grounds`.

    A plate has the ground of the other side, on which the logo was made to stand; its own colours stay.
    """
    if given[0] is None:
        if given[1] is not None:
            raise UsageError("is for dark screens only", place="--logo-dark", instead="give --logo as well")
        return _Signs({}, ())
    signs, told = {"sign": _logo(given[0])}, []
    if given[1] is not None:
        signs["sign-dark"] = _logo(given[1])
    for name, side, ground, other in (
        ("sign-light", "light page", *grounds),
        ("sign-dark", "dark screen", *grounds[::-1]),
    ):
        file, logo = (given[1], signs[name]) if given[1] and name in signs else (given[0], signs["sign"])
        if not is_seen(logo, ground) and is_seen(plated := on_plate(logo, other), ground):
            signs[name] = plated
            told.append(f"{file} cannot be seen on a {side}, so {name} sets it on a plate of {other.hex}")
    paths = {name: f"logos/{name}.{_SUFFIXES[logo.media_type]}" for name, logo in signs.items()}
    return _Signs(paths, tuple((path, signs[name].content) for name, path in paths.items()), tuple(told))


def _logo(file: str) -> Logo:
    try:
        with Path(file).open("rb") as stream:
            content = stream.read(_LARGEST + 1)
    except OSError as error:
        raise UnreadableError(f"cannot be read, {(error.strerror or '').lower()}", place=file) from None
    if len(content) > _LARGEST:
        raise ThemeError("a logo may have half a megabyte", place=file)
    return sign(content, file)
