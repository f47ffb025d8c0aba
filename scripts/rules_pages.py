"""Write docs/rules/, a page for each rule, from the rules' own texts: ``python scripts/rules_pages.py``."""

# ruff: noqa: INP001 - a script that stands alone
from __future__ import annotations

import json
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY / "src"))

from pmexport.facts.review.rule import TOPICS, Rule, Topic, topic  # noqa: E402  the checkout's own
from pmexport.facts.review.words import required  # noqa: E402
from pmexport.model.options import Thresholds  # noqa: E402
from pmexport.reader.codes import codes  # noqa: E402

FOLDER = REPOSITORY / "docs" / "rules"

_HEAD = """\
# What the review looks for

<!-- Made by scripts/rules_pages.py from src/pmexport/facts/rules/*.toml. Change it there. -->

`pmexport check FILE` runs these rules. An error is a contradiction that the document itself proves, a warning something
that is most likely wrong or missing, a note advice. `check` exits with 1 where there is an error, with `--strict` where
there is a warning as well; notes never fail.

The rules read English; those that would miss a word which another language has not are left out for texts in one. A
figure that agrees is listed as such, so that a reader knows what was compared.

"""

_MADE = """\
<!-- Made by scripts/rules_pages.py from src/pmexport/facts/rules/*.toml. Change it there. -->
"""

_SWITCH = """\
```toml
[check]
disable = ["{code}"]

[check.severity]
{code} = "{other}"
```

One place alone is accepted in the text, with a reason:

```markdown
<!-- pmexport: accept {code}: why it may stand -->
```

[All rules and settings](README.md)
"""

_OTHERS = """\
## Reading and wording

What the reader tells of dates, tables, links and pictures stands in [reader.md](reader.md); what
[proselint](prose.md) tells of the wording has the code `prose`.

"""

_READER = """\
# What the reader tells

<!-- Made by scripts/rules_pages.py from src/pmexport/reader/codes.toml. Change it there. -->

These codes come with every command that reads a text. They are switched off and weighed like
[rules](README.md#settings), and accepted like them.

"""

_PROSE = """\
# prose

<!-- Made by scripts/rules_pages.py. Change it there. -->

**Wording that a reader stumbles over.** Severity: note.

Found by [proselint](https://github.com/amperser/proselint), which looks for clichés, hedging, corporate speech,
repeated words, malapropisms and redundancy. It is asked for with `prose = true` under `[check]` and installed with
`pip install 'pmexport[prose]'`; its typography and its taste are left out.

## Why

A general linter knows wording better than we do; see [the decision](../decisions/0005-rules-of-our-own.md).

[All rules and settings](README.md)
"""

_SETTINGS = """\
## Settings

In `pmexport.toml`, under `[tool.pmexport.check]` of `pyproject.toml`, or under `pmexport: check:` in a file's front
matter (all but `rules`, which a text from elsewhere must not bring):

```toml
[check]
disable = ["blame-word", "timeline-gap"]      # codes that are not wanted, the reader's among them
prose = true                                  # have proselint read the wording: pip install 'pmexport[prose]'

[check.severity]                              # weigh a rule otherwise: error, warning or note
action-without-owner = "error"

[check.thresholds]
{thresholds}

[check.required]                              # sections by severity of the incident, 0 being the worst
{required}

[[check.rules]]                               # a rule of your own: a regular expression and what to say
id = "old-team-name"
pattern = '\\bPlatform Ops\\b'
message = "“{{quote}}” is called Foundation now"
hint = "write Foundation"
severity = "warning"
sections = ["action_items"]                   # leave out to search everywhere
```

## Accepting one finding

One line in the source accepts one finding, on its own line or on the line below it, and says why:

```markdown
<!-- pmexport: accept stated-length: the length is that of the contract, not of the timeline -->
- **Duration:** 2 hours
```

A finding of the file as a whole is accepted from any line. Without a reason nothing is accepted, and an acceptance that
meets no finding is told. What guards a customer summary cannot be accepted like this.

"""


def pages() -> dict[str, str]:
    """Return every page as it should stand, by the name of its file."""
    made = {"README.md": _index(), "reader.md": _reader(), "prose.md": _PROSE}
    return made | {
        f"{rule.id}.md": _rule(found, rule) for name in TOPICS for found in (topic(name),) for rule in found.rule
    }


def _index() -> str:
    return "".join([_HEAD, _contents(), _SETTINGS.format(thresholds=_thresholds(), required=_required())])


def _contents() -> str:
    return "".join(_topic(topic(name)) for name in TOPICS) + _OTHERS


def _topic(found: Topic) -> str:
    rows = "".join(f"| [{rule.id}]({rule.id}.md) | {rule.severity} | {rule.title} |\n" for rule in found.rule)
    return f"## {found.title}\n\n{found.about}\n\n| rule | severity | finds |\n| --- | --- | --- |\n{rows}\n"


def _reader() -> str:
    rows = (f"## {code}\n\n**{told.finds}.** {told.does}\n\n" for code, told in codes().items())
    return _READER + "".join(rows)


def _thresholds() -> str:
    default = Thresholds()
    return "\n".join(f"{name} = {getattr(default, name)}" for name in Thresholds.__struct_fields__)


def _required() -> str:
    table = required().sections
    return "\n".join(f"{level} = {json.dumps(table[level])}" for level in sorted(table))


def _rule(found: Topic, rule: Rule) -> str:
    source = f"Asked for by: {rule.source}.\n\n" if rule.source else ""
    today = f" (with `--today {rule.today}`)" if rule.today else ""
    others = "".join(f"Or it says: {text}.\n" for text in rule.messages.values())
    english = "It reads English texts only.\n\n" if rule.english else ""
    return (
        f"# {rule.id}\n\n{_MADE}\n**{rule.title}.** Severity: {rule.severity}. "
        f"Topic: [{found.title.lower()}](README.md#{_anchor(found.title)}).\n\n"
        f"It says: {rule.message}.\n{others}It advises: {rule.hint}.\n\n"
        f"## Why\n\n{rule.rationale.strip()}\n\n{source}{english}"
        f"## Found{today}\n\n{_examples(rule.fires)}## Not found\n\n{_examples(rule.silent)}"
        f"## To switch it off, or to weigh it otherwise\n\n{_SWITCH.format(code=rule.id, other=_other(rule))}"
    )


def _other(rule: Rule) -> str:
    return "note" if rule.severity != "note" else "warning"


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def _examples(texts: tuple[str, ...]) -> str:
    return "".join(f"````markdown\n{_written_out(text)}\n````\n\n" for text in texts)


def _written_out(text: str) -> str:
    """Return an example as people read it; a long one is told instead of repeated."""
    plain = text.strip()
    plain = plain.replace("SENTENCE*40", "Nobody knew what to do about it and everybody waited. (forty times)")
    return plain.replace("ACTION*13", "- [ ] Test the cache (thirteen times)")


if __name__ == "__main__":
    made = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
