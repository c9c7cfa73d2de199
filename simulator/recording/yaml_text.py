"""YAML of people's hands, read without tricks, and written so that people like to read it."""

from collections.abc import Hashable
from typing import Any

import yaml

from simulator.recording.errors import ScriptWrong

DEEPEST = 20
"""How deep lists and mappings may stand in each other."""
WIDTH = 110
_FOLDED = frozenset("\x85\u2028\u2029")


class _Loader(yaml.SafeLoader):
    """Refuses aliases, with which a short file can mean a huge one, keys that stand twice, and bottomless depths."""

    _depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases (*name) are not taken")
        self._depth += 1
        if self._depth > DEEPEST:
            raise yaml.YAMLError(f"more than {DEEPEST} levels stand in each other")
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
        keys = [key.value for key, _ in node.value]
        if twice := {key for key in keys if keys.count(key) > 1}:
            raise yaml.YAMLError(
                f"line {node.start_mark.line + 1}: {', '.join(sorted(map(str, twice)))} stands twice"
            )
        return super().construct_mapping(node, deep)


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as such."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    # PyYAML would write these raw in any other style, and YAML folds them into spaces.
    strange = not _FOLDED.isdisjoint(text)
    style = '"' if strange else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def parsed(text: str) -> object:
    """What a YAML text holds; raises ScriptWrong."""
    try:
        return yaml.load(text, _Loader)  # noqa: S506 - it is a safe loader, made stricter
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        raise ScriptWrong(f"the file cannot be read as YAML: {error}") from None


def written(content: object) -> str:
    """The content as YAML."""
    return yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
