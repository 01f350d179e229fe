"""The line beneath the picture says where its wording comes from, and how old it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from wa_composer.message.library import Entry
from wa_composer.wiring.provenance import ago, origin, provenance

NOW = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)
COPY = Entry("order_update", "en", {})


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=-90), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(seconds=61), "a minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(minutes=119), "an hour ago"),
        (timedelta(hours=23), "23 hours ago"),
        (timedelta(hours=47), "a day ago"),
        (timedelta(days=3, hours=4), "3 days ago"),
        (timedelta(days=30), "30 days ago"),
        (timedelta(days=400), "on 30 January 2025"),
    ],
)
def test_time_that_passed_in_words(passed: timedelta, words: str) -> None:
    assert ago((NOW - passed).strftime("%Y-%m-%dT%H:%M:%SZ"), NOW) == words


def test_a_moment_that_is_none_is_shown_as_it_is() -> None:
    assert ago("some day", NOW) == "some day"
    assert ago("2026-03-06T11:00:00", NOW) == "an hour ago"


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (COPY, "From your copy of order_update (en)"),
        (
            replace(COPY, imported="2026-03-03T11:00:00Z"),
            "From your copy of order_update (en), imported 3 days ago",
        ),
        (
            replace(COPY, imported="2026-03-03T11:00:00Z", edited="2026-03-06T11:58:00Z"),
            "From your copy of order_update (en), edited 2 minutes ago",
        ),
        (
            replace(COPY, imported="2026-03-05T11:00:00Z", edited="2026-03-03T11:58:00Z"),
            "From your copy of order_update (en), imported a day ago",
        ),
        (
            replace(COPY, sample=True),
            "Sample wording of order_update (en), shipped with the program",
        ),
    ],
)
def test_whose_copy_it_is(entry: Entry, words: str) -> None:
    assert provenance(entry, NOW) == words


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (replace(COPY, sample=True), "Sample text, shipped with the program"),
        (
            replace(COPY, imported="2026-03-05T11:00:00Z", edited="", source="x.json"),
            "From x.json, imported a day ago",
        ),
        (
            replace(COPY, imported="2026-03-05T11:00:00Z", edited="2026-03-06T11:58:00Z"),
            "From a file, imported a day ago, edited here 2 minutes ago",
        ),
        (
            replace(COPY, imported="", edited="2026-03-06T11:58:00Z"),
            "Written here, edited 2 minutes ago",
        ),
        (replace(COPY, imported="", edited=""), "Written here"),
    ],
)
def test_where_it_comes_from(entry: Entry, words: str) -> None:
    assert origin(entry, NOW) == words


def test_the_line_follows_the_template(desk: Any) -> None:
    caption = desk.window.preview.caption
    assert caption() == "Sample wording of order_update (en), shipped with the program"
    assert desk.control("Sample text, shipped with the program")
    desk.click("Edit template")
    desk.type_into("Template text", "Hello {{1}}, {{2}}")
    desk.click("Done")
    assert desk.control("Written here, edited just now")
    assert caption() == "From your copy of order_update (en), edited just now"
    desk.type_into("Template name", "nobody_knows")
    assert caption().startswith("Its text is not known here")
