"""What would stop a package from being built: each rule on a small one that breaks only it."""

import sys
from pathlib import Path

import pytest

from skill.errors import CaseCompassError
from tools import package, package_rules
from tools.package_archive import archive
from tools.package_bytecode import compile_bytecode, runtime
from tools.package_rules import check


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package with which nothing is wrong."""
    made = tmp_path / "x86_64"
    (made / "skill").mkdir(parents=True)
    (made / "skill" / "__init__.py").write_text("import json\n")
    (made / "lambda_function.py").write_text("from skill import json\n")
    compile_bytecode(made)
    return made


def faults(folder: Path, architecture: str = "x86_64") -> str:
    """What is wrong with the package, or nothing."""
    try:
        check(folder, archive(folder, folder.parent / "zipped.zip"), architecture)
    except CaseCompassError as error:
        return str(error)
    return ""


def elf(machine: int) -> bytes:
    """The head of a file that is compiled for a machine."""
    return b"\x7fELF" + bytes(14) + machine.to_bytes(2, "little") + bytes(40)


def test_a_package_with_which_nothing_is_wrong_passes(folder: Path) -> None:
    assert faults(folder) == ""


@pytest.mark.parametrize(
    "name",
    [
        "tests/test_skill.py",
        "simulator/__init__.py",
        "tools/package.py",
        "botocore/__init__.py",
        "requests/__init__.py",
        "pydantic/__init__.py",
        "requirements.txt",
        "package.json",
        "skill/said.po",
        "skill/heard.yaml",
        "skill/cases.sqlite",
        "skill/private.key",
    ],
)
def test_what_has_no_business_there_is_found(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("")
    compile_bytecode(folder)
    assert f"{name} has no business in a package" in faults(folder)


@pytest.mark.parametrize("name", [".env", "skill/.git/config"])
def test_hidden_files_are_found(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("")
    assert f"{name} is hidden, or a link" in faults(folder)


def test_links_are_found(folder: Path) -> None:
    (folder / "skill" / "data.json").symlink_to(folder / "lambda_function.py")
    assert "skill/data.json is hidden, or a link" in faults(folder)


def test_a_source_without_bytecode_is_found(folder: Path) -> None:
    (folder / "skill" / "late.py").write_text("")
    assert faults(folder).splitlines()[1:] == ["skill/late.py has no bytecode"]


def test_bytecode_of_another_python_does_not_count(folder: Path) -> None:
    compiled = folder / "skill" / "__pycache__" / f"__init__.{sys.implementation.cache_tag}.pyc"
    compiled.rename(compiled.with_name("__init__.cpython-39.pyc"))
    assert "skill/__init__.py has no bytecode" in faults(folder)


@pytest.mark.parametrize(("architecture", "machine", "other"), [("x86_64", 62, 183), ("arm64", 183, 62)])
def test_what_is_compiled_for_another_machine_is_found(
    folder: Path, architecture: str, machine: int, other: int
) -> None:
    library = folder / "skill" / "quick.so"
    library.write_bytes(elf(machine))
    assert faults(folder, architecture) == ""
    library.write_bytes(elf(other))
    assert f"skill/quick.so is compiled for another machine than {architecture}" in faults(folder, architecture)


@pytest.mark.parametrize(
    "source",
    [
        "import botocore.session",
        "def late():\n    from botocore import session",
        "try:\n    import botocore\nexcept: 7",
    ],
)
def test_an_import_of_what_is_not_there_is_found_wherever_it_stands(folder: Path, source: str) -> None:
    (folder / "skill" / "store.py").write_text(source)
    compile_bytecode(folder)
    assert "skill/store.py imports botocore" in faults(folder)


@pytest.mark.parametrize(
    "source",
    [
        "if TYPE_CHECKING:\n    import botocore",
        "import typing\nif typing.TYPE_CHECKING:\n    from botocore import x",
        "from skill import json",
        "from . import json",
        "from .store import itself",
        "import lambda_function, ssl, email.utils",
    ],
)
def test_imports_of_the_package_of_python_and_for_type_checkers_are_fine(folder: Path, source: str) -> None:
    (folder / "skill" / "store.py").write_text(source)
    compile_bytecode(folder)
    assert faults(folder) == ""


def test_the_place_where_it_was_built_is_found(folder: Path) -> None:
    (folder / "skill" / "place.json").write_text(str(folder))
    assert "skill/place.json names a folder of the machine that built it" in faults(folder)


def test_what_is_too_large_is_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_rules, "ZIP_LIMIT_BYTES", 10)
    monkeypatch.setattr(package_rules, "UNPACKED_LIMIT_BYTES", 20)
    assert faults(folder).splitlines()[1:] == [
        "zipped.zip has more than 10 bytes",
        "it unpacks to more than 20 bytes",
    ]


def test_lambdas_limits_are_the_limits() -> None:
    assert package_rules.ZIP_LIMIT_BYTES == 50 * 2**20
    assert package_rules.UNPACKED_LIMIT_BYTES == 250 * 2**20


def test_every_fault_is_told_at_once(folder: Path) -> None:
    (folder / "requirements.txt").write_text("")
    (folder / "skill" / "late.py").write_text("import botocore")
    assert len(faults(folder).splitlines()) == 4


def test_a_source_that_cannot_be_compiled_is_told_with_its_line(folder: Path) -> None:
    (folder / "skill" / "wrong.py").write_text("x = 1\ny = = 2\n")
    with pytest.raises(CaseCompassError, match=r'(?s)wrong\.py", line 2'):
        compile_bytecode(folder)


@pytest.mark.parametrize("version", [(3, 10, 13), (3, 14, 0)])
def test_a_python_that_lambda_would_not_run_builds_nothing(
    version: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    assert package.main(["--output", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert f"this is cpython {version[0]}.{version[1]}: name one with make PYTHON=..." in told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("minor", [11, 12, 13])
def test_the_runtime_is_that_of_the_python_that_builds(minor: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, minor, 1))
    assert runtime() == f"python3.{minor}"


def test_an_unknown_architecture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseCompassError, match="there is no architecture 'sparc': choose one of x86_64, arm64"):
        package.build("sparc", tmp_path)


def test_a_zip_depends_on_names_and_content_alone(folder: Path) -> None:
    first = archive(folder, folder.parent / "first.zip").read_bytes()
    for file in folder.rglob("*"):
        if file.is_file():
            file.touch()
            file.chmod(0o600)
    assert archive(folder, folder.parent / "second.zip").read_bytes() == first
    assert {file.stat().st_mode & 0o777 for file in folder.rglob("*.py")} == {0o644}
    (folder / "lambda_function.py").write_text("changed")
    assert archive(folder, folder.parent / "third.zip").read_bytes() != first
