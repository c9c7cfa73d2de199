"""What the ASK CLI finds when it starts: a home of its own, and an environment in which it reaches this machine only.

Its configuration has an access token that opens nothing, and forbids it to report what it is used for. The token has
no date on which it ends, so that it is never renewed.
"""

import json
import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".work" / "ask-home"
ASK = ROOT / "node_modules" / ".bin" / "ask"
GUARD = ROOT / "tools" / "only_loopback.cjs"

TOKEN = "local"  # noqa: S105 - opens nothing
VENDOR = "MLOCAL"
NOWHERE = "http://127.0.0.1:9"
"""A proxy that nobody runs (the port is that of the discard service)."""

KEPT = ("PATH", "TERM", "COLORTERM", "COLUMNS", "LINES", "LANG", "LC_ALL", "TZ", "NO_COLOR")
"""What the ASK CLI is given of this process's environment."""


def installed() -> bool:
    """Whether the ASK CLI is there, and Node to run it."""
    return ASK.exists() and shutil.which("node") is not None


def make_home(home: Path = HOME, token: str = TOKEN, aws_profile: str | None = None) -> Path:
    """Write the configuration; whoever has another token is another person to the skill.

    ``aws_profile`` says where the credentials of AWS are, for what needs some.
    """
    configuration = home / ".ask" / "cli_config"
    configuration.parent.mkdir(parents=True, exist_ok=True)
    aws = {"aws_profile": aws_profile} if aws_profile else {}
    profile = {"token": {"access_token": token}, "vendor_id": VENDOR, **aws}
    content = {"profiles": {"default": profile}, "share_usage": False}
    configuration.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    return home


def environment(home: Path, service: str, refused: Path | None = None) -> dict[str, str]:
    """The whole environment. ``service`` is the address of SMAPI, ``refused`` a file for what it tried to reach."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return kept | {
        "HOME": str(home),
        "ASK_SMAPI_SERVER_BASE_URL": service,
        "ASK_SKIP_NEW_VERSION_REMINDER": "1",
        "ASK_SHARE_USAGE": "false",
        "NODE_NO_WARNINGS": "1",
        "NODE_OPTIONS": f'--require "{GUARD}"',
        "ONLY_SERVICE": service.removeprefix("http://"),
        "REFUSED_CONNECTIONS": str(refused or home / "refused_connections"),
        **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), NOWHERE),
        **dict.fromkeys(("no_proxy", "NO_PROXY"), "127.0.0.1,localhost"),
    }
