"""A log in a real file, with a clock that a test sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wa_composer.storage.log import Log
from wa_composer.storage.tables import NewRow


class Clock:
    """A clock that stands still until it is told otherwise."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def log(tmp_path: Path, clock: Clock) -> Iterator[Log]:
    log = Log(tmp_path / "log.sqlite3", now=clock, lock_seconds=0.05)
    log.open()
    yield log
    log.close()


@pytest.fixture
def a_row() -> Callable[..., NewRow]:
    """Makes the row of one message about to be sent."""

    def make(
        recipient: str = "+12025550123", summary: str = "Template order_update (en)"
    ) -> NewRow:
        request = f'{{"messages":[{{"phoneNumber":"{recipient}"}}]}}'
        return NewRow("Shop", "+12025550100", recipient, "template", summary, request)

    return make
