"""What `make package` puts into the zip, and what it leaves out."""

import marshal
import re
import sys
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tools.package import ARCHITECTURES, Built, build, main, runtime
from tools.package_bytecode import ROOT_ON_LAMBDA
from tools.package_dependencies import NEVER_IMPORTED

pytestmark = pytest.mark.real

ROOT = Path(__file__).parents[2]
UNCHECKED = 0b01
"""The flags of bytecode that is never compared with its source (PEP 552)."""
HEADER_BYTES = 16


def test_it_has_the_entry_the_skill_what_it_imports_and_the_licences(unpacked: Path) -> None:
    assert {path.name for path in unpacked.iterdir()} == {
        "LICENSE",
        "__pycache__",
        "ask_sdk_core",
        "ask_sdk_model",
        "ask_sdk_runtime",
        "dateutil",
        "lambda_function.py",
        "licenses",
        "six.py",
        "skill",
        "tzdata",
    }


def test_it_has_neither_web_door_nor_verifier_nor_sources_of_words(unpacked: Path) -> None:
    skill = unpacked / "skill"
    assert not (skill / "web").exists()
    assert not (skill / "alexa" / "verifier").exists()
    kinds = {path.suffix for path in skill.rglob("*") if path.is_file()}
    assert kinds == {".py", ".pyc", ".mo", ".json", ".pem"}


def test_every_catalogue_and_vocabulary_of_the_skill_is_there(unpacked: Path) -> None:
    languages = ROOT / "skill" / "languages"
    needed = {path.relative_to(languages).with_suffix(".mo") for path in languages.glob("*/*.po")}
    needed |= {path.relative_to(languages) for path in languages.glob("*/heard.json")}
    packed = unpacked / "skill" / "languages"
    assert needed == {path.relative_to(packed) for path in packed.rglob("*") if path.suffix in (".mo", ".json")}


def test_every_source_has_bytecode_that_is_valid_whatever_its_time(unpacked: Path) -> None:
    sources = sorted(unpacked.rglob("*.py"))
    assert len(sources) > 500
    for source in sources:
        compiled = Path(cache_from_source(str(source))).read_bytes()
        assert compiled[:4] == MAGIC_NUMBER, source
        assert int.from_bytes(compiled[4:8], "little") == UNCHECKED, source
        assert compiled[8:HEADER_BYTES] == source_hash(source.read_bytes()), source


def test_tracebacks_name_the_files_as_they_lie_on_lambda(unpacked: Path) -> None:
    compiled = unpacked / "skill" / "__pycache__" / f"service.{sys.implementation.cache_tag}.pyc"
    code = marshal.loads(compiled.read_bytes()[HEADER_BYTES:])  # noqa: S302 - it was made here
    assert isinstance(code, CodeType)
    assert code.co_filename == f"{ROOT_ON_LAMBDA}/skill/service.py"


def test_each_dependency_has_its_licence(unpacked: Path) -> None:
    described = sorted((unpacked / "licenses").iterdir())
    assert [folder.name.rpartition("-")[0] for folder in described] == [
        "ask-sdk-core",
        "ask-sdk-model",
        "ask-sdk-runtime",
        "python-dateutil",
        "six",
        "tzdata",
    ]
    for folder in described:
        name, licence, *_ = (folder / "ABOUT").read_text().splitlines()
        assert name == " ".join(folder.name.rsplit("-", 1))
        assert "Apache" in licence or "MIT" in licence or "Dual" in licence
    assert (unpacked / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_what_is_locked_and_left_out_is_named_with_its_reason() -> None:
    locked = {
        line.partition("==")[0]
        for line in (ROOT / "requirements" / "lambda.txt").read_text().splitlines()
        if "==" in line
    }
    assert set(NEVER_IMPORTED) < locked
    assert all(NEVER_IMPORTED.values())


def test_the_zip_has_what_the_folder_has_readable_for_everybody(built: Built) -> None:
    with ZipFile(built.archive) as zipped:
        entries = zipped.infolist()
        assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
        assert {entry.compress_type for entry in entries} == {ZIP_DEFLATED}
        names = [entry.filename for entry in entries]
        assert names == sorted(names)
        for entry in entries:
            assert zipped.read(entry) == (built.folder / entry.filename).read_bytes()
    assert built.files == len(names)
    modes = {path.stat().st_mode & 0o777 for path in built.folder.rglob("*")}
    assert modes == {0o644, 0o755}


def sums(archive: Path) -> dict[str, int]:
    """The check sum of each file, which tells where two packages differ."""
    with ZipFile(archive) as zipped:
        return {entry.filename: entry.CRC for entry in zipped.infolist()}


def test_the_same_sources_give_the_same_bytes(built: Built, tmp_path: Path) -> None:
    again = build("x86_64", tmp_path / "elsewhere" / "under-a-longer-name")
    assert sums(again.archive) == sums(built.archive)
    assert again.archive.read_bytes() == built.archive.read_bytes()


def test_no_catalogue_says_when_it_was_compiled(unpacked: Path) -> None:
    for catalogue in (unpacked / "skill" / "languages").rglob("*.mo"):
        assert re.findall(rb"Date: (\d{4})", catalogue.read_bytes()) == [b"1970", b"1970"], catalogue


def test_nothing_names_the_machine_that_built_it(unpacked: Path) -> None:
    home, project = str(Path.home()).encode(), str(ROOT).encode()
    for file in unpacked.rglob("*"):
        if file.is_file():
            assert project not in file.read_bytes(), file
            assert len(home) < 2 or home + b"/" not in file.read_bytes(), file


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_each_architecture_is_built_and_told(
    architecture: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--architecture", architecture, "--output", str(tmp_path)]) == 0
    told, advice = capsys.readouterr()
    assert ("has no SnapStart" in advice) is (sys.version_info < (3, 12))
    assert f"case-compass-{architecture}.zip: {runtime()}, {architecture}, " in told
    assert " MB; unpacked " in told
    assert (tmp_path / f"case-compass-{architecture}.zip").is_file()


def test_a_former_package_leaves_nothing_behind(tmp_path: Path) -> None:
    stale = tmp_path / "x86_64" / "skill" / "web"
    stale.mkdir(parents=True)
    (stale / "app.py").write_text("import flask")
    build("x86_64", tmp_path)
    assert not stale.exists()
