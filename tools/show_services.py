"""Write what is said to each answer of Alexa's services into ``docs/services.md``: ``python -m tools.show_services``.

Every row is a turn through the skill itself, with the answer put in place of the call.
"""

import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from skill.alexa.permissions import NAME_SCOPE, REMINDERS_SCOPE
from skill.alexa.service_calls import CALL_SECONDS, TOTAL_SECONDS, Answer
from skill.conversation.state import State
from skill.conversation.turn import Consent, Turn
from skill.in_time import LIMITS
from skill.value import replace
from tools.generated import ROOT, run
from tools.services_answered import (
    ALLOWED,
    CANCEL,
    NAME,
    OFFERED_NAME,
    OFFERED_REMINDER,
    REMIND_ME,
    REMINDED,
    REMINDER,
    REMOVAL,
    WELL,
    YES,
    ZONE,
    Heard,
    hear,
)

PAGE = ROOT / "docs" / "services.md"
_WELL_LABELS = {
    REMINDER: "200 with a token",
    REMOVAL: "200",
    ZONE: "200 with a time zone",
    NAME: "200 with a name",
}
_FORBIDDEN = {
    "403 `DEVICE_NOT_SUPPORTED`": "DEVICE_NOT_SUPPORTED",
    "403 about a maximum": "MAX_REMINDERS_EXCEEDED",
    "403 `ACCESS_DENIED`": "ACCESS_DENIED",
    "403 with another code": "SOMETHING_NEW",
}
_FAULTS: Mapping[str, Answer] = {
    "401": Answer(401),
    "403 without a code": Answer(403),
    **{label: Answer(403, {"code": code}) for label, code in _FORBIDDEN.items()},
    **{str(status): Answer(status) for status in (204, 400, 404, 409, 429, 500, 503)},
    "200 with nothing or garbage": Answer(200),
    "no answer in time, no connection, no HTTP": Answer(),
}


class Part(NamedTuple):
    """A table: what it is about, the call that is answered, and the turn and state in which that happens."""

    title: str
    call: str
    turn: Turn
    state: State


_PARTS = (
    Part('A reminder is made: "yes" to "shall I remind you?"', REMINDER, YES, OFFERED_REMINDER),
    Part('A reminder is removed: "cancel the reminder"', REMOVAL, CANCEL, REMINDED),
    Part('The time zone is looked up: "remind me"', ZONE, REMIND_ME, REMINDED),
    Part('The name is looked up: "yes" to "shall I put your name on the letter?"', NAME, YES, OFFERED_NAME),
    Part("The name is looked up: after Alexa was told that it is allowed", NAME, ALLOWED, OFFERED_NAME),
)
_ASKED = {"For reminders": OFFERED_REMINDER, "For the name": OFFERED_NAME}
_CONSENTS = {
    Consent.ACCEPTED: "allowed",
    Consent.DENIED: "not allowed",
    Consent.UNANSWERED: "no answer",
    Consent.UNHEARD: "this device can't ask",
}

_INTRODUCTION = f"""# Alexa's services

Written by `make pages` from the code and the words. Do not edit.

The skill calls three services of Alexa's, at the address and with the token that each request brings:

- **Reminders**, `POST /v1/alerts/reminders` and `DELETE /v1/alerts/reminders/{{token}}`, with the permission
  `{REMINDERS_SCOPE}`: to remind of a case, each time after a yes to the day and hour. The
  reminder is taken back when the case is solved, closed or forgotten, or gets as far as its next step.
- **Customer Profile**, `GET /v2/accounts/~current/settings/Profile.name`, with the permission
  `{NAME_SCOPE}`: to put the account holder's name under a letter, after a yes. It is never kept.
- **Device Settings**, `GET /v2/devices/{{deviceId}}/settings/System.timeZone`, without a permission: to name the hour
  of a reminder. The time zone is kept.

Without the permissions everything else works. One that Alexa says is refused is not tried. Whatever fails, the case
stays as it is: what was said is kept before a reminder is made or removed. No call is made again in the same turn. A
reminder whose making was not answered may ring all the same, since nobody has its token.

## Time

| what | at most |
|---|---|
| Alexa waits for a turn, the way there and back and a cold start included | 8 s |
| a turn, after which nothing is begun that might end too late | {LIMITS.turn} s |
| one call of the store | {LIMITS.store} s |
| one call of a service | {CALL_SECONDS} s |
| all calls of services in a turn | {TOTAL_SECONDS} s |

The store is called while {LIMITS.store} seconds are left, and a service while {LIMITS.service + LIMITS.store} are,
so that what came of it can be kept. When there is no time left, a service counts as not having answered, and the case
goes on in the session only. `python -m benchmarks.slow_turns` measures the worst mixtures.
"""


def page() -> str:
    """The whole page, as Markdown."""
    services = "\n".join(_table(part) for part in _PARTS)
    consents = "\n".join(_consents(title, state) for title, state in _ASKED.items())
    return f"{_INTRODUCTION}\n{services}\n## Alexa has asked for a permission\n\n{consents}"


def _table(part: Part) -> str:
    answers = {_WELL_LABELS[part.call]: WELL[part.call], **_FAULTS}
    said = [(label, hear(part.turn, part.state, {**WELL, part.call: answer})) for label, answer in answers.items()]
    return f"## {part.title}\n\n{_rows('Alexa answers', said)}"


def _consents(title: str, state: State) -> str:
    said = [(label, hear(replace(ALLOWED, consent=consent), state, WELL)) for consent, label in _CONSENTS.items()]
    return f"### {title}\n\n{_rows('the person said', said)}"


def _rows(heading: str, said: list[tuple[str, Heard]]) -> str:
    head = f"| {heading} | what is said | in German | and then |\n|---|---|---|---|\n"
    return head + "".join(f"| {labels} | {' | '.join(cells)} |\n" for labels, cells in _grouped(said))


def _grouped(said: list[tuple[str, Heard]]) -> Iterator[tuple[str, Heard]]:
    """Answers to which the same is said stand in one row, in the order in which they first come."""
    order = [cells for _, cells in said]
    for cells, rows in groupby(sorted(said, key=lambda row: order.index(row[1])), key=lambda row: row[1]):
        yield "; ".join(label for label, _ in rows), cells


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or with --check say whether it is stale; returns the exit code."""
    return run("tools.show_services", __doc__, {PAGE: page()}, "pages", arguments)


if __name__ == "__main__":
    sys.exit(main())
