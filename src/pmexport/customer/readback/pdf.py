"""A PDF read back: every object, every stream unpacked, the text operators decoded through the fonts' own tables."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from functools import partial

from pmexport.customer.readback import Readback
from pmexport.customer.readback.allowed import not_allowed
from pmexport.customer.readback.encodings import own_letters
from pmexport.customer.readback.pictures import carried
from pmexport.errors import UnreadableError

_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b")
_ENCRYPTED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
_STREAM = re.compile(rb"stream\r?\n")
_LENGTH = re.compile(rb"/Length\s+(\d+)(?!\s+\d+\s+R)")
_REFERENCE = re.compile(rb"/([^\s/<>\[\]()%{}]+)\s+(\d+)\s+\d+\s+R")
_TO_UNICODE = re.compile(rb"/ToUnicode\s+(\d+)\s+\d+\s+R")
_PAIR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f\s]+>|\[[^\]]*\])")
_TOKEN = re.compile(
    rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\([^()]*\))*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|/[^\s/<>\[\]()%{}]*|%[^\r\n]*|[^\s/<>\[\]()%{}]+",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\(\r\n|[0-7]{1,3}|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_WORD_GAP = -180.0
_LETTER = 2
_LARGEST = 200_000_000
# What a page for customers never needs.
_ODD = {
    b"/EmbeddedFile": "an attached file",
    b"/JavaScript": "a script",
    b"/JS": "a script",
    b"/Launch": "an action that starts a program",
    b"/AcroForm": "a form",
    b"/RichMedia": "embedded media",
    b"/OCProperties": "layers that can be hidden",
    b"/Author": "an author",
}
_LINK = re.compile(rb"/URI\s*\(((?:[^()\\]|\\.)*)\)", re.DOTALL)


def read_pdf(content: bytes) -> Readback:
    """Return what the PDF `content` holds. Raises UnreadableError for an encrypted or broken one."""
    if not content.startswith(b"%PDF-"):
        raise UnreadableError("is no PDF")
    if _ENCRYPTED.search(content):
        raise UnreadableError(
            "is encrypted, so that what it holds cannot be known", instead="save it without a password"
        )
    bodies, streams = _unpacked(content)
    every = b"\n".join(bodies.values())
    fonts = _fonts(bodies, streams)
    texts = [(f"object {number}", text) for number, body in bodies.items() for text in _strings(body)]
    trailer = content[content.rfind(b"trailer") :] if b"trailer" in content else b""
    texts += [("trailer", text) for text in _strings(trailer)]
    for number, data in streams.items():
        if data.lstrip().startswith((b"<?xpacket", b"<x:xmpmeta", b"<?xml")):
            texts.append(("metadata", _packet(data)))
        elif _draws(bodies[number], data):
            texts.append(("page", _shown(data, fonts)))
        texts += [("picture", text) for text in carried(data)]
    raw = [(f"stream {number}", data) for number, data in streams.items()]
    raw += [(f"object {number}", body) for number, body in bodies.items()]
    odd = tuple(
        dict.fromkeys(name for mark, name in _ODD.items() if re.search(re.escape(mark) + rb"(?![A-Za-z])", every))
    )
    marks = sorted(not_allowed("pdf", "names", _names(every + b"\n" + trailer)))
    if content.rpartition(b"%%EOF")[2].strip():
        marks.append("words after the end")
    links = tuple(match.decode("latin-1") for match in _LINK.findall(every))
    return Readback(
        texts=tuple(texts), raw=(*raw, ("file", _between(content))), odd=odd, unusual=tuple(marks), links=links
    )


def _packet(data: bytes) -> str:
    """Return what a packet of metadata says between its tags and in their attributes, without namespaces."""
    data = re.sub(rb"<\?.*?\?>", b" ", data, flags=re.DOTALL)
    values = re.findall(rb"\s(?!xmlns[:=])[\w:.\-]{1,80}\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)')", data)
    said = [re.sub(rb"<[^<>]*>", b" ", data), *(one or other for one, other in values)]
    return "\n".join(text.decode("utf-8", "replace") for text in said)


def _names(body: bytes) -> Iterator[str]:
    """Yield the keys and other names of dictionaries; what strings say is none."""
    for match in _TOKEN.finditer(body):
        if match[0].startswith(b"/"):
            yield match[0][1:].decode("latin-1")


def _between(content: bytes) -> bytes:
    """Return what lies outside of all streams: comments, and text after the end."""
    return re.sub(rb"stream\r?\n.*?endstream", b"", content, flags=re.DOTALL)


def _unpacked(content: bytes) -> tuple[dict[int, bytes], dict[int, bytes]]:
    """Return the bodies of all objects and the unpacked streams, by number. Of two of a number both are kept."""
    bodies: dict[int, bytes] = {}
    streams: dict[int, bytes] = {}
    at = 0
    while match := _OBJECT.search(content, at):
        number = int(match[1])
        while number in bodies:
            number += 1_000_000
        end = content.find(b"endobj", match.end())
        end = len(content) if end < 0 else end
        start = _STREAM.search(content, match.end(), end)
        if start is None:
            bodies[number] = content[match.end() : end]
            at = end
            continue
        bodies[number] = content[match.end() : start.start()]
        data, at = _packed(content, bodies[number], start.end())
        streams[number] = _inflated(data, bodies[number])
    for number, data in list(streams.items()):
        if b"/ObjStm" in bodies[number]:
            bodies |= {inner: body for inner, body in _of_object_stream(data, bodies[number]) if inner not in bodies}
    return bodies, streams


def _packed(content: bytes, body: bytes, start: int) -> tuple[bytes, int]:
    length = _LENGTH.search(body)
    if length and content[start + int(length[1]) :].lstrip()[:9] == b"endstream":
        end = start + int(length[1])
    else:
        end = content.find(b"endstream", start)
        end = len(content) if end < 0 else end
    return content[start:end], end


def _inflated(data: bytes, body: bytes) -> bytes:
    if b"/FlateDecode" in body or b"/Fl " in body:
        unpacker = zlib.decompressobj()
        try:
            data = unpacker.decompress(data, _LARGEST)
        except zlib.error:
            raise UnreadableError("holds a stream that cannot be unpacked") from None
    elif re.search(rb"/(LZWDecode|ASCII85Decode|ASCIIHexDecode|RunLengthDecode|Crypt)\b", body):
        raise UnreadableError("packs its streams in a way that is not read", instead="print it to a new PDF")
    return data


def _of_object_stream(data: bytes, body: bytes) -> Iterator[tuple[int, bytes]]:
    first = re.search(rb"/First\s+(\d+)", body)
    head = [int(number) for number in data[: int(first[1])].split()] if first else []
    starts = list(zip(head[::2], head[1::2], strict=False))
    ends = [offset for _, offset in starts[1:]] + [len(data)]
    base = int(first[1]) if first else 0
    for (number, offset), end in zip(starts, ends, strict=True):
        yield number, data[base + offset : base + end] if end != len(data) else data[base + offset :]


def _draws(body: bytes, data: bytes) -> bool:
    return not re.search(
        rb"/Type\s*/(XRef|ObjStm|Metadata)|/Subtype\s*/(Image|OpenType|Type1C|CIDFontType0C)|/Length1", body
    ) and (re.search(rb"\b(Tj|TJ|Do|BT|BDC)\b", data) is not None)


def _fonts(bodies: Mapping[int, bytes], streams: Mapping[int, bytes]) -> dict[bytes, list[Mapping[bytes, str]]]:
    """Return for each name under which a page knows a font the tables from its codes to text."""
    fonts: dict[bytes, list[Mapping[bytes, str]]] = {}
    tables: dict[int, Mapping[bytes, str]] = {}
    for body in bodies.values():
        for name, target in _REFERENCE.findall(body):
            number = int(target)
            font = bodies.get(number, b"")
            if not re.search(rb"/Type\s*/Font\b", font):
                continue
            if number not in tables:
                tables[number] = _table(font, streams) or own_letters(font, bodies)
            fonts.setdefault(name, [])
            if tables[number] not in fonts[name]:
                fonts[name].append(tables[number])
    return fonts


def _table(font: bytes, streams: Mapping[int, bytes]) -> Mapping[bytes, str]:
    reference = _TO_UNICODE.search(font)
    if reference is None or int(reference[1]) not in streams:
        if b"/Type0" in font:
            raise UnreadableError("has a font without a table to text, so that what it says cannot be known")
        return {}
    data = streams[int(reference[1])]
    table: dict[bytes, str] = {}
    for part in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        for code, text in _PAIR.findall(part):
            table[_bytes(code)] = _bytes(text).decode("utf-16-be", "replace")
    for part in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.DOTALL):
        for low, high, target in _RANGE.findall(part):
            table |= _ranged(low, high, target)
    return table


def _ranged(low: bytes, high: bytes, target: bytes) -> dict[bytes, str]:
    width, start, end = len(low) // 2, int(low, 16), min(int(high, 16), int(low, 16) + 0xFFFF)
    if target.startswith(b"["):
        texts = [_bytes(one).decode("utf-16-be", "replace") for one in re.findall(rb"<([0-9A-Fa-f\s]+)>", target)]
    else:
        first = _bytes(target.strip(b"<>")).decode("utf-16-be", "replace")
        texts = [first[:-1] + chr(ord(first[-1]) + step) for step in range(end - start + 1)] if first else []
    return {(start + step).to_bytes(width, "big"): text for step, text in enumerate(texts)}


def _bytes(digits: bytes) -> bytes:
    plain = re.sub(rb"\s+", b"", digits)
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode())


def _shown(data: bytes, fonts: Mapping[bytes, list[Mapping[bytes, str]]]) -> str:
    """Return what the text operators of a content stream show, and the texts that its marks carry."""
    said: list[str] = []
    held: list[bytes] = []
    tables: list[Mapping[bytes, str]] = []
    for token in map(partial(re.Match.group), _TOKEN.finditer(data)):
        if token == b"Tf":
            names = [one for one in held if one.startswith(b"/")]
            tables = fonts.get(names[-1][1:], []) if names else []
            held = []
        elif token in _SHOWS:
            said += [_decoded(held, table) for table in tables or [{}]]
            held = []
        elif token in {b"BDC", b"DP"}:
            said += [_text(_content(one)) for one in held if one.startswith((b"(", b"<")) and one != b"<<"]
            held = []
        elif token[:1] in b"(<[]/>" or re.fullmatch(rb"[-+.\d]+", token):
            held.append(token)
        else:
            held = []
    # A chart sets each letter by itself; a line of text is set as a whole.
    return ("" if all(len(one) <= _LETTER for one in said) else " ").join(said)


def _decoded(held: list[bytes], table: Mapping[bytes, str]) -> str:
    said = ""
    for one in held:
        if one.startswith((b"(", b"<")) and one != b"<<":
            said += _through(_content(one), table)
        elif re.fullmatch(rb"[-+.\d]+", one) and b"[" in held and _number(one) < _WORD_GAP:
            said += " "
    return said


def _number(token: bytes) -> float:
    try:
        return float(token)
    except ValueError:
        return 0.0


def _through(codes: bytes, table: Mapping[bytes, str]) -> str:
    if not table:
        return codes.decode("cp1252", "replace")
    width = max(map(len, table))
    return "".join(table.get(codes[at : at + width], "\ufffd") for at in range(0, len(codes), width))


def _content(token: bytes) -> bytes:
    if token.startswith(b"<"):
        return _bytes(token[1:-1])
    return _ESCAPE.sub(_unescaped, token[1:-1])


def _unescaped(match: re.Match[bytes]) -> bytes:
    if match[1].isdigit():
        return bytes([int(match[1], 8) & 0xFF])
    return _ESCAPED.get(match[1], match[1])


def _strings(body: bytes) -> Iterator[str]:
    """Yield every string of an object, and its names that spell words."""
    for match in _TOKEN.finditer(body):
        token = match[0]
        if token.startswith((b"(", b"<")) and token != b"<<":
            yield _text(_content(token))


def _text(content: bytes) -> str:
    if content.startswith(b"\xfe\xff"):
        return content[2:].decode("utf-16-be", "replace")
    if content.startswith(b"\xef\xbb\xbf"):
        return content[3:].decode("utf-8", "replace")
    return content.decode("cp1252", "replace")
