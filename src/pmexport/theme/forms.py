"""The short forms of a brand file written out, so that what reads it knows one form of each."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from pmexport.model.report import BadgeScheme
from pmexport.theme.setting import Setting

SCHEMES = (*(scheme.value for scheme in BadgeScheme), "phases")
_ROLES = {"foreground", "background", "primary", "secondary", "tertiary", "success", "info", "warning", "danger"}
_LISTS = {"labels": "label", "colours": "colour", "colors": "colour"}
_LOOKS = {"colour", "color", "fill", "ink", "ground", "edge", "shape", "label"}


def written_out(own: Setting) -> Setting:
    """Return the settings of one file with its dark colours joined to ``color`` and its badges in their long form."""
    return _with_dark(_with_links(_with_roles(_with_badges(own))))


def _with_roles(own: Setting) -> Setting:
    """Take a colour of the palette that has the name of a role for that role, where the file says no other."""
    palette, colours = own.get("color", "palette"), own.get("color")
    if palette is None or colours is None or not isinstance(own.value, dict):
        return own
    named = palette.items()
    meant = {word: setting for word, setting in named.items() if word in _ROLES and word not in colours.items()}
    left = replace(palette, value={word: setting for word, setting in named.items() if word not in meant})
    whole = replace(colours, value={**meant, **colours.items(), "palette": left})
    return replace(own, value=own.value | {"color": whole})


def _with_links(own: Setting) -> Setting:
    """Let the colour of links stand with the other roles; the open format has it with the type."""
    colours = own.get("color")
    places = (("typography", "link", "color"), ("color", "link"), ("defaults", "pmexport", "color", "link"))
    link = next((found for place in places if (found := own.get(*place))), None)
    if link is None or not isinstance(own.value, dict):
        return own
    joined = {**(colours.items() if colours else {}), "link": link}
    whole = replace(colours, value=joined) if colours else replace(own, key="color", value=joined)
    return replace(own, value=own.value | {"color": whole})


def _with_dark(own: Setting) -> Setting:
    """Join the colours under ``defaults.pmexport.dark`` to those of ``color``.

    The open format itself knows one colour a role, so that this is where a second one can stand for other tools too.
    """
    dark = own.get("defaults", "pmexport", "dark")
    if dark is None or not isinstance(own.value, dict):
        return own
    colours = own.value.get("color")
    joined = dict(colours.items()) if colours else {}
    for role, setting in dark.items().items():
        key = f"color.{role}"
        light = joined.get(role)
        pair = light.value if light and isinstance(light.value, dict) else {"light": light} if light else {}
        joined[role] = replace(setting, key=key, value={**pair, "dark": replace(setting, key=key)})
    whole = replace(colours, value=joined) if colours else replace(own, key="color", value=joined)
    return replace(own, value=own.value | {"color": whole})


def _with_badges(own: Setting) -> Setting:
    defaults = own.get("defaults")
    ours = defaults.get("pmexport") if defaults else None
    if defaults is None or ours is None or not isinstance(ours.value, dict) or not isinstance(defaults.value, dict):
        return own
    found = {
        word: replace(setting, value=dict(_badges(setting)))
        if word in SCHEMES and isinstance(setting.value, dict)
        else setting
        for word, setting in ours.value.items()
    }
    if found == ours.value or not isinstance(own.value, dict):
        return own
    outer = replace(defaults, value=defaults.value | {"pmexport": replace(ours, value=found)})
    return replace(own, value=own.value | {"defaults": outer})


def _badges(scheme: Setting) -> Iterator[tuple[str, Setting]]:
    """Yield each key of a scheme as a mapping: ``labels`` and ``colours`` are lists of one of its parts."""
    badges: dict[str, dict[str, Setting]] = {}
    places: dict[str, Setting] = {}
    for word, setting in scheme.items().items():
        if word == "scheme":
            yield word, setting
        elif word in _LISTS:
            for key, part in setting.items().items():
                badges.setdefault(key, {})[_LISTS[word]] = part
                places.setdefault(key, replace(part, key=f"{scheme.key}.{key}"))
        else:
            pair = isinstance(setting.value, dict) and not set(setting.value) & _LOOKS and setting.value
            whole = {"colour": setting} if isinstance(setting.value, str) or pair else setting.items()
            badges[word] = badges.get(word, {}) | {_LISTS.get(f"{part}s", part): one for part, one in whole.items()}
            places[word] = setting
    for word, parts in badges.items():
        yield word, replace(places[word], value=parts)
