"""Check heard.yaml, the interaction models and skill.json for what Amazon would reject.

python -m tools.lint
"""

import argparse
import sys
from pathlib import Path

from tools.lint.gather import lint


def main(arguments: list[str] | None = None) -> int:
    """Run the command: one finding a line; returns 1 when there is any."""
    parser = argparse.ArgumentParser(prog="python -m tools.lint", description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--root", type=Path, default=Path(), help="the project (default: here)")
    findings = lint(parser.parse_args(arguments).root)
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
