"""Places a scene's parts in a column: the bubble's box, what stands in it, the time, the buttons.

All sizes are whole device-independent px; scale the painter for other densities. The result keeps
no colours, so a change of theme only paints again.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from wa_composer.preview import media_blocks
from wa_composer.preview.block import Block
from wa_composer.preview.blocks import fills, measure
from wa_composer.preview.broken import Flow
from wa_composer.preview.dress import Face
from wa_composer.preview.flow import flow, one_line
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.nodes import Button, Scene, Span
from wa_composer.preview.placed import Box, Item, Placed
from wa_composer.preview.shapes import Bubble, Icon, Shade, Shape
from wa_composer.preview.theme import Metrics, look_of

_TIME_ROLES = ("meta", "on_scrim")


def layout(scene: Scene, width: int, fonts: Fonts) -> Placed:
    """Lays the scene out, as its look has it, in a chat column of `width` px.

    A column narrower than `metrics.narrowest_column` is laid out as if it were that wide.
    """
    metrics = look_of(scene.look).metrics
    faces = fonts.of(scene.look)
    return _Column(scene, max(int(width), metrics.narrowest_column), faces, metrics).placed()


@dataclass
class _Column:
    scene: Scene
    width: int
    fonts: Fonts
    metrics: Metrics
    boxes: list[Box] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    def placed(self) -> Placed:
        m = self.metrics
        most = int(min(self.width * m.share, m.widest, self.width - 2 * m.side))
        if self.scene.buttons or any(fills(part) for part in self.scene.parts):
            most = min(most, m.filled)
        room = media_blocks.room(self.scene.parts, most - m.pad_left - m.pad_right, m)
        blocks = [measure(part, room, self.fonts, m) for part in self.scene.parts]
        time = _Time(self.scene, self.fonts, m)
        inside = self._inside(blocks, time, room)
        bubble_width = round(inside + m.pad_left + m.pad_right + 0.49)
        left = self.width - m.side - bubble_width if self.scene.outgoing else m.side
        foot = self._stack(blocks, time, left, bubble_width)
        for button in self.scene.buttons:
            foot = self._button(button, left, foot, bubble_width)
        height = round(foot + 0.49) - m.above
        self._bubble(left, bubble_width, height)
        return Placed(self.width, m.above + height + m.below, tuple(self.boxes), tuple(self.items))

    def _inside(self, blocks: list[Block], time: _Time, room: float) -> float:
        """The width of the bubble's inside: as narrow as text allows, else all there is."""
        if self.scene.buttons or any(block.fills for block in blocks) or not blocks:
            return room
        wide = max(time.width, *(block.wide for block in blocks))
        beside = time.beside(blocks[-1], room)
        return min(room, max(wide, beside or 0.0))

    def _stack(self, blocks: list[Block], time: _Time, left: float, width: float) -> float:
        """Places the blocks and the time; answers where the buttons begin."""
        m = self.metrics
        y = float(m.above)
        previous: Block | None = None
        for block in blocks:
            y += _gap(previous, block, m)
            inset_left = m.pad_media if block.edge else m.pad_left
            inset_right = m.pad_media if block.edge else m.pad_right
            x, wide = left + inset_left, width - inset_left - inset_right
            self.items.extend(block.place(x, y, wide))
            self.boxes.append(Box(block.id, x, y, wide, block.height))
            y += block.height
            previous = block
        return self._time(previous, time, left, y, width)

    def _time(self, last: Block | None, time: _Time, left: float, y: float, width: float) -> float:
        m = self.metrics
        x = left + width - m.pad_right - time.width
        if last is not None and last.overlay:
            top, inset = y - last.height, m.pad_media
            wide = width - 2 * inset
            self.items.append(Shade(left + inset, top, wide, last.height, m.media_radius, m.shade))
            self._put_time(time, x - 2, y - time.height - 4, overlay=True)
            return y + m.pad_media
        beside = time.beside(last, width - m.pad_left - m.pad_right) if last else None
        if beside is None:
            top = y + (2 if last is not None and last.fills else 0)
            foot = top + time.height + m.pad_bottom - 4
        else:
            drop = m.time_drop if last is not None and last.id != "footer" else -1
            top = y - time.height + drop
            foot = y + m.pad_bottom
        self._put_time(time, x, top)
        return foot

    def _put_time(self, time: _Time, x: float, y: float, *, overlay: bool = False) -> None:
        self.items.extend(time.place(x, y, overlay=overlay))
        self.boxes.append(Box("time", x, y, time.width, time.height))

    def _button(self, button: Button, left: float, y: float, width: float) -> float:
        m = self.metrics
        self.items.append(Shape("divider", left, y, width, 1))
        face = Face(m.text, m.line, "button")
        room = width - 2 * m.pad_left - m.icon - 8
        label = self._label(button, room, face)
        start = left + (width - m.icon - 8 - label.wide) / 2
        top = y + 1 + (m.button - m.icon) / 2
        self.items.append(Icon(button.type, start, top, m.icon, "button"))
        words_top = y + 1 + (m.button - label.height) / 2
        self.items.extend(label.place(start + m.icon + 8, words_top, label.wide))
        self.boxes.append(Box(button.id, left, y, width, m.button + 1))
        return y + m.button + 1

    def _label(self, button: Button, room: float, face: Face) -> Flow:
        label = flow(button.spans, 4096, face, self.fonts)
        if label.wide <= room:
            return label
        if button.missing and len(button.spans) > 1:
            return flow(button.spans, room, face, self.fonts, lines_most=1)
        return one_line(button.label, room, face, self.fonts)

    def _bubble(self, left: float, width: float, height: float) -> None:
        m = self.metrics
        outgoing = self.scene.outgoing
        self.items.insert(
            0,
            Bubble(
                left,
                m.above,
                width,
                height,
                m.radius,
                m.tail,
                m.tail_width,
                m.tail_height,
                outgoing,
            ),
        )
        self.boxes.insert(0, Box("bubble", left, m.above, width, height))


class _Time:
    """The time and, for the sender's own view, its ticks."""

    def __init__(self, scene: Scene, fonts: Fonts, metrics: Metrics) -> None:
        self._metrics = metrics
        self._flows = {role: _time_flow(scene.time, role, fonts, metrics) for role in _TIME_ROLES}
        self._ticks = metrics.tick_width if scene.outgoing else 0
        self.width = self._flows["meta"].wide + self._ticks
        self.height = float(metrics.tiny_line)

    def beside(self, block: Block | None, room: float) -> float | None:
        """The width that the block's last line and the time take together; None if too wide."""
        if block is None or block.tail is None:
            return None
        both = block.tail + self._metrics.time_gap + self.width
        return both if both <= room + 0.5 else None

    def place(self, x: float, y: float, *, overlay: bool) -> list[Item]:
        items: list[Item] = []
        flowing = self._flows["on_scrim" if overlay else "meta"]
        items.extend(flowing.place(x, y, flowing.wide))
        if self._ticks:
            role = "on_scrim" if overlay else "ticks"
            size = self._metrics.tick
            at = x + self.width - size + 1
            items.append(Icon("ticks", at, y + (self.height - size) / 2, size, role))
        return items


def _time_flow(time: str, role: str, fonts: Fonts, metrics: Metrics) -> Flow:
    face = Face(metrics.tiny, metrics.tiny_line, role)
    return flow((Span(time),), 200, face, fonts)


def _gap(previous: Block | None, block: Block, metrics: Metrics) -> float:
    if previous is None:
        return metrics.pad_media if block.edge else metrics.pad_top
    if previous.edge != block.edge:
        return metrics.pad_top
    return metrics.part_gap
