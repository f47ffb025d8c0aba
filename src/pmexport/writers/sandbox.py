"""Somebody else's templates: what they may read, name and call, and where they went wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path, PurePath
from types import TracebackType

import jinja2
from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.loaders import BaseLoader, split_template_path
from jinja2.runtime import LoopContext, TemplateReference
from jinja2.sandbox import SandboxedEnvironment
from msgspec import Struct

from pmexport.errors import PmexportError, ThemeError
from pmexport.shipped import shipped

SHIPPED = "shipped/"
"""Before a name it means the template that ships, so that an override can extend what it takes the place of."""

_LARGEST = 200_000
_FILTERS = frozenset(Path(__file__).with_name("filters.txt").read_text("utf-8").split())
_STRETCHING = {"center", "ljust", "rjust", "zfill", "expandtabs", "format", "format_map", "encode"}
_OF_THE_MACHINE = {"templates", "reference_docx", "ttf", "woff2"}
_DATA = (str, tuple, list, Mapping, int, float, dt.date, LoopContext, TemplateReference)


class Sandbox:
    """The templates of `folders`, the first that has a file winning, over the shipped ones."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._environment = _environment(folders)

    def draw(self, name: str, names: Mapping[str, object]) -> str:
        """Return the template `name` drawn with `names`. Raises ThemeError with file and line."""
        try:
            return self._environment.get_template(name).render(names)
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
                return _source(file, folder), f"{folder.name}/{plain}", None
        file = shipped("templates").joinpath(*parts)
        if file.suffix != ".j2" or not file.is_file():
            raise jinja2.TemplateNotFound(template)
        return file.read_text("utf-8"), f"{SHIPPED}{plain}", None


def _source(file: Path, folder: Path) -> str:
    shown = f"{folder.name}/{file.relative_to(folder).as_posix()}"
    if not file.resolve().is_relative_to(folder.resolve()):
        raise ThemeError("leads outside the theme's folder", place=shown, instead="put a copy there")
    content = file.read_bytes()[: _LARGEST + 1]
    if len(content) > _LARGEST:
        raise ThemeError("a template may have 200 kB", place=shown)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ThemeError("cannot be read as UTF-8", place=shown) from None


class _Environment(SandboxedEnvironment):
    """Lets a template at data and at the functions that it is given; never at files, bytes or what Python hides."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        if attr.startswith("_") or attr in _OF_THE_MACHINE or isinstance(value, bytes | PurePath):
            return False
        if isinstance(obj, Struct):
            return attr in obj.__struct_fields__ or isinstance(getattr(type(obj), attr, None), property)
        if isinstance(obj, str) and attr in _STRETCHING:
            return False
        return isinstance(obj, _DATA) and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: jinja2.runtime.Context, operator: str, left: object, right: object) -> object:
        if isinstance(left, int | float) and isinstance(right, int | float) and operator != "**":
            return super().call_binop(context, operator, left, right)
        raise SecurityError(f"{operator} is for numbers here")

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
            raise jinja2.TemplateSyntaxError("escaping cannot be turned off", node.lineno, name, filename)
        return tree


def _environment(folders: tuple[Path, ...]) -> _Environment:
    made = _Environment(
        loader=_Folders(folders),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters = {name: function for name, function in made.filters.items() if name in _FILTERS}
    made.globals = {}
    return made


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
