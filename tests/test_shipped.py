"""The folders that ship with pmexport are found; test_packaging.py asks the same of a wheel."""

from typing import Literal

import pytest

from pmexport.shipped import shipped


@pytest.mark.parametrize(("folder", "file"), [("themes", "default/_brand.yml"), ("templates", "report.html.j2")])
def test_a_checkout_uses_its_own_folders(folder: Literal["themes", "templates"], file: str) -> None:
    assert (shipped(folder) / file).is_file()
