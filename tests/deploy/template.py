"""The stack's template as plain data: ``!Ref Cases`` is ``{"!Ref": "Cases"}``."""

from pathlib import Path
from typing import Any

import yaml

from tools.ask_home import ROOT
from tools.deploy_template import TEMPLATE

Json = dict[str, Any]


class _Loader(yaml.SafeLoader):
    """Takes every tag that begins with an exclamation mark."""


def _tagged(loader: _Loader, tag: str, node: yaml.Node) -> Json:
    if isinstance(node, yaml.ScalarNode):
        return {f"!{tag}": loader.construct_scalar(node)}
    if isinstance(node, yaml.SequenceNode):
        return {f"!{tag}": loader.construct_sequence(node, deep=True)}
    assert isinstance(node, yaml.MappingNode)
    return {f"!{tag}": loader.construct_mapping(node, deep=True)}


_Loader.add_multi_constructor("!", _tagged)


def read_template(file: Path = ROOT / TEMPLATE) -> Json:
    """The whole template."""
    document: Json = yaml.load(file.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader
    return document


def properties(resource: str) -> Json:
    """The properties of one resource."""
    found: Json = read_template()["Resources"][resource]["Properties"]
    return found
