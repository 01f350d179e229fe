"""The example values of a raw definition's placeholders, which go along with their placeholders."""

from __future__ import annotations

from typing import Any

from wa_composer.message.definition_parts import body_examples, header_examples
from wa_composer.message.placeholders import placeholders, renamed
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.piece import Message
from wa_composer.ui.templates.definition_wire import aside_of, drop_part, mend_part, part_of

_HIGHEST = 999
"""No placeholder has a higher number."""


def text_of(message: Message, kind: str) -> str:
    """The text of a component."""
    return wire.text_at(part_of(message, kind), "text")


def names_of(message: Message, kind: str) -> list[str]:
    """The placeholders of a component's text."""
    return placeholders(text_of(message, kind))


def set_text(message: Message, kind: str, text: str) -> None:
    """Write the text of a component; an emptied footer that has nothing else goes.

    Where just one placeholder has another name, its example goes along. That of a placeholder
    that is gone waits until there is one of its name again.
    """
    before, values = names_of(message, kind), examples_of(message, kind)
    part = mend_part(message, kind)
    part["text"] = text
    after = names_of(message, kind)
    if after != before and kind in ("header", "body"):
        names = renamed(before, after)
        aside = aside_of(message, f"{kind} examples")
        moved = {names.get(name, name): value for name, value in values.items()}
        aside.update({name: value for name, value in moved.items() if name not in after})
        back = {name: aside.pop(name) for name in after if name in aside}
        made = {name: moved.get(name) or back.get(name, "") for name in after}
        if values or any(made.values()):
            _write(part, kind, made)
    if kind == "footer" and not text and set(part) <= {"type", "text"}:
        drop_part(message, kind)


def examples_of(message: Message, kind: str) -> dict[str, str]:
    """The examples by placeholder; that of a header's medium under ""."""
    part = part_of(message, kind)
    names = names_of(message, kind)
    if kind == "header":
        found = header_examples(part, names)
        return {name.partition(":")[2]: value for name, value in found.items()}
    if all(name.isdigit() for name in names):  # also those whose numbers are not in the text
        names = [str(number) for number in range(1, _HIGHEST + 1)]
    return body_examples(part, names)


def set_example(message: Message, kind: str, name: str, text: str) -> None:
    """Write the example value of a placeholder in the form that Meta wants."""
    part = mend_part(message, kind)
    if not name:
        _put(part, kind, "header_handle", [text])
        return
    values = examples_of(message, kind) | {name: text}
    _write(part, kind, {each: values.get(each, "") for each in names_of(message, kind)})


def _write(part: dict[str, Any], kind: str, values: dict[str, str]) -> None:
    """Write the examples of all placeholders."""
    if not values:
        _put(part, kind, "", None)
    elif all(name.isdigit() for name in values):
        most = max(int(name) for name in values)
        row = [values.get(str(number), "") for number in range(1, most + 1)]
        _put(part, kind, f"{kind}_text", [row] if kind == "body" else row)
    else:
        made = [{"param_name": name, "example": value} for name, value in values.items()]
        _put(part, kind, f"{kind}_text_named_params", made)


def _put(part: dict[str, Any], kind: str, used: str, made: object) -> None:
    ours = (f"{kind}_text", f"{kind}_text_named_params", "header_handle")
    found = part.get("example")
    others = found if isinstance(found, dict) else {}
    kept = {key: value for key, value in others.items() if key not in ours}
    part["example"] = kept | ({used: made} if used else {})
    if not part["example"]:
        del part["example"]
