"""Packages that only collect names are loaded lazily, and any other as ever."""

from pathlib import Path

import ask_sdk_model
import pytest

from skill.lean.lazy_packages import names_in
from tests.lean.fresh import LIGHTENED, fresh

MODEL = Path(ask_sdk_model.__path__[0])
INSTALLED = "from skill.lean import lazy_packages\nlazy_packages.install('made')\nimport json, made\n"


@pytest.mark.parametrize(
    "package", sorted(MODEL.rglob("__init__.py")), ids=lambda file: str(file.parent.relative_to(MODEL))
)
def test_a_package_of_the_sdk_only_collects_names_from_its_modules(package: Path) -> None:
    names = names_in(package.read_text(encoding="utf-8"))
    assert names is not None
    assert all((package.parent / f"{module}.py").exists() for module in names.values())


@pytest.mark.parametrize(
    "line",
    [
        "import sys",
        "from .one import *",
        "from .one import One as Other",
        "from .one import One, Other",
        "from .one.two import One",
        "from ..one import One",
        "from one import One",
        "from . import one",
        "x = 1",
        '"""A docstring."""',
        "    from .one import One",
        "from .one import (",
        "from .one import One; x = 1",
    ],
)
def test_a_package_with_anything_else_does_not_only_collect(line: str) -> None:
    assert names_in(f"# coding: utf-8\nfrom .first import First\n{line}\n") is None


def test_comments_and_empty_lines_are_passed_over() -> None:
    source = "# coding\n\n  # more\nfrom __future__ import absolute_import\n\nfrom .one_two import OneTwo\n"
    assert names_in(source) == {"OneTwo": "one_two"}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder with a package of two modules, which tell when they are loaded."""
    package = tmp_path / "made"
    package.mkdir()
    (package / "__init__.py").write_text("from .one import One\nfrom .two import Two\n")
    for name in ("one", "two"):
        (package / f"{name}.py").write_text(f"class {name.capitalize()}: pass\n")
    return tmp_path


def loaded(program: str, made: Path) -> list[str]:
    """The modules of the made package that are there when a program has ended."""
    told = "print(json.dumps(sorted(name for name in sys.modules if name.startswith('made.'))))"
    found: list[str] = fresh(f"{INSTALLED}{program}\n{told}", folder=made)
    return found


def test_a_module_is_loaded_when_its_name_is_first_asked_for(made: Path) -> None:
    assert loaded("", made) == []
    assert loaded("made.One", made) == ["made.one"]
    assert loaded("from made import Two", made) == ["made.two"]
    assert loaded("made.one.One", made) == ["made.one"]
    assert loaded("import made.two", made) == ["made.two"]
    assert loaded("from made import *; assert One and Two", made) == ["made.one", "made.two"]


def test_a_name_that_there_is_not_is_missed_as_ever(made: Path) -> None:
    assert loaded("assert not hasattr(made, 'Three')", made) == []
    assert (
        loaded(
            "try:\n    from made import Three\nexcept ImportError:\n    pass\nelse:\n    raise SystemExit(1)", made
        )
        == []
    )


def test_a_package_with_code_of_its_own_is_imported_as_ever(made: Path) -> None:
    (made / "made" / "__init__.py").write_text("from .one import One\nfrom .two import Two\nCOUNT = 2\n")
    assert loaded("assert made.COUNT == 2", made) == ["made.one", "made.two"]


def test_another_package_is_left_alone(made: Path) -> None:
    (made / "made").rename(made / "other")
    program = "from skill.lean import lazy_packages\nlazy_packages.install('made')\nimport json, other\n"
    assert fresh(f"{program}print(json.dumps('other.one' in sys.modules))", folder=made)


_EVERYTHING = """
import importlib, json, pkgutil, ask_sdk_model
packages = [ask_sdk_model.__name__] + [
    found.name for found in pkgutil.walk_packages(ask_sdk_model.__path__, "ask_sdk_model.") if found.ispkg
]
classes = []
for name in packages:
    package = importlib.import_module(name)
    wanted = getattr(package, "__all__", None) or [
        key for key, thing in vars(package).items() if isinstance(thing, type)
    ]
    for key in wanted:
        kind = getattr(package, key)
        assert kind is getattr(sys.modules[kind.__module__], key), key
        classes.append([name, key, kind.__module__])
print(json.dumps(sorted(classes)))
"""


def test_every_class_is_the_same_object_by_every_way_and_none_is_missing() -> None:
    light, stock = fresh(LIGHTENED + _EVERYTHING), fresh(_EVERYTHING)
    assert light == stock
    assert len(light) > 500
