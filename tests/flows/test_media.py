"""Stories of links: looked at when they should be, drawn, said, and never with the key."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from link_server import PAGE, LinkServer, on_loopback, png
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from pytestqt.qtbot import QtBot

from wa_composer.insider.media import Looker
from wa_composer.storage.accounts import Account
from wa_composer.wiring.media import SETTING

KEY = "INS-marked-key-that-never-travels"
LIVE = Account("live", "Shop", "https://example.com/send", (), "#1F6FB2")


def to_loopback() -> Looker:
    return Looker(allowed=on_loopback, proxies={})


@pytest.fixture
def server(qtbot: QtBot, loop: asyncio.AbstractEventLoop) -> Iterator[LinkServer]:
    served = LinkServer()
    for step in (served.start, served.stop):
        task = loop.create_task(step())
        qtbot.waitUntil(task.done)
        task.result()
        if step == served.start:
            yield served


@pytest.fixture
def desk(open_desk: Callable[..., Any], server: LinkServer) -> Any:
    """The program in practice, with an empty image message."""
    desk = open_desk(looker=to_loopback)
    desk.click("Image")
    return desk


def go_live(desk: Any) -> None:
    """Use an account that is not the practice one, with a key."""
    desk.program.services.accounts.save(LIVE)
    desk.program.services.vault.keep_for_session(LIVE.id, KEY)
    desk.program.accounts.choose(LIVE.id)


def type_link(desk: Any, link: str) -> None:
    desk.type_into("Image link", link)


def told(desk: Any) -> str:
    return str(desk.window.preview.phone.canvas.accessibleDescription())


def drawn(desk: Any) -> bool:
    return bool(desk.window.preview.phone.canvas.images)


def message(link: str) -> dict[str, Any]:
    image = {"type": "image", "image": {"link": link}}
    return {"messages": [{"phoneNumber": "+12025550123", "message": image}]}


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_in_practice_a_picture_is_loaded_by_its_button_from_the_keyboard(
    desk: Any, server: LinkServer, key: Qt.Key
) -> None:
    type_link(desk, server.url("/a.png"))
    assert not desk.program.media.pause.isActive()
    button = desk.control("Load picture")
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert server.requests == []
    desk.qtbot.keyClick(button, key)
    desk.until(lambda: drawn(desk))
    assert server.asked() == ["GET /a.png"]
    assert not button.isVisible()
    foot = desk.pane.form.field("image.link").foot
    assert foot.text() == "PNG · 8 × 4 · 1 KB"


def test_the_buttons_follow_the_picture_in_the_order_of_the_tab_key(
    desk: Any, server: LinkServer
) -> None:
    type_link(desk, server.url("/a.png"))
    parts = desk.window.preview.phone.canvas.parts
    parts.setFocus()
    desk.qtbot.keyClick(parts, Qt.Key.Key_Tab)
    assert desk.window.focusWidget() is desk.control("Load picture")
    desk.qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
    name = desk.window.focusWidget().accessibleName()
    assert name == "Use a picture on this computer in the preview"


def test_a_link_typed_for_a_live_account_is_looked_at_once_it_is_whole(
    desk: Any, server: LinkServer
) -> None:
    go_live(desk)
    pause = desk.program.media.pause
    pause.setInterval(60_000)  # as if nobody ever stopped typing
    link = server.url("/a.png")
    type_link(desk, link)
    assert pause.isActive()
    assert server.requests == []
    pause.timeout.emit()
    desk.until(lambda: drawn(desk))
    assert server.asked() == ["GET /a.png"]


def test_a_bare_host_is_not_taken_for_a_whole_link(desk: Any, server: LinkServer) -> None:
    go_live(desk)
    type_link(desk, server.url("/"))
    assert not desk.program.media.pause.isActive()
    assert desk.control("Load picture")


def test_an_opened_file_is_not_looked_at_before_a_click(
    desk: Any, server: LinkServer, tmp_path: Path
) -> None:
    go_live(desk)
    file = tmp_path / "a.wamsg"
    file.write_text(json.dumps(message(server.url("/a.png"))))
    desk.program.filing.open([str(file)])
    desk.until(lambda: "Opened" in desk.notice())
    assert not desk.program.media.pause.isActive()
    desk.type_into("Caption", "Typing elsewhere changes nothing")
    assert not desk.program.media.pause.isActive()
    desk.click("Load picture")
    desk.until(lambda: drawn(desk))
    assert len(server.requests) == 1


def test_the_key_is_in_no_request(desk: Any, server: LinkServer) -> None:
    go_live(desk)
    server.leads("/one", "/a.png")
    for link, name in ((server.url("/one"), "Load picture"), (server.url("/gone"), "Try again")):
        type_link(desk, link)
        desk.program.media.pause.timeout.emit()
        desk.until(lambda: desk.program.media.looking.target is None)
        assert name == "Load picture" or desk.control(name)
    assert len(server.requests) == 3
    everything = b"".join(server.requests).lower()
    assert KEY.lower().encode() not in everything
    assert b"auth" not in everything
    assert b"cookie" not in everything


def test_a_fault_is_drawn_and_stands_beside_the_field(desk: Any, server: LinkServer) -> None:
    type_link(desk, server.page("/page.png", PAGE, "image/png"))
    desk.click("Load picture")
    sentence = "This is a web page, not a picture."
    desk.until(lambda: sentence in told(desk))
    field = desk.pane.form.field("image.link")
    field.touch()
    assert field.foot.text() == sentence
    assert field.editor.accessibleDescription() == sentence
    server.page("/page.png", png(), "image/png")  # mended meanwhile
    desk.click("Try again")
    desk.until(lambda: drawn(desk))
    assert sentence not in told(desk)


def test_another_link_hangs_up_the_first(desk: Any, server: LinkServer) -> None:
    type_link(desk, server.url("/silent"))
    desk.click("Load picture")
    desk.until(server.heard.is_set)
    assert "Looking at the link" in told(desk)
    type_link(desk, server.url("/a.png"))
    desk.until(server.gone.is_set)
    assert "Looking at the link" not in told(desk)


def test_closing_the_window_hangs_up(desk: Any, server: LinkServer) -> None:
    type_link(desk, server.url("/silent"))
    desk.click("Load picture")
    desk.until(server.heard.is_set)
    desk.finish(desk.program.close())
    desk.until(server.gone.is_set)


def test_the_switch_turns_all_looking_off_and_is_kept(
    desk: Any, server: LinkServer, open_desk: Callable[..., Any]
) -> None:
    go_live(desk)
    type_link(desk, server.url("/silent"))
    desk.program.media.pause.timeout.emit()
    desk.until(server.heard.is_set)
    desk.window.keys.look.trigger()
    desk.until(server.gone.is_set)
    type_link(desk, server.url("/a.png"))
    assert not desk.program.media.pause.isActive()
    assert not desk.program.media.buttons.foot.isVisible()
    desk.until(lambda: desk.program.services.settings.get(SETTING) is False)
    desk.finish(desk.program.close())
    again = open_desk(looker=to_loopback)
    assert not again.window.keys.look.isChecked()
    again.window.keys.look.trigger()
    again.click("Load picture")
    again.until(lambda: drawn(again))
    assert server.asked() == ["GET /silent", "GET /a.png"]


@pytest.mark.parametrize(
    ("kind", "type_", "facts"),
    [("Video", "video/mp4", "MP4 · size not told"), ("Document", "application/pdf", "PDF")],
)
def test_videos_and_documents_are_checked_by_their_head(
    desk: Any, server: LinkServer, kind: str, type_: str, facts: str
) -> None:
    desk.click("Reply buttons")
    box = desk.control("Header")
    box.setCurrentIndex(box.findText(kind))
    length = "" if kind == "Video" else "3"
    desk.type_into("Header link", server.page("/file", b"...", type_, Content_Length=length))
    desk.click("Check link")
    desk.until(lambda: facts in told(desk))
    assert server.asked() == ["HEAD /file"]
    assert desk.pane.form.field("header.link").foot.text().startswith(facts)


def test_the_window_lives_while_a_server_hangs_and_a_big_picture_is_decoded(
    desk: Any, server: LinkServer
) -> None:
    beats: list[int] = []
    clock = QElapsedTimer()
    heart = QTimer(desk.window)
    heart.setInterval(5)
    heart.timeout.connect(lambda: beats.append(clock.restart()))
    type_link(desk, server.url("/silent"))
    desk.click("Load picture")
    desk.until(server.heard.is_set)
    type_link(desk, server.page("/big.png", png(6000, 6000), "image/png"))
    clock.start()
    heart.start()
    desk.click("Load picture")
    desk.until(lambda: drawn(desk))
    heart.stop()
    assert len(beats) > 20  # decoding took a while, and meanwhile the window went on
    assert max(beats) < max(400, sum(beats) / 3)  # on a busy machine all of it is slower
