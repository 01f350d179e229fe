"""Each rule of the API, broken once: an error or a warning, at the place of the fault."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from wa_composer.message.draft import Draft, read

Valid = dict[str, dict[str, Any]]
NUMBER = "+12025550123"
HEADER = "template.components[0].parameters[0]"
BODY = "template.components[1].parameters[0]"
BUTTON = "template.components[2]"
TAPS = "interactive.action.buttons"


def request(*messages: Any, number: str = NUMBER) -> dict[str, Any]:
    return {"messages": [{"phoneNumber": number, "message": m} for m in messages]}


def put(message: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """A copy of a message with another value at a path; the value ... takes the key away."""
    made: Any = copy.deepcopy(message)
    steps = [
        int(s) if s.isdigit() else s for s in path.replace("[", ".").replace("]", "").split(".")
    ]
    at = made
    for step in steps[:-1]:
        at = at[step]
    if value is ...:
        del at[steps[-1]]
    else:
        at[steps[-1]] = value
    return dict(made)


def found(draft: Draft) -> list[tuple[str, str, str]]:
    return [(p.level, p.path.removeprefix("messages[0].message."), p.code) for p in draft.problems]


@pytest.mark.parametrize(
    ("kind", "path", "value", "level", "at", "code"),
    [
        ("template", "template.name", "", "error", "", "empty"),
        ("template", "template.name", ..., "error", "", "empty"),
        ("template", "template.name", "Order", "error", "", "template_name"),
        ("template", "template.name", "a" * 513, "error", "", "too_long"),
        ("template", "template.name", "{{NAME}}", "error", "", "placeholder"),
        ("template", "template.language.code", "", "error", "", "empty"),
        ("template", "template.language.code", "EN-us", "error", "", "language_shape"),
        ("template", "template.language.policy", "fallback", "error", "", "policy"),
        ("template", "template.language.policy", ..., "warning", "", "policy_missing"),
        ("template", "template.language", ..., "error", "template.language.code", "empty"),
        ("template", "template.components", ..., "warning", "", "components_missing"),
        ("template", "template.components", {}, "error", "", "not_list"),
        ("template", "template.components[1]", [], "error", "", "not_object"),
        ("template", "template.components[1].type", "footer", "error", "", "component_type"),
        ("template", "template.components[1].type", "header", "error", "template.components[1]",
         "component_twice"),
        ("template", "template.components[0].parameters", [], "error", "", "header_one"),
        ("template", f"{HEADER}.text", "", "error", "", "empty"),
        ("template", f"{HEADER}.text", "a\nb", "error", "", "new_line"),
        ("template", f"{HEADER}.text", "x" * 61, "warning", "", "too_long_doubt"),
        ("template", f"{HEADER}.type", "audio", "error", "", "header_audio"),
        ("template", f"{HEADER}.type", "location", "error", "", "header_format"),
        ("template", f"{BODY}.text", " ", "error", "", "empty"),
        ("template", f"{BODY}.text", "a\tb", "error", "", "tab"),
        ("template", f"{BODY}.text", "a" + " " * 5 + "b", "error", "", "spaces"),
        ("template", f"{BODY}.text", "{{1}}", "error", "", "placeholder"),
        ("template", f"{BODY}.text", True, "error", "", "not_text"),
        ("template", f"{BODY}.type", "currency", "error", "", "parameter_type"),
        ("template", f"{BODY}.text", "x" * 1025, "warning", "template.components[1].parameters",
         "body_values_long"),
        ("template", f"{BUTTON}.index", 0, "error", "", "not_text"),
        ("template", f"{BUTTON}.index", "10", "error", "", "button_index"),
        ("template", f"{BUTTON}.index", "٣", "error", "", "button_index"),
        ("template", f"{BUTTON}.index", ..., "error", "", "button_index"),
        ("template", f"{BUTTON}.sub_type", "flow", "error", "", "button_kind"),
        ("template", f"{BUTTON}.parameters", [], "error", "", "button_one"),
        ("template", f"{BUTTON}.parameters[0].payload", "", "error", "", "empty"),
        ("template", f"{BUTTON}.parameters[0].payload", "x" * 257, "error", "", "too_long"),
        ("template", f"{BUTTON}.parameters[0].type", "text", "error", "", "parameter_type"),
        ("template", "template.colour", "red", "warning", "", "unknown_key"),
        ("interactive", "interactive.type", "list", "error", "", "interactive_type"),
        ("interactive", "interactive.header.text", "x" * 61, "error", "", "too_long"),
        ("interactive", "interactive.header.text", "🎉" * 31, "warning", "", "too_long_utf16"),
        ("interactive", "interactive.header.text", "*Sale*", "warning", "", "formatting"),
        ("interactive", "interactive.header.type", "audio", "error", "", "header_audio"),
        ("interactive", "interactive.header", {"type": "sticker"}, "error",
         "interactive.header.type", "header_format"),
        ("interactive", "interactive.body", ..., "error", "interactive.body.text", "empty"),
        ("interactive", "interactive.body.text", "x" * 1025, "error", "", "too_long"),
        ("interactive", "interactive.footer.text", "x" * 61, "error", "", "too_long"),
        ("interactive", TAPS, [], "error", "", "reply_none"),
        ("interactive", "interactive.action", ..., "error", TAPS, "reply_none"),
        ("interactive", f"{TAPS}[1].type", "url", "error", "", "reply_type"),
        ("interactive", f"{TAPS}[1].reply.id", "", "error", "", "empty"),
        ("interactive", f"{TAPS}[1].reply.id", "am", "error", "", "reply_twice"),
        ("interactive", f"{TAPS}[1].reply.id", "pm ", "error", "", "reply_id_ends"),
        ("interactive", f"{TAPS}[1].reply.id", "x" * 257, "error", "", "too_long"),
        ("interactive", f"{TAPS}[1].reply.title", "x" * 21, "error", "", "too_long"),
        ("interactive", f"{TAPS}[1].reply.title", "🎉" * 11, "warning", "", "too_long_utf16"),
        ("interactive", f"{TAPS}[1].reply.title", "Morning", "error", "", "reply_twice"),
        ("image", "image.link", "", "error", "", "media_missing"),
        ("image", "image.link", "ftp://example.com/a.jpg", "error", "", "not_link"),
        ("image", "image.link", "https://", "error", "", "not_link"),
        ("image", "image.link", "https://example.com/a b", "error", "", "not_link"),
        ("image", "image.link", "{{IMAGE_URL}}", "error", "", "placeholder"),
        ("image", "image.id", "123", "error", "", "media_both"),
        ("image", "image.caption", "x" * 1025, "error", "", "too_long"),
        ("image", "image.filename", "a.jpg", "error", "", "filename"),
        ("image", "image", [], "error", "", "not_object"),
        ("image", "type", "sticker", "error", "", "message_type"),
        ("image", "type", ..., "error", "", "type_missing"),
        ("image", "image.link", "\ud83d", "error", "", "broken_character"),
    ],
)  # fmt: skip
def test_each_rule_at_its_place(
    kind: str, path: str, value: object, level: str, at: str, code: str, valid: Valid
) -> None:
    draft = read(request(put(valid[kind], path, value)))
    assert (level, at or path, code) in found(draft)
    assert draft.ready is (level == "warning")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("", "empty"),
        ("12025550123", "phone_plus"),
        ("+1202555o123", "phone_signs"),
        ("+02025550123", "phone_zero"),
        ("+120255", "phone_short"),
        ("+1202555012345678", "phone_long"),
        ("+1**********", "phone_placeholder"),
        ("{{PHONE_NUMBER}}", "phone_placeholder"),
    ],
)
def test_numbers(number: str, code: str, valid: Valid) -> None:
    draft = read({"from": number, **request(valid["image"], number=number)})
    paths = [p.path for p in draft.errors if p.code == code]
    assert "messages[0].phoneNumber" in paths
    assert ("from" in paths) is bool(number)


def test_links_of_buttons_are_counted(valid: Valid) -> None:
    def link(index: int) -> dict[str, Any]:
        value = [{"type": "text", "text": "a b"}]
        return {"type": "button", "sub_type": "url", "index": str(index), "parameters": value}

    two = found(read(request(put(valid["template"], "template.components", [link(0), link(4)]))))
    assert ("warning", "template.components[1].sub_type", "buttons_url_two") in two
    assert ("warning", "template.components[0].parameters[0].text", "url_signs") in two
    assert not [entry for entry in two if entry[0] == "error"]
    three = found(
        read(request(put(valid["template"], "template.components", [link(0), link(1), link(1)])))
    )
    assert ("error", "template.components[2].sub_type", "buttons_url") in three
    assert ("error", "template.components[2].index", "button_index_twice") in three


def test_a_phone_button_needs_no_value(valid: Valid) -> None:
    phone = {"type": "button", "sub_type": "PHONE_NUMBER", "index": "1", "parameters": []}
    made = put(valid["template"], "template.components", [phone])
    assert read(request(made)).problems == ()
    twice = put(valid["template"], "template.components", [phone, {**phone, "index": "2"}])
    assert [code for _, _, code in found(read(request(twice)))] == ["buttons_phone"]


def test_all_problems_come_at_once(valid: Valid) -> None:
    bad = put(valid["template"], "template.name", "Bad Name")
    bad = put(bad, f"{BODY}.text", "two\nlines")
    bad = put(bad, f"{BUTTON}.index", 7)
    bad["template"]["colour"] = 1
    codes = {p.code for p in read(request(bad, number="123")).problems}
    assert codes == {"phone_plus", "template_name", "new_line", "not_text", "unknown_key"}


def test_the_same_message_twice_to_one_number_is_not_sent(valid: Valid) -> None:
    draft = read(request(valid["image"], valid["image"]))
    assert [(p.code, p.path) for p in draft.errors] == [
        ("phone_repeated", "messages[1].phoneNumber")
    ]
    assert not draft.ready
    assert read(request(valid["image"], valid["template"])).problems == ()
    between = [put(valid["image"], "image.caption", f"No {n}") for n in range(20)]
    far = read(request(valid["image"], *between, valid["image"]))
    assert [p.path for p in far.errors] == ["messages[21].phoneNumber"]


@pytest.mark.parametrize(
    ("number", "fit"),
    [
        ("+4407700900123", "+44 7700 900123"),
        ("+447700900123", ""),
        ("+390612345678", ""),  # there the 0 is part of the number
        ("+12025550123", ""),
    ],
)
def test_a_zero_after_the_country_code_is_advised_against(
    valid: Valid, number: str, fit: str
) -> None:
    draft = read(request(valid["image"], number=number))
    assert draft.ready
    assert [p.code for p in draft.problems] == (["phone_trunk"] if fit else [])
    assert all(fit in p.words.english() for p in draft.problems)
