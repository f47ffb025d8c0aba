"""The library's face."""

import importlib

import pytest

import pmexport


@pytest.mark.parametrize("name", pmexport.__all__)
def test_every_name_of_the_face_is_there(name: str) -> None:
    assert getattr(pmexport, name) is not None
    assert name in dir(pmexport)


def test_convert_stays_the_function_when_the_module_of_that_name_is_imported() -> None:
    module = importlib.import_module("pmexport.convert")

    assert pmexport.convert is module.convert
    assert callable(pmexport.convert)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'pmexport' has no attribute 'frobnicate'"):
        _ = pmexport.frobnicate  # type: ignore[attr-defined]
