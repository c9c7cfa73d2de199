"""The table of hostile requests with our answer and the SDK's, measured and put into docs/security.md.

python -m tests.security.table
"""

import re
import tempfile
from pathlib import Path

from tests.security.cases import CASES, Case
from tests.security.matrix import Became, send
from tests.security.running import serving
from tests.security.stock import mended_oscrypto
from tests.security.surroundings import ROOT, world
from tests.web.broken import Request

PAGE = ROOT / "docs" / "security.md"
BEGIN, END = "<!-- measured -->", "<!-- /measured -->"
HEAD = "| what is sent | we | because of | fetched | the SDK's own |\n|---|---|---|---|---|"
SLOW_SECONDS = 5.0
_LONGEST = 100
_RULE = re.compile(r"refused: ([a-z ]+):")


def measured(folder: Path) -> str:
    """The table, from sending every case to both servers."""
    ours, stock = _all(folder / "ours"), _all(folder / "stock", stock=True)
    return "\n".join([HEAD, *(_row(case, ours[name], stock[name]) for name, case in CASES.items())])


def in_page(text: str) -> str:
    """The table as the page has it."""
    return text.partition(BEGIN)[2].partition(END)[0].strip()


def shown(name: str) -> str:
    """A case's name as the table has it."""
    plain = name.encode("unicode_escape").decode().replace("\\xe9", "é").replace("\\\\", "\\")
    return (plain[:_LONGEST] + "…" if len(plain) > _LONGEST else plain).replace("|", "\\|")


def _all(folder: Path, *, stock: bool = False) -> dict[str, Became]:
    folder.mkdir()
    with world(folder) as here:
        command = ("-m", "tests.security.stock") if stock else ()
        settings = {"CASE_COMPASS_WORKERS": "1"}
        if stock:
            settings["PYTHONPATH"] = f"{mended_oscrypto(folder)}:{here.environment['PYTHONPATH']}"
        with serving(here, folder, *command, **settings) as server:
            assert server.post(Request(here.signer)).status == 200, "what the cases break must be let in"
            return {name: send(case, here, server) for name, case in CASES.items()}


def _row(case: Case, ours: Became, stock: Became) -> str:
    rules = {found[1] for line in ours.log for found in _RULE.finditer(line)}
    fetched = "yes" if ours.fetched else "no"
    cells = (shown(case.name), str(ours.answered.status), ", ".join(sorted(rules)), fetched, _stock(case, stock))
    return f"| {' | '.join(cells)} |"


def _stock(case: Case, became: Became) -> str:
    told = "200: let in" if became.answered.status == 200 else str(became.answered.status or "closed")
    if became.answered.seconds > SLOW_SECONDS:
        told += ", and it waited for the end"
    if became.fetched and not case.fetches:
        told += ", and fetched"
    others = sorted(set(became.looked_up) - {"s3.amazonaws.com:443"})
    return told + (f", and looked for {', '.join(others)}" if others else "") + _followed(became)


def _followed(became: Became) -> str:
    return ", and followed" if len(became.fetched) > 1 else ""


def main() -> None:
    """Measure, and write the page."""
    with tempfile.TemporaryDirectory() as folder:
        table = measured(Path(folder))
    text = PAGE.read_text(encoding="utf-8")
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
