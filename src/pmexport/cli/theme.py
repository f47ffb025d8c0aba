"""theme list, show, check, new, schema."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmexport.cli.terminal import Terminal
from pmexport.errors import ExitStatus, PmexportError, UsageError

if TYPE_CHECKING:
    from pmexport.theme.load import Look


@click.group("theme", short_help="List, show, check and make themes.")
def command() -> None:
    """List, show, check and make themes; `pmexport FILE --theme NAME` uses one."""


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def list_themes(*, as_json: bool) -> int:
    """List the themes that ship, and those in ./themes, each with what it says of itself."""
    from pmexport.cli.theme_text import listed, listed_json, themes_here  # noqa: PLC0415  --help must not wait

    found = themes_here(Path("themes"))
    Terminal().data((listed_json(found) if as_json else listed(found)).encode())
    return ExitStatus.DONE


@command.command("show")
@click.argument("name", metavar="NAME|FOLDER")
@click.option("--pdf", is_flag=True, help="Write PDF.")
@click.option("--html", is_flag=True, help="Write HTML; without an option both are written.")
@click.option("--docx", is_flag=True, help="Write Word.")
@click.option("--template", metavar="FOLDER", help="Templates that go before those of the theme.")
@click.option("-o", "--output", metavar="PATH", help="A file, a folder, or - for standard output; else here.")
def show(*, name: str, pdf: bool, html: bool, docx: bool, template: str | None, output: str | None) -> int:
    """Write NAME.theme.html and NAME.theme.pdf: every component in every state in that theme, to be judged.

    Each is one page, the PDF one long sheet; Word has as many as it needs.
    """
    from pmexport.model.rendering import Rendering  # noqa: PLC0415  --help must not wait for the stations
    from pmexport.publish import publish  # noqa: PLC0415
    from pmexport.specimen import drawn, specimen  # noqa: PLC0415
    from pmexport.theme.load import load_look  # noqa: PLC0415

    asked = {"html": html, "pdf": pdf, "docx": docx}
    formats = tuple(suffix for suffix, wanted in asked.items() if wanted)
    terminal = Terminal()
    loaded = load_look(_look(name, template))
    targets = _targets(loaded.theme.name, formats, output)
    for place, diagnostic in loaded.told(Path.cwd()):
        terminal.diagnostics(place, (diagnostic,))
    status: int = ExitStatus.DONE
    report = specimen(loaded.theme)
    for suffix, target in targets:
        made = drawn(report, loaded.theme, suffix)
        if not isinstance(made, Rendering):
            terminal.fault(made)
            status = max(status, made.status)
        elif target is None:
            terminal.data(made.content)
        else:
            publish(made.content, target)
            terminal.wrote(target)
    return status


@command.command("check")
@click.argument("names", nargs=-1, required=True, metavar="NAME|FOLDER...")
@click.option("--strict", is_flag=True, help="Exit with 1 where there are warnings, not for errors only.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Leave out the pairs of colours that can be read.")
def check(*, names: tuple[str, ...], strict: bool, as_json: bool, quiet: bool) -> int:
    """Look a theme over: every pair of colours, missing faces and glyphs, wrong keys and values, logo, templates.

    Each fault stands with its file and line and with what to write instead. Exits with 1 for an error.
    """
    from pmexport.cli.theme_text import examined_json, examined_text, status_of  # noqa: PLC0415
    from pmexport.theme_check import look_over  # noqa: PLC0415

    terminal = Terminal()
    status: int = ExitStatus.DONE
    found = []
    for name in names:
        try:
            found.append((name, look_over(_named(name))))
        except PmexportError as fault:
            terminal.fault(fault)
            status = max(status, fault.status)
    text = examined_json(found) if as_json else "\n".join(examined_text(*one, quiet=quiet) for one in found)
    terminal.data(text.encode())
    return max([status, *(status_of(one, strict=strict) for _, one in found)])


@command.command("new")
@click.argument("name", metavar="NAME")
@click.option("--company", metavar="TEXT", help="The company's name; else NAME.")
@click.option("--logo", metavar="FILE", help="An SVG with a viewBox, or a PNG; it is copied into the theme.")
@click.option(
    "--logo-dark", metavar="FILE", help="The one for dark screens; else a logo that cannot be seen there gets a plate."
)
@click.option(
    "--colour",
    "--color",
    "colours",
    multiple=True,
    metavar="COLOUR",
    help="The company's colour; given twice, the second is for links and tags.",
)
@click.option("-o", "--output", metavar="FOLDER", help="Where the theme's folder is made; else here.")
@click.option("--force", is_flag=True, help="Overwrite a theme that exists.")
def new(
    *,
    name: str,
    company: str | None,
    logo: str | None,
    logo_dark: str | None,
    colours: tuple[str, ...],
    output: str | None,
    force: bool,
) -> int:
    """Write the folder NAME with a brand file that works and explains itself.

    Colours that cannot be read where they are used give way to the nearest shade that can, and it is said which.
    """
    from pmexport.cli.theme_new import files_of  # noqa: PLC0415
    from pmexport.publish import publish  # noqa: PLC0415

    terminal = Terminal()
    folder = Path(output or ".") / name
    made = files_of(name, company or name, (logo, logo_dark), colours)
    if (folder / "_brand.yml").exists() and not force:
        raise UsageError("exists already", place=str(folder), instead="--force overwrites it")
    for path, content in made.files:
        publish(content, folder / path)
        terminal.wrote(folder / path)
    for line in made.told:
        terminal.line(line)
    return ExitStatus.DONE


@command.command("schema")
@click.argument("kind", type=click.Choice(["brand", "settings"]), default="brand")
def schema(*, kind: str) -> int:
    """Print the JSON Schema of a brand file, or of pmexport.toml, for editors that check while one types."""
    from pmexport.schemas import brand_schema, settings_schema  # noqa: PLC0415

    Terminal().data(brand_schema() if kind == "brand" else settings_schema())
    return ExitStatus.DONE


def _named(name: str) -> str:
    """Return `name` as it is, or the folder of that name in ./themes where that alone has it."""
    from pmexport.theme.brand import themes  # noqa: PLC0415

    beside = Path("themes") / name
    bare = not Path(name).exists() and name not in themes() and "/" not in name
    return str(beside) if bare and (beside / "_brand.yml").is_file() else name


def _look(name: str, template: str | None) -> Look:
    from pmexport.theme.load import Look  # noqa: PLC0415

    return Look(theme=_named(name), template=template or "")


def _targets(name: str, formats: tuple[str, ...], output: str | None) -> tuple[tuple[str, Path | None], ...]:
    known = ("html", "pdf", "docx")
    path = Path(output or ".")
    if output == "-":
        if len(formats) != 1:
            raise UsageError("standard output takes one format", place="-o -", instead="add --html, --pdf or --docx")
        return ((formats[0], None),)
    suffix = path.suffix.lower().removeprefix(".")
    if output and not path.is_dir() and suffix in known:
        if formats not in {(), (suffix,)}:
            raise UsageError(f"is a name for {suffix.upper()}", place=output, instead="name a folder for several")
        return ((suffix, path),)
    return tuple((one, path / f"{name}.theme.{one}") for one in formats or ("html", "pdf"))
