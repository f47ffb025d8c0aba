"""The table of keys knows all that the default theme states."""

from collections.abc import Iterator

from pmexport.theme.brand import read_brand
from pmexport.theme.keys import beside, is_free, is_known, keys
from pmexport.theme.setting import Setting


def leaves(setting: Setting) -> Iterator[tuple[str, ...]]:
    if isinstance(setting.value, dict) and set(setting.value) != {"light", "dark"}:
        for inner in setting.value.values():
            yield from leaves(inner)
    elif setting.value != {}:
        yield tuple(setting.key.split("."))


def test_every_key_of_the_default_theme_is_known() -> None:
    assert [path for path in leaves(read_brand("default").settings) if not is_known(path)] == []


def test_no_key_stands_in_the_table_twice() -> None:
    written = [path for key in keys() for path in key.paths()]

    assert len(written) == len(set(written))


def test_a_key_has_something_to_say() -> None:
    assert [key.written for key in keys() if not key.does] == []


def test_what_stands_beside_a_key_is_what_may_stand_there() -> None:
    assert beside(("defaults", "pmexport", "page", "sise")) == ("size", "margin", "cover", "header", "footer")


def test_keys_of_other_tools_are_free() -> None:
    assert is_free(("defaults", "bootstrap"))
    assert not is_free(("defaults", "pmexport", "page"))
