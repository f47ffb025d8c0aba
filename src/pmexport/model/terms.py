"""The field's words as closed sets: milestone, phase, section kind, action status, audience."""

from enum import StrEnum


class Audience(StrEnum):
    """Who a report is made for."""

    FULL = "full"
    LEADERSHIP = "leadership"
    CUSTOMER = "customer"


class Milestone(StrEnum):
    """A point that every incident passes, in the usual order."""

    CHANGE = "change"
    IMPACT_START = "impact_start"
    DETECTED = "detected"
    DECLARED = "declared"
    ACKNOWLEDGED = "acknowledged"
    CAUSE_FOUND = "cause_found"
    MITIGATED = "mitigated"
    RESOLVED = "resolved"


class Phase(StrEnum):
    """A stretch between two milestones."""

    LATENT = "latent"
    UNNOTICED = "unnoticed"
    INVESTIGATING = "investigating"
    MITIGATING = "mitigating"
    RECOVERING = "recovering"


class MetricName(StrEnum):
    """A length of time that teams report. Lengths start at impact start unless the name says otherwise."""

    DURATION = "duration"
    TIME_TO_DETECT = "time_to_detect"
    TIME_TO_DETECT_FROM_CHANGE = "time_to_detect_from_change"
    TIME_TO_DECLARE = "time_to_declare"
    TIME_TO_ACKNOWLEDGE = "time_to_acknowledge"
    TIME_TO_FIND_CAUSE = "time_to_find_cause"
    TIME_TO_MITIGATE = "time_to_mitigate"
    TIME_TO_RESOLVE = "time_to_resolve"


class SectionKind(StrEnum):
    """What a section is about, whatever its heading calls it."""

    SUMMARY = "summary"
    IMPACT = "impact"
    IMPACT_USER = "impact_user"
    IMPACT_BUSINESS = "impact_business"
    IMPACT_TECHNICAL = "impact_technical"
    TIMELINE = "timeline"
    ROOT_CAUSE = "root_cause"
    CONTRIBUTING_FACTORS = "contributing_factors"
    TRIGGER = "trigger"
    DETECTION = "detection"
    RESPONSE = "response"
    WENT_WELL = "went_well"
    WENT_WRONG = "went_wrong"
    LUCKY = "lucky"
    ACTION_ITEMS = "action_items"
    LESSONS = "lessons"
    REFERENCES = "references"
    APPENDIX = "appendix"
    COMMUNICATION = "communication"
    CUSTOMER_SUMMARY = "customer_summary"
    LEADERSHIP_SUMMARY = "leadership_summary"
    HEADER = "header"


class FieldName(StrEnum):
    """What a header field states, whatever its label calls it."""

    TITLE = "title"
    INCIDENT_ID = "incident_id"
    DATE = "date"
    POSTMORTEM_DATE = "postmortem_date"
    TIMEZONE = "timezone"
    SEVERITY = "severity"
    STATUS = "status"
    DOCUMENT_STATUS = "document_status"
    INCIDENT_STATUS = "incident_status"
    AUTHORS = "authors"
    REVIEWERS = "reviewers"
    ROLE = "role"
    SERVICES = "services"
    START = "start"
    CHANGE = "change"
    DETECTED = "detected"
    DECLARED = "declared"
    ACKNOWLEDGED = "acknowledged"
    CAUSE_FOUND = "cause_found"
    MITIGATED = "mitigated"
    RESOLVED = "resolved"
    DURATION = "duration"
    TIME_TO_DETECT = "time_to_detect"
    TIME_TO_ACKNOWLEDGE = "time_to_acknowledge"
    TIME_TO_MITIGATE = "time_to_mitigate"
    TIME_TO_RESOLVE = "time_to_resolve"
    SUMMARY = "summary"
    IMPACT = "impact"
    ROOT_CAUSE = "root_cause"
    TRIGGER = "trigger"
    DETECTION = "detection"
    RESOLUTION = "resolution"
    MEETING = "meeting"
    CATEGORY = "category"
    LINK = "link"
    CLASSIFICATION = "classification"
    LANGUAGE = "language"


class ActionStatus(StrEnum):
    """How far an action item is."""

    DONE = "done"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    BLOCKED = "blocked"
    CANCELLED = "cancelled"


class DocumentStatus(StrEnum):
    """How far the document is."""

    DRAFT = "draft"
    REVIEW = "review"
    FINAL = "final"


class IncidentStatus(StrEnum):
    """How far the incident is."""

    ACTIVE = "active"
    MITIGATED = "mitigated"
    RESOLVED = "resolved"


class DiagnosticSeverity(StrEnum):
    """How much a diagnostic matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
