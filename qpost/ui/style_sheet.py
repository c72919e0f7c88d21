"""Why: what a palette cannot say (radius, roles, focus rings), in one small sheet made from tokens."""

from qpost.ui.tokens import RADIUS_CARD, RADIUS_CONTROL, RADIUS_INPUT, Tokens

_SHEET = """
QWidget#shell, QWidget[surface="background"] {{ background: {background}; }}
QFrame[surface="panel"], QWidget[surface="panel"] {{ background: {panel}; }}
QFrame[surface="card"] {{ background: {panel}; border: 1px solid {line}; border-radius: {card}px; }}
QFrame[surface="card"][emphasis="true"] {{ border: 1px solid {accent}; }}
QFrame[edge="bottom"] {{ border: none; border-bottom: 1px solid {line}; }}
QFrame[edge="top"] {{ border: none; border-top: 1px solid {line}; }}
QFrame[edge="left"] {{ border: none; border-left: 1px solid {line}; }}
QFrame[edge="right"] {{ border: none; border-right: 1px solid {line}; }}
QLabel {{ background: transparent; }}
QLabel[ink="2"] {{ color: {ink2}; }}
QLabel[ink="3"] {{ color: {ink3}; }}
QLabel[ink="red"] {{ color: {red}; }}
QLabel[ink="amber"] {{ color: {amber}; }}
QLabel[ink="green"] {{ color: {green}; }}
QLabel[type="tiny"] {{ font-size: 8.25pt; }}
QLabel[type="small"], QPushButton[type="small"] {{ font-size: 9pt; }}
QLabel[type="large"] {{ font-size: 10.5pt; font-weight: 600; }}
QLabel[type="title"] {{ font-size: 12pt; font-weight: 600; }}
QLabel[type="heading"] {{ font-size: 15pt; font-weight: 600; }}
QLabel[chip="amber"] {{ color: {amber}; background: {amber_soft}; border-radius: 4px; padding: 1px 6px; }}
QLabel[chip="green"] {{ color: {green}; background: {green_soft}; border-radius: 4px; padding: 1px 6px; }}
QLabel[chip="red"] {{ color: {red}; background: {red_soft}; border-radius: 4px; padding: 1px 6px; }}
QLabel[chip="accent"] {{ color: {accent}; background: {accent_soft}; border-radius: 4px; padding: 1px 6px; }}
QLabel[chip="plain"] {{ color: {ink2}; background: {sunken}; border-radius: 4px; padding: 1px 6px; }}
QFrame[banner="amber"] {{ background: {amber_soft}; border-radius: {control}px; }}
QFrame[banner="amber"] QLabel {{ color: {amber}; }}
QFrame[banner="red"] {{ background: {red_soft}; border-radius: {control}px; }}
QFrame[banner="red"] QLabel {{ color: {red}; }}
QFrame[banner="accent"] {{ background: {accent_soft}; border-radius: {control}px; }}
QFrame[banner][bar="true"] {{ border-radius: 0; }}
QFrame[bubble="theirs"] {{ background: {panel}; border: 1px solid {line}; border-radius: {input}px; }}
QFrame[bubble="ours"] {{ background: {accent_soft}; border: none; border-radius: {input}px; }}
QFrame[bubble="notice"] {{ background: {sunken}; border: none; border-radius: {input}px; }}

QPushButton {{
    background: {panel}; color: {ink}; border: 1px solid {line_strong};
    border-radius: {control}px; padding: 5px 12px; min-height: 18px;
}}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {sunken}; }}
QPushButton:disabled {{ color: {ink3}; border-color: {line}; }}
QPushButton:focus {{ border: 1px solid {accent}; }}
QPushButton::menu-indicator {{ width: 0; }}
QPushButton[role="primary"] {{
    background: {accent}; color: {on_accent}; border: 1px solid {accent}; font-weight: 600;
}}
QPushButton[role="primary"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {ink}; padding: 4px 11px; }}
QPushButton[role="primary"]:disabled {{ background: {sunken}; color: {ink3}; border-color: {sunken}; }}
QPushButton[role="danger"] {{ color: {red}; border-color: {red}; }}
QPushButton[role="quiet"] {{ background: transparent; border: 1px solid transparent; color: {ink2}; }}
QPushButton[role="quiet"]:hover {{ background: {hover}; color: {ink}; }}
QPushButton[role="quiet"]:focus {{ border-color: {accent}; }}
QPushButton[role="link"] {{
    background: transparent; border: 1px solid transparent; color: {accent}; padding: 1px 2px; min-height: 0;
}}
QPushButton[role="link"][ink="2"] {{ color: {ink2}; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border: 1px solid {accent}; border-radius: 4px; }}
QPushButton[role="link"]:disabled {{ color: {ink3}; }}

QPushButton[choice="true"]:checked {{
    background: {accent_soft}; border: 1px solid {accent}; color: {accent}; font-weight: 600;
}}
QPushButton[choice="true"]:focus {{ border: 2px solid {accent}; padding: 4px 11px; }}
QLabel[trail="now"] {{ color: {accent}; font-weight: 600; }}
QLabel[trail="other"] {{ color: {ink2}; }}
QFrame[segments="true"] {{ background: {sunken}; border-radius: {control}px; border: none; }}
QPushButton[segment="true"] {{
    background: transparent; border: 1px solid transparent; border-radius: 5px; color: {ink2};
    padding: 4px 12px; margin: 2px; min-height: 18px;
}}
QPushButton[segment="true"][tight="true"] {{ padding: 4px 6px; }}
QPushButton[segment="true"]:hover {{ color: {ink}; }}
QPushButton[segment="true"]:checked {{
    background: {segment}; color: {ink}; border: 1px solid {line}; font-weight: 600;
}}
QPushButton[segment="true"]:focus {{ border: 1px solid {accent}; }}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox, QAbstractSpinBox {{
    background: {panel}; color: {ink}; border: 1px solid {line_strong}; border-radius: {input}px;
    padding: 5px 9px; min-height: 18px; selection-background-color: {accent};
    selection-color: {on_accent}; placeholder-text-color: {ink2};
}}
QLineEdit[password="true"] {{ lineedit-password-character: 8226; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QAbstractSpinBox:focus {{
    border: 1px solid {accent};
}}
QLineEdit[fault="true"], QPlainTextEdit[fault="true"] {{ border: 1px solid {red}; }}
QToolButton[reveal="true"] {{
    background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 2px;
}}
QToolButton[reveal="true"]:hover {{ background: {hover}; }}
QToolButton[reveal="true"]:focus {{ border-color: {accent}; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ color: {ink3}; background: {background}; }}
QLineEdit[search="true"] {{ background: {sunken}; border: 1px solid {sunken}; }}
QLineEdit[search="true"]:focus {{ background: {panel}; border: 1px solid {accent}; }}
QTextEdit[plain="true"] {{
    border: none; background: transparent; border-radius: 0; padding: 0; min-height: 0; color: {ink};
}}
QFrame[editor="true"] {{ background: {panel}; border: 1px solid {line_strong}; border-radius: {input}px; }}
QFrame[editor="true"][active="true"] {{ border: 1px solid {accent}; }}
QFrame[editor="true"] QLineEdit, QFrame[editor="true"] QPlainTextEdit {{
    border: none; background: transparent; border-radius: 0;
}}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{arrow}"); width: 12px; height: 12px; }}
QCheckBox, QRadioButton {{ spacing: 8px; background: transparent; padding: 1px 0; }}
QCheckBox::indicator {{
    width: 14px; height: 14px; border: 1px solid {ink3}; border-radius: 4px; background: {panel};
}}
QCheckBox::indicator:hover {{ border-color: {accent}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{tick}"); }}
QCheckBox::indicator:focus {{ border: 2px solid {ink}; width: 12px; height: 12px; }}
QCheckBox::indicator:disabled {{ border-color: {line_strong}; background: {sunken}; }}
QCheckBox:disabled {{ color: {ink3}; }}
QRadioButton::indicator {{
    width: 14px; height: 14px; border: 1px solid {ink3}; border-radius: 8px; background: {panel};
}}
QRadioButton::indicator:hover {{ border-color: {accent}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {accent}; }}
QRadioButton::indicator:disabled {{ border-color: {line_strong}; background: {sunken}; }}
QRadioButton {{ border: 1px solid transparent; border-radius: 4px; padding: 2px 4px; }}
QRadioButton:focus {{ border: 1px solid {accent}; }}
QRadioButton:disabled {{ color: {ink2}; }}
QTableView, QListView, QTreeView {{ background: {panel}; border: none; outline: none; }}
QTableView[figures="true"] QHeaderView {{ background: {panel}; border: none; }}
QTableView[figures="true"] QHeaderView::section {{
    background: {panel}; color: {ink2}; border: none; border-bottom: 1px solid {line}; padding: 6px 11px;
}}
QTableView[dense="true"] QHeaderView::section {{ font-size: 8.25pt; padding: 4px 8px; }}
QTableView[figures="true"]::item {{ border-bottom: 1px solid {line}; padding: 0 8px; color: {ink}; }}
QTableView[figures="true"]::item:selected {{ background: {accent_soft}; color: {ink}; }}
QListView::item {{ padding: 5px 8px; border-radius: 4px; color: {ink}; }}
QListView::item:hover {{ background: {hover}; }}
QListView::item:selected {{ background: {accent_soft}; color: {ink}; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget[surface="background"] {{ background: {background}; }}
QSplitter::handle {{ background: {line}; }}
QToolTip {{
    background: {panel}; color: {ink}; border: 1px solid {line_strong}; padding: 4px 6px;
}}
QMenu {{
    background: {panel}; color: {ink}; border: 1px solid {line_strong};
    border-radius: {control}px; padding: 4px;
}}
QMenu::item {{ padding: 6px 26px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {ink}; }}
QMenu::item:disabled {{ color: {ink3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QFrame#rail {{ background: {panel}; border: none; border-right: 1px solid {line}; }}
QToolButton[rail="true"] {{
    background: transparent; color: {ink2}; border: 1px solid transparent; border-radius: {input}px;
    padding: 6px 2px 4px 2px;
}}
QToolButton[rail="true"]:hover {{ background: {hover}; }}
QToolButton[rail="true"]:checked {{ background: {accent_soft}; color: {accent}; }}
QToolButton[rail="true"]:focus {{ border: 1px solid {accent}; }}
QFrame#corner {{ background: {panel}; border: 1px solid {line_strong}; }}
QFrame#corner QPushButton {{ padding: 0; }}
QFrame#toast {{ background: {ink}; border-radius: {input}px; }}
QFrame#toast QLabel {{ color: {panel}; }}
QFrame#toast QPushButton {{
    background: transparent; border: 1px solid transparent; color: {toast_action}; font-weight: 600;
}}
QFrame#toast QPushButton:hover {{ text-decoration: underline; }}
QFrame#toast QPushButton:focus {{ border-color: {toast_action}; }}
QScrollBar:vertical {{ background: transparent; border: none; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; border: none; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {line_strong}; border: none; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {ink3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; background: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QProgressBar {{ background: {sunken}; border: none; border-radius: 2px; max-height: 4px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}
"""
_CONTRAST_SHEET = """
QFrame[banner], QFrame[bubble="ours"], QFrame[bubble="notice"], QFrame[segments="true"], QLabel[chip],
QLineEdit[search="true"], QPushButton[role="quiet"], QProgressBar {{ border: 1px solid {ink}; }}
QFrame[bubble="ours"], QToolButton[rail="true"]:checked, QMenu::item:selected, QListView::item:selected,
QTableView[figures="true"]::item:selected {{ border: 1px solid {accent}; }}
QPushButton[segment="true"]:checked, QPushButton[choice="true"]:checked {{
    background: {accent}; color: {on_accent};
}}
QPushButton:focus {{ border: 2px solid {accent}; padding: 4px 11px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QToolButton:focus {{ border: 2px solid {accent}; }}
QFrame#toast {{ background: {panel}; border: 2px solid {ink}; }}
QFrame#toast QLabel {{ color: {ink}; }}
QFrame#toast QPushButton {{ color: {accent}; }}
"""


def style_sheet(tokens: Tokens, *, arrow_path: str, tick_path: str) -> str:
    """Return the application's style sheet; the paths are the drop-down's and the check box's pictures."""
    colours = {name: getattr(tokens, name) for name in tokens.__struct_fields__}
    sheet = _SHEET + _CONTRAST_SHEET if tokens.is_contrast else _SHEET
    return sheet.format(
        **colours,
        segment=tokens.line if tokens.is_dark else tokens.panel,
        toast_action="#3457d5" if tokens.is_dark else "#9ab1ff",
        card=RADIUS_CARD,
        control=RADIUS_CONTROL,
        input=RADIUS_INPUT,
        arrow=arrow_path,
        tick=tick_path,
    )
