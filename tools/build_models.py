"""Build the interaction models and the skill's own word lists from skill/languages/*/heard.yaml.

python -m tools.build_models            write the files that differ
python -m tools.build_models --check    write nothing; fail when a file is stale
"""

import argparse
import sys
from pathlib import Path

from tools.free_text import free_text_json
from tools.heard_file import heard_files, read_heard
from tools.model_builder import build_model
from tools.places import SourceError

COMMAND = "python -m tools.build_models"


def built_files(root: Path) -> dict[Path, str]:
    """What every generated file under ``root`` must hold; SourceError when a heard.yaml is wrong."""
    files: dict[Path, str] = {}
    for source in heard_files(root):
        heard_file = read_heard(source)
        files[source.with_suffix(".json")] = free_text_json(heard_file)
        for locale in heard_file.heard.locales:
            model_file = root / "interaction_models" / f"{locale}.json"
            files[model_file] = build_model(heard_file, locale).model.to_json()
    return files


def stale_files(root: Path) -> list[Path]:
    """The generated files that are missing, differ from what would be built, or that nothing builds any more."""
    return _stale(root, built_files(root))


def write_files(root: Path) -> list[Path]:
    """Bring every generated file up to date and return those that changed."""
    files = built_files(root)
    stale = _stale(root, files)
    for file in stale:
        if file in files:
            file.parent.mkdir(exist_ok=True)
            file.write_text(files[file], encoding="utf-8")
        else:
            file.unlink()
    return stale


def _stale(root: Path, files: dict[Path, str]) -> list[Path]:
    differing = [
        file for file, text in files.items() if not file.exists() or file.read_text(encoding="utf-8") != text
    ]
    return differing + [file for file in sorted(root.glob("interaction_models/*.json")) if file not in files]


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit status."""
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file is stale")
    parser.add_argument("--root", type=Path, default=Path(), help="the project (default: here)")
    options = parser.parse_args(arguments)
    try:
        stale = stale_files(options.root) if options.check else write_files(options.root)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    for file in stale:
        name = file.relative_to(options.root)
        print(f"{name}: stale; run `{COMMAND}` and commit the result" if options.check else f"wrote {name}")
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
