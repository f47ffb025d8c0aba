"""The guards, measured on sentences of our own: what must be seen is seen, and what is harmless passes."""

import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from pmexport.customer import guards
from pmexport.customer.folding import folded
from pmexport.customer.guards.known import Known
from pmexport.model.customer import Document
from pmexport.model.options import CustomerPolicy, ReadOptions
from pmexport.outward import Papers, prepare

HERE = Path(__file__).parent
PLANTED = tomllib.loads((HERE / "planted.toml").read_text(encoding="utf-8"))
CLEAN = tuple((HERE / "clean.txt").read_text(encoding="utf-8").splitlines())
KNOWN = Known(
    people=frozenset({"ida", "lund"}),
    services=frozenset({"ledger service"}),
    codes=frozenset({"ledger_rows", "statement_timeout", "idx_orders_created"}),
    tables=frozenset({"ledger", "orders"}),
)
POLICY = CustomerPolicy(
    allowed_domains=("northwind.example",),
    vendors=("Acme Hosting",),
    banned=("Project Heron",),
    services=(("ledger-service", "Payments"),),
)
# More planted sentences, written before the guards were tried on them: a kind, a tab, Markdown about `known.md`.
MORE = [line.split("\t", 1) for line in (HERE / "sentences.tsv").read_text(encoding="utf-8").splitlines()]
# Rounds written before the guards were tried on them, each with its postmortems: a kind (of the planted ones), the
# postmortem beside it, the sentence, the item. What each found at first stands in docs/customer.md.
ROUNDS = sorted((HERE / "rounds").iterdir())
# What the promise is for each kind, and which rule may answer for it where an item is several things at once.
_SURE = frozenset({"secret", "email", "ip", "host", "url"})


def sentences(kind: str) -> Iterator[str]:
    """Yield every planted sentence of `kind`."""
    for carrier in PLANTED[kind]["carriers"]:
        for item in PLANTED[kind]["items"]:
            yield carrier.format(item)


def rules_hit(text: str) -> set[str]:
    """Return the rules that `text` breaks."""
    return {hit.rule for hit in guards.hits(folded(text), KNOWN, POLICY)}


def test_the_set_is_as_large_as_promised() -> None:
    planted = [sentence for kind in PLANTED for sentence in sentences(kind)]

    assert (len(PLANTED), len(set(planted))) == (20, 200)
    assert len(set(CLEAN)) >= 200


@pytest.mark.parametrize("kind", PLANTED)
def test_what_must_not_leave_is_seen(kind: str) -> None:
    missed = [sentence for sentence in sentences(kind) if not rules_hit(sentence)]

    assert len(missed) <= (0 if kind in _SURE else 10 * 0.05), missed


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in MORE}))
def test_what_others_planted_is_seen_as_markdown(kind: str) -> None:
    planted = [sentence for name, sentence in MORE if name == kind]
    missed = missed_of(planted)

    assert len(missed) <= len(planted) * (0.02 if kind in _SURE else 0.05), missed


def test_harmless_sentences_pass_as_markdown_beside_a_postmortem_full_of_names() -> None:
    passed = missed_of(list(dict.fromkeys(CLEAN)))

    assert len(passed) >= len(set(CLEAN)) * 0.98, set(CLEAN) - set(passed)


def rows_of(round_: Path, name: str) -> list[list[str]]:
    return [line.split("\t") for line in (round_ / name).read_text(encoding="utf-8").splitlines()]


def missed_beside(round_: Path, beside: str, sentences: list[str]) -> list[str]:
    """Return those of `sentences` in which nothing is found beside the postmortem `beside` of a round."""
    papers = Papers(
        name=f"{beside}.md",
        content=(round_ / f"{beside}.md").read_bytes(),
        customer_name=f"{beside}.customer.md",
        customer_content="\n\n".join(sentences).encode(),
    )
    lines = {finding.line for finding in prepare(papers, ReadOptions(), policy_beside(round_, beside)).findings}
    return [sentence for number, sentence in enumerate(sentences) if 2 * number + 1 not in lines]


def policy_beside(round_: Path, beside: str) -> CustomerPolicy:
    """Return what the team of the postmortem `beside` configured, where the round says it."""
    file = round_ / "settings.toml"
    if not file.is_file():
        return CustomerPolicy(
            allowed_domains=("example.com",),
            vendors=("Cloudflare", "Twilio", "Datadog"),
            services=(("payments-api", "Card payments"), ("search", "Search")),
        )
    told = tomllib.loads(file.read_text(encoding="utf-8"))[beside]
    return CustomerPolicy(
        company=told["company"],
        contact=told.get("contact", ""),
        public_names=(*told["products"], told["company"]),
        allowed_domains=tuple(told["allowed_domains"]),
        vendors=tuple(told["vendors"]),
        services=tuple((internal, public) for internal, public in told["services"]),
    )


@pytest.mark.parametrize("round_", ROUNDS, ids=lambda path: path.name)
def test_what_a_round_planted_is_seen(round_: Path) -> None:
    rows = rows_of(round_, "planted.tsv")
    missed = [
        sentence
        for beside in sorted({row[1] for row in rows})
        for sentence in missed_beside(round_, beside, [row[2] for row in rows if row[1] == beside])
    ]
    kinds = {row[2]: row[0] for row in rows}

    assert [one for one in missed if kinds[one] in _SURE] == []
    assert len(missed) <= len(rows) * 0.05, missed


@pytest.mark.parametrize("round_", ROUNDS, ids=lambda path: path.name)
def test_what_a_round_found_harmless_passes(round_: Path) -> None:
    rows = rows_of(round_, "clean.tsv")
    passed = [
        sentence
        for beside in sorted({row[0] for row in rows})
        for sentence in missed_beside(round_, beside, [row[1] for row in rows if row[0] == beside])
    ]

    assert len(passed) >= len(rows) * 0.98, {row[1] for row in rows} - set(passed)


def missed_of(sentences: list[str]) -> list[str]:
    """Return those of `sentences`, each a paragraph of a text for customers, in which nothing is found."""
    papers = Papers(
        name="known.md",
        content=(HERE / "known.md").read_bytes(),
        customer_name="known.customer.md",
        customer_content="\n\n".join(sentences).encode(),
    )
    policy = replace(
        POLICY,
        vendors=("Stripe", "Fastly", "Cloudflare"),
        services=(("payment-service", "Payments"), ("orders", "Orders")),
    )
    lines = {finding.line for finding in prepare(papers, ReadOptions(), policy).findings}
    return [sentence for number, sentence in enumerate(sentences) if 2 * number + 1 not in lines]


def test_carriers_are_harmless_without_what_they_carry() -> None:
    carriers = [carrier.format("it") for kind in PLANTED.values() for carrier in kind["carriers"]]

    assert [carrier for carrier in carriers if rules_hit(carrier)] == []


def test_what_was_paid_is_money_and_who_was_paid_is_not() -> None:
    assert rules_hit("We paid 18.4 thousand for it.") == {"money"}
    assert rules_hit("We refunded 18 thousand customers.") == set()


def test_harmless_sentences_pass() -> None:
    alarmed = {sentence: rules_hit(sentence) for sentence in CLEAN if rules_hit(sentence)}

    assert len(alarmed) <= len(CLEAN) * 0.02, alarmed


@pytest.mark.parametrize(
    "text",
    [
        "Write to help@northwind.example.",
        "See https://status.northwind.example/today?x=1.",
        "help at northwind dot example",
    ],
)
def test_addresses_on_the_allowed_domains_pass(text: str) -> None:
    assert rules_hit(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "https://northwind.example.evil.example/x",
        "help@northwind.example.evil.example",
        "https://user:secret1@northwind.example/",
        "https://evilnorthwind.example/",
    ],
)
def test_an_address_that_only_looks_like_an_allowed_one_does_not(text: str) -> None:
    assert rules_hit(text) != set()


@pytest.mark.parametrize("text", ["project heron", "Project-Heron", "PROJECT HERON'S", "Proj\u200bect Heron"])
def test_a_term_that_the_team_lists_is_seen_in_every_spelling(text: str) -> None:
    assert "term" in rules_hit(f"This was {text} again.")


def test_another_customer_is_not_named() -> None:
    policy = CustomerPolicy(customers=("Contoso", "Fabrikam"), recipient="Contoso")
    found = guards.hits("Contoso and Fabrikam were affected.", Known(), policy)

    assert [hit.item for hit in found] == ["Fabrikam"]


def test_a_link_is_judged_by_where_it_leads() -> None:
    spoken = guards.Spoken(
        text="our status page", document=Document.CUSTOMER_FILE, line=7, targets=("https://wiki.corp.example/",)
    )

    assert [(one.rule, one.line) for one in guards.findings([spoken], KNOWN, POLICY)] == [("url", 7)]


def test_a_secret_that_a_line_end_cuts_in_two_is_seen() -> None:
    spoken = guards.Spoken(
        text="AKIAIOSF ODNN7EXAMPLE", joined="AKIAIOSFODNN7EXAMPLE", document=Document.POSTMORTEM, line=1
    )

    assert "secret" in {one.rule for one in guards.findings([spoken], KNOWN, POLICY)}


@pytest.mark.parametrize(
    "bait", ["a" * 20_000 + "@", "a.b-" * 5_000, "1." * 10_000, "/x" * 10_000, "0a" * 10_000, "A-" * 10_000]
)
def test_no_text_is_slow_to_check(bait: str) -> None:
    start = time.process_time()
    list(guards.hits(bait, KNOWN, POLICY))

    assert time.process_time() - start < 5


def test_lines_that_end_in_numbers_and_full_stops_are_no_identifiers() -> None:
    text = "It failed in October 2026\nand ended at 14:00.\nwe saw 400\nfailures, and requests\nwaited for 10\nminutes."

    assert missed_of([text]) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Write to help@northwind.example.\nWe answer within a day.",
        "See https://status.northwind.example\nWe tell more there.",
        "Write to help@northwind.example\nand we answer.",
    ],
)
def test_an_allowed_address_may_end_a_line(text: str) -> None:
    assert missed_of([text]) == [text]


@pytest.mark.parametrize(
    "text", ["Write to help@northwind.example. Lund did it.", "See https://status.northwind.example. Lund did it."]
)
def test_an_allowed_address_hides_nothing_that_follows_it(text: str) -> None:
    assert rules_hit(text) == {"person"}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Internal notes", {"unfinished"}),
        ("CONFIDENTIAL", {"unfinished"}),
        ("Bitte nicht weitergeben.", {"unfinished"}),
        ("Document à usage interne", {"unfinished"}),
        ("Do not share this with customers.", {"unfinished"}),
        ("Please do not share your password with anybody.", set()),
        ("Please do not send it again.", set()),
        ("No confidential data was exposed.", set()),
        ("Our internal systems recovered.", set()),
        ("##For colleagues", {"heading"}),
        ("We wrote to you[^1].", {"footnote"}),
        ("Our Heron project was late.", {"term"}),
        ("We lost 3 % of our daily revenue.", {"money"}),
        ("About 3 % of orders were late.", set()),
        ("Version 7.2.1 is on Google Play.", set()),
        ("A developer changed it without asking anyone.", {"blame"}),
        ("The label-spooler was idle.", {"service"}),
        ("Wenn strasse IS NULL war, fehlte sie.", {"code"}),
        ("It came from import/addresses.csv.", {"path"}),
    ],
)
def test_what_strangers_got_past_the_guards_is_seen(text: str, rules: set[str]) -> None:
    assert rules_hit(text) == rules
