"""What is drawn, told without a pixel of Qt."""

from __future__ import annotations

import pytest

from wa_composer.message.definition import body_definition, read_definition
from wa_composer.message.draft import read
from wa_composer.message.words import Words
from wa_composer.preview.described import describe_json
from wa_composer.preview.nodes import Chip, Document, Hatch, Picture, Scene, Text, View
from wa_composer.preview.scene import build, describe

ORDER = {
    "name": "order_update",
    "language": "en",
    "components": [
        {"type": "HEADER", "format": "TEXT", "text": "Order {{1}}"},
        {"type": "BODY", "text": "Hi *{{1}}*, see {{2}}\nSoon!"},
        {"type": "FOOTER", "text": "Reply STOP"},
        {
            "type": "BUTTONS",
            "buttons": [
                {"type": "QUICK_REPLY", "text": "Fine"},
                {"type": "URL", "text": "Track", "url": "https://example.com/t/{{1}}"},
                {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "+12025550100"},
            ],
        },
    ],
}


def template(*values: str, header: object = None, buttons: tuple[object, ...] = ()) -> object:
    components: list[object] = []
    if header is not None:
        components.append({"type": "header", "parameters": [header]})
    if values:
        components.append(
            {"type": "body", "parameters": [{"type": "text", "text": value} for value in values]}
        )
    components.extend(buttons)
    data = {"name": "order_update", "language": {"code": "en"}, "components": components}
    return {"type": "template", "template": data}


def button(index: int, kind: str, value: str) -> object:
    name = "text" if kind == "url" else "payload"
    parameters = [{"type": name, name: value}]
    return {"type": "button", "sub_type": kind, "index": str(index), "parameters": parameters}


def interactive(body: str = "Hello", titles: tuple[str, ...] = ("Yes",), **more: object) -> object:
    buttons = [
        {"type": "reply", "reply": {"id": f"id-{place}", "title": title}}
        for place, title in enumerate(titles)
    ]
    data = {"type": "button", "body": {"text": body}, "action": {"buttons": buttons}, **more}
    return {"type": "interactive", "interactive": data}


def image(**media: str) -> object:
    return {"type": "image", "image": media}


def scene(message: object, definition: object = None, view: View | None = None) -> Scene:
    request = read({"messages": [{"phoneNumber": "+12025550100", "message": message}]}).request
    known = None if definition is None else read_definition(definition)
    return build(request.messages[0], known, view or View())


def texts(built: Scene) -> list[str]:
    return describe(built).split("\n")


def test_a_known_template_shows_its_wording_with_the_values_in_place() -> None:
    built = scene(template("Ada", "the *map*", header={"type": "text", "text": "A-1"}), ORDER)
    assert texts(built) == [
        "Order A-1", "Hi Ada, see the map", "Soon!", "Reply STOP", "Fine", "Track", "Call", "10:24",
    ]  # fmt: skip
    body = built.parts[1]
    assert isinstance(body, Text)
    assert [(span.text, span.styles) for span in body.paragraphs[0].spans] == [
        ("Hi ", ()),
        ("Ada", ("bold",)),
        (", see the ", ()),
        ("map", ("bold",)),
    ]


def test_a_missing_value_stays_as_its_placeholder_and_is_marked() -> None:
    built = scene(template("Ada"), ORDER)
    marked = [
        span.text
        for part in built.parts
        if isinstance(part, Text)
        for paragraph in part.paragraphs
        for span in paragraph.spans
        if span.mark == "missing"
    ]
    assert marked == ["{{1}}", "{{2}}"]


def test_an_unknown_wording_is_said_and_values_are_labelled() -> None:
    header = {"type": "text", "text": "A-1"}
    built = scene(template("Ada", "", header=header, buttons=(button(1, "quick_reply", "YES"),)))
    assert [type(part) for part in built.parts] == [Chip, Hatch, Chip, Chip]
    assert texts(built) == [
        "Header: A-1",
        "The text of order_update (en) is not known here.",
        "Body value 1: Ada",
        "Body value 2: empty",
        "Button 1  YES",
        "10:24",
    ]
    assert built.buttons[0].missing


def test_with_only_the_body_known_buttons_and_header_are_labelled_values() -> None:
    definition = body_definition("order_update", "en", "Hello {{1}}")
    header = {"type": "text", "text": "A-1"}
    built = scene(template("Jo", header=header, buttons=(button(0, "url", "x"),)), definition)
    assert texts(built) == ["Header: A-1", "Hello Jo", "Button 1  x", "10:24"]


def test_more_values_than_placeholders_are_shown_beneath() -> None:
    built = scene(template("Ada", "Bo", "Cy"), ORDER)
    assert [part.id for part in built.parts] == ["header", "body", "body:2", "footer"]


def test_without_a_name_nothing_is_invented() -> None:
    built = scene({"type": "template", "template": {"name": "", "components": []}})
    assert texts(built)[0] == "Choose a template to see its text here."


def test_button_values_find_their_place_by_index() -> None:
    given = (button(1, "url", "A 1"), button(0, "quick_reply", "OK"))
    built = scene(template("a", "b", buttons=given), ORDER)
    assert [(one.id, one.label, one.value) for one in built.buttons] == [
        ("button:1", "Fine", "OK"),
        ("button:0", "Track", "https://example.com/t/A%201"),
        ("wording:button:2", "Call", "+12025550100"),
    ]


def test_more_than_three_buttons_are_two_and_see_all() -> None:
    built = scene(interactive(titles=("A", "B", "C", "D")))
    assert [one.label for one in built.buttons] == ["A", "B", "See all options"]
    assert [one.label for one in built.more] == ["C", "D"]
    assert len(scene(interactive(titles=("A", "B", "C"))).buttons) == 3


@pytest.mark.parametrize("kind", ["image", "video"])
def test_pictures_show_the_name_of_their_file_and_nothing_else(kind: str) -> None:
    media = {"type": kind, kind: {"link": "https://example.com/a/sp%20ring.jpg?x=1#y"}}
    (picture, body) = scene(interactive(header=media)).parts
    assert isinstance(picture, Picture)
    assert (picture.format, picture.name, picture.missing) == (kind, "sp ring.jpg", False)
    assert body.id == "body"


def test_a_document_shows_its_own_name_and_kind() -> None:
    media = {"link": "https://example.com/x", "filename": "Invoice.pdf"}
    part = scene(interactive(header={"type": "document", "document": media})).parts[0]
    assert isinstance(part, Document)
    assert (part.name, part.detail) == ("Invoice.pdf", "PDF")


def test_media_not_chosen_yet_say_so() -> None:
    part = scene(image(link="")).parts[0]
    assert isinstance(part, Picture)
    assert (part.name, part.missing) == ("No picture yet", True)
    assert texts(scene(image(id="4711")))[0] == "Media 4711"


def test_the_caption_is_formatted_like_a_body() -> None:
    built = scene(image(link="https://example.com/p.jpg", caption="*Packed*"))
    assert texts(built) == ["p.jpg", "Packed", "10:24"]
    assert built.parts[1].id == "body"


def test_blank_texts_of_reply_buttons_are_ghosts() -> None:
    built = scene(interactive(body="", titles=("",), header={"type": "text", "text": ""}))
    assert texts(built) == ["Header text", "Body", "Button 1", "10:24"]
    assert built.buttons[0].missing


def test_headers_are_never_formatted_and_footers_have_live_links() -> None:
    built = scene(
        interactive(
            header={"type": "text", "text": "*A* https://example.com"},
            footer={"text": "*b* https://example.com/c."},
        )
    )
    header, _, footer = built.parts
    assert isinstance(header, Text) and isinstance(footer, Text)
    assert [span.mark for span in header.paragraphs[0].spans] == [""]
    assert [(one.text, one.mark) for one in footer.paragraphs[0].spans] == [
        ("*b* ", ""),
        ("https://example.com/c", "link"),
        (".", ""),
    ]


def test_a_type_without_a_drawing_is_named() -> None:
    assert "“carousel”" in texts(scene({"type": "carousel", "carousel": {}}))[0]
    assert texts(scene({}))[0] == "No message type yet."


def test_words_of_the_picture_can_be_translated() -> None:
    request = read({"messages": [{"phoneNumber": "", "message": image(link="")}]}).request

    def shouted(words: Words) -> str:
        return words.english().upper()

    built = build(request.messages[0], None, View(), shouted)
    assert texts(built)[0] == "NO PICTURE YET"


def test_the_described_picture_has_the_form_that_scripts_rely_on() -> None:
    definition = body_definition("order_update", "en", "*Hi* {{1}}\n- x")
    built = scene(template("Jo"), definition, View(side="business"))
    assert describe_json([built]) == {
        "messages": [
            {
                "to": "+12025550100",
                "side": "outgoing",
                "parts": [
                    {
                        "kind": "body",
                        "runs": [
                            {"text": "Hi", "styles": ["bold"]},
                            {"text": " Jo\n", "styles": []},
                            {"text": "x", "styles": ["bullet"]},
                        ],
                    }
                ],
            }
        ]
    }


def test_described_buttons_and_media() -> None:
    header = {"type": "image", "image": {"link": "https://example.com/a.png"}}
    (message,) = describe_json([scene(interactive(header=header))])["messages"]
    assert message["parts"][0] == {
        "kind": "header", "format": "image", "link": "https://example.com/a.png",
    }  # fmt: skip
    assert message["parts"][-1] == {
        "kind": "button", "type": "reply", "label": "Yes", "value": "id-0",
    }  # fmt: skip
