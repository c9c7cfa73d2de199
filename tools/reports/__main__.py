"""Write reports of the skill and of the local Alexa as pages, and print what matters most.

python -m tools.reports                    all of them
python -m tools.reports coverage timing    some
python -m tools.reports --out DIR          elsewhere than in .work/reports

Each is written as NAME.html, which needs nothing else, and as NAME.txt with the same in it.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from simulator.models.folder import locales, read_model
from skill.errors import CaseCompassError
from tools.generated import ROOT
from tools.hearing.__main__ import MATCHERS
from tools.hearing.utterances import LANGUAGES
from tools.places import SourceError
from tools.reports.coverage_page import coverage_report
from tools.reports.drawn import INTERACTION_MODELS
from tools.reports.hearing_page import Heard, hearing_report
from tools.reports.nearest import Nearest
from tools.reports.reached import coverage
from tools.reports.report import Report
from tools.reports.timing import timed_scripts
from tools.reports.timing_page import timing_report

FOLDER = ROOT / ".work" / "reports"


def _heard() -> Iterator[Heard]:
    for language in LANGUAGES:
        own = [locale for locale in locales(INTERACTION_MODELS) if locale.partition("-")[0] == language]
        nearest = Nearest(read_model(INTERACTION_MODELS, locale) for locale in own)
        for name, listen in MATCHERS.items():
            yield Heard(language, name, listen(language), nearest)


REPORTS: dict[str, Callable[[], Report]] = {
    "timing": lambda: timing_report(timed_scripts(LANGUAGES)),
    "coverage": lambda: coverage_report([coverage(language) for language in LANGUAGES]),
    "hearing": lambda: hearing_report(list(_heard())),
}
"""How each report is made. The times come first, while nothing was used yet."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when everything was written, 1 when something cannot be read or written."""
    options = _options(arguments)
    try:
        for name in REPORTS:
            if name in (options.reports or REPORTS):
                _write(REPORTS[name](), options.out)
    except (CaseCompassError, SourceError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _write(report: Report, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / f"{report.name}.html"
    page.write_text(report.html(), encoding="utf-8")
    (folder / f"{report.name}.txt").write_text(report.text(), encoding="utf-8")
    print("\n".join((f"{report.title}: {page}", *(f"  {line}" for line in report.summary))), flush=True)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tools.reports", description=(__doc__ or "").split("\n", maxsplit=1)[0]
    )
    parser.add_argument("reports", nargs="*", metavar="REPORT", help=f"of {', '.join(REPORTS)} (default: all)")
    parser.add_argument("--out", type=Path, default=FOLDER, metavar="DIR", help="where to (default: .work/reports)")
    options = parser.parse_args(arguments)
    if strangers := set(options.reports) - set(REPORTS):
        parser.error(f"there is no report {', '.join(sorted(strangers))}; there are {', '.join(REPORTS)}")
    return options


if __name__ == "__main__":
    sys.exit(main())
