"""Themes: brand files to values."""
