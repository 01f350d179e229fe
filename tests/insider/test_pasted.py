"""Pasted and opened text: what is understood, what is put right, what is refused in plain words."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wa_composer.insider.pasted import UnreadableFile, read_bytes, read_text
from wa_composer.message.draft import read

RAW: dict[str, Any] = {
    "messages": [
        {
            "phoneNumber": "+12025550123",
            "message": {
                "type": "image",
                "image": {"link": "https://example.com/a.jpg", "caption": 'It\'s "here" // now'},
            },
        }
    ]
}
TEXT = json.dumps(RAW, indent=1)
URL = "https://example.com/v1/conversational/send"


def notes(text: str) -> str:
    return " ".join(note.english() for note in read_text(text).notes)


def test_a_message_file_is_taken_as_it_is() -> None:
    assert read_text(TEXT).raw == RAW
    assert read_text(TEXT).notes == ()
    assert read_text(TEXT).kind == "request"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (TEXT.replace("}", ",}"), "comma"),
        (TEXT.replace("{", "{ // an example\n", 2), "comment"),
        (TEXT.replace("{", "{ /* an example */", 1), "comment"),
        (TEXT.rstrip("}] \n"), "bracket"),
        (TEXT + "}", "bracket too many"),
        (TEXT.replace("]", "", 1), "bracket"),
        (TEXT.replace("\n ", "\n\u00a0"), "Spaces"),
    ],
)
def test_faults_of_published_samples_are_mended_and_named(text: str, note: str) -> None:
    assert read_text(text).raw == RAW
    assert note in notes(text)


def bash(body: str) -> str:
    quoted = body.replace("'", "'\\''")
    return f"curl --location '{URL}' \\\n--header 'x-ins-auth-key: INS.x' \\\n--data '{quoted}'"


@pytest.mark.parametrize(
    "command",
    [
        bash(TEXT),
        bash(TEXT).replace("--data", "--data-raw"),
        bash(TEXT).replace("--data '", "-d '"),
        bash(TEXT).replace("--data '", "--json='"),
        "$ " + bash(TEXT),
        f"curl {URL} -d $'" + TEXT.replace("\\", "\\\\").replace("'", "\\'") + "' -H 'a: b'",
        f'curl {URL} -d "' + TEXT.replace("\\", "\\\\").replace('"', '\\"') + '"',
        "curl.exe -X POST ^\n " + URL + " ^\n --data \""
        + json.dumps(RAW).replace("\\", "\\\\").replace('"', '\\"') + '"',
    ],
)  # fmt: skip
def test_curl_in_its_ways_of_quoting(command: str) -> None:
    found = read_text(command)
    assert found.raw == RAW
    assert "key" in found.notes[0].english()
    assert "INS.x" not in str(found)


def test_a_published_sample_with_all_its_faults() -> None:
    command = (
        "curl --location '" + URL + "' \\\n--header 'x-ins-auth-key: INS.***' \\\n--data '{\n"
        '"from": "{{PHONE_NUMBER}}", //Example: +112312312\n"messages": [\n{\n'
        '"phoneNumber": "+1**********",\n"message": {\n"type": "template",\n"template": {\n'
        '"name": "{{TEMPLATE_NAME}}",\n"language": {\n"code": "{{CODE}}",\n'
        '"policy": "deterministic",\n},\n"components": [\n{\n"type": "header",\n"parameters": [\n'
        '{"type":"document","document":{"link":"{{LINK}}","filename":"{{FILE}}"}\n]\n}\n]\n}\n}\n}\n]\n}\''
    )
    draft = read(read_text(command).raw)
    media = "messages[0].message.template.components[0].parameters[0].document"
    assert {p.path for p in draft.problems} == {
        "from",
        "messages[0].phoneNumber",
        "messages[0].message.template.name",
        "messages[0].message.template.language.code",
        f"{media}.link",
        f"{media}.filename",
    }
    assert {p.code for p in draft.problems} == {"placeholder", "phone_placeholder"}


def test_meta_bodies_are_turned_into_requests() -> None:
    meta = {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": "12025550123",
        "type": "template",
        "template": {
            "name": "hello",
            "language": {"code": "en_US"},
            "components": [
                {"type": "button", "sub_type": "quick_reply", "index": 0,
                 "parameters": [{"type": "payload", "payload": "x"}]}
            ],
        },
    }  # fmt: skip
    found = read_text(json.dumps(meta))
    assert len(found.notes) == 2
    draft = read(found.raw)
    assert draft.problems == ()
    assert draft.request.messages[0].phone_number == "+12025550123"


def test_single_messages_and_lists_are_put_into_an_envelope() -> None:
    outgoing = RAW["messages"][0]
    assert read_text(json.dumps(outgoing)).raw == RAW
    assert read_text(json.dumps([outgoing])).raw == RAW
    bare: Any = read_text(json.dumps(outgoing["message"])).raw
    assert bare["messages"][0] == {"phoneNumber": "", "message": outgoing["message"]}


def test_definitions_are_told_apart() -> None:
    definition = {"name": "a", "language": "en", "components": [{"type": "BODY", "text": "x"}]}
    for raw in (definition, [definition], {"data": [definition]}, {"a": definition}):
        assert read_text(json.dumps(raw)).kind == "definition"
        assert read_text(json.dumps(raw)).raw == raw


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nothing"),
        ("hello there", "not JSON: line 1"),
        ("5", "no message"),
        ("[]", "no message"),
        ("[" * 100 + "]" * 100, "64 levels"),
        ('{"a":' * 100000, "64 levels"),
        ('{"a": NaN}', "NaN"),
        ('{"a": -1e999}', "-1e999, which is far too large"),
        ('{"a": ' + "9" * 5000 + "}", "too long"),
        ("curl " + URL, "no body"),
        (f"curl {URL} -d @message.json", "message.json"),
        ('{"a": "', "not JSON"),
        (" " * (10 * 1024 * 1024 + 1), "10 MB"),
    ],
)
def test_what_is_refused_is_said(text: str, said: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_text(text)
    assert said in refused.value.words.english()
    assert refused.value.words.english().count(".") >= 1


def test_keys_that_stand_twice_are_named() -> None:
    assert "“from”" in notes('{"from": "+1", "from": "+2", "messages": []}')


def test_bytes_and_their_encodings() -> None:
    assert read_bytes(TEXT.encode()).raw == RAW
    assert read_bytes(TEXT.encode("utf-8-sig")).raw == RAW
    assert read_bytes(TEXT.encode("utf-16")).raw == RAW
    for data, said in [
        ('{"name": "Zoë"}'.encode("latin-1"), "UTF-8"),
        (b"\x89PNG\x00\x00\xff", "UTF-8"),
        (b"\x00\x00\x00", "text file"),
        (b" " * (50 * 1024 * 1024), "10 MB"),
    ]:
        with pytest.raises(UnreadableFile) as refused:
            read_bytes(data)
        assert said in refused.value.words.english()


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.sampled_from("{}[]\",:/*\\'` \n^ab1-d") | st.characters(), max_size=80)
    | st.text(st.sampled_from("{}[]\",:/*\\'` \n$^-d@"), max_size=60).map(lambda t: "curl -d " + t)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read_text(text)
    except UnreadableFile as refused:
        assert refused.words.english()
    else:
        read(found.raw)
