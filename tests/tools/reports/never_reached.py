"""What no talk reaches (never_reached.yaml), by language and kind: a list that should only get shorter.

``python -m tests.tools.reports.never_reached`` writes it anew from the talks that there are.
"""

import sys
from functools import cache
from pathlib import Path

import yaml

from tools.hearing.utterances import LANGUAGES
from tools.reports.drawn import KINDS
from tools.reports.reached import Coverage, coverage

FILE = Path(__file__).parent / "never_reached.yaml"
_REMARK = "# Written by python -m tests.tools.reports.never_reached. A script that reaches more makes it shorter.\n"

Listed = dict[str, dict[str, list[str]]]
"""Names by kind by language."""


@cache
def reached(language: str) -> Coverage:
    """What the talks of a language reach; they are talked once a run."""
    return coverage(language)


def listed() -> Listed:
    """The list as it is committed."""
    content: Listed = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return content


def never_reached() -> Listed:
    """The list as the talks make it; kinds of which everything is reached are left out."""
    return {
        language: {kind: sorted(never) for kind in KINDS if (never := reached(language).never(kind))}
        for language in LANGUAGES
    }


def main() -> int:
    """Write the list anew; tells how long it was and is."""
    before, after = listed() if FILE.exists() else {}, never_reached()
    FILE.write_text(_REMARK + yaml.safe_dump(after, allow_unicode=True, sort_keys=False, width=110), encoding="utf-8")
    told = (sum(len(names) for kinds in each.values() for names in kinds.values()) for each in (before, after))
    sys.stdout.write("{} before, {} now\n".format(*told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
