"""What must not leave, as a value with a name of its own."""

from pmexport.customer.finding import Finding, each_once
from pmexport.model.customer import Document


def finding(item: str = "Noor", rule: str = "person", sentence: str = "Noor saw it.") -> Finding:
    return Finding(rule=rule, item=item, sentence=sentence, document=Document.CUSTOMER_FILE, line=5)


def test_a_finding_keeps_its_name_when_its_line_moves() -> None:
    assert (
        finding().name
        == Finding(rule="person", item="noor", sentence="Noor  saw it.", document=Document.POSTMORTEM, line=9).name
    )


def test_another_item_or_sentence_has_another_name() -> None:
    names = {finding().name, finding("Ada").name, finding(rule="handle").name, finding(sentence="Noor again.").name}

    assert len(names) == 4


def test_a_secret_is_not_repeated_in_a_message() -> None:
    assert finding("hunter2boat", "secret").masked == "hu…at"


def test_what_is_code_and_something_worse_is_told_once_and_by_line() -> None:
    found = each_once(
        [finding("Zoe"), finding("a@b.example", "code"), finding("a@b.example", "email"), finding("f()", "code")]
    )

    assert [(one.rule, one.item) for one in found] == [("person", "Zoe"), ("email", "a@b.example"), ("code", "f()")]
