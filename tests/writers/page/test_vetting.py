"""A page drawn with somebody else's templates runs nothing and asks for nothing."""

import pytest

from pmexport.errors import ThemeError
from pmexport.writers.page.vetting import vetted

OURS = ("default-src 'none'", "h1 { color: red }", "let a = 1")
PAGE = (
    '<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    "<style>h1 { color: red }</style></head><body>{}"
    "<a href='https://a.example'>a</a><script>let a = 1</script></body></html>"
)


def test_what_a_page_of_ours_holds_passes() -> None:
    page = PAGE.replace("{}", "<img src='data:image/png;base64,AA' alt=''><svg><path d='M0 0'/></svg>")

    assert vetted(page, OURS) == page


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "<script src='https://e.example/a.js'></script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<img src='https://e.example/a.png'>",
        "<img src='file:///etc/passwd'>",
        "<img srcset='https://e.example/a.png 2x'>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>a</a>",
        "<a href=' java&#115;cript:alert(1)'>a</a>",
        "<iframe srcdoc='a'></iframe>",
        "<object data='a'></object>",
        "<link rel='stylesheet' href='https://e.example'>",
        "<base href='https://e.example'>",
        "<form action='https://e.example'></form>",
        "<meta http-equiv='refresh' content='0;url=https://e.example'>",
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'self' *\">",
        "<svg><use href='https://e.example#a'/></svg>",
        "<svg><image xlink:href='https://e.example/a.png'/></svg>",
        "<svg><animate attributeName='href'/></svg>",
        "<style>@import 'https://e.example';</style>",
        "<style>p { background: url(https://e.example) }</style>",
        "<p style='background:url(//e.example)'>a</p>",
        "<p style=\"background:image-set('https://e.example' 1x)\">a</p>",
        "<button formaction='https://e.example'>a</button>",
        "<!--[if IE]><script>1</script><![endif]-->",
    ],
)
def test_what_runs_or_reaches_out_is_refused(markup: str) -> None:
    with pytest.raises(ThemeError, match="may not stand in a page"):
        vetted(PAGE.replace("{}", markup), OURS)


@pytest.mark.parametrize(
    "part", ["<p title='", '<a href="javascript:1', "<style>p {", "<script>", "<!-- ", "<p", "a</p", "<svg><path d='"]
)
def test_a_part_that_would_swallow_what_follows_is_refused(part: str) -> None:
    with pytest.raises(ThemeError, match="may not stand in a page"):
        vetted(f"<p>a</p>{part}", OURS)


def test_a_part_with_a_sign_of_its_own_passes() -> None:
    assert vetted("<p>1 &lt; 2</p> a < b", ()) == "<p>1 &lt; 2</p> a < b"
