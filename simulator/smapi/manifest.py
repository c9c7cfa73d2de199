"""The skill's manifest: a file, or what can be said of a skill that has none at hand."""

import json
from collections.abc import Mapping
from pathlib import Path

from simulator.envelope import Json
from simulator.errors import OptionWrong


def read_manifest(file: Path) -> Json:
    """The manifest in a file, with its ``manifest`` wrapper; raises OptionWrong when there is none."""
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise OptionWrong(f"the manifest {file} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise OptionWrong(f"the manifest {file} is not JSON: {error}") from error
    if not isinstance(document, dict) or not isinstance(document.get("manifest"), dict):
        raise OptionWrong(f'the manifest {file} is not a JSON object with a "manifest" in it')
    return document


def least_manifest(names: Mapping[str, str]) -> Json:
    """What the ASK CLI asks of a manifest: the locales, with a name in each, and that the skill is a custom one."""
    listed = {locale: {"name": name} for locale, name in names.items()}
    return {"manifest": {"publishingInformation": {"locales": listed}, "apis": {"custom": {}}}}
