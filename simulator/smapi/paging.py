"""Lists in pages: ``maxResults`` and ``nextToken`` of the query, and what the answer says about the next page."""

from collections.abc import Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar
from urllib.parse import urlencode

from simulator.envelope import Json
from simulator.smapi.errors import bad_request

Item = TypeVar("Item")


class Page(NamedTuple, Generic[Item]):
    """Some of a list, and the token of the next page, None on the last one."""

    items: Sequence[Item]
    next_token: str | None

    def context(self) -> Json:
        """The ``paginationContext``."""
        return {} if self.next_token is None else {"nextToken": self.next_token}

    def links(self, path: str, query: Mapping[str, str]) -> Json:
        """The ``_links``, with the same query for the next page."""
        links = {"self": {"href": _address(path, query)}}
        if self.next_token is not None:
            links["next"] = {"href": _address(path, {**query, "nextToken": self.next_token})}
        return links


def page(items: Sequence[Item], query: Mapping[str, str], *, default: int, most: int) -> Page[Item]:
    """The page that the query asks for; raises CallRefused when it asks for none that there is."""
    size = _whole(query, "maxResults", default)
    first = _whole(query, "nextToken", 0)
    if not 1 <= size <= most:
        raise bad_request(f"maxResults is from 1 to {most}.")
    if first > len(items):
        raise bad_request("nextToken was not given out: take it from the answer before.")
    following = first + size
    return Page(items[first:following], str(following) if following < len(items) else None)


def _whole(query: Mapping[str, str], name: str, default: int) -> int:
    text = query.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdecimal() and len(text) < 7):
        raise bad_request(f"{name} is not one that this service takes: {text[:40]!r}.")
    return int(text)


def _address(path: str, query: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(query)}" if query else path
