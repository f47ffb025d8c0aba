"""Running text as HTML."""

import pytest

from example_report import example_report
from pmexport.model import prose as p
from pmexport.writers.page.anchors import Anchors
from pmexport.writers.page.prose import ProseWriter


@pytest.fixture
def prose() -> ProseWriter:
    report = example_report()
    return ProseWriter(report.labels, Anchors(report), permalinks=False, paint="#{}".format)


def para(*content: p.Inline) -> p.Para:
    return p.Para(content)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (para(p.Str("a < b & c")), "<p>a &lt; b &amp; c</p>"),
        (p.Plain((p.Str("a"),)), '<p class="plain">a</p>'),
        (para(p.Emph((p.Str("a"),)), p.Strong((p.Code("<"),))), "<p><em>a</em><strong><code>&lt;</code></strong></p>"),
        (para(p.Strikeout((p.Str("a"),)), p.SoftBreak(), p.LineBreak()), "<p><s>a</s>\n<br></p>"),
        (p.OrderedList((p.ListItem((para(p.Str("a")),)),), start=3), '<ol start="3"><li><p>a</p></li></ol>'),
        (p.BlockQuote((para(p.Str("a")),)), "<blockquote><p>a</p></blockquote>"),
        (p.HorizontalRule(), "<hr>"),
        (p.CodeBlock("a\n<b>"), "<pre><code>a\n&lt;b&gt;</code></pre>"),
        (
            p.CodeBlock("if 1", "", (p.CodePiece("if", p.CodeToken.KEYWORD), p.CodePiece(" 1"))),
            '<pre><code><span class="keyword">if</span> 1</code></pre>',
        ),
    ],
)  # fmt: skip
def test_each_block_has_its_element(prose: ProseWriter, block: p.Block, expected: str) -> None:
    assert prose.blocks((block,)) == expected


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "smb://h/s", "//host/x", "file:///x"]
)
def test_a_link_that_leads_nowhere_safe_is_its_words(prose: ProseWriter, target: str) -> None:
    assert prose.inlines((p.Link((p.Str("here"),), target),)) == "here"


def test_a_link_s_title_cannot_end_its_attribute(prose: ProseWriter) -> None:
    link = p.Link((p.Str("a"),), "https://tarnfell.example/?a=1&b=2", 'x" onmouseover="y')

    assert prose.inlines((link,)) == (
        '<a href="https://tarnfell.example/?a=1&amp;b=2" title="x&#34; onmouseover=&#34;y">a</a>'
    )


def test_a_link_within_the_page_is_a_link_only_where_it_arrives(prose: ProseWriter) -> None:
    words = (p.Str("there"),)

    assert prose.inlines((p.Link(words, "#impact"), p.Link(words, "#gone"))) == '<a href="#s-impact">there</a>there'


def test_headings_skip_no_level_whatever_the_author_used(prose: ProseWriter) -> None:
    blocks = tuple(p.Header(level, (p.Str(str(level)),)) for level in (2, 5, 5, 6))

    assert prose.blocks(blocks) == "<h3>2</h3>\n<h4>5</h4>\n<h4>5</h4>\n<h5>6</h5>"


def test_a_note_is_a_number_in_the_text_and_stands_at_the_end_with_a_way_back(prose: ProseWriter) -> None:
    text = prose.blocks((para(p.Str("a"), p.Note((para(p.Str("why")),))),))
    notes = prose.notes()

    assert text == '<p>a<sup class="noteref"><a id="noteref-1" href="#note-1">1</a></sup></p>'
    assert '<li id="note-1"><p>why' in notes
    assert 'href="#noteref-1"' in notes


def test_a_page_without_notes_has_no_place_for_them(prose: ProseWriter) -> None:
    assert prose.notes() == ""


def test_a_picture_that_is_missing_leaves_its_words(prose: ProseWriter) -> None:
    assert prose.blocks((para(p.Image("Lock wait", "lock.png")),)) == (
        '<p><span class="missing">Picture not available: Lock wait</span></p>'
    )


def test_a_picture_carries_its_bytes_its_words_and_its_size_but_no_file_name(prose: ProseWriter) -> None:
    picture = p.Picture(content=b"PNG", media_type="image/png", width=6, height=4)

    assert prose.blocks((para(p.Image("Lock wait", "lock.png", picture=picture)),)) == (
        '<figure class="picture"><img src="data:image/png;base64,UE5H" alt="Lock wait" width="6" height="4"></figure>'
    )


def test_an_all_empty_head_is_no_head(prose: ProseWriter) -> None:
    table = p.Table((p.Alignment.RIGHT,), ((),), (p.Row(((p.Str("1"),),)),))

    assert prose.blocks((table,)) == (
        '<div class="scroll"><table class="grid whole narrow"><tbody><tr><td class="right">1</td></tr></tbody>'
        "</table></div>"
    )


def test_a_line_that_announces_a_list_stays_with_it(prose: ProseWriter) -> None:
    items = p.BulletList((p.ListItem((p.Plain((p.Str("a"),)),)),))

    assert prose.blocks((para(p.Str("Then:")), items)).startswith('<p class="leads">Then:</p>')
    assert prose.blocks((para(p.Str("Then:")), para(p.Str("a")))).startswith("<p>Then:</p>")


def test_a_task_says_in_words_whether_it_is_done(prose: ProseWriter) -> None:
    items = tuple(p.ListItem((p.Plain((p.Str("a"),)),), checked=checked) for checked in (True, False))
    markup = prose.blocks((p.BulletList(items),))

    assert markup.index("<title>done</title>") < markup.index("<title>not done</title>")


def test_a_table_too_wide_for_the_page_turns_it_with_its_heading_and_the_words_that_lead_to_it(
    prose: ProseWriter,
) -> None:
    def table(columns: int) -> p.Table:
        cells = tuple((p.Str("as long as a column is"),) for _ in range(columns))
        return p.Table((p.Alignment.DEFAULT,) * columns, cells, (p.Row(cells),))

    blocks = (para(p.Str("Before.")), p.Header(3, (p.Str("Regions"),), ""), para(p.Str("One by one:")), table(9))

    assert '<p>Before.</p>\n<div class="turned">\n<h3>Regions</h3>' in prose.blocks(blocks)
    assert "turned" not in prose.blocks((*blocks[:3], table(3)))


def test_where_links_lead_is_listed_once_and_not_where_their_words_say_it(prose: ProseWriter) -> None:
    target = "https://wiki.halyard.example/runbook"
    prose.blocks(
        (
            para(p.Link((p.Str("Runbook"),), target), p.Link((p.Str("The same"),), target)),
            para(p.Link((p.Str("wiki.halyard.example/log"),), "https://wiki.halyard.example/log/")),
        )
    )

    assert prose.addresses().count("<li>") == 1
    assert f'Runbook <span class="address">{target}</span>' in prose.addresses()


def test_a_bold_line_stays_with_what_stands_under_it(prose: ProseWriter) -> None:
    question = para(p.Strong((p.Str("Must I upgrade?"),)))

    assert prose.blocks((question, para(p.Str("No.")))).startswith('<p class="leads"><strong>')
    assert prose.blocks((question,)).startswith("<p><strong>")


def test_columns_whose_words_may_be_broken_are_as_wide_as_they_need(prose: ProseWriter) -> None:
    cells = (
        *(((p.Str("120 ms"),),) * 4),
        (p.Str("https://metrics.tarnfell.example/vault-gateway-north"),),
        (p.Str("https://metrics.tarnfell.example/a/b"),),
    )
    markup = prose.blocks((p.Table((p.Alignment.DEFAULT,) * 6, ((),) * 6, (p.Row(cells),)),))

    assert '<colgroup><col class="share-9"><col class="share-9">' in markup
    assert markup.count("<col>") == 1
