"""The values that pass between the stations: a postmortem as its author meant it, its facts, and a report to draw."""
