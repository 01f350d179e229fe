"""What of a template takes a value that the published API, and so this program, cannot send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wa_composer.message.placeholders import placeholders

if TYPE_CHECKING:
    from wa_composer.message.definition import Definition

NAMES = "names"
ONE_TIME_CODE = "otp"
_PARTS = ("carousel", "limited_time_offer", "location", "product", "catalog", "mpm", "spm")


def unfillable(definition: Definition) -> tuple[str, ...]:
    """Return the kinds of what takes a value that no request can carry, each once.

    ``names`` are placeholders with names: a request has no place for them, and values go by their
    order. ``otp`` stands for all of an authentication template.
    """
    found = [kind for kind in _PARTS if kind in definition.undrawn]
    kinds = {button.kind for button in definition.buttons}
    if ONE_TIME_CODE in kinds or "authentication" in definition.undrawn:
        found.append(ONE_TIME_CODE)
    if "copy_code" in kinds:
        found.append("copy_code")
    texts = definition.header_text, definition.body
    if definition.parameter_format == "named" and any(map(placeholders, texts)):
        found.append(NAMES)
    return tuple(found)
