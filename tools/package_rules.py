"""What a package must be before it may be uploaded: small, closed in itself, for one machine, nothing forbidden."""

import ast
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

from skill.errors import CaseCompassError
from tools.package_dependencies import ARCHITECTURES

ZIP_LIMIT_BYTES = 50 * 1024 * 1024
UNPACKED_LIMIT_BYTES = 250 * 1024 * 1024
"""Lambda's limits (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html)."""

_FORBIDDEN_NAMES = {
    "boto3",
    "botocore",
    "cryptography",
    "flask",
    "pydantic",
    "requests",
    "simulator",
    "tests",
    "tools",
    "benchmarks",
    "requirements.txt",
    "package.json",
}
"""What must not lie at the root: code for development, what Lambda never imports, and what would make the ASK CLI
install something more."""
_FORBIDDEN_KINDS = {".po", ".yaml", ".yml", ".env", ".key", ".sqlite", ".db", ".sh", ".exe", ".whl"}
_PYTHON_2 = {("six.py", "StringIO")}
"""Imports that Python 3 does not come to."""
# The machine in the header of an ELF file, at byte 18 (https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html).
_ELF_MACHINES = {"x86_64": 62, "aarch64": 183}


def check(folder: Path, zipped: Path, architecture: str) -> None:
    """Raise ``CaseCompassError`` with every rule that the package breaks."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    faults = [
        *_too_large(files, zipped),
        *_forbidden(folder, files),
        *_without_bytecode(folder, files),
        *_for_another_machine(folder, files, architecture),
        *_open_imports(folder, files),
    ]
    if faults:
        raise CaseCompassError("the package is not fit for Lambda:\n" + "\n".join(faults))


def _too_large(files: list[Path], zipped: Path) -> Iterator[str]:
    if zipped.stat().st_size > ZIP_LIMIT_BYTES:
        yield f"{zipped.name} has more than {ZIP_LIMIT_BYTES} bytes"
    if sum(file.stat().st_size for file in files) > UNPACKED_LIMIT_BYTES:
        yield f"it unpacks to more than {UNPACKED_LIMIT_BYTES} bytes"


def _forbidden(folder: Path, files: list[Path]) -> Iterator[str]:
    for file in files:
        path = file.relative_to(folder)
        if path.parts[0] in _FORBIDDEN_NAMES or file.suffix in _FORBIDDEN_KINDS:
            yield f"{path} has no business in a package"
        if any(part.startswith(".") for part in path.parts) or file.is_symlink():
            yield f"{path} is hidden, or a link"
        if str(folder).encode() in file.read_bytes():
            yield f"{path} names a folder of the machine that built it"


def _without_bytecode(folder: Path, files: list[Path]) -> Iterator[str]:
    compiled = {file for file in files if file.suffix == ".pyc"}
    for file in files:
        if file.suffix == ".py" and _bytecode(file) not in compiled:
            yield f"{file.relative_to(folder)} has no bytecode"


def _bytecode(source: Path) -> Path:
    return source.parent / "__pycache__" / f"{source.stem}.{sys.implementation.cache_tag}.pyc"


def _for_another_machine(folder: Path, files: list[Path], architecture: str) -> Iterator[str]:
    expected = _ELF_MACHINES[ARCHITECTURES[architecture]]
    for file in files:
        with file.open("rb") as stream:
            head = stream.read(20)
        if head[:4] == b"\x7fELF" and int.from_bytes(head[18:20], "little") != expected:
            yield f"{file.relative_to(folder)} is compiled for another machine than {architecture}"


def _open_imports(folder: Path, files: list[Path]) -> Iterator[str]:
    """Imports, wherever they stand, of what is neither in the package nor in Python."""
    inside = {file.stem if file.is_file() else file.name for file in folder.iterdir()}
    known = inside | set(sys.stdlib_module_names)
    for file in files:
        path = file.relative_to(folder)
        if file.suffix == ".py":
            for name in _imported(_parsed(file)):
                if name.partition(".")[0] not in known and (str(path), name) not in _PYTHON_2:
                    yield f"{path} imports {name}, which is not in the package"


def _parsed(file: Path) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Python thinks of others' style is no fault of the package
        return ast.parse(file.read_bytes())


def _imported(tree: ast.AST) -> Iterator[str]:
    """The modules that are imported below a node, but for what only type checkers read."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
        elif not (isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")):
            yield from _imported(node)
