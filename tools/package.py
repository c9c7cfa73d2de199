"""Build what AWS Lambda runs: ``python -m tools.package``, which is ``make package``.

    .work/package/x86_64/                       the function's folder, to be zipped as it is
    .work/package/case-compass-x86_64.zip       the same, ready to upload
    .work/package/arm64/ ...                    likewise for Graviton

The Python that builds must be of the version that the function runs: its bytecode is in the package. The same
sources, lock and Python give the same bytes. docs/lambda.md says what is in it and why.
"""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from skill.decision.check import drawn
from skill.decision.models import MODELS
from skill.errors import CaseCompassError
from skill.value import Value
from tools.package_archive import archive
from tools.package_bytecode import SNAP_START_FROM, compile_bytecode, runtime
from tools.package_dependencies import ARCHITECTURES, add_dependencies
from tools.package_rules import check
from tools.package_skill import add_skill

__all__ = ["ARCHITECTURES", "OUTPUT", "Built", "build", "main", "runtime"]

OUTPUT = Path(__file__).parent.parent / ".work" / "package"
MEGABYTE = 1024 * 1024


class Built(Value):
    """A package: its folder, the zip of it, and the number of its files and bytes before they are zipped."""

    architecture: str
    folder: Path
    archive: Path
    files: int
    unpacked_bytes: int


def build(architecture: str, output: Path = OUTPUT) -> Built:
    """Build the package for ``x86_64`` or ``arm64`` anew under ``output``.

    Raises ``CaseCompassError`` when it cannot be built here, or would not be what may run on Lambda.
    """
    if architecture not in ARCHITECTURES:
        raise CaseCompassError(f"there is no architecture {architecture!r}: choose one of {', '.join(ARCHITECTURES)}")
    runtime()
    for model in MODELS.values():
        drawn(model)
    folder = output / architecture
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    add_dependencies(folder, architecture)
    add_skill(folder)
    compile_bytecode(folder)
    zipped = archive(folder, output / f"case-compass-{architecture}.zip")
    check(folder, zipped, architecture)
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return Built(architecture, folder, zipped, len(sizes), sum(sizes))


def main(arguments: Sequence[str] | None = None) -> int:
    """Build and say what came of it; 1 when a package could not be built."""
    options = _parser().parse_args(arguments)
    try:
        version = runtime()
        for architecture in options.architecture or ARCHITECTURES:
            _tell(build(architecture, options.output), version)
    except CaseCompassError as error:
        print(f"package: {error}", file=sys.stderr)
        return 1
    if sys.version_info[:2] < SNAP_START_FROM:
        print(f"package: {version} has no SnapStart; build with Python 3.12 or 3.13 to use it", file=sys.stderr)
    return 0


def _tell(built: Built, version: str) -> None:
    zipped = built.archive.stat().st_size / MEGABYTE
    unpacked = built.unpacked_bytes / MEGABYTE
    print(
        f"{built.archive}: {version}, {built.architecture}, {zipped:.1f} MB;"
        f" unpacked {unpacked:.1f} MB in {built.files} files"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.package", description=__doc__.partition("\n")[0])
    parser.add_argument("--architecture", action="append", choices=ARCHITECTURES, help="default: all of them")
    parser.add_argument("--output", type=Path, default=OUTPUT, metavar="DIR", help="default: .work/package")
    return parser


if __name__ == "__main__":
    sys.exit(main())
