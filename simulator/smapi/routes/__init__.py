"""The calls of SMAPI, a file for each family of them.

A family's ``ROUTES`` says which function answers which method and path. It gets the service, and by name whatever the
path has in angle brackets, but not the skill and the stage, which are looked at before (app.py).
"""

from collections.abc import Callable, Mapping

from flask.typing import ResponseReturnValue

Routes = Mapping[tuple[str, str], Callable[..., ResponseReturnValue]]

SKILL = "/v1/skills/<skill_id>"
STAGE = f"{SKILL}/stages/<stage>"
NEWER_STAGE = "/v2/skills/<skill_id>/stages/<stage>"
