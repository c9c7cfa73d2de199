"""Reading a page as a browser does, and refusing what it would only guess at."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "img", "br", "hr", "input"}
LOADS = {"src", "srcset", "data", "poster", "action"}
"""Attributes that make a browser fetch something."""


@dataclass
class Table:
    """A table as it is read: its caption, the scopes of its headers, and its cells by row."""

    caption: str = ""
    scopes: list[tuple[str, str | None]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


class Page(HTMLParser):
    """A page that was read to its end; AssertionError for an element that is not closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Table] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.words = ""
        self.loads: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert len(given) == len(attrs), tag
        self.tags.append(tag)
        self.ids += [id_] if (id_ := given.get("id")) else []
        self.links += [link] if tag == "a" and (link := given.get("href")) else []
        self.loads += [name for name in given if name in LOADS or name.startswith("on")]
        self._in_table(tag, given)
        if tag not in VOID:
            self._open.append(tag)

    def _in_table(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "table":
            self.tables.append(Table())
        elif tag == "tr":
            self.tables[-1].rows.append([])
        elif tag in ("th", "td"):
            self.tables[-1].rows[-1].append("")
            self.tables[-1].scopes.append((tag, given.get("scope")))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        if {"style", "script"} & set(self._open):
            self.loads += [word for word in ("@import", "url(") if word in data]
            return
        self.words += data
        if "caption" in self._open:
            self.tables[-1].caption += data
        elif {"th", "td"} & set(self._open):
            self.tables[-1].rows[-1][-1] += data


def read(text: str) -> Page:
    """The page, once it is shown to be whole, to load nothing, and to have tables that can be read aloud."""
    assert text.startswith("<!doctype html>\n<html lang=")
    page = Page(text)
    assert page.loads == []
    assert "script" not in page.tags
    assert "link" not in page.tags
    assert set(page.links) <= {f"#{id_}" for id_ in page.ids}
    assert len(set(page.ids)) == len(page.ids)
    assert page.tags.count("h1") == page.tags.count("main") == page.tags.count("title") == 1
    for table in page.tables:
        assert table.caption
        heads = len(table.rows[0])
        assert table.scopes[:heads] == [("th", "col")] * heads
        assert table.scopes[heads:] == [("th", "row"), *[("td", None)] * (heads - 1)] * (len(table.rows) - 1)
    return page
