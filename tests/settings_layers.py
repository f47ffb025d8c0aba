"""Layers of settings for tests."""

from pmexport.plainyaml import Mapping, load
from pmexport.settings import Layer


def layer(**values: object) -> Layer:
    return Layer(place="pmexport.toml", values=values, lines=dict.fromkeys(values, 3))


def front_matter(text: str) -> Mapping:
    plain = load(text)
    assert isinstance(plain, Mapping)
    return plain
