"""News as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""

import json
from collections.abc import Iterator

from simulator.envelope import Json
from simulator.page.bulletin import News, Watcher
from simulator.page.live import Live

KEEP_ALIVE = 15.0
"""Seconds after which a comment is sent when there is no news, so that a page that is gone is noticed."""
RETRY_MS = 1000


def event_stream(live: Live, watcher: Watcher, since: int | None) -> Iterator[str]:
    """First the turns from this number on, if one is given, and the world; then whatever the watcher is told."""
    yield f"retry: {RETRY_MS}\n\n"
    missed = [] if since is None else live.turns(since)
    yield from (_written(News("turn", turn)) for turn in missed)
    yield _written(News("world", live.world()))
    while not watcher.lost:
        news = watcher.next(KEEP_ALIVE)
        yield _written(news) if news else ": still here\n\n"


def _written(news: News) -> str:
    number = f"id: {news.data['number']}\n" if news.kind == "turn" else ""
    return f"{number}event: {news.kind}\ndata: {_json(news.data)}\n\n"


def _json(data: Json) -> str:
    # One line: JSON in Python escapes line breaks within texts.
    return json.dumps(data, ensure_ascii=False)
