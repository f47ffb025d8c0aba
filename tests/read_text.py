"""A text read as a postmortem, for tests that start from Markdown."""

from pmexport.model.options import ReadOptions
from pmexport.model.postmortem import Postmortem
from pmexport.reader import Reading, read


def reading(text: str, name: str = "x.md") -> Reading:
    """Return what reading `text` gives."""
    return read(text.encode(), ReadOptions(name=name))


def postmortem(text: str, name: str = "x.md") -> Postmortem:
    """Return the one postmortem in `text`."""
    return reading(text, name).postmortems[0]
