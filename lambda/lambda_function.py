"""The Lambda door. One import, one name: nothing can import a package called lambda."""

import os
import sys

from skill.lean import lighten, settle

lighten()

from skill.on_lambda import start  # noqa: E402 - it loads Amazon's SDK, which has to be made light first

lambda_handler = start(os.environ, sys.stdout)
settle()
