"""Write the tables of themes/README.md and templates/README.md, docs/labels.md and docs/schemas.

``python scripts/theme_pages.py``
"""

# ruff: noqa: INP001 - a script that stands alone
from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY / "src"))

from pmexport.report.renaming import known_labels  # noqa: E402  the checkout's own
from pmexport.report.words import Words  # noqa: E402
from pmexport.schemas import brand_schema, settings_schema  # noqa: E402
from pmexport.theme.brand import read_brand  # noqa: E402
from pmexport.theme.keys import ANY, Key, keys  # noqa: E402
from pmexport.theme.setting import Setting  # noqa: E402
from pmexport.theme.wording import shipped_schemes  # noqa: E402
from pmexport.writers.templates import name_rows  # noqa: E402

_MARK = "<!-- made by scripts/theme_pages.py: {} -->\n"
_END = "<!-- end -->"
_KINDS = {
    "any": "kept for other tools",
    "badge": "a colour, or keys",
    "colour": "colour",
    "family": "family",
    "fonts": "list",
    "label": "text, or keys",
    "list": "path, or list",
    "logo": "path, or keys",
    "map": "keys",
    "names": "name, or a list",
    "path": "path",
    "running": "text",
    "scheme": "name",
    "text": "text",
    "texts": "list of texts",
    "weight": "number, or word",
}
_MOST_DEFAULTS = 3
_LABELS = """\
# The page's own words

<!-- Made by scripts/theme_pages.py from src/pmexport/report/labels/en.toml. Change it there. -->

A theme, or the table `[labels]` of the settings, says any of them otherwise. Either by the key alone, where of two keys
of one name the first below is meant, or by its group:

```yaml
defaults:
  pmexport:
    labels:
      root_cause: Contributing factors
      figure: {time_to_detect: Until we noticed}
```

A section keeps the heading that its author gave it, unless that is one of the usual names of such a section. Words in
braces are filled in later and may be moved or left out; others than these are refused.

A word that stands with a number has a form for each plural of its language: `authors: {one: Writer, other: Writers}`.
One text alone is said of every number. Forms are `zero`, `one`, `two`, `few`, `many` and `other`, as Unicode's plural
rules name them.

"""


def pages() -> dict[Path, str]:
    """Return every page with its tables as they should be."""
    themes, templates = REPOSITORY / "themes" / "README.md", REPOSITORY / "templates" / "README.md"
    schemas = REPOSITORY / "docs" / "schemas"
    theme_page = themes.read_text("utf-8")
    for group in dict.fromkeys(_group(key) for key in keys()):
        theme_page = _filled(theme_page, group, _key_table(group))
    theme_page = _filled(theme_page, "schemes", _scheme_table())
    return {
        themes: theme_page,
        templates: _filled(templates.read_text("utf-8"), "names", _name_table()),
        REPOSITORY / "docs" / "labels.md": _label_page(),
        schemas / "brand.schema.json": brand_schema().decode(),
        schemas / "settings.schema.json": settings_schema().decode(),
    }


def _filled(page: str, name: str, table: str) -> str:
    mark = _MARK.format(name)
    start = page.index(mark) + len(mark)
    return page[:start] + table + page[page.index(_END, start) :]


def _group(key: Key) -> str:
    return "pmexport" if key.path[:2] == (("defaults",), ("pmexport",)) else key.path[0][0]


def _key_table(group: str) -> str:
    default = read_brand("default").settings
    rows = ["| key | may be | default | example | what it does |", "| --- | --- | --- | --- | --- |"]
    for key in keys():
        if _group(key) == group:
            example = f"`{key.example}`" if key.example else ""
            cells = (_path(key), _kind(key), _default(key, default), example, key.does)
            rows.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join(rows) + "\n"


def _path(key: Key) -> str:
    words = key.path[2:] if _group(key) == "pmexport" else key.path
    return f"`{'.'.join('NAME' if word == (ANY,) else ' '.join(word) for word in words)}`"


def _kind(key: Key) -> str:
    kind, *more = key.kind.split(" ")
    if kind == "choice":
        return f"one of {', '.join(f'`{word}`' for word in more)}"
    if kind == "number":
        return f"{more[0]} to {more[1]} {more[2]}"
    return _KINDS[kind]


def _default(key: Key, default: Setting) -> str:
    if any(ANY in words for words in key.path):
        return ""
    found = [setting for path in key.paths() if (setting := default.get(*path)) is not None]
    values = list(dict.fromkeys(_value(setting) for setting in found))
    if not values or not any(values):
        return "none" if not found else ""
    return ", ".join(values) if len(values) <= _MOST_DEFAULTS else "see `default`"


def _value(setting: Setting) -> str:
    if isinstance(setting.value, str):
        return f"`{setting.value}`" if setting.value else "none"
    if isinstance(setting.value, dict) and set(setting.value) == {"light", "dark"}:
        return f"`{setting.value['light'].text()}`, dark `{setting.value['dark'].text()}`"
    return ""


def _scheme_table() -> str:
    rows = ["| scheme | words, from the worst |", "| --- | --- |"]
    for name, words in shipped_schemes().items():
        told = ", ".join(f"{written} ({label})" if label else written for written, _, label in words)
        rows.append(f"| `{name}` | {told} |")
    return "\n".join(rows) + "\n"


def _name_table() -> str:
    rows = ["| where | name | is |", "| --- | --- | --- |"]
    rows += [f"| {where} | `{name}` | {does} |" for where, name, does in name_rows()]
    return "\n".join(rows) + "\n"


def _words(words: str | Mapping[str, str]) -> str:
    return words if isinstance(words, str) else "; ".join(f"{form}: {text}" for form, text in words.items())


def _label_page() -> str:
    rows = ["| group | key | words |", "| --- | --- | --- |"]
    rows += [f"| `{table}` | `{key}` | {_words(text)} |" for table, key, text in known_labels(Words("en").labels)]
    return _LABELS + "\n".join(rows) + "\n"


if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
