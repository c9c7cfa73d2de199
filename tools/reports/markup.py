"""HTML that cannot be broken by what is put into it: whatever is not markup already is escaped."""

from collections.abc import Iterable
from html import escape

_VOID = ("meta",)
"""Elements that hold nothing and have no end."""


class Markup(str):
    """A piece of HTML that is safe as it is; plain text is not."""

    __slots__ = ()


Content = str | int | float
"""Text, a number (one that is not whole is written with two digits after the point), or markup."""


def element(tag: str, *content: Content, **attributes: str | None) -> Markup:
    """An element. An attribute that is None is left out; ``class_`` is written class, ``aria_label`` aria-label."""
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    if tag in _VOID:
        return Markup(f"<{tag}{given}>")
    return Markup(f"<{tag}{given}>{together(content)}</{tag}>")


def together(content: Iterable[Content]) -> Markup:
    """Pieces in a row: markup as it is, all else escaped."""
    return Markup("".join(_written(piece) for piece in content))


def _written(piece: Content) -> str:
    if isinstance(piece, Markup):
        return piece
    return f"{piece:.2f}" if isinstance(piece, float) else escape(str(piece))
