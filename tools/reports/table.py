"""Tables that read well aloud too: a caption, a header to each column, and one to each row."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape

from tools.reports.markup import Content, Markup, element, together

EMPTY = "nothing"
"""What stands in the place of a table without rows."""
LONG = 32
"""Characters of a cell that would be a narrow column of many lines on a phone."""
_TAGS = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Table:
    """Rows of cells under a caption. The first cell of a row names it; numbers stand to the right.

    ``folded``: only the caption shows until somebody opens it.
    """

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Content]]
    folded: bool = False

    def markup(self) -> Markup:
        """The table as HTML; one that is too wide for its place can be moved sideways, by keyboard too."""
        if not self.rows:
            return element("p", element("b", f"{self.caption}: "), EMPTY)
        table = element("div", self._table(), class_="wide", role="region", tabindex="0", aria_label=self.caption)
        if not self.folded:
            return table
        return element("details", element("summary", f"{self.caption} ({len(self.rows)})"), table)

    def text(self) -> str:
        """The table as plain text, a row a line."""
        lines = [[plain(cell) for cell in row] for row in (self.columns, *self.rows)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        written = (_line(cells, row, widths) for cells, row in zip(lines, (self.columns, *self.rows), strict=True))
        return "\n".join((f"{self.caption}:", *(written if self.rows else (f"  {EMPTY}",))))

    def _table(self) -> Markup:
        numbers = [any(not isinstance(cell, str) for cell in column) for column in zip(*self.rows, strict=True)]
        columns = zip(self.columns, numbers, strict=True)
        head = (element("th", name, scope="col", class_="number" if right else None) for name, right in columns)
        body = together(element("tr", *_cells(row)) for row in self.rows)
        return element(
            "table", element("caption", self.caption), element("thead", element("tr", *head)), element("tbody", body)
        )


def _cells(row: Sequence[Content]) -> Iterable[Markup]:
    yield element("th", row[0], scope="row", class_=_class(row[0]))
    yield from (element("td", cell, class_=_class(cell)) for cell in row[1:])


def _class(cell: Content) -> str | None:
    """Numbers stand to the right, and long text needs room."""
    if not isinstance(cell, str):
        return "number"
    return "long" if len(plain(cell)) > LONG else None


def _line(cells: Sequence[str], row: Sequence[Content], widths: Sequence[int]) -> str:
    aligned = (
        cell.ljust(width) if isinstance(content, str) else cell.rjust(width)
        for cell, content, width in zip(cells, row, widths, strict=True)
    )
    return f"  {'  '.join(aligned)}".rstrip()


def plain(cell: Content) -> str:
    """The words of a cell."""
    return unescape(_TAGS.sub("", together([cell])))


def share(part: int, whole: int) -> Markup:
    """How much of something there is: a bar for the eye, the percentage, and the numbers."""
    if not whole:
        return Markup("none there")
    bar = element("meter", value=f"{part / whole:.4f}", aria_hidden="true")
    return together((bar, f" {part / whole:.1%} ({part} of {whole})"))


def said(words: str, language: str) -> Markup:
    """What somebody said, marked as being of a language."""
    return element("q", words, lang=language)
