"""A postmortem as its author wrote it, and what the page made of it says when it is read back."""

SOURCE = """# Incident Postmortem: Search was slow

<!-- Lena knows why -->
## What happened

Search took nine seconds,
for all customers.

| Action Item | Owner | Due Date | State |
|-------------|-------|----------|-------|
| Warm the index | Ines | 2026-04-03 | ✅ Done |
| Alert on it | Jonah | 2026-05-01 | Open |
"""
PAGE = """# Search was slow

## Summary

Search took nine seconds, for all customers.

| Action | Owner | Due | Status |
| --- | --- | --- | --- |
| Warm the index | Ines | 3 Apr 2026 | Done |
| Alert on it | Jonah | 1 May 2026 | Open |
"""
