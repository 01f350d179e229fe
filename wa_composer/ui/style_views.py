"""The part of the style sheet for tables, lists and what scrolls."""

from __future__ import annotations

from wa_composer.ui.theme import Palette, scaled


def tables(p: Palette, px: int) -> str:
    row = scaled(28, px)
    return f"""
QTableView, QTreeView, QListView {{
    background: {p.surface}; border: 0; gridline-color: {p.line}; outline: 0;
    selection-background-color: {p.accent_soft}; selection-color: {p.text};
}}
QTableView::item {{
    border: 0; border-bottom: 1px solid {p.line}; padding: 0 {scaled(8, px)}px;
}}
QTableView::item:selected {{ background: {p.accent_soft}; color: {p.text}; }}
QHeaderView {{ background: {p.surface}; border: 0; }}
QHeaderView::section {{
    background: {p.surface}; color: {p.muted}; border: 0; border-bottom: 1px solid {p.line};
    padding: 0 {scaled(8, px)}px; min-height: {row}px; font-weight: 400;
}}
QTableCornerButton::section {{ background: {p.surface}; border: 0; }}
QTabWidget::pane {{ border: 0; }}
"""


def scrolling(p: Palette, px: int) -> str:
    return f"""
QScrollArea {{ background: transparent; border: 0; }}
QScrollArea > QWidget > QWidget[role="page"] {{ background: {p.background}; }}
QScrollBar {{ background: transparent; border: 0; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{
    background: {p.edge}; border: 3px solid transparent; border-radius: 6px;
    background-clip: padding;
}}
QScrollBar::handle:vertical {{ min-height: 32px; margin: 3px; border: 0; border-radius: 3px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; margin: 3px; border: 0; border-radius: 3px; }}
QScrollBar::handle:hover {{ background: {p.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
