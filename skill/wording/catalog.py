"""Messages by id, looked up along a chain: what a locale says differently, then its language, then English.

The sources are ``skill/languages/<language>/{said,messages}.po``, with ``said.<locale>.po`` where a region differs;
``python -m tools.compile_words`` makes the ``.mo`` files that are read here. Their format is described in the manual
of GNU gettext ("The Format of GNU MO Files"); the standard library's reader takes four times as long, because it can
do much that we don't need.
"""

import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache

from skill.errors import WordsMissing
from skill.languages import ALSO_LIKE, FALLBACK, FOLDER, nearest


class Catalog:
    """The messages of one kind (``said`` or ``messages``) for one locale, as texts by id: the first that has it."""

    def __init__(self, chain: tuple[dict[str, str], ...]) -> None:
        self._chain = chain

    def message(self, id_: str) -> str | None:
        """The message's text, or None when no catalogue of the chain has it."""
        for texts in self._chain:
            if text := texts.get(id_):
                return text
        return None


def catalog(kind: str, locale: str) -> Catalog:
    """The catalogue of a kind for a locale such as ``de-DE``.

    A locale that is not installed speaks its language, a language that is not installed English. Raises
    ``WordsMissing`` when the catalogues were not compiled.
    """
    return _catalog(kind, nearest(locale))


@cache
def _catalog(kind: str, locale: str) -> Catalog:
    language = locale.partition("-")[0]
    own = (f"{kind}.{locale}", f"{kind}.{ALSO_LIKE.get(locale, locale)}", kind)
    files = dict.fromkeys(f"{FOLDER}/{language}/{name}.mo" for name in own)
    try:
        otherwise = _texts(f"{FOLDER}/{FALLBACK}/{kind}.mo")
    except FileNotFoundError as missing:
        raise WordsMissing(f"{kind}.mo is missing in {FOLDER}/{FALLBACK}: run 'make words'") from missing
    return Catalog((*_those_that_exist(files), otherwise))


def _those_that_exist(files: Iterable[str]) -> Iterator[dict[str, str]]:
    for file in files:
        with suppress(FileNotFoundError):
            yield _texts(file)


@cache
def _texts(file: str) -> dict[str, str]:
    """What a compiled catalogue says, by id: two tables of lengths and places, and the texts that stand there."""
    with open(file, "rb") as stream:  # noqa: PTH123 - pathlib takes longer to load than all the words
        content = stream.read()
    count, ids, texts = struct.unpack_from("<3I", content, 8)
    return dict(zip(_column(content, ids, count), _column(content, texts, count), strict=True))


def _column(content: bytes, table: int, count: int) -> list[str]:
    numbers = struct.unpack_from(f"<{2 * count}I", content, table)
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return [content[start : start + length].decode() for length, start in pairs]
