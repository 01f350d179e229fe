"""The window's own part of the style sheet: rail, bars, log, phone column. Roles from theme."""

from __future__ import annotations

from wa_composer.ui.style import repolish
from wa_composer.ui.theme import BASE_PX, RADIUS, Palette, scaled

__all__ = ["repolish", "shell_stylesheet"]


def shell_stylesheet(palette: Palette, base_px: int = BASE_PX) -> str:
    """Rules for the frame around the form, for text of `base_px` pixels; for the window only."""
    parts = (_frame, _bars, _log, _picture, _accounts)
    return "\n".join(part(palette, base_px) for part in parts)


def _frame(p: Palette, px: int) -> str:
    return f"""
#shell, #formColumn, #formArea, #formInner {{ background: {p.background}; border: 0; }}
#rail {{ background: {p.surface}; border: 0; border-right: 1px solid {p.line}; }}
#railButton {{
    color: {p.muted}; background: transparent; border: 1px solid transparent;
    border-radius: {RADIUS.button}px; padding: 7px 0 4px 0;
    font-size: {scaled(11, px)}px; font-weight: 500;
}}
#railButton:hover {{ background: {p.hover}; color: {p.text}; }}
#railButton:checked {{ background: {p.accent_soft}; color: {p.accent}; font-weight: 700; }}
#railButton:focus {{ border-color: {p.focus}; }}
#railButton::menu-indicator {{ image: none; width: 0; }}
"""


def _bars(p: Palette, px: int) -> str:
    tones = {
        "ok": (p.accent_soft, p.accent),
        "warn": (p.warning_soft, p.warning),
        "error": (p.danger_soft, p.danger),
        "info": (p.surface, p.muted),
    }
    rules = [
        f"""
#actionBar {{ background: {p.surface}; border: 0; border-top: 1px solid {p.line}; }}
#noticeSign {{ font-weight: 700; font-size: {scaled(15, px)}px; }}
#noticeDetails {{
    background: {p.surface}; border: 1px solid {p.line}; font-size: {scaled(12, px)}px;
}}
#noticeMore {{
    border: 0; border-radius: 6px; padding: 3px 8px; font-weight: 600; color: {p.text};
    background: {p.surface}; font-size: {scaled(12, px)}px;
}}
#noticeMore:hover {{ background: {p.hover}; }}
#notice QPushButton {{ min-height: {scaled(26, px)}px; padding: 0 {scaled(10, px)}px; }}
"""
    ]
    for level, (soft, strong) in tones.items():
        rules.append(
            f"""
#notice[level="{level}"] {{ background: {soft}; border: 0; border-top: 2px solid {strong}; }}
#notice[level="{level}"] #noticeSign {{ color: {strong}; }}
"""
        )
    return "".join(rules)


def _log(p: Palette, px: int) -> str:
    return f"""
#logPane {{ background: {p.surface}; border: 0; }}
#logTable::item {{ padding: 0 5px; }}
#logTable::item:hover {{ background: {p.hover}; }}
#logTable::item:selected {{ background: {p.accent_soft}; }}
#logSearch {{ min-height: {scaled(26, px)}px; min-width: {scaled(170, px)}px; }}
#logPane QPushButton[role="quiet"] {{ font-weight: 500; min-height: {scaled(26, px)}px; }}
#logPane QPushButton[role="quiet"]:disabled {{ color: {p.edge}; }}
#shellSplitter::handle {{ background: {p.surface}; border-top: 1px solid {p.line}; }}
#shellSplitter::handle:hover {{ background: {p.hover}; }}
"""


def _picture(p: Palette, px: int) -> str:
    return f"""
#pictureColumn {{ background: {p.surface}; border: 0; border-left: 1px solid {p.line}; }}
#pictureHead {{ background: {p.surface}; border: 0; border-bottom: 1px solid {p.line}; }}
#phoneScroll, #phoneScroll > QWidget {{ background: transparent; border: 0; }}
#requestText {{
    background: {p.background}; border: 1px solid {p.line}; border-radius: {RADIUS.card}px;
}}
"""


def _accounts(p: Palette, px: int) -> str:
    return f"""
#accountList {{ background: transparent; border: 0; outline: 0; }}
#accountList::item {{
    min-height: {scaled(32, px)}px; padding: 0 6px; border: 0;
    border-radius: {RADIUS.field}px; color: {p.text};
}}
#accountList::item:hover {{ background: {p.hover}; }}
#templatesPage {{ background: {p.background}; }}
#templateSide {{ background: {p.surface}; border: 0; border-right: 1px solid {p.line}; }}
#templateList, #reviewList {{ background: transparent; border: 0; outline: 0; }}
#reviewList::item {{
    min-height: {scaled(32, px)}px; padding: 0 8px; border: 0;
    border-radius: {RADIUS.field}px; color: {p.text};
}}
#reviewList::item:hover {{ background: {p.hover}; }}
#reviewList::item:selected {{ background: {p.accent_soft}; color: {p.text}; }}
#accountList::item:selected {{ background: {p.accent_soft}; color: {p.text}; }}
#swatch {{ padding: 0; border: 2px solid transparent; border-radius: 16px; }}
#swatch:checked {{ border-color: {p.text}; background: transparent; }}
#swatch:focus {{ border-color: {p.focus}; }}
"""
