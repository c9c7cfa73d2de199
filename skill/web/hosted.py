"""The skill as a web service, put together from the environment: for a server such as gunicorn, and for ``__main__``.

gunicorn "skill.web.hosted:application()"
"""

import os

from flask import Flask

from skill.alexa.verifier import Verifier
from skill.bootstrap import build_skill
from skill.errors import SettingsWrong
from skill.settings import Settings
from skill.web.app import create_app


def application() -> Flask:
    """The application with the skill behind it; ``SettingsWrong`` when no skill id is set."""
    settings = Settings.from_environment(os.environ)
    if not settings.skill_id:
        raise SettingsWrong(
            "CASE_COMPASS_SKILL_ID is not set: without it, requests to any other skill would be answered."
            " Set it to the id in the developer console (amzn1.ask.skill.…)"
        )
    return create_app(build_skill(settings), Verifier(settings.skill_id))
