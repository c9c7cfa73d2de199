"""The Lambda door. One import, one name: nothing can import a package called lambda."""

import os

from skill.bootstrap import build_skill
from skill.settings import Settings

lambda_handler = build_skill(Settings.from_environment(os.environ))
