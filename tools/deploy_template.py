"""The stack's template with a name for the version that is published.

CloudFormation publishes a version of a function once a resource: a version cannot be changed, so new code is only
published by a resource of a new name
(https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-version.html). The name
has a digest of everything that a version holds, so that nothing is published where nothing changed.
"""

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from tools.deploy_choices import DeployImpossible

TEMPLATE = Path("infrastructure", "cfn-deployer", "skill-stack.yaml")
VERSION = "Published"
_NAME = re.compile(rf"\b{VERSION}\b")
_USES = 2
"""Where the resource is, and where the alias points at it."""


def named_version(template: str, code: Path, choices: Mapping[str, str]) -> str:
    """The template, in which the version's name tells code and choices apart from all others."""
    renamed, found = _NAME.subn(VERSION + _digest(template, code, choices), template)
    if found != _USES:
        raise DeployImpossible(
            f"{TEMPLATE} names {VERSION} {found} times, where {_USES} are known: correct one of them"
        )
    return renamed


def _digest(template: str, code: Path, choices: Mapping[str, str]) -> str:
    parts = [template.encode(), repr(sorted(choices.items())).encode()]
    for file in sorted(code.rglob("*")):
        if file.is_file():
            parts += [file.relative_to(code).as_posix().encode(), file.read_bytes()]
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:16]
