"""The web service's settings, read from the environment once: docs/serve.md has them in a table."""

from collections.abc import Mapping
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from skill.errors import SettingsWrong
from skill.settings import MEMORY, SKILL_ID, STORE, Settings

_MAY_BE = {
    "CASE_COMPASS_HOST": "the IP address to listen at, such as 127.0.0.1 or 0.0.0.0",
    "CASE_COMPASS_PORT": "a port number from 1 to 65535",
    "CASE_COMPASS_WORKERS": "a number of processes from 1 to 64",
    "CASE_COMPASS_THREADS": "a number of turns at a time in each process, from 1 to 64",
    "CASE_COMPASS_LOG_LEVEL": "DEBUG, INFO, WARNING or ERROR",
    "CASE_COMPASS_BEHIND_PROXY": "yes or no",
    "CASE_COMPASS_VERIFY": "yes or no",
}


def _digits(given: object) -> object:
    """A number in plain digits: pydantic would take blanks, underscores and digits of other scripts."""
    if isinstance(given, str) and not (given.isascii() and given.isdigit()):
        raise ValueError("it must be written in digits")
    return given


_Few = Annotated[int, BeforeValidator(_digits), Field(ge=1, le=64)]
_Port = Annotated[int, BeforeValidator(_digits), Field(ge=1, le=65535)]
_Address = Annotated[IPv4Address | IPv6Address, BeforeValidator(ip_address)]


class WebSettings(BaseModel):
    """How the web service runs. ``skill`` is what both doors have; it has a skill id."""

    model_config = ConfigDict(frozen=True)

    skill: Settings
    host: _Address = Field(IPv4Address("127.0.0.1"), alias="CASE_COMPASS_HOST")
    port: _Port = Field(8100, alias="CASE_COMPASS_PORT")
    given_workers: _Few | None = Field(None, alias="CASE_COMPASS_WORKERS")
    threads: _Few = Field(32, alias="CASE_COMPASS_THREADS")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", alias="CASE_COMPASS_LOG_LEVEL")
    behind_proxy: Literal["yes", "no"] = Field("no", alias="CASE_COMPASS_BEHIND_PROXY")
    verify: Literal["yes", "no"] = Field("yes", alias="CASE_COMPASS_VERIFY")

    @property
    def workers(self) -> int:
        """How many processes answer: as many as were asked for, or two; one where each would remember by itself."""
        return self.given_workers or (1 if self.skill.store == MEMORY else 2)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "WebSettings":
        """The settings of the process; a variable that is empty counts as not set.

        Raises ``SettingsWrong`` with the variable's name and what it may be.
        """
        skill = Settings.from_environment(environment)
        given = {name: environment[name] for name in _MAY_BE if environment.get(name)}
        try:
            settings = cls.model_validate({"skill": skill, **given})
        except ValidationError as error:
            name = str(error.errors()[0]["loc"][0])
            raise SettingsWrong(f"{name} must be {_MAY_BE[name]}") from None
        settings._require_what_is_safe()
        return settings

    def _require_what_is_safe(self) -> None:
        if not self.skill.skill_id:
            raise SettingsWrong(
                f"{SKILL_ID} is not set: without it, requests to any other skill would be answered."
                " Set it to the id in the developer console (amzn1.ask.skill.…)"
            )
        if self.skill.store == MEMORY and self.workers > 1:
            raise SettingsWrong(
                f"CASE_COMPASS_WORKERS must be 1 while {STORE} is 'memory': each process would remember by itself."
                f" Set {STORE} to 'sqlite:' and a path to have more"
            )
        if self.verify == "no" and not self.host.is_loopback:
            raise SettingsWrong(
                "CASE_COMPASS_VERIFY may only be no while CASE_COMPASS_HOST is an address of this machine alone,"
                " such as 127.0.0.1: anybody who reaches the service could speak for anybody"
            )
