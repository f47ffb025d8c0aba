"""What a station found worth telling: code, severity, line, message, hint."""

from msgspec import Struct

from pmexport.model.terms import DiagnosticSeverity


class Diagnostic(Struct, frozen=True, kw_only=True):
    """One thing to tell the author. `line` counts from 1 in the source; 0 means the file as a whole.

    `code` is a stable word such as ``time-backwards``; `message` says what stands there; `hint` what to write instead.
    `quote` are the words on that line that it is about, where they can be pointed at.
    """

    code: str
    severity: DiagnosticSeverity
    line: int
    message: str
    hint: str | None = None
    quote: str = ""
