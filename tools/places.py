"""Where a thing stands in a file that people write: the file, the line, and how to find the line.

A :data:`Steps` is the way from the top of a document to one piece of it: keys and list positions.
YAML is read through its nodes, so every piece keeps its line, and every scalar stays the text that was typed
(YAML 1.1 would turn the choice ``no`` into False). In JSON the line is looked up when somebody needs it.
"""

import json
import re
from pathlib import Path
from typing import Annotated, NamedTuple, TypeVar

import yaml
from pydantic import BeforeValidator, Field, TypeAdapter, ValidationError

T = TypeVar("T")
Steps = tuple[str | int, ...]
Texts = Annotated[
    tuple[str, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value), Field(min_length=1)
]
"""One text, or a list of several."""
# libyaml's parser is ten times as fast as the one in Python; not every build of PyYAML has it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLANK = re.compile(r"[ \t\r\n]*")


class Place(NamedTuple):
    """A line of a file, counted from 1."""

    file: Path
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class SourceError(Exception):
    """A file that a person wrote cannot be used; reads ``path:line: what is wrong; what to do``."""

    def __init__(self, place: Place, text: str) -> None:
        super().__init__(f"{place}: {text}")
        self.place = place
        self.text = text


class YamlFile(NamedTuple):
    """A YAML file as plain lists, dicts and texts, with the line of each piece."""

    file: Path
    data: object
    lines: dict[Steps, int]

    def place(self, steps: Steps) -> Place:
        """The line of the piece, or of the nearest thing around it that has one."""
        while steps and steps not in self.lines:
            steps = steps[:-1]
        return Place(self.file, self.lines.get(steps, 1))


def read_yaml(file: Path) -> YamlFile:
    """Read a YAML file; a syntax error or a key given twice raises SourceError with its line."""
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SourceError(Place(file, line), f"not valid YAML: {error.problem}") from error
    lines: dict[Steps, int] = {}
    return YamlFile(file, _plain(file, root, (), lines) if root else {}, lines)


def read_as(file: Path, kind: TypeAdapter[T]) -> T:
    """What a YAML file holds, checked; SourceError with the line of the first thing that is written wrongly."""
    source = read_yaml(file)
    try:
        return kind.validate_python(source.data)
    except ValidationError as error:
        first = error.errors()[0]
        raise SourceError(source.place(first["loc"]), f"{first['loc'][-1]}: {first['msg']}") from error


def _plain(file: Path, node: yaml.Node, steps: Steps, lines: dict[Steps, int]) -> object:
    lines.setdefault(steps, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(file, item, (*steps, index), lines) for index, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, object] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in mapping:
                raise SourceError(Place(file, line), f"the key {key.value!r} is given twice; join the two")
            lines[(*steps, key.value)] = line
            mapping[key.value] = _plain(file, value, (*steps, key.value), lines)
        return mapping
    return node.value


def json_line(text: str, steps: Steps) -> int:
    """The line in JSON text where the piece at ``steps`` begins, or what is left of the way to it."""
    decoder = json.JSONDecoder()
    at = _skip(text, 0)
    for step in steps:
        found = _child(decoder, text, at, step)
        if found is None:
            break
        at = found
    return text.count("\n", 0, at) + 1


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _child(decoder: json.JSONDecoder, text: str, at: int, wanted: str | int) -> int | None:
    """Where the value of the wanted key, or the wanted item of a list, begins."""
    if text[at : at + 1] not in ("{", "["):
        return None
    keyed, position = text[at] == "{", 0
    at = _skip(text, at + 1)
    while text[at] not in "}]":
        key: object = position
        if keyed:
            key, at = decoder.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        if key == wanted:
            return at
        _, at = decoder.raw_decode(text, at)
        at = _skip(text, at)
        at = _skip(text, at + 1) if text[at] == "," else at
        position += 1
    return None
