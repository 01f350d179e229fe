"""The template message: sent at any time, its wording approved beforehand."""

from __future__ import annotations

from pydantic import Field

from wa_composer.message.limits import MEDIA_FORMATS
from wa_composer.message.parts import Button, Header, Kind, Media, MediaData, Wire


class Parameter(Wire):
    """One value that goes into the template."""

    type: Kind = ""
    text: str = ""
    payload: str = ""
    image: MediaData | None = None
    video: MediaData | None = None
    document: MediaData | None = None

    @property
    def media(self) -> MediaData | None:
        """The media object of this parameter's own type, if it has one."""
        found = getattr(self, self.type) if self.type in MEDIA_FORMATS else None
        return found if isinstance(found, MediaData) else None


class Component(Wire):
    """A part of the template that takes values: its header, its body or one button."""

    type: Kind = ""
    sub_type: Kind = ""
    index: str = ""
    parameters: tuple[Parameter, ...] = ()


class Language(Wire):
    """The language a template was approved in, for example ``pt_BR``."""

    code: str = ""
    policy: str = ""


class TemplateData(Wire):
    """What stands under ``template``."""

    name: str = ""
    language: Language = Field(default_factory=Language)
    components: tuple[Component, ...] = ()


class Template(Wire):
    """A template message, with the values that fill it in."""

    type: str = "template"
    template: TemplateData = Field(default_factory=TemplateData)

    @property
    def kind(self) -> str:
        """Which message type this is."""
        return "template"

    @property
    def name(self) -> str:
        """The name of the approved template."""
        return self.template.name

    @property
    def language_code(self) -> str:
        """The template's language, case-sensitive."""
        return self.template.language.code

    @property
    def header(self) -> Header | None:
        """The header's value; None when the message gives none."""
        component = self._first("header")
        if component is None or not component.parameters:
            return None
        value = component.parameters[0]
        if value.type in MEDIA_FORMATS:
            return Header(value.type, "", Media.of(value.media))
        return Header(value.type, value.text)

    @property
    def body_values(self) -> tuple[str, ...]:
        """The values of the body's placeholders, in order."""
        component = self._first("body")
        return tuple(p.text for p in component.parameters) if component else ()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons that the message names, in the order of the file."""
        return tuple(_button(c) for c in self.template.components if c.type == "button")

    def _first(self, kind: str) -> Component | None:
        return next((c for c in self.template.components if c.type == kind), None)


def place(index: str) -> int | None:
    """Return the place that an index text stands for, None when it is none of "0" to "9"."""
    return int(index) if len(index) == 1 and index in "0123456789" else None


def _button(component: Component) -> Button:
    value = ""
    if component.parameters:
        first = component.parameters[0]
        value = first.text if first.type == "text" else first.payload or first.text
        code = first.unknown.get("coupon_code")  # what a button of an offer copies
        if not value and isinstance(code, str):
            value = code
    return Button(component.sub_type, place(component.index), value)
