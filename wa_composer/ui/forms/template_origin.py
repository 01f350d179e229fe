"""Whose values stand in a template message: the shipped sample's, or another template's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from wa_composer.ui.forms import template_wire as raw
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.piece import Edit, Message
from wa_composer.ui.forms.template_follow import Known


@dataclass(frozen=True, slots=True)
class Origin:
    """`typed_for` is the other template whose values were kept and not looked over yet.

    `shipped` are the texts that nobody typed, of the sample message of the template `sample`: they
    go along into no other template.
    """

    typed_for: str = ""
    sample: str = ""
    shipped: frozenset[str] = frozenset()

    def state(self) -> dict[str, Any]:
        """All of it as JSON values, for `origin_of`; empty when there is nothing to tell."""
        found: dict[str, Any] = {"typed_for": self.typed_for} if self.typed_for else {}
        return found | ({"sample": [self.sample, *sorted(self.shipped)]} if self.shipped else {})

    def carried(self, message: Message, old: Known | None, new: Known) -> Origin:
        """What is true after values were carried from `old` to `new`, and none that is shipped."""
        if old is None or old.name == new.name:
            return self
        if new.name != self.sample:
            for one in _texts(message):
                if one["text"] in self.shipped:
                    one["text"] = ""
        typed_for = self.typed_for or old.name
        return replace(self, typed_for="" if typed_for == new.name else typed_for)

    def edited(self, edit: Edit) -> Origin:
        """What is true after somebody edited a value."""
        typed = set(edit.typed[1:]) if edit.typed else set()
        return replace(self, typed_for="", shipped=self.shipped - typed)

    def told(self, message: Message) -> str:
        """The other template whose values stand there, for somebody to look them over."""
        return self.typed_for if any(one["text"] for one in _texts(message)) else ""


def origin_of(aside: Mapping[str, Any]) -> Origin:
    """What `Origin.state` gave; what does not fit is left out."""
    typed_for, sample, shipped = str(aside.get("typed_for") or ""), "", frozenset[str]()
    match aside.get("sample"):
        case [str(name), *texts]:
            sample, shipped = name, frozenset(str(one) for one in texts)
    return Origin(typed_for, sample, shipped)


def shipped_with(message: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept beside a sample message, whose values nobody typed."""
    texts = frozenset(one["text"] for one in _texts(message) if one["text"])
    return Origin(sample=raw.named(message)[0], shipped=texts).state()


def _texts(message: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The text parameters of a message."""
    components = wire.get(message, "template", "components")
    for component in components if isinstance(components, list) else ():
        parameters = wire.get(component, "parameters")
        for one in parameters if isinstance(parameters, list) else ():
            if isinstance(one, dict) and isinstance(one.get("text"), str):
                yield one
