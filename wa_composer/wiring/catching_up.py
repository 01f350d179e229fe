"""The messages being written take the shape of wordings that changed, on the screen or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wa_composer.ui.forms.template_follow import Known
from wa_composer.ui.forms.template_places import caught_up
from wa_composer.ui.forms.template_wire import named

if TYPE_CHECKING:
    from wa_composer.session.composer import Composer
    from wa_composer.session.wording import Wording


def catch_up(composer: Composer, wording: Wording, *, shown: bool) -> bool:
    """Bring values into the places that the wordings have for them now; whether any moved.

    The message that is `shown` in the form is that one's own: it keeps the steps of undo.
    """
    changed = False
    for index, entry in enumerate(composer.entries):
        body = entry.bodies.get("template")
        if body is None or not entry.aside or (shown and index == composer.current):
            continue
        name, code = named(body)
        slots = wording.slots(name, code)
        if slots is None or not slots.whole:
            continue
        found = caught_up(body, entry.aside, Known(name, slots, code))
        if found is not None:
            entry.bodies["template"], entry.aside = found
            changed = True
    if changed:
        composer.show_entry(composer.current)
    return changed
