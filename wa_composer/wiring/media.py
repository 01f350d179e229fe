"""Links of pictures, videos and documents: when they are looked at, and what is shown of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from wa_composer.message.media_places import MediaPlace, media_place
from wa_composer.message.texts import is_link
from wa_composer.preview.nodes import Picture, Scene
from wa_composer.preview.sights import medium, with_sight
from wa_composer.session.looking import Decoded, Looking, Seen, Target, Trust, links_in
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.worker import Worker
from wa_composer.ui.media_buttons import MediaActions, MediaButtons
from wa_composer.ui.words import say
from wa_composer.wiring.faults import Fault
from wa_composer.wiring.pixels import decoded
from wa_composer.wiring.samples import Samples
from wa_composer.wiring.sights import KEY, Known, shown

if TYPE_CHECKING:
    from wa_composer.insider.media import Looker
    from wa_composer.insider.media_facts import Look
    from wa_composer.services import Services
    from wa_composer.session.composer import Composer
    from wa_composer.storage.accounts import Account
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.main_window import MainWindow

PAUSE_MS = 700
"""So long a link is not typed on before it is looked at, so that no half of one ever is."""
SETTING = "look_at_links"


def make_looker() -> Looker:
    """What looks at links in the open internet."""
    from wa_composer.insider.media import Looker

    return Looker()


class Media(QObject):
    """Decides when a link is looked at, and puts what was seen into the picture.

    A link typed for a live account is looked at by itself after a pause; in practice, and when
    it came in a file or with pasted text, only after a click. `changed` says that the same
    message is to be shown anew.
    """

    changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        composer: Composer,
        services: Services,
        tasks: Tasks,
        account: Callable[[], Account],
        looker: Callable[[], Looker] = make_looker,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._composer = composer
        self._services = services
        self._tasks = tasks
        self._account = account
        self._make_looker = looker
        self._looker: Looker | None = None
        self._worker = Worker("pictures")
        self._trust = Trust()
        self._target: Target | None = None
        self.looking = Looking(self._look, self._decode, tasks.start, self.changed.emit)
        self.samples = Samples(window, composer, tasks, self._worker, self.changed.emit)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self._begin)
        self._canvas = window.preview.phone.canvas
        self.buttons = MediaButtons(self._canvas)
        self.buttons.load_requested.connect(self._load)
        self.buttons.sample_requested.connect(self.samples.choose)
        self.buttons.sample_removed.connect(self.samples.remove)
        self.buttons.dropped.connect(self.samples.use)
        self.on = self._setting()
        window.keys.look.setChecked(self.on)
        window.keys.look.toggled.connect(self._turn)

    # For the composing column

    def came_in(self) -> None:
        """The form was filled by the program: with a file, pasted text, or from last time."""
        held = [[*entry.bodies.values(), entry.aside] for entry in self._composer.entries]
        self._trust.came_in(links_in(held))
        self.pause.stop()  # the composer told of the link before anybody knew where it is from
        self._target = None

    def shown_in(self, scene: Scene, message: Any) -> Scene:
        """The scene with what is known of its medium; looks at its link when that is due."""
        part = medium(scene)
        place = media_place(message)
        link = place.media.link.strip() if place is not None else ""
        if part is None:
            self._follow(None)
            self.buttons.show_actions(MediaActions())
            return scene
        kind = part.format if isinstance(part, Picture) else "document"
        self._follow((kind, link) if is_link(link) else None)
        seen = self._seen(place)
        found = shown(
            Known(
                kind,
                self._target is not None,
                seen,
                self.samples.of(kind, link, seen is not None),
                self.looking.target is not None and self.looking.target == self._target,
                self._waits(),
            )
        )
        self._canvas.images = {} if found.image is None else {KEY: found.image}
        self.buttons.show_actions(found.actions)
        return with_sight(scene, found.sight)

    def faults(self, message: Any, entry: int) -> tuple[Fault, ...]:
        """What is wrong with the file behind the message's link, or with its local sample."""
        place = media_place(message)
        seen = self._seen(place)
        if place is None:
            return ()
        sample = self.samples.of(place.kind, place.media.link.strip(), seen is not None)
        found = sample.look if sample is not None else seen.look if seen is not None else None
        if found is None or found.fault is None:
            return ()
        sentence = say(found.fault)
        if sample is not None:
            sentence = _tr("The local sample: {fault}").format(fault=sentence)
        return (Fault("warning", sentence, entry, None, place.path),)

    def facts(self, message: Any) -> str:
        """Type and size of the file behind the message's link, "" when they are not known."""
        seen = self._seen(media_place(message))
        return "" if seen is None or seen.look.fault else say(seen.look.summary())

    async def close(self) -> None:
        """Forget everything and let go of the network."""
        self.pause.stop()
        self.looking.cancel()
        self.looking.forget()
        if self._looker is not None:
            await self._looker.aclose()
        self._worker.close()

    # Private

    def _seen(self, place: MediaPlace | None) -> Seen | None:
        if place is None or not self.on:
            return None
        return self.looking.seen((place.kind, place.media.link.strip()))

    def _follow(self, target: Target | None) -> None:
        """Notice that the link has changed, and look at it when the time has come."""
        if target == self._target:
            return
        self._target = target
        self.pause.stop()
        if target is None or target != self.looking.target:
            self.looking.cancel()
        if target is None or not self.on:
            return
        self.looking.forget_stale(target)
        if self.looking.seen(target) is not None:
            return
        if self._trust.allowed(target[1]):
            self.looking.begin(target)
        elif self._unasked(target[1]):
            self.pause.start()

    def _unasked(self, link: str) -> bool:
        """Whether a link is looked at without a click; a bare host may be half of one."""
        file = urlsplit(link).path.strip("/")
        return bool(file) and not self._account().practice and self._trust.typed(link)

    def _begin(self) -> None:
        if self._target is not None and self.on:
            self._trust.allow(self._target[1])
            self.looking.begin(self._target)
            self.changed.emit()

    def _load(self) -> None:
        """The button: load it, or look once more."""
        if self._target is not None:
            self.looking.forget(self._target)
            self._begin()

    def _waits(self) -> bool:
        """Whether the link is looked at only after a click."""
        if self._target is None or not self.on or self.pause.isActive():
            return False
        return self.looking.seen(self._target) is None and self.looking.target != self._target

    async def _look(self, kind: str, link: str) -> Look:
        if self._looker is None:
            self._looker = self._make_looker()
        return await self._looker.look(kind, link)

    async def _decode(self, data: bytes) -> Decoded | None:
        return await self._worker.run(decoded, data)

    def _setting(self) -> bool:
        """Whether looking is on; off when nobody knows what was chosen."""
        try:
            return self._services.settings.get(SETTING) is not False
        except StorageProblem:
            return False

    def _turn(self, on: bool) -> None:
        self.on = on
        if not on:
            self.pause.stop()
            self.looking.cancel()
            self.looking.forget()
        self._target = None  # so that it is followed anew
        self._tasks.start(self._keep_setting(on))
        self.changed.emit()

    async def _keep_setting(self, on: bool) -> None:
        services = self._services
        try:
            await services.file_worker.run(services.settings.set, SETTING, on)
        except StorageProblem as problem:
            self._window.notice.show_notice("error", say(problem.words))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Media", text)
