"""Why a picture is left out."""


class Refusal(Exception):  # noqa: N818  not an error of the program: the text goes on without the picture
    """A picture that may not or cannot be read: a code, what was found, and what to do instead."""

    def __init__(self, code: str, found: str, instead: str) -> None:
        super().__init__(found)
        self.code = code
        self.found = found
        self.instead = instead
