"""Make themes/northwind/reference.docx: a company's Word template, as a designer would save it.

``python scripts/northwind_template.py`` takes a document of our own in the theme's colours and families, empties it,
asks in its header and footer for what the report says there, and adds the one style that is the brand's own: a kicker
under the line of the coast.
"""

# ruff: noqa: INP001 - a script that stands alone
from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from msgspec.structs import replace

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY / "src"))

from pmexport.convert import read, report_of  # noqa: E402  the checkout's own
from pmexport.model.options import PageOptions, Paper  # noqa: E402
from pmexport.model.report import Marks  # noqa: E402
from pmexport.theme.load import load_theme  # noqa: E402
from pmexport.theme.theme import Theme  # noqa: E402
from pmexport.writers.docx import write  # noqa: E402
from pmexport.writers.docx.brand import fill_colours  # noqa: E402
from pmexport.writers.docx.markup import Element, qualified, w, words  # noqa: E402
from pmexport.writers.docx.package import packed  # noqa: E402
from pmexport.writers.docx.slots import named_slots  # noqa: E402

TEMPLATE = REPOSITORY / "themes" / "northwind" / "reference.docx"
KICKER = "Northwind Kicker"
_STYLES, _DOCUMENT = "word/styles.xml", "word/document.xml"


def template() -> bytes:
    """Return the template."""
    theme = _blank(load_theme("northwind").theme)
    report = report_of(read(b"# {{ report }}\n").postmortems[0], PageOptions(paper=Paper.A4), theme)
    marks = Marks(title="{{ title }}", incident_id="{{ id }}", classification="{{ classification }}")
    with ZipFile(BytesIO(write(replace(report, marks=marks, sections=()), theme).content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    styles = etree.fromstring(parts[_STYLES])
    styles.append(_kicker())
    fill_colours(styles, named_slots(theme.light))
    document = etree.fromstring(parts[_DOCUMENT])
    body = document[0]
    for element in list(body):
        if element.tag != qualified("w:sectPr"):
            body.remove(element)
    body.insert(0, words("{{ report }}", "BodyText"))
    return packed({**parts, _STYLES: _bytes(styles), _DOCUMENT: _bytes(document)})


def _blank(theme: Theme) -> Theme:
    """Return `theme` with running lines that say nothing yet, and no words of any one language."""
    page = replace(theme.page, footer_right="{{ page }}")
    return replace(theme, company="{{ company }}", page=page, reference_docx=None, watermark="", legal="")


def _kicker() -> Element:
    """Return the style that stands in for our subtitle: the coast is a thick rule above it, in the brand's colour."""
    coast = w("pBdr", w("top", val="single", sz=24, space=9, color="auto", themeColor="accent1"))
    return w(
        "style",
        w("name", val=KICKER),
        w("basedOn", val="Subtitle"),
        w("next", val="Title"),
        w("uiPriority", val="11"),
        w("qFormat"),
        w("pPr", coast, w("spacing", before=0, after=60)),
        w("rPr", w("b"), w("bCs"), w("color", val="auto", themeColor="accent1")),
        type="paragraph",
        customStyle=1,
        styleId="NorthwindKicker",
    )


def _bytes(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


if __name__ == "__main__":
    TEMPLATE.write_bytes(template())
