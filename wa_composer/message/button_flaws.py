"""What is wrong with the buttons of a template that is written here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from wa_composer.message.definition_parts import as_text, button_example
from wa_composer.message.flaws import Flaws
from wa_composer.message.limits import (
    TEMPLATE_BUTTONS_MAX,
    TEMPLATE_BUTTONS_READ,
    TEMPLATE_CODE_MAX,
    TEMPLATE_LABEL_MAX,
    TEMPLATE_LINK_MAX,
    TEMPLATE_PHONE_MAX,
)
from wa_composer.message.placeholders import placeholders
from wa_composer.message.words import Words, words

_PHONE = re.compile(r"\+?[0-9 ()-]{5,}")
_ONCE = {
    "url": words("Insider sends templates with one link at most."),
    "phone_number": words("A template has one phone number at most."),
    "copy_code": words("A template has one code to copy at most."),
}


def button_flaws(buttons: Sequence[Mapping[str, Any]], path: str, flaws: Flaws) -> None:
    """Note everything that is wrong with the buttons, which stand at ``path``."""
    kinds = [as_text(button.get("type")).strip().lower() for button in buttons]
    if not buttons:
        flaws.error(path, words("There is no button. Add one, or remove the buttons."))
    if len(buttons) > TEMPLATE_BUTTONS_MAX:
        flaws.error(
            path, words("A template has {most} buttons at most.", most=TEMPLATE_BUTTONS_MAX)
        )
    seen: Counter[str] = Counter()
    labels: set[str] = set()
    read = list(zip(buttons, kinds, strict=True))[:TEMPLATE_BUTTONS_READ]
    for place, (button, kind) in enumerate(read):
        at = f"{path}[{place}]"
        seen[kind] += 1
        if seen[kind] > 1 and kind in _ONCE:
            flaws.error(f"{at}.type", _ONCE[kind])
        _label(button, kind, at, labels, flaws)
        _value(button, kind, at, flaws)
    _grouped(kinds, path, flaws)


def _grouped(kinds: Sequence[str], path: str, flaws: Flaws) -> None:
    runs = [kind == "quick_reply" for place, kind in enumerate(kinds)]
    turns = [place for place in range(1, len(runs)) if runs[place] != runs[place - 1]]
    if len(turns) > 1:
        sentence = words("Quick replies stand together, before or after all other buttons.")
        flaws.error(f"{path}[{turns[1]}].type", sentence)


def _label(button: Mapping[str, Any], kind: str, at: str, labels: set[str], flaws: Flaws) -> None:
    label = as_text(button.get("text"))
    if not label.strip():
        if kind != "copy_code":  # its words are WhatsApp's own
            flaws.error(f"{at}.text", words("The button needs a text."))
        return
    _within(label, TEMPLATE_LABEL_MAX, f"{at}.text", flaws)
    if "\n" in label:
        flaws.error(f"{at}.text", words("The text of a button is one line."))
    if placeholders(label):
        flaws.error(f"{at}.text", words("The text of a button has no placeholders."))
    if label in labels:
        flaws.error(f"{at}.text", words("Two buttons have this text."))
    labels.add(label)


def _value(button: Mapping[str, Any], kind: str, at: str, flaws: Flaws) -> None:
    if kind == "url":
        _link(button, at, flaws)
    elif kind == "phone_number":
        number = as_text(button.get("phone_number"))
        if not number.strip():
            flaws.error(f"{at}.phone_number", words("The button needs a phone number."))
        elif not _PHONE.fullmatch(number.strip()):
            flaws.error(f"{at}.phone_number", words("This is no phone number: +, then digits."))
        _within(number, TEMPLATE_PHONE_MAX, f"{at}.phone_number", flaws)
    elif kind == "copy_code":
        code = button_example(button, "")
        if not code.strip():
            flaws.error(f"{at}.example", words("The button needs an example of the code."))
        _within(code, TEMPLATE_CODE_MAX, f"{at}.example", flaws)


def _link(button: Mapping[str, Any], at: str, flaws: Flaws) -> None:
    url = as_text(button.get("url"))
    if not url.strip():
        flaws.error(f"{at}.url", words("The button needs a link."))
        return
    if not url.lower().startswith(("https://", "http://")):
        flaws.error(f"{at}.url", words("A link begins with https://."))
    _within(url, TEMPLATE_LINK_MAX, f"{at}.url", flaws)
    names = placeholders(url)
    if len(names) > 1:
        flaws.error(f"{at}.url", words("A link has at most one placeholder."))
    elif names and not url.rstrip().endswith("}}"):
        flaws.error(f"{at}.url", words("The placeholder of a link stands at its end."))
    if names and not button_example(button, url).strip():
        flaws.warning(f"{at}.example", words("Meta asks for an example of this value."))


def _within(text: str, most: int, path: str, flaws: Flaws) -> None:
    if len(text) > most:
        told: dict[str, int | str | Words] = {"count": len(text), "most": most}
        flaws.error(path, words("{count} characters; {most} are allowed.", **told))
