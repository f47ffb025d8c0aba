"""A finished report that uses every section and nearly every block: what the writers are tried on.

The incident, the company (Tarn & Fell, a payment provider) and every name in it are made up.
"""

from __future__ import annotations

import datetime as dt
import struct
import zlib

from pmexport.model import prose as p
from pmexport.model import report as r
from pmexport.model.options import Paper
from pmexport.model.terms import Audience, Milestone, Phase

_DAY = dt.date(2026, 3, 12)
_IMPACT = "09:04"

_EVENTS: tuple[tuple[str, str, Milestone | None], ...] = (
    ("08:31", "Release 118 of `vault-gateway` rolled out to all three regions by the nightly train", Milestone.CHANGE),
    ("08:52", "Token cache in eu-north starts to evict entries that are still in use", None),
    ("09:04", "First card payments are declined with *issuer unavailable*", Milestone.IMPACT_START),
    ("09:11", "Alert `decline-rate-high` fires: 31 % of card payments declined", Milestone.DETECTED),
    ("09:13", "Ines Okafor (on call) takes the page", Milestone.ACKNOWLEDGED),
    ("09:18", "Incident declared, Tomas Lind takes command, bridge opened", Milestone.DECLARED),
    ("09:22", "Two issuers confirm that their side is healthy", None),
    ("09:29", "Decline rate reaches 64 %; wallet payments are not affected", None),
    ("09:34", "First status page update: “card payments degraded in Europe”", None),
    ("09:41", "Restart of the gateway pods in eu-north makes no difference", None),
    ("09:47", "Thread dump shows every worker waiting for the token cache lock", None),
    ("09:56", "Cache lock traced to the new eviction thread in release 118", Milestone.CAUSE_FOUND),
    ("10:02", "Decision to roll back rather than to patch forward", None),
    ("10:09", "Roll-back started in eu-north", None),
    ("10:21", "Roll-back halts: the older release cannot read the new cache format", None),
    ("10:33", "Cache emptied by hand, roll-back continues in all regions", None),
    ("10:48", "Decline rate under 2 %, queue of retried payments drains", Milestone.MITIGATED),
    ("11:05", "Second status page update: “a fix is in place”", None),
    ("11:20", "Retried payments settled except for 212 that need a manual check", None),
    ("11:37", "Decline rate back at its usual 0.8 % for half an hour, incident closed", Milestone.RESOLVED),
)

_MILESTONES = {
    Milestone.CHANGE: "Change deployed",
    Milestone.IMPACT_START: "Impact starts",
    Milestone.DETECTED: "Detected",
    Milestone.ACKNOWLEDGED: "Acknowledged",
    Milestone.DECLARED: "Declared",
    Milestone.CAUSE_FOUND: "Cause found",
    Milestone.MITIGATED: "Mitigated",
    Milestone.RESOLVED: "Resolved",
}

_BANDS = (
    (Phase.LATENT, "Latent", "33 min", "08:31", "09:04"),
    (Phase.UNNOTICED, "Unnoticed", "7 min", "09:04", "09:11"),
    (Phase.INVESTIGATING, "Investigating", "45 min", "09:11", "09:56"),
    (Phase.MITIGATING, "Mitigating", "52 min", "09:56", "10:48"),
    (Phase.RECOVERING, "Recovering", "49 min", "10:48", "11:37"),
)

_ACTIONS = (
    (
        "0",
        "P0",
        "Refuse a release whose cache format the one before it cannot read",
        "Ines Okafor",
        "2026-03-16",
        "done",
    ),
    (
        "0",
        "P0",
        "Alert when workers wait longer than 200 ms for the token cache lock",
        "Jonah Weiss",
        "2026-03-18",
        "done",
    ),
    (
        "0",
        "P0",
        "Take `vault-gateway` off the nightly train until staged roll-out works",
        "Tomas Lind",
        "2026-03-13",
        "done",
    ),
    (
        "1",
        "P1",
        "Roll out region by region, with twenty minutes between regions",
        "Jonah Weiss",
        "2026-04-03",
        "in_progress",
    ),
    (
        "1",
        "P1",
        "Load test the eviction thread with a production-sized cache",
        "Mirela Popa",
        "2026-03-27",
        "in_progress",
    ),
    ("1", "P1", "Runbook: empty the token cache without losing sessions", "Ines Okafor", "2026-03-20", "not_started"),
    (
        "2",
        "P2",
        "Show decline rate by issuer and region on one dashboard",
        "Payments Insight",
        "2026-04-30",
        "not_started",
    ),
    ("2", "P2", "Agree on a shared bridge with the two largest issuers", "Partner team", "2026-05-15", "blocked"),
    (
        "3",
        "P3",
        "Retire the fallback path that has not served a payment since 2024",
        "Mirela Popa",
        "2026-06-30",
        "not_started",
    ),
)

_STATUS = {"done": "Done", "in_progress": "In progress", "not_started": "Not started", "blocked": "Blocked"}


def inlines(text: str) -> tuple[p.Inline, ...]:
    """Return `text` with `` `code` `` and ``*emphasis*`` as inlines: enough for the words of this file."""
    found: list[p.Inline] = []
    for index, part in enumerate(text.split("`")):
        if index % 2:
            found.append(p.Code(part))
            continue
        for inner, piece in enumerate(part.split("*")):
            if piece:
                found.append(p.Emph((p.Str(piece),)) if inner % 2 else p.Str(piece))
    return tuple(found)


def para(text: str) -> p.Para:
    """Return `text` as a paragraph."""
    return p.Para(inlines(text))


def fact(label: str, *lines: str) -> p.Definition:
    """Return a labelled value: its first line the value itself, the rest what qualifies it."""
    return p.Definition(inlines(label), tuple(p.Plain(inlines(line)) for line in lines))


def bullets(*items: str) -> p.BulletList:
    """Return a tight list of `items`."""
    return p.BulletList(tuple(p.ListItem((p.Plain(inlines(item)),)) for item in items))


def picture(width: int = 600, height: int = 180) -> p.Picture:
    """Return a PNG of two tones, as the reader hands pictures on."""
    row = b"\0" + b"\xd8\xe2\xee" * (width // 3) + b"\x9a\xb4\xd0" * (width - width // 3)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    content = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(row * height))
        + chunk(b"IEND", b"")
    )
    return p.Picture(content=content, media_type="image/png", width=width, height=height)


def _at(clock: str) -> dt.datetime:
    hours, minutes = clock.split(":")
    return dt.datetime(_DAY.year, _DAY.month, _DAY.day, int(hours), int(minutes), tzinfo=dt.UTC)


def _distance(clock: str) -> str:
    minutes = int((_at(clock) - _at(_IMPACT)).total_seconds()) // 60
    sign = "\N{MINUS SIGN}" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60}:{abs(minutes) % 60:02}"


def _phase(clock: str) -> Phase | None:
    return next((band[0] for band in reversed(_BANDS) if clock >= band[3]), None)


def _chart_event(index: int, clock: str, text: str, milestone: Milestone | None) -> r.ChartEvent:
    return r.ChartEvent(
        start=_at(clock),
        clock=clock,
        distance="" if milestone is Milestone.IMPACT_START else _distance(clock),
        milestone=milestone,
        label=_MILESTONES[milestone] if milestone else "",
        text=p.text_of(inlines(text)),
        row=f"event-{index}",
    )


def timeline() -> r.Timeline:
    """Return the chart's section."""
    readings = (("09:11", 69.0), ("09:29", 36.0), ("10:48", 98.0), ("11:37", 99.2))
    return r.Timeline(
        anchor="timeline",
        heading="Timeline",
        note="12 March 2026, all times UTC. Filled marks are milestones, hollow ones other events; "
        "each is in the table below.",
        events=tuple(_chart_event(index, *event) for index, event in enumerate(_EVENTS, 1)),
        bands=tuple(
            r.Band(phase=phase, name=name, length=length, start=_at(start), end=_at(end))
            for phase, name, length, start, end in _BANDS
        ),
        impact=r.Bracket(label="Customer impact 2 h 33 min", start=_at("09:04"), end=_at("11:37")),
        days=(r.Day(start=_at("00:00"), label="12 March 2026", short="12 Mar"),),
        readings=r.ReadingSeries(
            name="Card payments accepted, %",
            note="readings from the timeline; the lines between them are drawn, not measured",
            readings=tuple(r.Reading(at=_at(clock), value=value, label=f"{value:g} %") for clock, value in readings),
        ),
        description="Timeline of 20 events from 08:31 to 11:37 UTC on 12 March 2026, in five phases: latent 33 min, "
        "unnoticed 7 min, investigating 45 min, mitigating 52 min, recovering 49 min.",
        compressed="{length} cut",
        cluster="{count} events",
    )


def event_table() -> r.EventTable:
    """Return the table of every event."""
    return r.EventTable(
        anchor="timeline-in-detail",
        heading="Timeline in detail",
        clock_heading="UTC",
        distance_heading="From impact",
        event_heading="Event",
        rows=tuple(
            r.EventRow(
                anchor=f"event-{index}",
                clock=clock,
                datetime=_at(clock).isoformat(),
                distance=_distance(clock),
                blocks=(p.Plain(inlines(text)),),
                milestone=_MILESTONES[milestone] if milestone else "",
                phase=_phase(clock),
            )
            for index, (clock, text, milestone) in enumerate(_EVENTS, 1)
        ),
        rest=(para("Times are those of the alerting system; the two marked by hand were agreed in the review."),),
    )


def _action_row(index: int, words: tuple[str, str, str, str, str, str]) -> r.ActionRow:
    level, label, action, owner, due, status = words
    day = dt.date.fromisoformat(due)
    late = status == "not_started" and due < "2026-03-25"
    return r.ActionRow(
        anchor=f"action-{index}",
        priority=r.Badge(scheme=r.BadgeScheme.PRIORITY, key=level, label=label),
        blocks=(p.Plain(inlines(action)),),
        owner=owner,
        due=f"{day.day} {day:%b %Y}" + (", late" if late else ""),
        due_date=due,
        late=late,
        status=r.Badge(scheme=r.BadgeScheme.ACTION, key=status, label=_STATUS[status]),
        status_note="waiting for the issuers' security teams" if status == "blocked" else "",
    )


def action_table() -> r.ActionTable:
    """Return the table of every promise."""
    order = ("done", "in_progress", "blocked", "not_started")
    statuses = [action[-1] for action in _ACTIONS]
    return r.ActionTable(
        anchor="action-items",
        heading="Action items",
        progress="3 of 9 done",
        outlook="2 in progress, 1 blocked, 3 not started. Next due: 20 March 2026",
        segments=tuple(sorted(statuses, key=order.index)),
        priority_heading="Priority",
        action_heading="Action",
        owner_heading="Owner",
        due_heading="Due",
        status_heading="Status",
        groups=(r.ActionGroup(rows=tuple(_action_row(i, action) for i, action in enumerate(_ACTIONS, 1))),),
    )


def _masthead() -> r.Masthead:
    return r.Masthead(
        anchor="top",
        heading="Card payments declined across Europe",
        kicker="Incident postmortem",
        badges=(
            r.Badge(scheme=r.BadgeScheme.SEVERITY, key="1", label="SEV-1"),
            r.Badge(scheme=r.BadgeScheme.DOCUMENT, key="final", label="Final"),
        ),
        facts=(
            r.LabelledFact(label="", value=(p.Str("12 March 2026"),)),
            r.LabelledFact(label="Author", value=(p.Str("Tomas Lind"),)),
            r.LabelledFact(label="Reviewers", value=(p.Str("Ines Okafor, Jonah Weiss, Mirela Popa"),)),
        ),
    )


def _figures() -> r.KeyFigures:
    return r.KeyFigures(
        anchor="key-figures",
        heading="Key figures",
        figures=(
            r.KeyFigure(value="2 h 33 min", label="Customer impact"),
            r.KeyFigure(value="7 min", label="Time to detect"),
            r.KeyFigure(value="1 h 44 min", label="Time to mitigate"),
            r.KeyFigure(value="not recorded", label="Users affected", recorded=False),
            r.KeyFigure(value="3 of 9", label="Actions done"),
        ),
    )


def _impact() -> r.Columns:
    users = p.DefinitionList(
        (
            fact("Payments declined", "41,870"),
            fact("Shops with no card sale", "1,206", "most of them in Norway and Finland"),
        )
    )
    business = p.DefinitionList(
        (
            fact("Delayed revenue", "€312,000", "€297,000 of it settled by retries on the same day"),
            fact("Service level", "Monthly target missed", "credits go to 14 enterprise shops"),
        )
    )
    technical = p.DefinitionList(
        (fact("Vault gateway", "Degraded in all regions"), fact("Data", "None lost", "212 payments checked by hand"))
    )
    return r.Columns(
        anchor="impact",
        heading="Impact",
        columns=(
            r.Column(anchor="impact-users", heading="Users", blocks=(users,)),
            r.Column(anchor="impact-business", heading="Business", blocks=(business,)),
            r.Column(anchor="impact-technical", heading="Technical", blocks=(technical,)),
        ),
        side_by_side=True,
    )


_CODE = (
    p.CodePiece("# release 118", p.CodeToken.COMMENT),
    p.CodePiece("\n"),
    p.CodePiece("with", p.CodeToken.KEYWORD),
    p.CodePiece(" cache.lock:\n    "),
    p.CodePiece("for", p.CodeToken.KEYWORD),
    p.CodePiece(" token "),
    p.CodePiece("in", p.CodeToken.KEYWORD),
    p.CodePiece(" cache.older_than("),
    p.CodePiece("900", p.CodeToken.NUMBER),
    p.CodePiece("):\n        audit.write("),
    p.CodePiece('"evicted <token> & its session"', p.CodeToken.STRING),
    p.CodePiece(", token)  "),
    p.CodePiece("# a network call, under the lock, for each token", p.CodeToken.COMMENT),
)


def _cause() -> r.Narrative:
    note = p.Note((p.Para((p.Str("Measured on "), p.Code("vault-gateway-7f"), p.Str(" in eu-north."))),))
    factors = p.OrderedList(
        (
            p.ListItem(
                (p.Para((p.Strong((p.Str("No staged roll-out."),)), p.Str(" All regions changed within 4 min."))),)
            ),
            p.ListItem(
                (
                    p.Para(
                        (p.Strong((p.Str("A test cache of 2,000 tokens."),)), p.Str(" Production holds 3.1 million."))
                    ),
                    bullets(
                        "The load test ran for ten minutes; eviction starts after fifteen.", "Nobody had asked it to."
                    ),
                )
            ),
            p.ListItem(
                (
                    p.Para(
                        (
                            p.Strikeout(
                                (
                                    p.Str(
                                        "Issuer time-outs.",
                                    ),
                                )
                            ),
                            p.Str(" Ruled out at 09:22."),
                        )
                    ),
                )
            ),
        )
    )
    return r.Narrative(
        anchor="root-cause",
        heading="Root cause",
        blocks=(
            p.Header(3, (p.Str("What happened"),), "what-happened"),
            p.Para(
                (
                    *inlines(
                        "Release 118 moved the audit of evicted tokens into the eviction thread. The thread holds the "
                    ),
                    *inlines("cache lock while it writes, so that each eviction stops every payment for the time of "),
                    *inlines("one network call: 38 ms at the median, 900 ms at the worst."),
                    note,
                )
            ),
            p.CodeBlock("".join(piece.text for piece in _CODE), "python", _CODE),
            p.Header(3, (p.Str("Contributing factors"),), "contributing-factors"),
            factors,
            p.BlockQuote((para("We had tested what the change did, not what it did to everybody else."),)),
            p.Table(
                (p.Alignment.LEFT, p.Alignment.RIGHT, p.Alignment.RIGHT),
                (inlines("Region"), inlines("Tokens"), inlines("Longest wait")),
                (
                    p.Row((inlines("`eu-north`"), inlines("1,412,000"), inlines("902 ms"))),
                    p.Row((inlines("`eu-west`"), inlines("1,130,000"), inlines("640 ms"))),
                    p.Row((inlines("`eu-south`"), inlines("558,000"), inlines("377 ms"))),
                ),
            ),
            p.Para((p.Image("Lock wait in eu-north, 08:30 to 11:40", "lock-wait.png", picture=picture()),)),
            p.Para((p.Image("Heap profile of one worker", "heap.png"),)),
        ),
    )


def _response() -> r.Columns:
    return r.Columns(
        anchor="response",
        heading="Response",
        columns=(
            r.Column(
                anchor="went-well",
                heading="What went well",
                blocks=(bullets("The page was taken within two minutes", "Issuers answered on the bridge"),),
            ),
            r.Column(
                anchor="to-improve",
                heading="What could be improved",
                blocks=(bullets("Twelve minutes were lost on a roll-back that could not work"),),
            ),
            r.Column(
                anchor="lucky", heading="Where we got lucky", blocks=(bullets("Wallet payments use another cache"),)
            ),
        ),
        rest=(p.HorizontalRule(), para("Reviewed on 17 March 2026 with all on-call teams.")),
        side_by_side=True,
    )


def _references() -> r.Narrative:
    dashboard = p.Link(
        (p.Str("Decline rate, 12 March"),), "https://metrics.tarnfell.example/d/declines?from=0831&to=1140"
    )
    chat = p.Link((p.Str("#inc-0312"),), "https://chat.tarnfell.example/inc-0312", 'The channel of "0312"')
    return r.Narrative(
        anchor="references",
        heading="References",
        blocks=(
            p.BulletList(
                (
                    p.ListItem((p.Plain((dashboard,)),), checked=True),
                    p.ListItem(
                        (p.Plain((p.Str("Channel "), chat, p.LineBreak(), p.Str("kept until 2027"))),), checked=False
                    ),
                    p.ListItem((p.Plain((p.Link((p.Str("Root cause"),), "#root-cause"),)),)),
                )
            ),
        ),
    )


_LABELS = r.Labels(
    contents="Contents",
    page_of="{page} of {pages}",
    footnotes="Notes",
    addresses="Addresses of the links",
    back_to_text="Back to the text",
    skip_to_content="Skip to content",
    show="Show",
    show_all="All {count}",
    show_open="Open {count}",
    show_milestones="Milestones {count}",
    owner="Owner",
    any_owner="Any owner",
    sort_by="Sort by {column}",
    copy="Copy",
    copied="Copied",
    permalink="Link to {heading}",
    picture_missing="Picture not available: {alt}",
    done="done",
    not_done="not done",
)


def example_report() -> r.Report:
    """Return the report, the same at every call."""
    return r.Report(
        audience=Audience.FULL,
        language="en-GB",
        paper=Paper.A4,
        marks=r.Marks(
            title="Card payments declined across Europe",
            incident_id="INC-2026-0312",
            kind="Incident postmortem",
            classification="Internal",
        ),
        labels=_LABELS,
        properties=r.Properties(
            title="Card payments declined across Europe",
            authors=("Tomas Lind",),
            subject="Incident postmortem INC-2026-0312",
            keywords=("INC-2026-0312", "SEV-1"),
            date="2026-03-12",
        ),
        sections=(
            _masthead(),
            _figures(),
            r.Narrative(
                anchor="summary",
                heading="Summary",
                lead=True,
                blocks=(
                    para(
                        "On 12 March 2026 up to two thirds of card payments in Europe were declined for 2 hours and "
                        "33 minutes. A release moved slow work under the lock of the token cache, so that payments "
                        "waited for each other until they timed out. Rolling back took twice as long as it should "
                        "have, because the older release could not read the newer cache. No payment was lost; 212 "
                        "were checked by hand."
                    ),
                ),
            ),
            timeline(),
            action_table(),
            event_table(),
            r.Findings(
                anchor="findings",
                heading="Stated and computed times",
                items=(
                    r.Finding(
                        title="Stated and computed times differ.",
                        text="Time to detect: 5 minutes stated, 7 in the timeline (09:04 to 09:11).",
                    ),
                ),
            ),
            _impact(),
            _cause(),
            _response(),
            _references(),
        ),
    )
