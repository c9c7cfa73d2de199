"""A report: a page for people to open, the same as plain text, and a few lines that say what matters most."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.reports.markup import Markup, element, together
from tools.reports.table import Table

STYLE = Path(__file__).parent / "style.css"


@dataclass(frozen=True)
class Section:
    """A part of a report under a heading: what to know about it, and its tables."""

    heading: str
    says: str
    tables: Sequence[Table]

    @property
    def id(self) -> str:
        """What a link within the page goes to."""
        return "-".join(self.heading.lower().split())

    def markup(self) -> Markup:
        """The section as HTML."""
        tables = (table.markup() for table in self.tables)
        return element("section", element("h2", self.heading), element("p", self.says), *tables, id=self.id)

    def text(self) -> str:
        """The section as plain text."""
        return "\n\n".join((f"== {self.heading} ==", self.says, *(table.text() for table in self.tables)))


@dataclass(frozen=True)
class Report:
    """``name`` is its file's; ``says`` tells what is measured and how; ``summary`` are the lines that are printed."""

    name: str
    title: str
    says: str
    sections: Sequence[Section]
    summary: Sequence[str]

    def html(self) -> str:
        """The page; everything that it needs is in it."""
        links = (element("li", element("a", section.heading, href=f"#{section.id}")) for section in self.sections)
        way = element("nav", element("ul", *links), aria_label="Sections")
        parts = (section.markup() for section in self.sections)
        main = element("main", element("h1", self.title), element("p", self.says), way, *parts)
        return f"<!doctype html>\n{element('html', self._head(), element('body', main), lang='en')}\n"

    def text(self) -> str:
        """The report for a terminal."""
        return "\n\n".join((self.title, self.says, *(section.text() for section in self.sections))) + "\n"

    def _head(self) -> Markup:
        style = element("style", Markup(STYLE.read_text(encoding="utf-8")))
        about = (
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        )
        return element("head", together(about), element("title", self.title), style)
