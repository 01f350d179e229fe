"""Where a template's text comes from, in words with its age."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from wa_composer.message.library import Entry
from wa_composer.session.provenance import ago, copy_sentence, provenance

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def _then(**back: int) -> str:
    return (NOW - timedelta(**back)).isoformat()


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (_then(seconds=5), "just now"),
        (_then(seconds=90), "a minute ago"),
        (_then(minutes=5), "5 minutes ago"),
        (_then(hours=24), "yesterday"),
        (_then(days=3), "3 days ago"),
        (_then(days=200), "on 2025-08-22"),
        (_then(seconds=-60), "just now"),  # the clock was set back
    ],
)
def test_how_long_ago(moment: str, said: str) -> None:
    assert str(ago(moment, NOW)) == said


@pytest.mark.parametrize("moment", ["", "soon", "2026"])
def test_what_is_no_moment(moment: str) -> None:
    assert ago(moment, NOW) is None


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (Entry("a", "en", {}, sample=True), "Sample text, shipped with the program"),
        (Entry("a", "en", {}, _then(days=3), "", "x.json"), "From x.json, imported 3 days ago"),
        (
            Entry("a", "en", {}, _then(days=3), _then(days=1), "x.json"),
            "From x.json, imported 3 days ago, edited here yesterday",
        ),
        (Entry("a", "en", {}, "", _then(seconds=1)), "Written here, edited just now"),
        (Entry("a", "en", {}), "Written here"),
    ],
)
def test_the_sentence(entry: Entry, said: str) -> None:
    assert str(provenance(entry, NOW)) == said


def test_the_sentence_beneath_a_picture() -> None:
    imported = Entry("order_update", "en", {}, _then(days=3), "", "x.json")
    said = str(copy_sentence(imported, NOW))
    assert said == "From your copy of order_update (en), imported 3 days ago"
    assert "Sample wording" in str(copy_sentence(Entry("a", "en", {}, sample=True), NOW))
