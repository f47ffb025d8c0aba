"""Faults seeded into finished files, one for each channel, on the road that makes them: none of the files may leave.

Each puts a word of the internal text, or what has no place in a file for customers, where a writer that forgot that
channel would put it. The files are what the child process printed.
"""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from customer_report import TEXT
from outward_run import POSTMORTEM
from pmexport import outward
from pmexport.errors import HeldBackError
from pmexport.model.options import CustomerPolicy, Paper, ReadOptions
from pmexport.model.rendering import Rendering, Sealed
from pmexport.outward import Papers, Prepared, prepare, sealed_files
from pmexport.press import Delivery, Job, Printed

WORD = "reindexer"
FORMATS = ("pdf", "docx", "html", "txt", "status-page.md", "eml")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture(scope="module")
def ready() -> Prepared:
    papers = Papers(
        name="x.md",
        content=POSTMORTEM.encode(),
        customer_name="x.customer.md",
        customer_content=(TEXT + "\n[Help](https://lib.example/help)\n").encode(),
    )
    return prepare(
        papers, ReadOptions(name="x.md"), CustomerPolicy(contact="help@lib.example", allowed_domains=("lib.example",))
    )


@pytest.fixture(scope="module")
def honest(ready: Prepared) -> dict[str, bytes]:
    """Return the bytes of an honest file of each format."""
    made = sealed_files(ready, "default", Paper.A4, FORMATS)
    return {suffix: one.content for suffix, one in zip(FORMATS, made, strict=True) if isinstance(one, Sealed)}


def picture() -> bytes:
    stream, info = io.BytesIO(), PngInfo()
    info.add_text("Comment", f"drawn by the {WORD}-7")
    Image.new("RGB", (2, 2)).save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


# --- PDF


def pdf(change: Callable[[pikepdf.Pdf], None]) -> Callable[[bytes], bytes]:
    def faulty(content: bytes) -> bytes:
        stream = io.BytesIO()
        with pikepdf.open(io.BytesIO(content)) as document:
            change(document)
            document.save(stream)
        return stream.getvalue()

    return faulty


def info(key: str, value: str) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        document.trailer.Info[key] = pikepdf.String(value)

    return change


def xmp(document: pikepdf.Pdf) -> None:
    packet = document.Root.Metadata.read_bytes().replace(
        b"</rdf:RDF>",
        f'<rdf:Description dc:x="y"><dc:creator>The {WORD}</dc:creator></rdf:Description></rdf:RDF>'.encode(),
    )
    document.Root.Metadata = document.make_stream(packet, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)


def xmp_attribute(document: pikepdf.Pdf) -> None:
    packet = document.Root.Metadata.read_bytes().replace(
        b"</rdf:RDF>", f'<rdf:Description dc:creator="The {WORD}"/></rdf:RDF>'.encode()
    )
    document.Root.Metadata = document.make_stream(packet, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)


def outline(document: pikepdf.Pdf) -> None:
    with document.open_outline() as own:
        own.root.append(pikepdf.OutlineItem(f"The {WORD}", 0))


def annotation(document: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=pikepdf.String("Look here")
    )
    document.pages[0].Annots = document.make_indirect(pikepdf.Array([document.make_indirect(note)]))


def attachment(document: pikepdf.Pdf) -> None:
    document.attachments["x"] = pikepdf.AttachedFileSpec(document, b"x", filename="x.md")


def target(document: pikepdf.Pdf) -> None:
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=[0, 0, 9, 9],
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://wiki.corp.example/")),
    )
    document.pages[0].Annots = document.make_indirect(pikepdf.Array([document.make_indirect(link)]))


def alternative(document: pikepdf.Pdf) -> None:
    document.Root.StructTreeRoot.Alt = pikepdf.String(f"Drawn by the {WORD}")


def destination(document: pikepdf.Pdf) -> None:
    document.Root.Names.Dests = pikepdf.Dictionary(
        Names=[pikepdf.String(f"s-{WORD}"), pikepdf.Array([document.pages[0].obj, pikepdf.Name.Fit])]
    )


def unseen(document: pikepdf.Pdf) -> None:
    page = document.pages[0]
    font = next(iter(page.Resources.Font.keys()))
    page.contents_add(f"BT {font} 9 Tf 3 Tr /Span <</ActualText ({WORD})>> BDC () Tj EMC ET".encode())


def image_bytes(document: pikepdf.Pdf) -> None:
    document.pages[0].Resources.XObject["/x99"] = document.make_stream(
        picture(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=2, Height=2
    )


def script(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("x"))


def page_label(document: pikepdf.Pdf) -> None:
    document.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(P=pikepdf.String("LIB-"))])


def after_the_end(content: bytes) -> bytes:
    return content + b"\n% made by reindexer-7\n"


# --- Word


def word(part: str, before: str, after: str) -> Callable[[bytes], bytes]:
    """Return what puts `after` where `before` stands first in a part, or a new part where `before` is empty."""

    def faulty(content: bytes) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
            for entry in old.infolist():
                data = old.read(entry)
                if entry.filename == part:
                    assert before.encode() in data, before
                    data = data.replace(before.encode(), after.encode(), 1)
                new.writestr(entry, data)
            if not before:
                new.writestr(part, after)
        return stream.getvalue()

    return faulty


def word_picture(content: bytes) -> bytes:
    stream = io.BytesIO(content)
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("word/media/image99.png", picture())
    return stream.getvalue()


def package_comment(content: bytes) -> bytes:
    stream = io.BytesIO(content)
    with zipfile.ZipFile(stream, "a") as package:
        package.comment = WORD.encode()
    return stream.getvalue()


_CORE = "</cp:coreProperties>"
_RELATION = (
    '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
    'Target="{}" {}/></Relationships>'
)


def relation(kind: str, target: str, mode: str = "") -> Callable[[bytes], bytes]:
    return word("word/_rels/document.xml.rels", "</Relationships>", _RELATION.format(kind, target, mode))


# --- web, mail and text


def within(before: str, after: str) -> Callable[[bytes], bytes]:
    def faulty(content: bytes) -> bytes:
        assert before.encode() in content, before
        return content.replace(before.encode(), after.encode(), 1)

    return faulty


def first(line: str) -> Callable[[bytes], bytes]:
    return lambda content: line.encode() + content


def last(line: str) -> Callable[[bytes], bytes]:
    return lambda content: content + line.encode()


def boundary(content: bytes) -> bytes:
    return content.split(b'boundary="', 1)[1].split(b'"', 1)[0]


def attached(content: bytes) -> bytes:
    mark = boundary(content)
    part = b"--" + mark + f'\r\nContent-Type: text/plain; name="{WORD}.txt"\r\n\r\nx\r\n'.encode()
    return content.replace(b"--" + mark + b"--", part + b"--" + mark + b"--")


def preamble(content: bytes) -> bytes:
    mark = boundary(content)
    return content.replace(b"--" + mark, f"The {WORD}\r\n".encode() + b"--" + mark, 1)


FAULTS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "pdf title": ("pdf", pdf(info("/Title", f"The {WORD}"))),
    "pdf author": ("pdf", pdf(info("/Author", "Northwind"))),
    "pdf date of an edit": ("pdf", pdf(info("/ModDate", "D:20260305090000Z"))),
    "pdf keywords": ("pdf", pdf(info("/Keywords", "outage"))),
    "pdf program with a folder": ("pdf", pdf(info("/Producer", f"pmexport in {WORD}"))),
    "pdf metadata": ("pdf", pdf(xmp)),
    "pdf metadata attribute": ("pdf", pdf(xmp_attribute)),
    "pdf outline": ("pdf", pdf(outline)),
    "pdf annotation": ("pdf", pdf(annotation)),
    "pdf embedded file": ("pdf", pdf(attachment)),
    "pdf link target": ("pdf", pdf(target)),
    "pdf alternative text": ("pdf", pdf(alternative)),
    "pdf named destination": ("pdf", pdf(destination)),
    "pdf text that is not painted": ("pdf", pdf(unseen)),
    "pdf picture's own data": ("pdf", pdf(image_bytes)),
    "pdf script": ("pdf", pdf(script)),
    "pdf page label": ("pdf", pdf(page_label)),
    "pdf after the end": ("pdf", after_the_end),
    "word title": ("docx", word("docProps/core.xml", _CORE, f"<dc:description>The {WORD}</dc:description>{_CORE}")),
    "word last editor": (
        "docx",
        word("docProps/core.xml", _CORE, f"<cp:lastModifiedBy>Northwind</cp:lastModifiedBy>{_CORE}"),
    ),
    "word revision": ("docx", word("docProps/core.xml", _CORE, f"<cp:revision>7</cp:revision>{_CORE}")),
    "word company": ("docx", word("docProps/app.xml", "</Properties>", f"<Company>{WORD}</Company></Properties>")),
    "word custom properties": ("docx", word("docProps/custom.xml", "", "<Properties/>")),
    "word custom xml": ("docx", word("customXml/item1.xml", "", "<x/>")),
    "word comment": ("docx", word("word/comments.xml", "", f'<w:comments xmlns:w="{_W}"/>')),
    "word hidden text": ("docx", word("word/document.xml", "<w:t", "<w:rPr><w:vanish/></w:rPr><w:t")),
    "word tracked change": ("docx", word("word/document.xml", "<w:p>", "<w:p><w:ins/>")),
    "word style name": (
        "docx",
        word("word/styles.xml", "</w:styles>", f'<w:style w:styleId="x"><w:name w:val="{WORD}"/></w:style></w:styles>'),
    ),
    "word style id": ("docx", word("word/styles.xml", "</w:styles>", f'<w:style w:styleId="{WORD}"/></w:styles>')),
    "word variable": (
        "docx",
        word(
            "word/settings.xml", "</w:settings>", '<w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars></w:settings>'
        ),
    ),
    "word revision ids": (
        "docx",
        word("word/settings.xml", "</w:settings>", '<w:rsids><w:rsidRoot w:val="00A1"/></w:rsids></w:settings>'),
    ),
    "word template": ("docx", relation("attachedTemplate", "file:///x.dotx", 'TargetMode="External"')),
    "word link target": ("docx", relation("hyperlink", "https://wiki.corp.example/", 'TargetMode="External"')),
    "word bookmark": (
        "docx",
        word("word/document.xml", "</w:body>", f'<w:p><w:bookmarkStart w:id="9" w:name="{WORD}"/></w:p></w:body>'),
    ),
    "word alternative text": (
        "docx",
        word(
            "word/document.xml",
            "</w:body>",
            f'<w:p><w:r><w:drawing><docPr descr="{WORD}"/></w:drawing></w:r></w:p></w:body>',
        ),
    ),
    "word running head": (
        "docx",
        word("word/header1.xml", "</w:hdr>", f"<w:p><w:r><w:t>{WORD}</w:t></w:r></w:p></w:hdr>"),
    ),
    "word footnote": (
        "docx",
        word(
            "word/footnotes.xml",
            "</w:footnotes>",
            f"<w:footnote><w:p><w:r><w:t>{WORD}</w:t></w:r></w:p></w:footnote></w:footnotes>",
        ),
    ),
    "word picture's own data": ("docx", word_picture),
    "word package comment": ("docx", package_comment),
    "html title": ("html", within("<title>", f"<title>{WORD} ")),
    "html description": ("html", within("</head>", '<meta name="author" content="Northwind"></head>')),
    "html attribute": ("html", within("<main", f'<main data-source="{WORD}"')),
    "html attribute of ours": ("html", within("<main", f'<main aria-label="{WORD}"')),
    "html class": ("html", within('class="', f'class="{WORD} ')),
    "html anchor": ("html", within("<main", f'<div id="s-{WORD}"></div><main')),
    "html tag": ("html", within("</main>", "<dialog>We</dialog></main>")),
    "html picture's own data": (
        "html",
        within("</main>", f'<img alt="" src="data:image/png;base64,{base64.b64encode(picture()).decode()}"></main>'),
    ),
    "html comment": ("html", within("</main>", "<!-- x --></main>")),
    "html script": ("html", within("</body>", "<script>let a = 1</script></body>")),
    "html style": ("html", within("</style>", f"/* {WORD}-7 */</style>")),
    "html text that is not shown": ("html", within("</main>", "<p hidden>We are sorry.</p></main>")),
    "html form field": ("html", within("</main>", '<input value="x"></main>')),
    "html link target": ("html", within("</main>", '<a href="https://wiki.corp.example/">Help</a></main>')),
    "text after the end": ("txt", last(f"\nThe {WORD}.\n")),
    "status page front matter": ("status-page.md", first(f"---\nsource: {WORD}\n---\n")),
    "status page link": ("status-page.md", last("\n[Help](https://wiki.corp.example/)\n")),
    "status page comment": ("status-page.md", last(f"\n<!-- {WORD} -->\n")),
    "mail subject": ("eml", within("Subject: ", f"Subject: {WORD} ")),
    "mail sender": ("eml", first("From: help@lib.example\r\n")),
    "mail header": ("eml", first("X-Job: 7\r\n")),
    "mail attachment": ("eml", attached),
    "mail preamble": ("eml", preamble),
}


@pytest.fixture
def printed_with(
    monkeypatch: pytest.MonkeyPatch, honest: dict[str, bytes]
) -> Callable[[str, Callable[[bytes], bytes]], None]:
    """Return what lets the printing process hand back a file with a fault."""

    def seed(suffix: str, fault: Callable[[bytes], bytes]) -> None:
        content = fault(honest[suffix])
        assert content != honest[suffix]

        def press(job: Job) -> Delivery:
            del job
            return Delivery(printed=(Printed(format=suffix, rendering=Rendering(content=content)),), modules=())

        monkeypatch.setattr(outward, "print_apart", press)

    return seed


@pytest.mark.parametrize("channel", FAULTS)
def test_a_file_with_a_fault_in_one_channel_does_not_leave(
    channel: str, ready: Prepared, printed_with: Callable[[str, Callable[[bytes], bytes]], None]
) -> None:
    suffix, fault = FAULTS[channel]
    printed_with(suffix, fault)

    with pytest.raises(HeldBackError):
        sealed_files(ready, "default", Paper.A4, (suffix,))


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_road_lets_an_honest_file_leave(
    suffix: str, ready: Prepared, honest: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery = Delivery(printed=(Printed(format=suffix, rendering=Rendering(content=honest[suffix])),), modules=())
    monkeypatch.setattr(outward, "print_apart", lambda _: delivery)

    assert [type(one) for one in sealed_files(ready, "default", Paper.A4, (suffix,))] == [Sealed]
