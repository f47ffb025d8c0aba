"""What must not leave, as a value with a name of its own."""

from pmexport.customer.finding import Finding, held_back
from pmexport.errors import ExitStatus
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


def test_the_fault_names_each_with_its_line_and_holds_the_export_back() -> None:
    fault = held_back([finding(), finding("Ada")], "report.customer.md")

    assert fault.status is ExitStatus.HELD_BACK
    assert "2 things" in str(fault)
    assert "on line 5 “Ada”" in str(fault)
