"""The style sheet: one rule per role, made from a palette and the size of text.

Roles are dynamic properties (``setProperty("role", "card")``), so that a widget says what it is
and never how it looks. State is a property too: ``fault`` ("error" or "warning") tints a field,
``unavailable`` fades a button that stays focusable.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wa_composer.ui.style_views import scrolling, tables
from wa_composer.ui.theme import CHIP_MARGIN, RADIUS, Palette, fixed_family, scaled

__all__ = ["repolish", "set_state", "stylesheet"]


def stylesheet(palette: Palette, base_px: int) -> str:
    """The whole sheet for text of `base_px` device-independent pixels."""
    parts = (_texts, _frames, _fields, _popups, _buttons, tables, scrolling)
    return "\n".join(part(palette, base_px) for part in parts)


def set_state(widget: QWidget, name: str, value: str) -> None:
    """Set a property that rules look at; costs nothing when it has that value already."""
    if (widget.property(name) or "") != value:
        widget.setProperty(name, value)
        repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the rules see a changed property."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _texts(p: Palette, px: int) -> str:
    small = scaled(12, px)
    return f"""
QWidget {{ color: {p.text}; }}
QLabel {{ background: transparent; }}
QLabel[role="heading"] {{ font-size: {scaled(17, px)}px; font-weight: 700; }}
QLabel[role="title"] {{ font-weight: 700; }}
QLabel[role="label"] {{ font-size: {small}px; font-weight: 600; }}
QLabel[role="hint"], QLabel[role="muted"] {{ font-size: {small}px; color: {p.muted}; }}
QLabel[role="counter"] {{ font-size: {small}px; color: {p.muted}; }}
QLabel[role="fault"], QLabel[role="danger"] {{ font-size: {small}px; color: {p.danger}; }}
QLabel[role="warning"] {{ font-size: {small}px; color: {p.warning}; }}
QLabel[state="warning"] {{ color: {p.warning}; }}
QLabel[state="danger"] {{ color: {p.danger}; font-weight: 600; }}
QLabel[role="mono"], QLineEdit[role="mono"], QPlainTextEdit[role="mono"] {{
    font-family: "{fixed_family()}";
}}
QLabel[role="note"] {{
    font-size: {small}px; color: {p.warning}; background: {p.warning_soft};
    border-radius: {RADIUS.field}px; padding: {scaled(8, px)}px {scaled(12, px)}px;
}}
QToolTip {{
    color: {p.text}; background: {p.surface}; border: 1px solid {p.line};
    padding: 4px 8px; font-size: {small}px;
}}
"""


def _frames(p: Palette, px: int) -> str:
    return f"""
QMainWindow, QDialog, QWidget[role="page"] {{ background: {p.background}; }}
QWidget[role="panel"], QFrame[role="panel"] {{ background: {p.surface}; }}
QFrame[role="card"] {{
    background: {p.surface}; border: 1px solid {p.line}; border-radius: {RADIUS.card}px;
}}
QFrame[role="rail"] {{ background: {p.surface}; border: 0; border-right: 1px solid {p.line}; }}
QFrame[role="bar"] {{ background: {p.surface}; border: 0; border-top: 1px solid {p.line}; }}
QFrame[role="topbar"] {{ background: {p.surface}; border: 0; border-bottom: 1px solid {p.line}; }}
QFrame[role="rule"] {{ background: {p.line}; border: 0; }}
QFrame[role="notice"] {{
    background: {p.surface}; border: 1px solid {p.line}; border-radius: {RADIUS.card}px;
}}
QFrame[role="notice"][state="success"] {{
    background: {p.accent_soft}; border-color: {p.accent};
}}
QFrame[role="notice"][state="warning"] {{
    background: {p.warning_soft}; border-color: {p.warning};
}}
QFrame[role="notice"][state="danger"] {{
    background: {p.danger_soft}; border-color: {p.danger};
}}
QSplitter::handle {{ background: {p.line}; }}
QSplitter::handle:hover {{ background: {p.edge}; }}
"""


def _fields(p: Palette, px: int) -> str:
    inner = scaled(34, px) - 2
    side = scaled(10, px)
    arrow = scaled(30, px)
    high = scaled(7, px)  # beneath several lines one less: a box that grows leaves one free
    boxes = ("QLineEdit", "QPlainTextEdit", "QComboBox", "QSpinBox")

    def every(suffix: str) -> str:
        return ", ".join(box + suffix for box in boxes)

    return f"""
{every("")} {{
    color: {p.text}; background: {p.raised}; border: 1px solid {p.edge};
    border-radius: {RADIUS.field}px; selection-background-color: {p.accent};
    selection-color: {p.on_accent};
}}
QLineEdit, QComboBox, QSpinBox {{ min-height: {inner}px; }}
QLineEdit {{ padding: 0 {side - 2}px; }}
QComboBox {{ padding: 0 {side}px; }}
QPlainTextEdit {{ padding: {high}px {side}px {high - 1}px; }}
QPlainTextEdit[role="chips"] {{
    padding: {high - CHIP_MARGIN}px {side - CHIP_MARGIN}px {max(0, high - 1 - CHIP_MARGIN)}px;
}}
{every(":hover")} {{ border-color: {p.muted}; }}
{every(":focus")} {{ border-color: {p.focus}; }}
{every('[fault="warning"]')} {{ border-color: {p.warning}; background: {p.warning_soft}; }}
{every('[fault="error"]')} {{ border-color: {p.danger}; background: {p.danger_soft}; }}
{every('[fault="warning"]:focus')}, {every('[fault="error"]:focus')} {{
    border-color: {p.focus};
}}
{every(":disabled")} {{ color: {p.muted}; background: {p.hover}; border-color: {p.line}; }}
QSpinBox {{ max-height: {inner}px; }}
QComboBox QLineEdit, QSpinBox QLineEdit {{
    border: 0; border-radius: 0; background: transparent; padding: 0; min-height: 0;
}}
QComboBox:editable {{ padding: 0 {side - 2}px; }}
QComboBox::drop-down {{
    subcontrol-origin: border; subcontrol-position: center right; width: {arrow}px; border: 0;
}}
QComboBox::down-arrow {{ image: none; width: 0; height: 0; }}
QSpinBox::up-button, QSpinBox::down-button {{
    subcontrol-origin: border; width: {scaled(24, px)}px; height: {scaled(17, px)}px;
    border: 0; background: transparent;
}}
QSpinBox::up-button {{ subcontrol-position: top right; }}
QSpinBox::down-button {{ subcontrol-position: bottom right; }}
QSpinBox::up-arrow, QSpinBox::down-arrow {{ image: none; width: 0; height: 0; }}
QCheckBox {{ spacing: {scaled(8, px)}px; }}
"""


def _popups(p: Palette, px: int) -> str:
    row = scaled(28, px)
    return f"""
QComboBox {{ combobox-popup: 0; }}
QAbstractItemView[role="popup"], QComboBox QAbstractItemView {{
    background: {p.raised}; border: 1px solid {p.line}; border-radius: 0; padding: 2px;
    outline: 0; color: {p.text}; selection-background-color: {p.accent_soft};
    selection-color: {p.text};
}}
QAbstractItemView[role="popup"]::item, QComboBox QAbstractItemView::item {{
    min-height: {row}px; padding: 0 {scaled(8, px)}px; border: 0;
    border-radius: {RADIUS.field - 2}px;
}}
QAbstractItemView[role="popup"]::item:hover, QComboBox QAbstractItemView::item:hover {{
    background: {p.hover}; color: {p.text};
}}
QAbstractItemView[role="popup"]::item:selected, QComboBox QAbstractItemView::item:selected {{
    background: {p.accent_soft}; color: {p.text};
}}
QMenuBar {{ background: {p.surface}; color: {p.text}; border-bottom: 1px solid {p.line}; }}
QMenuBar::item {{ padding: 4px 10px; background: transparent; border-radius: 5px; }}
QMenuBar::item:selected {{ background: {p.hover}; }}
QMenu {{
    background: {p.raised}; border: 1px solid {p.line}; padding: 4px; color: {p.text};
}}
QMenu::item {{ padding: 6px {scaled(20, px)}px 6px {scaled(12, px)}px; border-radius: 5px; }}
QMenu::item:selected {{ background: {p.accent_soft}; }}
QMenu::item:disabled {{ color: {p.muted}; }}
QMenu::separator {{ height: 1px; background: {p.line}; margin: 4px 8px; }}
"""


def _buttons(p: Palette, px: int) -> str:
    inner = scaled(34, px) - 2
    small = scaled(28, px) - 2
    side = scaled(14, px)
    return f"""
QPushButton, QPushButton[role="plain"] {{
    min-height: {inner}px; padding: 0 {side}px; font-weight: 600; color: {p.text};
    background: {p.raised}; border: 1px solid {p.edge}; border-radius: {RADIUS.button}px;
}}
QPushButton:hover {{ background: {p.hover}; }}
QPushButton:pressed {{ background: {p.track}; }}
QPushButton:focus {{ border-color: {p.focus}; }}
QPushButton:disabled {{ color: {p.muted}; border-color: {p.line}; background: transparent; }}
QPushButton[role="primary"] {{
    min-height: {inner + 2}px; color: {p.on_accent}; background: {p.accent};
    border-color: {p.accent};
}}
QPushButton[role="primary"]:hover {{
    background: {p.accent_hover}; border-color: {p.accent_hover};
}}
QPushButton[role="primary"]:focus {{ border-color: {p.focus}; }}
QPushButton[role="primary"][unavailable="true"], QPushButton[role="primary"]:disabled {{
    color: {p.on_accent_idle}; background: {p.accent_idle}; border-color: {p.accent_idle};
}}
QPushButton[role="primary"][unavailable="true"]:focus {{ border-color: {p.focus}; }}
QPushButton[role="danger"] {{ color: {p.danger}; border-color: {p.danger}; }}
QPushButton[role="quiet"], QPushButton[role="add"] {{
    min-height: {small}px; padding: 0 {scaled(10, px)}px; background: transparent;
    border-color: transparent; color: {p.accent};
}}
QPushButton[role="add"] {{ padding: 0 {scaled(8, px)}px 0 1px; }}
QPushButton[role="quiet"]:hover, QPushButton[role="add"]:hover {{
    background: {p.accent_soft};
}}
QPushButton[role="quiet"]:disabled, QPushButton[role="add"]:disabled {{
    color: {p.muted}; background: transparent;
}}
QPushButton[role="quiet"]:focus, QPushButton[role="add"]:focus {{ border-color: {p.focus}; }}
QPushButton[role="link"] {{
    min-height: {small}px; padding: 0 2px; background: transparent; border-color: transparent;
    font-weight: 400; color: {p.accent}; text-align: left; border-radius: 4px;
}}
QPushButton[role="link"][state="danger"] {{ color: {p.danger}; }}
QPushButton[role="link"][state="muted"] {{ color: {p.muted}; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border-color: {p.focus}; }}
QToolButton {{
    background: transparent; border: 1px solid transparent; border-radius: {RADIUS.button}px;
    padding: 4px; color: {p.muted};
}}
QToolButton:hover {{ background: {p.hover}; }}
QToolButton:pressed {{ background: {p.track}; }}
QToolButton:focus {{ border-color: {p.focus}; }}
QToolButton[role="square"] {{
    min-width: {inner - 8}px; min-height: {inner - 8}px;
}}
QToolButton[role="rail"] {{
    color: {p.muted}; font-size: {scaled(11, px)}px; padding: 6px 2px; min-width: 48px;
}}
QToolButton[role="rail"]:checked {{
    color: {p.accent}; background: {p.accent_soft}; font-weight: 700;
}}
QToolButton[role="rail"]:focus {{ border-color: {p.focus}; }}
"""
