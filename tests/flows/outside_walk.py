"""Walks the real window from another process, as an assistive technology does.

Run by the system's Python, which has pyatspi. It knows controls by accessible name and role
only: fills each form, sends, reads the keys from the log table, prints a line per step.
"""

from __future__ import annotations

import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 40.0
TEXTS = ("text", "entry", "password text", "paragraph", "document text", "spin button")


def main() -> None:
    """Every step of a day at the desk; raises at the first that fails."""
    Atspi.set_timeout(10_000, 30_000)  # milliseconds: a busy machine answers late, not never
    desk = Desk(sys.argv[1])
    desk.fill("Recipients", "+12025550123", TEXTS)
    desk.fill("Body value 1", "Ada", TEXTS)
    desk.fill("Body value 2", "Friday", TEXTS)
    desk.send("Template order_update")
    desk.press("Reply buttons", ("radio button", "page tab"))
    desk.fill("Recipients", "+447700900123", TEXTS)
    desk.fill("Body", "When shall we deliver?", TEXTS)
    desk.fill("Button 1 title", "Morning", TEXTS)
    desk.fill("Button 1 ID", "am", TEXTS)
    desk.send("Reply buttons")
    desk.press("Image", ("radio button", "page tab"))
    desk.fill("Recipients", "+12025550124", TEXTS)
    desk.fill("Image link", "https://example.com/a.jpg", TEXTS)
    desk.fill("Caption", "Your order, packed", TEXTS)
    desk.send("Image")
    preview = desk.find("Preview", None, described=True)
    print("preview:", preview.get_description().replace("\n", " | "))


class Desk:
    """The program's window as the accessibility bus shows it."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._window = self._wait(self._application, f"application {name}")
        self._rows = 0

    def find(self, name: str, roles: tuple[str, ...] | None, *, described: bool = False):
        """The visible control of that name and one of the roles."""
        return self._wait(lambda: self._seek(name, roles, described), f"{name} {roles}")

    def fill(self, name: str, text: str, roles: tuple[str, ...]) -> None:
        """Put text into a field."""
        field = self.find(name, roles)
        editable = field.get_editable_text_iface()
        assert editable is not None, f"{name} is not editable"
        editable.set_text_contents(text)
        self._wait(lambda: _text(field) == text, f"{name} holds what was typed")
        print("filled:", name)

    def press(self, name: str, roles: tuple[str, ...]) -> None:
        """Press or choose a control by its own action."""
        control = self.find(name, roles)
        action = control.get_action_iface()
        names = [action.get_action_name(n).lower() for n in range(action.get_n_actions())]
        wanted = next((n for n in ("press", "click", "toggle", "check") if n in names), None)
        assert wanted is not None, f"{name} offers {names}"
        assert action.do_action(names.index(wanted))
        print("pressed:", name)

    def send(self, summary: str) -> None:
        """Press Send and read the new row and its key from the log table."""
        self.press("Send 1 message", ("push button", "button"))
        self._rows += 1
        table = self.find("Log", ("table",)).get_table_iface()
        self._wait(lambda: table.get_n_rows() == self._rows, f"{self._rows} rows in the log")
        columns = {table.get_column_description(c): c for c in range(table.get_n_columns())}
        row = {name: table.get_accessible_at(0, c).get_name() for name, c in columns.items()}
        assert summary in row["Message"], row
        self._wait(lambda: "Accepted" in _cell(table, columns["Outcome"]), "accepted")
        key = _cell(table, columns["Key"])
        assert key.startswith("whatsapp-") and len(key) > 40, key
        print("key:", key)

    def _application(self):
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(number)
            if child is not None and child.get_name() == self._name:
                for window in range(child.get_child_count()):
                    found = child.get_child_at_index(window)
                    if found is not None and found.get_role_name() in ("frame", "window"):
                        return found
        return None

    def _seek(self, name: str, roles: tuple[str, ...] | None, described: bool):
        waiting = [self._window]
        while waiting:
            node = waiting.pop(0)
            if node is None:
                continue
            if (
                node.get_name() == name
                and (roles is None or node.get_role_name() in roles)
                and (not described or node.get_description())
                and node.get_state_set().contains(Atspi.StateType.SHOWING)
            ):
                return node
            if node.get_role_name() != "table":
                waiting += [node.get_child_at_index(n) for n in range(node.get_child_count())]
        return None

    def _wait(self, condition, what: str):
        # Another process: there is no signal of its loop to wait for, so the bus is asked again.
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                found = condition()
            except GLib.Error:  # a control went away while it was asked, as a menu's may
                found = None
            if found:
                return found
            time.sleep(0.05)
        raise AssertionError(f"not there after {PATIENCE:.0f} s: {what}")


def _text(node) -> str:
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))


def _cell(table, column: int) -> str:
    return table.get_accessible_at(0, column).get_name() or ""


if __name__ == "__main__":
    main()
