"""Finds the parts of a template definition in whatever shape a file has them; never raises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

PARTS = ("header", "body", "footer", "buttons")
DRAWN_HEADERS = ("text", "image", "video", "document")
DRAWN_BUTTONS = ("quick_reply", "url", "phone_number", "copy_code")
UNDRAWN_BUTTONS = ("otp", "flow", "catalog", "mpm", "spm", "voice_call", "app")
LOOSE_BUTTONS = (*DRAWN_BUTTONS, *UNDRAWN_BUTTONS)
"""Kinds that are buttons also where they stand among the components."""
KIND_MAX = 40
"""Characters that a kind nobody knows may have where it is named."""

Mapped = Mapping[str, Any]


def keyed(value: object) -> dict[str, Any]:
    """Return a mapping with its keys in lower case; empty for anything else.

    Where a key stands there in two letter cases, the one in lower case is taken.
    """
    if not isinstance(value, Mapping):
        return {}
    made = {str(key).lower(): item for key, item in value.items()}
    made.update({key: item for key, item in value.items() if key in made})
    return made


def mappings(value: object) -> list[dict[str, Any]]:
    """Return the mappings in a list, or in lists in it, or the only one, with their keys."""
    return [keyed(item) for item in flat(value) if isinstance(item, Mapping)]


def flat(value: object) -> list[Any]:
    """Return what is in a list and in the lists in it, or the only one."""
    found: list[Any] = []
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += reversed(each)
        else:
            found.append(each)
    return found


def as_text(value: object) -> str:
    """Return a text that any font and encoder takes; "" for what is neither text nor number."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, int) and value.bit_length() > 64:
        return ""  # Python refuses to write out very long numbers
    return str(value) if isinstance(value, int | float) else ""


def printable(text: str) -> str:
    """Half characters become question marks: no font and no encoder takes them."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def components_of(given: Mapped) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Return the first header, body, footer and buttons, and the types of all that is left.

    Read are the list of components, a mapping of type to component, and parts that stand where
    the components should; buttons that stand among the components are taken for the template's.
    """
    parts: dict[str, dict[str, Any]] = {}
    others: list[str] = []
    loose: list[dict[str, Any]] = []
    for kind, component in listed_parts(given):
        if kind in LOOSE_BUTTONS:
            loose.append(component)
        elif kind in PARTS and kind not in parts:
            parts[kind] = component
        else:
            others.append(kind)
    if loose and not mappings(parts.get("buttons", {}).get("buttons")):
        parts["buttons"] = {"type": "BUTTONS", "buttons": loose}
    elif loose:
        others.append("buttons")
    return parts, others


def body_text(raw: object) -> str:
    """Return the text of a definition's body without reading the rest; never raises."""
    for kind, component in listed_parts(keyed(raw)):
        if kind == "body":
            return as_text(component.get("text"))
    return ""


def undrawn_of(
    parts: Mapped, others: Sequence[str], header_format: str | None, buttons: Sequence[str]
) -> tuple[str, ...]:
    """Return the kinds that a picture of these parts leaves out, each once, in their order."""
    found = []
    if header_format is not None and header_format not in DRAWN_HEADERS:
        found.append(header_format)
    for kind, supplied in (
        ("body", "add_security_recommendation"),
        ("footer", "code_expiration_minutes"),
    ):
        part = parts.get(kind)
        if part is not None and not isinstance(part.get("text"), str):
            found.append("authentication" if supplied in part or "otp" in buttons else kind)
    header = parts.get("header")
    if header_format == "text" and header is not None and not isinstance(header.get("text"), str):
        found.append("header")
    found += others
    if "buttons" in parts and not buttons:
        found.append("buttons")
    found += [kind or "buttons" for kind in buttons if kind not in DRAWN_BUTTONS]
    return tuple(dict.fromkeys(_short(kind) for kind in found))


def body_examples(body: Mapped | None, names: Sequence[str]) -> dict[str, str]:
    """Return the examples of a body's placeholders, by placeholder."""
    example = keyed(body.get("example")) if body else {}
    named = _named(example.get("body_text_named_params"))
    if body and not example:  # a bare list, or a text, in the place of the object
        return _placed(body.get("example"), names)
    return named or _placed(example.get("body_text"), names)


def header_examples(header: Mapped | None, names: Sequence[str]) -> dict[str, str]:
    """Return the examples of a header: ``header:1``, ``header:name``, or ``header`` for media."""
    if not header:
        return {}
    example = keyed(header.get("example"))
    named = _named(example.get("header_text_named_params"))
    found = named or _placed(example.get("header_text"), names)
    made = {f"header:{name}": text for name, text in found.items()}
    for key in ("header_url", "header_handle"):
        texts = _texts(example.get(key))
        if texts and texts[0]:
            made.setdefault("header", texts[0])
    return made


def button_example(button: Mapped, url: str) -> str:
    """Return what a button was approved with; of a link's whole address only the suffix."""
    texts = _texts(button.get("example"))
    example = texts[0] if texts else ""
    base = url.partition("{{")[0]
    if base and "{{" in url and example.startswith(base):
        return example[len(base) :]
    return example


def listed_parts(given: Mapped) -> list[tuple[str, dict[str, Any]]]:
    """Return each component with its type in small letters, whatever holds them."""
    listed = given.get("components")
    if listed is None:
        listed = {part: given[part] for part in PARTS if part in given}
    if isinstance(listed, Mapping) and "type" not in keyed(listed):
        return [(_kind(kind), _component(_kind(kind), part)) for kind, part in listed.items()]
    if listed is None:
        return []
    found = []
    for part in flat(listed):
        component = keyed(part)
        kind = _kind(component.get("type"))
        if not kind and len(component) == 1 and next(iter(component)) in PARTS:
            kind, inner = next(iter(component.items()))
            component = _component(kind, inner)
        found.append((kind or "components", component))
    return found


def _component(kind: str, part: object) -> dict[str, Any]:
    """A part that stands under its name: an object, its text, or the list of its buttons."""
    if isinstance(part, Mapping):
        return keyed(part)
    if kind == "buttons":
        return {"buttons": part}
    return {"text": part}


def _kind(value: object) -> str:
    return as_text(value).strip().lower()


def _named(value: object) -> dict[str, str]:
    """``[{"param_name": ..., "example": ...}]``, or a mapping of name to example."""
    found = {}
    if isinstance(value, Mapping) and "param_name" not in keyed(value):
        found = {as_text(name): as_text(example) for name, example in value.items()}
    else:
        for each in mappings(value):
            found[as_text(each.get("param_name"))] = as_text(each.get("example"))
    return {name: text for name, text in found.items() if name and text}


def _placed(value: object, names: Sequence[str]) -> dict[str, str]:
    """Examples in the order of the placeholders: a text, a list, or rows of which one is taken."""
    if isinstance(value, Mapping):
        return _named(value)
    texts = _texts(value)
    if all(name.isdigit() for name in names):
        pairs = [(str(place + 1), text) for place, text in enumerate(texts)]
        wanted = set(names)
        return {name: text for name, text in pairs if name in wanted and text}
    return {name: text for name, text in zip(names, texts, strict=False) if text}


def _texts(value: object) -> list[str]:
    if isinstance(value, list) and value and isinstance(value[0], list):
        row = value[0]
        # One value in each row is a column, not several sets of one example.
        single = len(row) == 1 and len(value) > 1
        value = [each[0] if isinstance(each, list) and each else each for each in value]
        value = value if single else row
    if isinstance(value, list):
        return [as_text(each) for each in value]
    text = as_text(value)
    return [text] if text else []


def _short(kind: str) -> str:
    return kind if len(kind) <= KIND_MAX else kind[: KIND_MAX - 1] + "…"
