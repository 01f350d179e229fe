"""Undo keeps one step a word, and forgets the future when something new is done."""

from __future__ import annotations

from wa_composer.ui.forms.history import History


def typed(history: History, text: str, key: str = "a") -> None:
    for end in range(1, len(text) + 1):
        before, after = text[: end - 1], text[:end]
        history.record(before, key, (before, after))


def test_one_step_a_word() -> None:
    history = History()
    typed(history, "one two")
    step = history.undo("one two")
    assert step is not None and step.state == "one "
    step = history.undo("one ")
    assert step is not None and step.state == ""
    assert history.undo("") is None


def test_pasting_and_other_fields_are_steps_of_their_own() -> None:
    history = History()
    history.record("", "a", ("", "x"))
    history.record("x", "a", ("x", "x pasted"))
    history.record("x pasted", "b", ("", "y"))
    states = []
    now = "end"
    while (step := history.undo(now)) is not None:
        states.append(step.state)
        now = step.state
    assert states == ["x pasted", "x", ""]


def test_turning_round_is_a_step() -> None:
    history = History()
    typed(history, "ab")
    history.record("ab", "a", ("ab", "a"))
    step = history.undo("a")
    assert step is not None and step.state == "ab"


def test_new_change_forgets_what_was_undone() -> None:
    history = History()
    history.record("", "a", None)
    assert history.undo("x") is not None
    assert history.can_redo
    history.record("", "a", None)
    assert not history.can_redo
    assert history.redo("y") is None


def test_steps_are_bounded() -> None:
    history = History()
    for number in range(1000):
        history.record(number, "a", None)
    count = 0
    while history.undo("x") is not None:
        count += 1
    assert count == 200
