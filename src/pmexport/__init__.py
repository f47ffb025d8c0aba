"""Turns an incident postmortem written in Markdown into branded PDF, Word and HTML reports."""

__version__ = "0.1.0"
