"""Built in, user file, project file, front matter, environment, command line, merged into each station's options.

Weakest first, in the order of the line above. A key that nobody knows is a warning with the nearest that is known; a
value that cannot be is a UsageError that names the file, the line and what may stand there.
"""

from __future__ import annotations

from pmexport.settings.customer import CUSTOMER_KEYS
from pmexport.settings.layer import LOOK, Layer, nearest
from pmexport.settings.settled import Settings, Settled, settle
from pmexport.settings.sources import (
    colour_wanted,
    command_line_layer,
    environment_layer,
    front_matter_layer,
    project_layer,
    user_layer,
)

__all__ = [
    "CUSTOMER_KEYS",
    "LOOK",
    "Layer",
    "Settings",
    "Settled",
    "colour_wanted",
    "command_line_layer",
    "environment_layer",
    "front_matter_layer",
    "nearest",
    "project_layer",
    "settle",
    "user_layer",
]
