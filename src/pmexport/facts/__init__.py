"""Computes what a postmortem does not say outright."""
