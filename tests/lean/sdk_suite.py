"""Amazon's own tests of ask-sdk-core, run on the SDK as it comes and on the SDK made light.

    git clone --branch <release> https://github.com/alexa/alexa-skills-kit-sdk-for-python
    python -m tests.lean.sdk_suite alexa-skills-kit-sdk-for-python/ask-sdk-core

The tests are Amazon's and are not kept here. Prints how many ran, and which failed; the exit status is 1 when the SDK
made light fails where the stock one does not. One of the tests fails on either since Python 3.11, which has no
``inspect.getargspec`` any more.
"""

import sys
from pathlib import Path

from tests.lean.fresh import LIGHTENED, fresh

_RUN = """
import io, json, sys, unittest.mock, warnings
warnings.simplefilter("ignore")
sys.modules.setdefault("mock", unittest.mock)  # under the name that it had before it came with Python
found = unittest.defaultTestLoader.discover({folder!r} + "/tests/unit", top_level_dir={folder!r})
done = unittest.TextTestRunner(stream=io.StringIO()).run(found)
import ask_sdk_core.serialize, ask_sdk_core.skill_builder
is_light = hasattr(ask_sdk_core.serialize.DefaultSerializer, "from_json")
print(json.dumps([done.testsRun, sorted(test.id() for test, _ in done.failures + done.errors), is_light]))
"""


def main(folder: Path) -> int:
    """Run both, print, and compare."""
    if not (folder / "tests" / "unit").is_dir():
        print(f"{folder} has no tests/unit: name the folder ask-sdk-core of Amazon's repository")  # noqa: T201
        return 2
    program = _RUN.format(folder=str(folder.resolve()))
    failed = {}
    for name, before in (("stock", ""), ("light", LIGHTENED)):
        ran, failed[name], is_light = fresh(before + program)
        assert is_light == (name == "light")
        print(f"{name}: {ran - len(failed[name])} of {ran} pass", *failed[name], sep="\n  ")  # noqa: T201
    return int(not set(failed["light"]) <= set(failed["stock"]))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
