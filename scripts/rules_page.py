"""Write docs/review-rules.md from the rules' own texts: ``python scripts/rules_page.py``."""

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

PAGE = REPOSITORY / "docs" / "review-rules.md"

_HEAD = """\
# What the review looks for

<!-- Made by scripts/rules_page.py from src/pmexport/facts/rules/*.toml. Change it there. -->

`pmexport check FILE` runs these rules. An error is a contradiction that the document itself proves, a warning something
that is most likely wrong or missing, a note advice. `check` exits with 1 where there is an error, with `--strict` where
there is a warning as well; notes never fail.

The rules read English; those that would miss a word which another language has not are left out for texts in one. A
figure that agrees is listed as such, so that a reader knows what was compared.

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


def page() -> str:
    """Return the page as it should stand."""
    parts = [_HEAD, _contents(), _SETTINGS.format(thresholds=_thresholds(), required=_required())]
    for name in TOPICS:
        found = topic(name)
        parts.append(f"## {found.title}\n\n{found.about}\n\n")
        parts += [_rule(rule) for rule in found.rule]
    return "".join(parts)


def _contents() -> str:
    rows = "".join(_row(found, rule) for name in TOPICS for found in (topic(name),) for rule in found.rule)
    return f"| rule | severity | about | finds |\n| --- | --- | --- | --- |\n{rows}\n"


def _row(found: Topic, rule: Rule) -> str:
    return f"| [{rule.id}](#{rule.id}) | {rule.severity} | {found.title} | {rule.title} |\n"


def _thresholds() -> str:
    default = Thresholds()
    return "\n".join(f"{name} = {getattr(default, name)}" for name in Thresholds.__struct_fields__)


def _required() -> str:
    table = required().sections
    return "\n".join(f"{level} = {json.dumps(table[level])}" for level in sorted(table))


def _rule(rule: Rule) -> str:
    source = f"\nSource: {rule.source}.\n" if rule.source else ""
    today = f" (with `--today {rule.today}`)" if rule.today else ""
    return (
        f"### {rule.id}\n\n**{rule.title}** ({rule.severity})\n\n{rule.rationale.strip()}\n\n"
        f"It says: {rule.message}.\nWrite instead: {rule.hint}.\n{source}\n"
        f"Found{today}:\n\n{_examples(rule.fires)}Not found:\n\n{_examples(rule.silent)}"
    )


def _examples(texts: tuple[str, ...]) -> str:
    return "".join(f"````markdown\n{_written_out(text)}\n````\n\n" for text in texts)


def _written_out(text: str) -> str:
    """Return an example as people read it; a long one is told instead of repeated."""
    plain = text.strip()
    plain = plain.replace("SENTENCE*40", "Nobody knew what to do about it and everybody waited. (forty times)")
    return plain.replace("ACTION*13", "- [ ] Test the cache (thirteen times)")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
