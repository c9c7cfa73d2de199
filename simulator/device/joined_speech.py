"""Two speeches that are heard one after the other, as one."""

import html
import re


def joined(*speeches: str) -> str:
    """The speeches, SSML or plain, as one; empty ones are left out, and a single one stays as it is."""
    spoken = [speech for speech in speeches if speech]
    if len(spoken) < 2:
        return "".join(spoken)
    return f"<speak>{' '.join(map(_inside, spoken))}</speak>"


def _inside(speech: str) -> str:
    tagged = re.fullmatch(r"\s*<speak\b[^>]*>(.*)</speak>\s*", speech, re.DOTALL)
    return tagged[1] if tagged else html.escape(speech, quote=False)
