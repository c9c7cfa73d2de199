"""Hold the interaction models and skill.json against SMAPI's own specification.

    python -m tools.smapi_spec

The specification knows types, names and lengths; what it does not know (slots that nobody defined, example phrases
that no model understands) is the business of `python -m tools.lint`.
"""

import argparse
import json
import sys
from pathlib import Path

from jsonschema.exceptions import ValidationError

from tools.lint.complaint import Finding
from tools.places import Place, json_line
from tools.smapi_schema import MANIFEST, MODEL, Schema, SpecMissing, read_definitions, validator


def check(file: Path, definition: str, definitions: dict[str, Schema]) -> list[Finding]:
    """Everything in a JSON file that the definition does not allow, with its line."""
    text = file.read_text(encoding="utf-8")
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        return [Finding(Place(file, error.lineno), "smapi", f"not valid JSON: {error.msg}; correct it")]
    errors = validator(definitions, definition).iter_errors(document)
    return sorted(_finding(error, file, text) for error in errors)


def check_project(root: Path) -> list[Finding]:
    """Every model and the manifest; SpecMissing when the npm package is not installed."""
    definitions = read_definitions(root)
    findings = check(root / "skill.json", MANIFEST, definitions)
    for file in sorted(root.glob("interaction_models/*.json")):
        findings += check(file, MODEL, definitions)
    return findings


def _finding(error: ValidationError, file: Path, text: str) -> Finding:
    steps = tuple(error.absolute_path)
    name = ".".join(map(str, steps)) or "the file"
    return Finding(Place(file, json_line(text, steps)), "smapi", f"{name}: {error.message}; correct it")


def main(arguments: list[str] | None = None) -> int:
    """Run the command: one finding a line; returns 1 when there is any, 2 when the specification is missing."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.smapi_spec", description=__doc__.split("\n", maxsplit=1)[0]
    )
    parser.add_argument("--root", type=Path, default=Path(), help="the project (default: here)")
    try:
        findings = check_project(parser.parse_args(arguments).root)
    except SpecMissing as error:
        print(error, file=sys.stderr)
        return 2
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
