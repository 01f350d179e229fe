"""The template's own text: found for the picture, taken over from the form, kept on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wa_composer.message.definition import Definition, body_definition, read_definition
from wa_composer.services import Services, shipped_templates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Key = tuple[str, str]


class Wording:
    """Template texts by name and language, as the form and the picture need them."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._typed: dict[Key, dict[str, Any]] = {}
        self._changed: Callable[[], None] | None = None
        self._shipped = {_key(each): each for each in shipped_templates()}
        self._read: dict[Key, tuple[Mapping[str, Any], Definition]] = {}

    def definition(self, name: str, language: str) -> Definition | None:
        """What is known of the template's text, None when nothing is."""
        raw = self._raw(name, language)
        if raw is None:
            return None
        key = (name, language)
        kept = self._read.get(key)
        if kept is None or kept[0] is not raw:
            kept = (raw, read_definition(raw))
            self._read[key] = kept
        return kept[1]

    def is_sample(self, name: str, language: str) -> bool:
        """Whether the text is one that came with the program, unchanged."""
        raw = self._raw(name, language)
        return raw is not None and raw == self._shipped.get((name, language))

    def offered(self) -> list[tuple[str, str, str]]:
        """Known templates as (name, language, body text)."""
        return [
            (name, language, read_definition(raw).body)
            for raw in self._services.templates.all()
            for name, language in (_key(raw),)
            if name
        ]

    def take(self, name: str, language: str, text: str) -> None:
        """Keep what was typed into Template text; header, footer and buttons stay known."""
        known = self._raw(name, language)
        made = body_definition(name, language, text)
        if known is not None:
            others = [c for c in known.get("components", []) if not _is_body(c)]
            made = {**known, "components": _with_body(others, made["components"])}
        self._typed[(name, language)] = made
        if self._changed is not None:
            self._changed()

    def listen(self, changed: Callable[[], None]) -> None:
        """Call `changed` when there is something to save."""
        self._changed = changed

    def unsaved(self) -> list[dict[str, Any]]:
        """The definitions that were typed in this session, for `save`."""
        return list(self._typed.values())

    def save(self, definitions: list[dict[str, Any]]) -> None:
        """Put them on the disk; may wait for it. Raises StorageProblem."""
        for definition in definitions:
            self._services.templates.put(definition)

    def _raw(self, name: str, language: str) -> Mapping[str, Any] | None:
        typed = self._typed.get((name, language))
        return typed or self._services.templates.get(name, language)


def _with_body(others: list[Any], body: list[Any]) -> list[Any]:
    headers = [c for c in others if str(c.get("type", "")).lower() == "header"]
    return headers + body + [c for c in others if c not in headers]


def _is_body(component: Any) -> bool:
    return isinstance(component, dict) and str(component.get("type", "")).lower() == "body"


def _key(raw: Mapping[str, Any]) -> Key:
    return str(raw.get("name", "")), str(raw.get("language", ""))
