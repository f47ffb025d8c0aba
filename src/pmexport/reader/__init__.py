"""Reads a postmortem."""
