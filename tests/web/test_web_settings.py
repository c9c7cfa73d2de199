"""The web service's settings: what is set counts, and what is wrong is said so with the variable's name."""

import re

import pytest

from skill.errors import SettingsWrong
from skill.web.settings import WebSettings
from tests.web.signing import SKILL_ID

LEAST = {"CASE_COMPASS_SKILL_ID": SKILL_ID}


def read(**given: str) -> WebSettings:
    return WebSettings.from_environment(LEAST | {f"CASE_COMPASS_{name}": value for name, value in given.items()})


def test_with_a_skill_id_alone_it_listens_on_the_loopback_and_verifies() -> None:
    settings = read()
    assert (str(settings.host), settings.port, settings.workers, settings.threads) == ("127.0.0.1", 8100, 1, 32)
    assert (settings.log_level, settings.behind_proxy, settings.verify) == ("INFO", "no", "yes")
    assert settings.skill.skill_id == SKILL_ID


def test_what_is_set_counts() -> None:
    settings = read(
        HOST="0.0.0.0",  # noqa: S104 - read only
        PORT="65535",
        WORKERS="64",
        THREADS="1",
        LOG_LEVEL="ERROR",
        BEHIND_PROXY="yes",
        STORE="sqlite:cases.db",
    )
    assert (str(settings.host), settings.port, settings.workers, settings.threads) == ("0.0.0.0", 65535, 64, 1)  # noqa: S104
    assert (settings.log_level, settings.behind_proxy, settings.skill.store) == ("ERROR", "yes", "sqlite:cases.db")


def test_more_than_one_worker_needs_a_store_that_they_share() -> None:
    assert read(STORE="sqlite:cases.db").workers == 2
    assert read(STORE="dynamodb:cases", WORKERS="3").workers == 3
    assert read(WORKERS="1").workers == 1
    with pytest.raises(SettingsWrong, match=r"^CASE_COMPASS_WORKERS must be 1 while CASE_COMPASS_STORE is 'memory'"):
        read(WORKERS="2")


def test_what_is_empty_counts_as_not_set() -> None:
    assert read(PORT="", HOST="", VERIFY="") == read()


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("HOST", "localhost"),
        ("HOST", "127.0.0"),
        ("HOST", "127.0.0.1:80"),
        *(("PORT", given) for given in ("0", "65536", "-1", "http", "81 00", " 8100", "8_100", "٨١", "1.0")),
        ("WORKERS", "0"),
        ("WORKERS", "65"),
        ("THREADS", "many"),
        ("LOG_LEVEL", "info"),
        ("LOG_LEVEL", "TRACE"),
        ("BEHIND_PROXY", "true"),
        ("VERIFY", "off"),
    ],
)
def test_what_is_wrong_is_said_with_the_variables_name_and_what_it_may_be(name: str, given: str) -> None:
    with pytest.raises(SettingsWrong, match=f"^CASE_COMPASS_{name} must be .") as told:
        read(**{name: given})
    assert "pydantic" not in str(told.value)


@pytest.mark.parametrize("given", ["", None])
def test_without_a_skill_id_nothing_is_served(given: str | None) -> None:
    with pytest.raises(SettingsWrong, match=r"^CASE_COMPASS_SKILL_ID is not set"):
        WebSettings.from_environment({} if given is None else {"CASE_COMPASS_SKILL_ID": given})


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1"])
def test_verification_can_be_off_on_an_address_of_this_machine_alone(host: str) -> None:
    assert read(VERIFY="no", HOST=host).verify == "no"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "10.0.0.1", "2001:db8::1", "::ffff:192.0.2.1"])  # noqa: S104
def test_verification_cannot_be_off_where_others_can_reach(host: str) -> None:
    with pytest.raises(SettingsWrong, match=re.escape("CASE_COMPASS_VERIFY may only be no while CASE_COMPASS_HOST")):
        read(VERIFY="no", HOST=host)
