"""Settings: read from the environment, and refused with what they may be."""

import pytest

from skill.bootstrap import build_store
from skill.errors import SettingsWrong
from skill.settings import SKILL_ID, STORE, Settings
from skill.storage.dynamodb import DynamoDbStore
from skill.storage.memory import MemoryStore
from skill.storage.sqlite import SqliteStore


@pytest.mark.parametrize("environment", [{}, {SKILL_ID: "", STORE: ""}, {"PATH": "/bin"}])
def test_without_settings_any_skill_is_answered_and_nothing_outlives_the_process(environment: dict[str, str]) -> None:
    settings = Settings.from_environment(environment)
    assert settings == Settings(None, "memory")
    assert settings.sqlite_path is None
    assert settings.dynamodb_table is None
    assert isinstance(build_store(settings), MemoryStore)


def test_the_settings_are_read_from_the_environment() -> None:
    settings = Settings.from_environment({SKILL_ID: "amzn1.ask.skill.1", STORE: "sqlite:data/cases.db"})
    assert settings.skill_id == "amzn1.ask.skill.1"
    assert settings.sqlite_path == "data/cases.db"


def test_a_path_may_hold_colons_and_no_path_is_none() -> None:
    assert Settings(store="sqlite:/a:b/c").sqlite_path == "/a:b/c"
    assert Settings(store="sqlite:").sqlite_path is None


def test_a_table_is_named_and_nothing_else_is_a_table() -> None:
    assert Settings.from_environment({STORE: "dynamodb:case-compass_1.test"}).dynamodb_table == "case-compass_1.test"
    assert Settings(store="sqlite:cases").dynamodb_table is None


@pytest.mark.parametrize(
    ("store", "kind"), [("memory", MemoryStore), ("sqlite:a/path", SqliteStore), ("dynamodb:cases", DynamoDbStore)]
)
def test_the_store_is_of_the_kind_that_the_settings_name(store: str, kind: type) -> None:
    assert type(build_store(Settings(store=store))) is kind


@pytest.mark.parametrize(
    "store",
    [
        "sqlite",
        "sqlite:",
        "Memory",
        "memory:",
        "dynamodb",
        "dynamodb:",
        "dynamodb:ab",
        "dynamodb:a table",
        "dynamodb:x/y",
    ],
)
def test_an_unknown_store_is_refused_with_what_it_may_be(store: str) -> None:
    with pytest.raises(SettingsWrong, match=f"^{STORE} must be 'memory', 'sqlite:' and a path, or 'dynamodb:'"):
        Settings.from_environment({STORE: store})


@pytest.mark.parametrize("skill_id", ["1", "amzn1.ask.account.1", " amzn1.ask.skill.1"])
def test_what_is_no_skill_id_is_refused(skill_id: str) -> None:
    with pytest.raises(SettingsWrong, match=f"^{SKILL_ID} must start with 'amzn1.ask.skill.'$"):
        Settings.from_environment({SKILL_ID: skill_id})
