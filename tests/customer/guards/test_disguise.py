"""What is hidden in other letters, between invisible ones, in codes or over line ends is seen all the same."""

import base64
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from pmexport.customer.guards.disguise import disguises, says, variants
from pmexport.model.options import CustomerPolicy, ReadOptions
from pmexport.outward import Papers, prepare

BESIDE = (Path(__file__).parent / "rounds" / "6" / "f.md").read_bytes()
ITEMS = (
    *("tr-enc-14", "VID-2207", "Zielinski", "Folasade", "oadebayo", "thumbnailer", "10.20.30.40", "karin@lumen.tv"),
    *("#vid-sev2-0218", "9e41fb7", "Hazelcast", "AKIAIOSFODNN7EXAMPLE"),
)
_CYRILLIC = str.maketrans("aeopcxyiAEOPCXBHKMT", "аеорсхуіАЕОРСХВНКМТ")
_SMALL_CAPITALS = str.maketrans("abcdefghijklmnopqrstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ")
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def within(mark: str) -> Callable[[str], str]:
    return lambda item: f"{item[: len(item) // 2]}{mark}{item[len(item) // 2 :]}"


DISGUISES: dict[str, Callable[[str], str]] = {
    "Cyrillic letters": lambda item: item.translate(_CYRILLIC),
    "small capitals": lambda item: item.lower().translate(_SMALL_CAPITALS),
    "wide letters": lambda item: "".join(chr(ord(mark) + 0xFEE0) for mark in item),
    "letters in boxes": lambda item: "".join(
        chr(0x1F170 + ord(mark) - 65) if mark.isalpha() else mark for mark in item.upper()
    ),
    "Arabic digits": lambda item: item.translate(_ARABIC),
    "strokes": lambda item: "".join(f"{mark}\u0336" for mark in item),
    "a soft hyphen": within("\u00ad"),
    "a space without width": within("\u200b"),
    "a joiner at each letter": "\u200d".join,
    "a tag": within("\U000e0041"),
    "a control character": within("\x07"),
    "a line end": within("\n"),
    "a comment": within("<!-- x -->"),
    "bold letters": lambda item: f"{item[:3]}**{item[3:]}**",
    "entities of entities": lambda item: "".join(f"&amp;#x{ord(mark):x};" for mark in item),
    "codes of addresses": lambda item: "".join(f"%{ord(mark):02X}" for mark in item),
    "codes of programs": lambda item: "".join(f"\\u{ord(mark):04x}" for mark in item),
    "base 64": lambda item: base64.b64encode(item.encode()).decode(),
    "hexadecimal digits": lambda item: item.encode().hex(),
    "letters apart": " ".join,
    "capitals": str.upper,
    "an allowed address": lambda item: f"https://status.example.com/x/{quote(item)}",
    "a link's target, coded twice": lambda item: (
        "[page](https://status.example.com/x?q=" + "".join(f"%25{ord(mark):02x}" for mark in item) + ")"
    ),
    "base 64 in an address": lambda item: (
        f"https://status.example.com/?d={base64.urlsafe_b64encode(item.encode()).decode()}"
    ),
}


@pytest.mark.parametrize("name", DISGUISES)
def test_what_must_not_leave_is_seen_in_any_dress(name: str) -> None:
    said = [f"We looked at {DISGUISES[name](item)} all day." for item in ITEMS]
    papers = Papers(
        name="f.md", content=BESIDE, customer_name="f.customer.md", customer_content="\n\n".join(said).encode()
    )
    lines = {
        one.line for one in prepare(papers, ReadOptions(), CustomerPolicy(allowed_domains=("example.com",))).findings
    }
    places = [1 + sum(2 + one.count("\n") for one in said[:number]) for number in range(len(said))]

    assert [item for item, place in zip(ITEMS, places, strict=True) if place not in lines] == []


@pytest.mark.parametrize(
    "text",
    [
        "Zahlungs\u00advorgänge, Ärger in São Paulo und 陈Wei.",
        "A flag \U0001f468\u200d\U0001f469\u200d\U0001f467 and a 5 kΩ resistor of 10 µm.",
        "می\u200cخواهم",
        "Plans A, B and C; options 1 2 3.",
        "Counterrevolutionaries misunderstandings everything password",
        "Ελλάδα, Россия, Հայաստան",
    ],
)
def test_ordinary_writing_hides_nothing(text: str) -> None:
    assert list(disguises(text)) == []


def test_a_code_is_undone_and_plain_text_is_left() -> None:
    assert variants("50%25 of db%2D7") == ("50% of db-7",)
    assert variants("Half of them") == ()
    assert says(base64.b64encode(b"tr-enc-14").decode()) == "tr-enc-14"
    assert says("everything12") == ""
