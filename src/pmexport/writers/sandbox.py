"""Somebody else's templates: what they may read, name and call, and where they went wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence, Sized
from pathlib import Path, PurePath
from types import TracebackType

import jinja2
from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.loaders import BaseLoader, split_template_path
from jinja2.runtime import LoopContext, TemplateReference, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from pmexport.errors import PmexportError, ThemeError
from pmexport.shipped import shipped
from pmexport.writers.blocks import hold_blocks
from pmexport.writers.filters import measured, words_of
from pmexport.writers.meter import MARK, Meter, Metered

SHIPPED = "shipped/"
"""Before a name it means the template that ships, so that an override can extend what it takes the place of."""

_LARGEST = 200_000
_OF_A_THEME = "templates"
_MARKS = re.compile(MARK.format(r"(\d+)", r"(\d+)"))
_STRETCHING = {
    "center", "ljust", "rjust", "zfill", "expandtabs", "format", "format_map", "encode", "replace", "join", "translate",
}  # fmt: skip
# What is the machine's, and what a brand knows of its customers and may not be said to them.
_HIDDEN = {"templates", "reference_docx", "ttf", "woff2", "customer", "wording"}
_DATA = (str, tuple, list, Mapping, int, float, dt.date, LoopContext, TemplateReference)


class Sandbox:
    """The templates of `folders`, the first that has a file winning, over the shipped ones."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self._environment = _Environment(folders)

    def draw(self, name: str, names: Mapping[str, object]) -> str:
        """Return the template `name` drawn with `names`. Raises ThemeError with file and line."""
        return self._drawn(self._environment, name, names)

    def _drawn(self, environment: _Environment, name: str, names: Mapping[str, object]) -> str:
        environment.meter.start()
        try:
            return environment.get_template(name).render(names)
        except PmexportError:
            raise
        except jinja2.TemplateSyntaxError as error:
            raise ThemeError(
                _sentence(error.message or "is no template"), place=f"{error.filename}:{error.lineno}"
            ) from None
        except jinja2.TemplateNotFound as error:
            raise ThemeError(f"there is no template {error.name}", place=_place(error.__traceback__, name)) from None
        except RecursionError:
            raise ThemeError("draws itself without end", place=name) from None
        except Exception as error:  # noqa: BLE001  whatever somebody else's expression comes upon is a fault of the template
            raise ThemeError(_sentence(str(error)), place=_place(error.__traceback__, name)) from None

    def places(self, name: str, names: Mapping[str, object]) -> Drawing:
        """Return the template `name` drawn once more, with the file and line that each part of it came from."""
        environment = _Environment(self._folders, marking=True)
        return Drawing.of(self._drawn(environment, name, names), environment.marked or [])

    def faults(self, name: str, known: frozenset[str]) -> tuple[ThemeError, ...]:
        """Return what is wrong with the template `name` by its text alone; `known` are the names it may use."""
        from jinja2 import meta  # noqa: PLC0415  drawing needs none of it

        try:
            source, shown, _ = self._environment.loader.get_source(self._environment, name)  # type: ignore[union-attr]  # it has one
            tree = self._environment.parse(source, name, shown)
            self._environment.compile(tree, name, shown)
        except jinja2.TemplateSyntaxError as error:
            return (ThemeError(_sentence(error.message or "is no template"), place=f"{error.filename}:{error.lineno}"),)
        except ThemeError as error:
            return (error,)
        unknown = meta.find_undeclared_variables(tree) - known
        lines = {one.name: one.lineno for one in tree.find_all(nodes.Name) if one.name in unknown}
        return tuple(
            ThemeError(f"{word!r} is undefined", place=f"{shown}:{line}", instead="templates/README.md lists the names")
            for word, line in sorted(lines.items(), key=lambda one: one[1])
        )


class Drawing(Struct, frozen=True):
    """What was drawn, and from which offset on it came from where."""

    text: str
    origins: tuple[tuple[int, str, int], ...]

    @classmethod
    def of(cls, marked: str, places: Sequence[str]) -> Drawing:
        """Return what stands in `marked`, with marks that name `places`."""
        parts = _MARKS.split(marked)
        text, origins = parts[0], []
        for number, line, part in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            origins.append((len(text), places[int(number)], int(line)))
            text += part
        return cls(text, tuple(origins))

    def place(self, offset: int) -> str:
        """Return the file and line that what stands at `offset` came from; nothing where none wrote it."""
        before = [origin for origin in self.origins if origin[0] <= offset]
        if not before:
            return ""
        start, file, line = before[-1]
        return f"{file}:{line + self.text.count(chr(10), start, offset)}"


class _Folders(BaseLoader):
    """Reads templates from folders, and nothing outside them."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, None]:
        del environment
        plain = template.removeprefix(SHIPPED)
        parts = split_template_path(plain)
        for folder in () if plain != template else self._folders:
            file = folder.joinpath(*parts)
            if file.is_file():
                return _source(file, folder), f"{shown_folder(folder)}/{plain}", None
        file = shipped("templates").joinpath(*parts)
        if file.suffix != ".j2" or not file.is_file():
            raise jinja2.TemplateNotFound(template)
        return file.read_text("utf-8"), f"{SHIPPED}{plain}", None


def shown_folder(folder: Path) -> str:
    """Return what messages call a folder of templates: by the theme that it belongs to, or by its own name."""
    whole = folder.absolute()
    return f"{whole.parent.name}/{whole.name}" if whole.name == _OF_A_THEME else whole.name


def _source(file: Path, folder: Path) -> str:
    shown = f"{shown_folder(folder)}/{file.relative_to(folder).as_posix()}"
    if not file.resolve().is_relative_to(folder.resolve()):
        raise ThemeError("leads outside the theme's folder", place=shown, instead="put a copy there")
    with file.open("rb") as stream:
        content = stream.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ThemeError("a template may have 200 kB", place=shown)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ThemeError("cannot be read as UTF-8", place=shown) from None


class _Environment(ImmutableSandboxedEnvironment):
    """Lets a template at data and at the functions that it is given; never at files, bytes or what Python hides.

    It changes nothing that it is shown, and draws within the measure of `meter`.
    """

    intercepted_binops = frozenset(("*", "**", "%", "+"))

    def __init__(self, folders: tuple[Path, ...], *, marking: bool = False) -> None:
        self.meter = Meter()
        self.turn, self.weighed = self.meter.turn, self.meter.weighed
        self.marked: list[str] | None = [] if marking else None
        super().__init__(
            loader=_Folders(folders),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=self._printed,
        )
        self.filters = measured(self.meter)
        self.globals = {}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        if attr.startswith("_") or attr in _HIDDEN or isinstance(value, bytes | PurePath):
            return False
        if isinstance(obj, Struct):
            return attr in obj.__struct_fields__ or isinstance(getattr(type(obj), attr, None), property)
        if isinstance(obj, str) and attr in _STRETCHING:
            return False
        return isinstance(obj, _DATA) and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: jinja2.runtime.Context, operator: str, left: object, right: object) -> object:
        if isinstance(left, int | float) and isinstance(right, int | float) and operator != "**":
            return self.meter.number(super().call_binop(context, operator, left, right))
        if operator == "+" and isinstance(left, Sized) and isinstance(right, Sized):
            self.meter.grown(len(left) + len(right))
            return super().call_binop(context, operator, left, right)
        raise SecurityError(f"{operator} is for numbers here")

    def call(self, context: jinja2.runtime.Context, called: object, /, *args: object, **named: object) -> object:
        of = getattr(called, "__self__", None)
        if of is self.meter or of is self:
            return called(*args)  # type: ignore[operator]  # one of those that the tree was given
        self.meter.called(of, (*args, *named.values()))
        try:
            return self.meter.given(super().call(context, called, *args, **named))
        except AssertionError:
            raise SecurityError("was handed what it cannot draw; templates/README.md says what it takes") from None

    def joined(self, parts: list[object]) -> object:
        """Return `parts` one after the other, escaped as all else."""
        words = [words_of(part) for part in parts]
        self.meter.grown(sum(map(len, words)))
        return markup_join(words)

    def _printed(self, value: object) -> object:
        return self.meter.weighed(value if isinstance(value, str) else words_of(value))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
            raise jinja2.TemplateSyntaxError("escaping cannot be turned off", node.lineno, name, filename)
        hold_blocks(tree, filename or name or "", self._source)
        Metered(self._mark(filename or name or "")).visit(tree)
        tree.set_environment(self)
        return tree

    def _source(self, name: str) -> str:
        return self.loader.get_source(self, name)[0] if self.loader else ""

    def _mark(self, shown: str) -> Callable[[int], str] | None:
        if (places := self.marked) is None:
            return None
        places.append(shown)
        number = len(places) - 1
        return lambda line: MARK.format(number, line)


def _sentence(message: str) -> str:
    return " ".join(message.split()).rstrip(".")


def _place(trace: TracebackType | None, name: str) -> str:
    """Return file and line of the innermost template that `trace` passes through."""
    place = name
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            place = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
