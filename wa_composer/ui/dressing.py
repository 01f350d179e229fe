"""Puts the whole program into its colours: toolkit style, font, palette and style sheet."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from wa_composer.ui.shell_style import shell_stylesheet
from wa_composer.ui.style import stylesheet
from wa_composer.ui.theme import BASE_PX, DARK, LIGHT, Palette, real_family
from wa_composer.ui.widgets import access
from wa_composer.ui.widgets.focus_ring import FocusRing


def qpalette(palette: Palette) -> QPalette:
    """The palette as Qt's own, for all that no style sheet rule reaches."""
    roles = QPalette.ColorRole
    result = QPalette()
    for role, colour in (
        (roles.Window, palette.background),
        (roles.WindowText, palette.text),
        (roles.Base, palette.raised),
        (roles.AlternateBase, palette.hover),
        (roles.Text, palette.text),
        (roles.PlaceholderText, palette.muted),
        (roles.Button, palette.raised),
        (roles.ButtonText, palette.text),
        (roles.BrightText, palette.danger),
        (roles.Highlight, palette.accent),
        (roles.HighlightedText, palette.on_accent),
        (roles.Link, palette.accent),
        (roles.LinkVisited, palette.accent),
        (roles.ToolTipBase, palette.surface),
        (roles.ToolTipText, palette.text),
        (roles.Light, palette.raised),
        (roles.Midlight, palette.hover),
        (roles.Mid, palette.line),
        (roles.Dark, palette.edge),
        (roles.Accent, palette.accent),
    ):
        result.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.muted))
    return result


def prepare(app: QApplication, dark: bool) -> Palette:
    """Style, font and palette, without the style sheet: what widgets are to be made under.

    Under a sheet each widget is styled anew whenever it is put somewhere, so the window is made
    before `apply`.
    """
    palette = DARK if dark else LIGHT
    if app.findChild(FocusRing) is None:  # the first time
        app.setStyle("Fusion")  # one look on all systems
        FocusRing(app)
        access.install()
    font = app.font()
    font.setPixelSize(max(BASE_PX, QFontInfo(font).pixelSize()))
    font.setFamily(real_family(font))
    if font != app.font():
        app.setFont(font)
    colours = qpalette(palette)
    if app.palette() != colours:
        app.setPalette(colours)
    return palette


def apply(app: QApplication, dark: bool) -> Palette:
    """Dress the whole program in light or dark; may be called again at any time."""
    palette = prepare(app, dark)
    base_px = app.font().pixelSize()
    # One sheet for all: with a second one on the window, each widget would be matched with both.
    sheet = f"{stylesheet(palette, base_px)}\n{shell_stylesheet(palette, base_px)}"
    if sheet != app.styleSheet():  # else Qt would style every widget anew
        app.setStyleSheet(sheet)
    return palette
