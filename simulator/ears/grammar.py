"""A small notation for spoken forms of dates and times, and its reader.

``[on] (last|past) <weekday>``: words as they are, ``[...]`` may be left out, ``(a|b)`` is a choice, ``<name>`` is a
category that reads a value from the words (a month, a number). Brackets may be nested. Every form has the name of a
rule, which makes the slot value out of what the categories read.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from simulator.ears.words import Word, keys_of

Category = Callable[[Sequence[Word], int], Iterable[tuple[int, int]]]
"""Reads from a word on: pairs of (end, exclusive; the value read)."""

_CATEGORY = re.compile(r"<(\w+)>")
_TOKEN = re.compile(r"<\w+>|[\[\]()|]|[^\s\[\]()|<>]+")


class Form(NamedTuple):
    """One form found: its place in the table, where it ends, its rule, and what each category read, by name."""

    order: int
    end: int
    rule: str
    read: dict[str, int]


@dataclass
class _Node:
    words: dict[str, "_Node"] = field(default_factory=dict)
    categories: dict[str, "_Node"] = field(default_factory=dict)
    rules: list[tuple[int, str]] = field(default_factory=list)

    def after(self, token: str) -> "_Node":
        if token.startswith("<"):
            return self.categories.setdefault(token[1:-1], _Node())
        node = self
        for key in keys_of(token):
            node = node.words.setdefault(key, _Node())
        return node


class Grammar:
    """Forms compiled into one tree, so that reading costs the same for ten forms or a hundred."""

    def __init__(self, forms: Iterable[tuple[str, str]], categories: Mapping[str, Category]) -> None:
        self._categories = categories
        self._root = _Node()
        for order, (form, rule) in enumerate(forms):
            if unknown := set(_CATEGORY.findall(form)) - set(categories):
                raise ValueError(f"{form!r}: there is no category {', '.join(sorted(unknown))}")
            for tokens in expand(form):
                node = self._root
                for token in tokens:
                    node = node.after(token)
                node.rules.append((order, rule))

    def read(self, words: Sequence[Word], start: int) -> list[Form]:
        """Every form that begins at this word, in the order of the forms."""
        return sorted(self._found(words, start), key=lambda form: form.order)

    def _found(self, words: Sequence[Word], start: int) -> Iterator[Form]:
        waiting: list[tuple[_Node, int, dict[str, int]]] = [(self._root, start, {})]
        while waiting:
            node, place, read = waiting.pop()
            yield from (Form(order, place, rule, read) for order, rule in node.rules)
            if place >= len(words):
                continue
            if following := node.words.get(words[place].key):
                waiting.append((following, place + 1, read))
            for name, after in node.categories.items():
                for end, value in self._categories[name](words, place):
                    waiting.append((after, end, read | {name: value}))


def expand(form: str) -> list[tuple[str, ...]]:
    """All the token sequences that a form stands for."""
    choices, rest = _choices(_TOKEN.findall(form))
    if rest:
        raise ValueError(f"{form!r}: a bracket closes that was never opened")
    return choices


def _choices(tokens: list[str]) -> tuple[list[tuple[str, ...]], list[str]]:
    """Expand up to the closing bracket; give back what comes from that bracket on."""
    done: list[tuple[str, ...]] = []
    current: list[tuple[str, ...]] = [()]
    while tokens and tokens[0] not in ")]":
        sign, *tokens = tokens
        if sign == "|":
            done, current = done + current, [()]
            continue
        options: list[tuple[str, ...]] = [(sign,)]
        if sign in "([":
            options, tokens = _choices(tokens)
            options, tokens = options + [()] * (sign == "["), tokens[1:]
        current = [(*before, *option) for before in current for option in options]
    return done + current, tokens
