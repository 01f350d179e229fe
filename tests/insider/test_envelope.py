"""Reading what came back: any bytes at all, and each documented envelope."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wa_composer.insider.codes import SENTENCES
from wa_composer.insider.envelope import (
    BODY_BYTES_MAX,
    CODE_MAX,
    WORDS_MAX,
    Envelope,
    plain,
    read_envelope,
)

SECRET = "INS-secret-0123"

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["keys", "error", "errors", "errorCode", "code", "message", "error_data", "details"]
            )
            | st.text(max_size=4),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


def check_bounds(envelope: Envelope) -> None:
    assert len(envelope.words) <= WORDS_MAX
    assert len(envelope.code) <= CODE_MAX
    assert envelope.words.isprintable()
    for key in envelope.keys or ():
        assert key.isprintable()
        assert key == key.strip()


@given(st.binary(max_size=400), st.dictionaries(st.text(max_size=12), st.text(max_size=50)))
def test_any_bytes_are_read(body, headers):
    check_bounds(read_envelope(body, headers, hide=SECRET))


@given(json_values)
def test_any_json_is_read(value):
    check_bounds(read_envelope(json.dumps(value).encode(), {}, hide=SECRET))


@given(st.text(max_size=1200), st.integers(0, 1200))
def test_the_key_never_comes_out_even_at_an_edge(text, place):
    body = json.dumps({"message": text[:place] + SECRET + text[place:]})
    envelope = read_envelope(body.encode(), {}, hide=SECRET)
    assert SECRET not in envelope.words
    assert SECRET[:10] not in envelope.words


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b"<" * 500_000,
        b"<title" * 80_000,
        b"\xff\xfe\x00",
        b'{"error":{"code":' + b"9" * 10_000 + b"}}",
        b"x" * (BODY_BYTES_MAX + 5),
    ],
    ids=lambda body: repr(body[:8]),
)
def test_hostile_bodies_are_read_like_any_other(body):
    check_bounds(read_envelope(body, {}))


@pytest.mark.parametrize(
    ("body", "code", "said"),
    [
        ({"message": "unauthorized"}, "", "unauthorized"),
        ({"message": "ip", "error": {"message": "ip", "code": 1088}}, "1088", "ip"),
        ({"error": {"code": "2002", "message": "bad"}}, "2002", "bad"),
        ({"errorCode": "2002"}, "2002", ""),
        ({"error": "rejected: too many requests"}, "", "rejected: too many requests"),
        ({"errors": "one"}, "", "one"),
        ({"errors": ["one", "two", 3]}, "", "one · two"),
        ({"errors": [{"message": "is bad", "field": "link"}]}, "", "link: is bad"),
        ({"error": {"message": "(#130429) Rate limit hit"}}, "130429", "(#130429) Rate limit hit"),
        (
            {"error": {"message": "(#1) A", "code": 1, "error_data": {"details": "B"}}},
            "1",
            "(#1) A · B",
        ),
        ("only a text", "", "only a text"),
        ({"error": {"code": True}}, "", ""),
    ],
)
def test_each_documented_envelope(body, code, said):
    envelope = read_envelope(json.dumps(body).encode(), {})
    assert (envelope.code, envelope.words) == (code, said)


def test_an_empty_body_is_empty():
    assert read_envelope(b" \r\n", {}) == Envelope(empty=True)


def test_a_page_is_said_by_its_title_or_its_text():
    assert read_envelope(b"<html><title> No\nway </title><p>x", {}).words == "No way"
    assert read_envelope(b"<p>Bad <b>gateway</b></p>", {}).words == "Bad gateway"


def test_a_byte_order_mark_changes_nothing():
    assert read_envelope(b'\xef\xbb\xbf{"keys":["k"]}', {}).keys == ("k",)


def test_long_text_ends_with_a_sign_that_it_was_longer():
    assert plain("a" * 20, 10) == "a" * 9 + "…"
    assert plain("a" * 10, 10) == "a" * 10


def test_the_codes_named_by_the_document_have_sentences():
    named = "2020 20030 20031 100 130429 131056 131048 131026 131047 131049 131050 131051 131052"
    more = "131053 132000 132001 132005 132007 132012 132015 132016 132018 131042 131031 368"
    assert set(SENTENCES) == {*named.split(), *more.split()}
    assert all(s.reason.english() and s.action.english() for s in SENTENCES.values())
