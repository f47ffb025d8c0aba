"""What one postmortem calls by name."""

import pytest
from msgspec.structs import replace

from customer_report import parsed
from example_postmortem import event, postmortem, section
from pmexport.convert import read
from pmexport.customer.guards import is_clean
from pmexport.customer.guards.known import Known
from pmexport.customer.guards.learned import known_of
from pmexport.model.options import CustomerPolicy, ReadOptions
from pmexport.model.postmortem import Postmortem
from pmexport.model.terms import SectionKind


def people(own: Postmortem) -> frozenset[str]:
    known = known_of(own)
    return known.people | known.ambiguous


def test_authors_and_reviewers_are_known_by_each_part_of_their_names() -> None:
    assert {"noor", "haddad", "ada", "brandt", "tom", "weil"} <= people(postmortem())


def test_who_does_something_in_the_timeline_is_known() -> None:
    own = postmortem(events=(event("09:00", "Zork escalates to team lead (Mira)"),))

    assert {"zork", "mira"} <= people(own)


@pytest.mark.parametrize("owner", ["Platform team", "Ops", "SRE", "Database"])
def test_a_group_is_nobodys_name(owner: str) -> None:
    own = replace(postmortem(), authors=(owner,), reviewers=())

    assert people(own) <= {"noor"}


def test_names_in_code_are_known() -> None:
    own = replace(
        postmortem(),
        sections=(
            section(
                SectionKind.ROOT_CAUSE, "Cause", *parsed("The `orders` table.\n\n```sql\nSELECT a_b FROM loans\n```\n")
            ),
        ),
    )
    known = known_of(own)

    assert {"orders", "loans"} <= known.tables
    assert "a_b" not in known.tables


@pytest.mark.parametrize(
    ("author", "text"),
    [
        ("Søren Kjær", "Soren Kjaer saw it."),
        ("Jürgen Weiß", "Juergen saw it."),
        ("Mary-Jane Fitz", "Jane saw it."),
        ("Renée Dubois", "R. D. saw it."),
    ],
)
def test_a_known_name_is_seen_however_it_is_spelt(author: str, text: str) -> None:
    known = known_of(replace(postmortem(), authors=(author,), reviewers=()))

    assert {rule for rule, _, _ in known.hits(text)} == {"person"}


@pytest.mark.parametrize(
    ("text", "found"),
    [("The ledger service stopped.", True), ("The ledger API was slow.", True), ("Your ledger is complete.", False)],
)
def test_a_service_of_one_word_counts_only_as_a_service(text: str, found: bool) -> None:  # noqa: FBT001  a table's column
    reading = read(b"# Slow pages\n\n## Impact\n\n- Services affected: ledger, search\n")

    assert bool(list(known_of(reading.postmortems[0]).hits(text))) is found


def named() -> Known:
    """Return what a postmortem with services, a ticket and a person in a row's text calls by name."""
    source = (
        "# Slow pages\n\nServices affected: kestrel, search\n\n## Timeline (UTC)\n\n- 09:00 Deploy by Pat Quinn\n\n"
        "## Action items\n\n| Action | Owner | Ticket |\n|---|---|---|\n| Test it | Rosa Marchetti | PAY-118 |\n"
    )
    return known_of(read(source.encode()).postmortems[0])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then kestrel dropped your session.", True),
        ("A kestrel is a bird.", False),
        ("Work continues in PAY 121.", True),
        ("We asked Pat to undo it.", True),
        ("A note by rmarchetti explains it.", True),
        ("Search was slow.", False),
    ],
)
def test_what_is_called_by_a_name_of_its_own_is_known(text: str, found: bool) -> None:  # noqa: FBT001  a table's column
    assert bool(list(named().hits(text))) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [("Feature flags were late.", False), ("The feature_flags were late.", True), ("Flag store.", True)],
)
def test_plain_words_that_colleagues_say_too_are_no_code(text: str, found: bool) -> None:  # noqa: FBT001  a table's column
    source = "# Slow\n\n## Root cause\n\nThe table `feature_flags` was read by `flag_store`; feature flags were late.\n"

    assert bool(list(known_of(read(source.encode()).postmortems[0]).hits(text))) is found


def hit(source: str, text: str) -> set[str]:
    return {rule for rule, _, _ in known_of(read(source.encode()).postmortems[0]).hits(text)}


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("Dabei waren: Jule Kestner, Falk Reimers, Rosi Wittkamp.", "Rosi fuhr selbst aus."),
        ("Présents : Olivier Blin, Sofiane Kaddour.", "Merci à Kaddour."),
        ("Estuvimos: Dulce Olvera, Memo Arriaga, Toño Paz.", "Memo te llevará las flores."),
        ("出席者: 林 大輔、森田 あかり", "復旧作業は林大輔が担当いたしました."),
        ("Dusty (dustymal) opened it.", "Thanks to @dustymal."),
    ],
)
def test_who_is_listed_with_others_is_a_person_in_any_language(row: str, text: str) -> None:
    assert "person" in hit(f"# Ausfall\n\n{row}\n", text)


def test_a_region_that_is_called_as_somebody_is_no_person() -> None:
    assert hit("# 障害\n\n出席者: 山口 健一、森田 あかり\n", "山口県のお客様") == set()


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("At nine lootd 0.77 is live, and it was slow for all of us.", "We went back from 0.77 to the last one."),
        ("rutero 2.31.4 juntó las ventanas.", "Por eso rutero mezcló los horarios."),
        ("abgeglichen im tarifkern, dann fertig.", "Das kommt nun aus dem Tarifkern."),
        ("L'astreinte voit que stock-miroir est vide.", "Vos stocks viennent de stock miroir."),
        ("The export in /spool/kz/nendo.csv was empty.", "We fixed nendo.csv by hand."),
        ("The hotel asks in Teams (Depot Ops).", "He posts each count to Depot Ops."),
    ],
)
def test_what_a_text_shows_to_be_something_inside_is_known(row: str, text: str) -> None:
    assert hit(f"# Ausfall\n\n{row}\n", text)


def test_a_place_beside_another_is_no_name_of_something_inside() -> None:
    source = "# Slow\n\nScanners at Oban, Craignure and Ullapool turned red for us.\n"

    assert "craignure" in known_of(read(source.encode()).postmortems[0]).places


@pytest.mark.parametrize(
    "name", ["kassen core", "KassenCore", "Kassencore", "Kassen-Core", "kassen_core", "KASSEN CORE"]
)
@pytest.mark.parametrize(
    ("row", "carrier"),
    [
        ("The release of kassen-core 4.1 held every lock for us.", "Then {} was slow for a while."),
        ("Nach dem Ausrollen von kassen-core stand die Kasse still.", "Danach stand {} eine Weile still."),
    ],
)
def test_a_service_is_seen_however_it_is_spelt(row: str, carrier: str, name: str) -> None:
    known = known_of(read(f"# Ausfall\n\n{row}\n".encode()).postmortems[0])

    assert not is_clean(carrier.format(name), known, CustomerPolicy())


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("10:02 wichtel-sync ist jetzt 3.9.0, und es klemmt.", "Das läuft jetzt wieder."),
        (
            (
                "neustart, rückstau, ausfall, datensatz, betriebssystem, kassenschluss, tageslicht, umsatz, "
                "netzwerk, verbund, bescheid: das alles war nicht da."
            ),
            "Nach dem Neustart war der Rückstau weg.",
        ),
    ],
)
def test_what_others_write_small_too_is_nothing_inside(row: str, text: str) -> None:
    assert hit(f"# Ausfall\n\n{row}\n", text) == set()


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("**Date:** 2026-03-04\n**Services affected:** kraken-core", "The kraken was slow."),
        ("Release 41 goes out.", "Release 41 was the cause."),
        ("The host db-07.int.corp.example failed.", "Our db 07 was down."),
        ("Verfasst von Leopold Hinteregger, geprüft von Dr. Marija Kovačić.", "Freigegeben wurde das von mkovacic."),
    ],
)
def test_what_a_postmortem_calls_so_is_seen_said_another_way(inside: str, said: str) -> None:
    (own,) = read(f"# Outage\n\n{inside}\n".encode(), ReadOptions()).postmortems

    assert not is_clean(said, known_of(own), CustomerPolicy())
    assert is_clean("We were slow. Ours was down.", known_of(own), CustomerPolicy())
