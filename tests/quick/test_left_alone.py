"""A Python whose enumerations are kept in another way makes them itself, as the first of 3.11."""

from __future__ import annotations

import enum
from typing import Any

import pytest

from wa_composer.quick import enums


def test_a_python_whose_enumerations_are_others_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def of_another_python(*args: Any, **how: Any) -> Any:
        made = stock(*args, **how)
        made._something_new_ = 1
        return made

    stock = enums.STOCK
    monkeypatch.setattr(enums, "STOCK", of_another_python)
    monkeypatch.setattr(enums, "_patterns", {})
    monkeypatch.setattr(enums, "_pattern", lambda _base: {}["missing"])
    monkeypatch.setattr(enum.EnumType, "_create_", stock)
    assert not enums.fits()
    enums.hasten()
    assert enum.EnumType._create_ == stock  # type: ignore[attr-defined]
