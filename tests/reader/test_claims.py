"""What an event's words claim it to be."""

import pytest

from pmexport.reader.claims import claims
from pmexport.reader.vocabulary import languages


@pytest.mark.parametrize(
    ("text", "milestone"),
    [
        ("Change deployed: new pricing rules", "change"),
        ("Deployment of shop-service v3.2.1 completed", "change"),
        ("<START OF OUTAGE>", "impact_start"),
        ("Checkout starts failing", "impact_start"),
        ("Certificate of the gateway expired", "impact_start"),
        ("Detected: graph looks odd", "detected"),
        ("PagerDuty alert for the checkout", "detected"),
        ("Kim notices errors in the log", "detected"),
        ("Two customers report failing payments", "detected"),
        ("Incident declared", "declared"),
        ("Kim opens a war room", "declared"),
        ("Kim acknowledges the alert", "acknowledged"),
        ("Investigation started", "acknowledged"),
        ("Root cause identified: full disk", "cause_found"),
        ("Lee discovers that the hang is due to a lock", "cause_found"),
        ("Incident mitigated", "mitigated"),
        ("Rollback complete", "mitigated"),
        ("Failed over to the standby", "mitigated"),
        ("Incident resolved", "resolved"),
        ("Service is back to normal", "resolved"),
    ],
)
def test_words_that_say_what_an_event_is(text: str, milestone: str) -> None:
    assert milestone in [str(one) for one in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        # denied
        "No abnormal logins were noticed",
        "No errors have been detected so far",
        "No alert has fired",
        "The root cause could not be determined",
        # guessed
        "Potential fix applied",
        "Kim believes the issue to be resolved",
        "Possible root cause identified",
        "Lee found that it is likely the pool",
        # planned, asked or conditional
        "The monitor will alarm if it happens again",
        "Kim asks support to identify any affected order",
        "Waiting for the outage to be resolved",
        "Sales stay closed until these issues are resolved",
        # only referred to
        "Logs around the start of the outage are read",
        # other things of the same name
        "Ticket raised to modify the template",
        "/proc/swaps shows /dev/zram0 (deleted)",
        "Screenshot posted to #warroom",
        "Certificate covers the domains of releases and mirror",
        "Alert never fired",
    ],
)
def test_words_that_only_look_like_it(text: str) -> None:
    assert claims(text) == {}


def test_an_incident_declared_mitigated_is_mitigated_and_not_declared() -> None:
    assert [str(milestone) for milestone in claims("Incident declared mitigated")] == ["mitigated"]


def test_further_trouble_is_no_detection() -> None:
    assert claims("Further issues with the shop are discovered") == {}


def test_a_dot_within_a_name_ends_no_sentence() -> None:
    assert [str(one) for one in claims("Kim noticed that shop.example.com gives an error")] == ["detected"]


def test_a_step_that_has_only_begun_is_no_mitigation() -> None:
    assert claims("Rollback started") == {}


def test_a_long_stretch_is_named_by_its_ends() -> None:
    (claim,) = claims("Kim notices that the pages of the new shop in two regions give an error").values()

    assert claim.basis == "the words “notices that the … give an error”"


@pytest.mark.parametrize(
    ("language", "text", "milestone"),
    [
        ("de", "Alarm ausgelöst: Fehlerrate über 5 %", "detected"),
        ("de", "Ursache gefunden: volles Protokoll", "cause_found"),
        ("de", "Störung behoben", "resolved"),
        ("nb", "Årsak funnet: full disk", "cause_found"),
        ("nb", "Feilsøking starter", "acknowledged"),
        ("fr", "Incident déclaré", "declared"),
        ("fr", "Retour à la normale", "resolved"),
        ("es", "Los clientes reportan errores", "detected"),
        ("pt", "Rollback concluído", "mitigated"),
        ("ja", "原因を特定", "cause_found"),
        ("zh", "服务恢复正常", "resolved"),
    ],
)
def test_words_of_other_languages(language: str, text: str, milestone: str) -> None:
    assert [str(one) for one in claims(text, language)] == [milestone]


def test_english_words_count_in_every_language() -> None:
    assert [str(one) for one in claims("Incident resolved", "de")] == ["resolved"]


def test_a_denial_in_another_language_counts() -> None:
    assert claims("Ingen feil er oppdaget, ikke friskmeldt", "nb") == {}


@pytest.mark.parametrize("language", languages())
def test_every_language_can_be_asked(language: str) -> None:
    assert claims("", language) == {}
