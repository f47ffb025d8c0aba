"""Runs the command as a person would, in a folder of its own with a small postmortem."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from customer_report import TEXT
from pmexport.cli import main

POSTMORTEM = """# Postmortem: Empty shelves after the reindexer

**Author:** Noor Haddad
**Date:** 2026-03-04

## Summary

The nightly reindexer held every lock it could find.

## Timeline

All times in UTC

| Time | Event |
|---|---|
| 09:20 | First customer reports empty pages |
| 09:26 | Alert: shelf-service error rate above 5% |
| 10:05 | Release 41 is rolled back |
| 10:40 | Incident resolved |

## Action Items

| Action | Owner | Due | Status |
|---|---|---|---|
| Limit the locks of the reindexer | Noor | 2026-04-30 | Done |
"""
SETTINGS = '[customer]\ncontact = "help@lib.example"\nallowed_domains = ["lib.example"]\n'


def desk(folder: Path, text: str | None = TEXT, postmortem: str = POSTMORTEM) -> Path:
    """Write a postmortem, its text for customers and the settings into `folder`; return the postmortem."""
    (folder / "pmexport.toml").write_text(SETTINGS, encoding="utf-8")
    path = folder / "empty-pages.md"
    path.write_text(postmortem, encoding="utf-8")
    if text is not None:
        (folder / "empty-pages.customer.md").write_text(text, encoding="utf-8")
    return path


def pmexport(*words: object) -> Result:
    """Return what the command answers."""
    return CliRunner().invoke(main, [str(word) for word in words], prog_name="pmexport")
