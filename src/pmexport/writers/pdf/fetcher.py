"""What WeasyPrint may read: data: addresses, and the faces of the theme in hand by their number."""

from __future__ import annotations

from pathlib import Path

from weasyprint.urls import URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]  # ships no types

from pmexport.theme.theme import Face
from pmexport.writers.pdf.faces import face_address


class Fetcher(URLFetcher):  # type: ignore[misc]  # as above
    """Hands out the given faces and what a ``data:`` address holds; every other address is refused."""

    def __init__(self, faces: tuple[Face, ...]) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self._faces: dict[str, Path] = {face_address(face): face.ttf for face in faces}

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what stands at `url`; raises ValueError for an address that is none of ours."""
        path = self._faces.get(url)
        if path is not None:
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/ttf"})
        if not url.startswith("data:"):
            raise ValueError("only data: addresses and the theme's own faces are read")
        return super().fetch(url, headers)
