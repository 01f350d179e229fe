"""Sentences, limits, the one-line summary."""

from __future__ import annotations

import re
import subprocess
import sys

from wa_composer.message.draft import read
from wa_composer.message.limits import LANGUAGES
from wa_composer.message.summary import summary
from wa_composer.message.wording import SENTENCES
from wa_composer.message.words import words


def test_words_fill_their_fields_and_leave_unknown_ones() -> None:
    assert words("{a} of {b}", a=1).english() == "1 of {b}"
    assert words("No {field} here").english() == "No {field} here"
    assert str(words("{a}", a=words("inner {n}", n=2))) == "inner 2"


def test_words_are_translated_inside_too() -> None:
    german = {"{field} is empty.": "{field} ist leer.", "Language": "Sprache"}
    sentence = words("{field} is empty.", field=words("Language"))
    assert sentence.translated(lambda source: german.get(source, source)) == "Sprache ist leer."


def test_every_sentence_ends_with_what_to_do() -> None:
    for code, sentence in SENTENCES.items():
        assert re.search(r"[.:] ?\S[^.]*\.$|may|must|will", sentence.source), code
        assert sentence.source.endswith("."), code


def test_languages_are_codes_without_repeats() -> None:
    codes = [code for code, _ in LANGUAGES]
    assert len(set(codes)) == len(codes) >= 105
    assert all(re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2,3})?", code) for code in codes)
    assert {"fil", "prs_AF", "es_CRI", "pt_BR", "tr"} <= set(codes)


def line(message: dict[str, object]) -> str:
    return summary(read({"messages": [{"message": message}]}).request.messages[0].message)


def test_summaries() -> None:
    template = {"name": "order_update", "language": {"code": "en"}}
    assert line({"type": "template", "template": template}) == "Template order_update (en)"
    long = {"body": {"text": "When shall we\n*deliver* your order, and where to put it?"}}
    assert line({"type": "interactive", "interactive": long}) == (
        "Reply buttons “When shall we *deliver* your order, and…”"
    )
    assert line({"type": "image", "image": {"caption": "Your order, packed"}}) == (
        "Image “Your order, packed”"
    )
    assert line({"type": "image"}) == "Image"
    assert line({"type": "sticker"}) == "Message of type sticker"
    assert line({}) == "Message without a type"


def test_what_forms_import_brings_in_no_pydantic() -> None:
    code = (
        "import sys; import wa_composer.message.limits, wa_composer.message.words,"
        " wa_composer.message.outcome, wa_composer.message.phone, wa_composer.message.problem;"
        " print([m for m in ('pydantic', 'phonenumbers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
