"""Tags, scopes and marks that WeasyPrint leaves out or gets wrong, mended in the PDF before it is written.

Source: ISO 14289-1 (PDF/UA-1), clauses 7.1, 7.5, 7.6 and 7.18; ISO 32000-1, 14.8.2.2.
"""

from __future__ import annotations

from collections.abc import Iterator

import pydyf  # type: ignore[import-untyped]  # ships no types

_PRINTED = 1 << 2
_CELLS = {"/TD", "/TH"}
_PARTS_OF_AN_ITEM = {"/Lbl", "/LBody"}


def mend(pdf: pydyf.PDF) -> None:
    """Mend the tags of `pdf` as the engine made them, in place.

    Running lines and small shapes beside their words become artifacts, header cells tell what they head, list items
    have bodies and lists hold items only, and links are printed.
    """
    _Tags(pdf).mend()


class _Tags:
    """The tag tree of one document, with the marks of each page that it reaches."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self._pdf = pdf
        self._pages = {reference: number for number, reference in enumerate(pdf.page_references)}
        self._reached: list[set[int]] = [set() for _ in self._pages]

    def mend(self) -> None:
        root = next((part for part in self._pdf.objects if _kind(part) == "/StructTreeRoot"), None)
        for part in self._pdf.objects:
            if _kind(part) == "/Annot":
                part.setdefault("F", _PRINTED)
        if root is None:
            return
        self._mend(self._object(root["K"][0]))
        self._drop_unreached(self._object(root["ParentTree"])["Nums"])

    def _object(self, reference: bytes) -> pydyf.Dictionary:
        return self._pdf.objects[int(reference.split()[0])]

    def _children(self, element: pydyf.Dictionary) -> Iterator[pydyf.Dictionary]:
        for child in element["K"]:
            if isinstance(child, bytes):
                part = self._object(child)
                if _kind(part) == "/StructElem":
                    yield part

    def _mend(self, element: pydyf.Dictionary, *, head: bool = False) -> None:
        """Mend `element` and all below it; `head` tells a table's head from its body."""
        match element["S"]:
            case "/L":
                self._hold_items_only(element)
            case "/LI":
                self._give_body(element)
            case "/TR" if not head:
                self._spare_lone_header(element)
            case "/TH":
                element["A"]["Scope"] = "/Column" if head else "/Row"
            case _:
                pass
        kept = []
        for child in element["K"]:
            part = self._object(child) if isinstance(child, bytes) else None
            if part is not None and part.get("S") == "/Figure" and "Alt" not in part:
                continue
            if part is not None and _kind(part) == "/StructElem":
                self._mend(part, head=head or element["S"] == "/THead")
                if not part["K"] and part["S"] not in _CELLS:
                    continue
            elif isinstance(child, int):
                self._reached[self._pages[element["Pg"]]].add(child)
            kept.append(child)
        element["K"][:] = kept

    def _spare_lone_header(self, row: pydyf.Dictionary) -> None:
        """Tag a row's only cell as data: PDF knows no header of a group of rows, such as a day between its events."""
        cells = list(self._children(row))
        if len(cells) == 1 and cells[0]["S"] == "/TH":
            cells[0]["S"] = "/TD"

    def _hold_items_only(self, element: pydyf.Dictionary) -> None:
        """Put the items that stand in groups of a list (HTML's ``dl > div``) into the list itself."""
        kept = []
        for child in element["K"]:
            part = self._object(child)
            if part.get("S") != "/Div":
                kept.append(child)
                continue
            for item in self._children(part):
                item["P"] = element.reference
            kept += part["K"]
        element["K"][:] = kept

    def _give_body(self, element: pydyf.Dictionary) -> None:
        """Put what stands beside a list item's label into a body."""
        parts = [self._object(child) for child in element["K"]]
        stray = [part for part in parts if part.get("S") not in _PARTS_OF_AN_ITEM]
        if not stray:
            return
        body = pydyf.Dictionary(
            {
                "Type": "/StructElem",
                "S": "/LBody",
                "K": pydyf.Array([part.reference for part in stray]),
                "Pg": element["Pg"],
                "P": element.reference,
            }
        )
        self._pdf.add_object(body)
        for part in stray:
            if _kind(part) == "/StructElem":
                part["P"] = body.reference
        references = {part.reference for part in stray}
        kept = [child for child in element["K"] if child not in references]
        element["K"][:] = [*kept, body.reference]

    def _drop_unreached(self, numbers: pydyf.Array) -> None:
        """Turn what no tag reaches into artifacts: the running lines, and shapes without words of their own."""
        for reference, page in self._pages.items():
            reached = self._reached[page]
            parents = numbers[2 * page + 1]
            parents[:] = [parent if mark in reached else b"null" for mark, parent in enumerate(parents)]
            stream = self._object(self._object(reference)["Contents"]).stream
            for place, properties in enumerate(stream):
                if isinstance(properties, pydyf.Dictionary) and properties.get("MCID", -1) in reached:
                    continue
                if isinstance(properties, pydyf.Dictionary) and "MCID" in properties:
                    stream[place - 1 : place + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]


def _kind(part: object) -> str:
    return str(part.get("Type", "")) if isinstance(part, pydyf.Dictionary) else ""
