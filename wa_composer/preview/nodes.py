"""The frozen pieces that a picture of a message is made of. Qt-free, no logic of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from wa_composer.preview.theme import LookName

Side = Literal["customer", "business"]
Mark = Literal["", "missing", "link", "note"]
"""What a run is beside its formatting: a value not filled in, an address (or what is pressed like
one), or a word of ours."""
Role = Literal["header", "body", "footer"]


@dataclass(frozen=True, slots=True)
class View:
    """From where the message is looked at: whose phone, which look, what its clock says.

    With `folded` the body of a template ends after some lines with "Read more", as that of
    marketing messages does until it is pressed.
    """

    side: Side = "customer"
    look: LookName = "android"
    time: str = "10:24"
    folded: bool = False


class Span(NamedTuple):
    """A run of text of one formatting; `styles` as `message.markup` names them."""

    text: str
    styles: tuple[str, ...] = ()
    mark: Mark = ""


class Value(NamedTuple):
    """Characters of a paragraph that a field of the message gave; `id` is a part's id."""

    start: int
    length: int
    id: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line as typed; it may wrap. `lead` is what stands before it: a bullet or a number.

    `values` say which of its characters come from which field: filled in, or still missing.
    """

    spans: tuple[Span, ...]
    kind: Literal["plain", "bullet", "number", "quote", "code"] = "plain"
    lead: str = ""
    values: tuple[Value, ...] = ()

    @property
    def text(self) -> str:
        """The words alone, without the lead."""
        return "".join([span.text for span in self.spans])


@dataclass(frozen=True, slots=True)
class Text:
    """Header, body or footer text. `emoji` counts those of a body that holds nothing else.

    With `fold`, the words of "Read more", it is drawn in some lines that end with them.
    """

    id: str
    role: Role
    paragraphs: tuple[Paragraph, ...]
    emoji: int = 0
    fold: str = ""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is known of a medium's file beside its name, once somebody has looked at it.

    `note` says what it is or, with `fault`, what is wrong with it. `key` names the decoded picture
    among those handed to the painter, `width` and `height` its shape, `stamp` what is written over
    it. `room` keeps a place at the medium's foot for a button of the window.
    """

    note: str = ""
    fault: bool = False
    key: str = ""
    width: int = 0
    height: int = 0
    stamp: str = ""
    room: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """The place of a picture or video; `name` is its file's name, drawn until it is seen."""

    id: str
    format: Literal["image", "video"]
    name: str
    missing: bool
    link: str = ""
    media_id: str = ""
    standalone: bool = False  # an image message, not a header
    sight: Sight | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document's card: its name and what kind of file it is."""

    id: str
    name: str
    detail: str
    missing: bool
    link: str = ""
    media_id: str = ""
    filename: str = ""
    sight: Sight | None = None


@dataclass(frozen=True, slots=True)
class Hatch:
    """A place whose words are not known here, with a sentence that says so."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What the reader's program says in place of the message, with an icon."""

    id: str
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A value whose place in the text is not known, under the label of its field."""

    id: str
    label: str
    value: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """A button under its divider. `type` picks the icon; `value` is what it stands for."""

    id: str
    type: str
    spans: tuple[Span, ...]
    value: str = ""
    missing: bool = False  # its label is not known here: `spans` hold the field's label

    @property
    def label(self) -> str:
        """The words on the button."""
        return "".join(span.text for span in self.spans)


Part = Text | Picture | Document | Hatch | Notice | Chip


@dataclass(frozen=True, slots=True)
class Scene:
    """One message as it is drawn: parts from top to bottom, then buttons."""

    side: Side
    look: str
    time: str
    to: str
    parts: tuple[Part, ...]
    buttons: tuple[Button, ...] = ()
    more: tuple[Button, ...] = ()  # those behind "See all options"

    @property
    def outgoing(self) -> bool:
        """Whether it is drawn as sent by the one who looks: on the right, with ticks."""
        return self.side == "business"
