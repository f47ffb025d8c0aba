"""Exchange the colours of a Word document's theme, and every heading, rule, badge and table changes with them."""

from __future__ import annotations

import colorsys
import io
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from PIL import Image

from pmexport.convert import convert
from pmexport.model.options import ReadOptions
from pmexport.theme.load import load_theme
from pmexport.writers.docx.slots import slots

SAMPLE = Path(__file__).parents[2] / "samples" / "database-outage.md"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
THEME = "word/theme/theme1.xml"
# Another company's colours, none of which is in the default theme or a shade of grey.
OTHERS = {
    "dk1": "3B0A45", "lt1": "FFFBEA", "dk2": "5A2D82", "lt2": "E6F7D9", "accent1": "006D2C", "accent2": "0077C8",
    "accent3": "7A5C00", "accent4": "8E44AD", "accent5": "B03A2E", "accent6": "117A65", "hlink": "C71585",
    "folHlink": "4B0082",
}  # fmt: skip
NAMES = {
    "text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}  # fmt: skip


def exchanged(content: bytes) -> bytes:
    """Return the document with other colours in its theme part, every reference to one resolved as Word does it.

    LibreOffice reads the values that stand beside the references, so these are computed anew from the references.
    """
    with ZipFile(io.BytesIO(content)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    theme = etree.fromstring(parts[THEME])
    for slot, value in OTHERS.items():
        for colour in theme.iterfind(f".//{A}{slot}/{A}srgbClr"):
            colour.set("val", value)
    parts[THEME] = etree.tostring(theme)
    for name, part in [*parts.items()]:
        if name.startswith("word/") and name.endswith(".xml") and name != THEME:
            root = etree.fromstring(part)
            etree.strip_elements(root, f"{W}drawing")
            for element in root.iter():
                resolve(element)
            parts[name] = etree.tostring(root)
    made = io.BytesIO()
    with ZipFile(made, "w") as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return made.getvalue()


def resolve(element: etree._Element) -> None:
    for reference, prefix, values in (("themeColor", "theme", ("val", "color")), ("themeFill", "themeFill", ("fill",))):
        name = element.get(W + reference)
        if name is None:
            continue
        tint, shade = (element.get(f"{W}{prefix}{kind}") for kind in ("Tint", "Shade"))
        value = next(word for word in values if element.get(W + word) is not None)
        element.set(W + value, mixed(OTHERS[NAMES.get(name, name)], tint, shade))


def mixed(value: str, tint: str | None, shade: str | None) -> str:
    """Return a colour made lighter or darker by HSL lightness. Source: ECMA-376 part 1, 17.3.2.6."""
    parts = [int(value[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    hue, light, saturation = colorsys.rgb_to_hls(parts[0], parts[1], parts[2])
    share = int(tint or "FF", 16) / 255
    light = (light * share + 1 - share) * int(shade or "FF", 16) / 255
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))


def colours_of(content: bytes, folder: Path) -> Counter[tuple[int, int, int]]:
    """Return how often each colour is on the pages that LibreOffice sets."""
    (folder / "a.docx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    office = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(folder / "a.docx")]
    subprocess.run(office, check=True, capture_output=True, timeout=180)
    subprocess.run(["pdftoppm", "-r", "80", "-png", "-l", "3", folder / "a.pdf", folder / "p"], check=True)
    found: Counter[tuple[int, int, int]] = Counter()
    for page in sorted(folder.glob("p-*.png")):
        with Image.open(page) as picture:
            for count, colour in picture.convert("RGB").getcolors(1 << 24) or ():
                found[colour] += count  # type: ignore[index]  # three parts of an RGB picture
    return found


def rgb(value: str) -> tuple[int, int, int]:
    return int(value[:2], 16), int(value[2:4], 16), int(value[4:], 16)


@pytest.mark.slow
@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftoppm")), reason="no office suite installed")
@pytest.mark.parametrize(("name", "badges"), [("default", "accent2"), ("northwind", "accent1")])
def test_with_another_theme_no_colour_of_the_old_one_is_left_on_the_page(
    tmp_path: Path, name: str, badges: str
) -> None:
    theme = load_theme(name).theme
    made = convert(SAMPLE.read_bytes(), "docx", ReadOptions(name=SAMPLE.name), theme=theme).content
    found = colours_of(exchanged(made), tmp_path)
    old = {colour.hex for slot, colour in slots(theme.light).items() if slot != "lt1"}

    assert [value for value in sorted(old) if found[rgb(value[1:])] > 3] == []
    # Headings and text, secondary text, badges or the company's rule, the bar and marks, and the wash under code.
    assert [slot for slot in ("dk1", "dk2", badges, "accent4", "lt2") if found[rgb(OTHERS[slot])] < 10] == []


@pytest.mark.parametrize("name", ["default", "northwind", "mono"])
def test_nothing_on_the_page_has_a_colour_or_family_that_the_theme_does_not_give(name: str) -> None:
    made = convert(SAMPLE.read_bytes(), "docx", ReadOptions(name=SAMPLE.name), theme=load_theme(name).theme).content
    with ZipFile(io.BytesIO(made)) as file:
        roots = [
            etree.fromstring(file.read(n)) for n in file.namelist() if n.startswith("word/") and n.endswith(".xml")
        ]
    plain = [
        etree.tostring(element)[:200]
        for root in roots
        for element in root.iter()
        for value, reference in (("color", "themeColor"), ("fill", "themeFill"))
        if element.get(W + value) not in {None, "auto"} and element.get(W + reference) is None
        if isinstance(element.tag, str)
    ]

    assert plain == []
