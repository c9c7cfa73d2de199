"""Rules of Connections: handing a person over to Alexa or another skill, and asking aloud for a permission.

Sources: use-skill-connections-to-request-tasks, voice-permissions-for-reminders, voice-forward-consent-api-reference.
Which permissions the skill's manifest names is not known here.
"""

from collections.abc import Iterator

from simulator.finding import CONNECTIONS, CONSENT_BY_VOICE, REMINDERS_BY_VOICE, Finding
from simulator.judge.case import Case
from simulator.judge.response import Directive, as_objects

SEND = "Connections.SendRequest"
START = "Connections.StartConnection"
CONSENT = "AskFor"
"""The name of the request that asks for a permission to set reminders or timers."""
CONSENT_URI = "connection://AMAZON.AskForPermissionsConsent/2"
"""The task that asks for any other."""
ALERTS = ("alexa::alerts:reminders:skill:readwrite", "alexa::alerts:timers:skill:readwrite")


def connection_rules(case: Case) -> Iterator[Finding]:
    """Every rule for the Connections directives of a response."""
    leaving = [directive for directive in case.body.directives if directive.type in (SEND, START)]
    if leaving and (case.body.open or case.body.reprompt):
        says = f"{leaving[0].type} hands the person over: no reprompt and no open session with it"
        yield Finding("connection-open", says, CONNECTIONS)
    for directive in leaving:
        if asks_aloud(directive):
            source = REMINDERS_BY_VOICE if directive.type == SEND else CONSENT_BY_VOICE
            for says in _consent(directive):
                yield Finding("consent-request", says, source)


def asks_aloud(directive: Directive) -> bool:
    """Whether Alexa is to ask for a permission by voice."""
    return (directive.type, directive.get("name")) == (SEND, CONSENT) or (
        (directive.type, directive.get("uri")) == (START, CONSENT_URI)
    )


def scopes_of(directive: Directive) -> tuple[str, ...]:
    """The scopes that such a directive asks for."""
    if directive.type == SEND:
        wanted = [directive.part("payload").get("permissionScope")]
    else:
        wanted = [
            scope.get("permissionScope") for scope in as_objects(directive.part("input").get("permissionScopes"))
        ]
    return tuple(scope for scope in wanted if isinstance(scope, str))


def _consent(directive: Directive) -> Iterator[str]:
    place, version = ("payload", "1") if directive.type == SEND else ("input", "2")
    wanted = directive.part(place)
    for name, value in (("@type", "AskForPermissionsConsentRequest"), ("@version", version)):
        if wanted.get(name) != value:
            yield f"the {place} of {directive.type} needs {name} {value!r}, not {wanted.get(name)!r}"
    scopes = scopes_of(directive)
    if not scopes:
        yield f"the {place} of {directive.type} names no permissionScope"
    for scope in scopes:
        if not scope.startswith("alexa::"):
            yield f"{directive.type} asks for the permission {scope!r}; their names begin with alexa::"
        elif directive.type == SEND and scope not in ALERTS:
            yield f"{directive.type} can ask for {' or '.join(ALERTS)}, not for {scope!r}"
    if directive.type == START:
        yield from _levels(directive)


def _levels(directive: Directive) -> Iterator[str]:
    for scope in as_objects(directive.part("input").get("permissionScopes")):
        if scope.get("consentLevel") not in ("ACCOUNT", "PERSON"):
            yield f"a permissionScope needs consentLevel ACCOUNT or PERSON, not {scope.get('consentLevel')!r}"
    if directive.get("onCompletion") not in (None, "RESUME_SESSION", "SEND_ERRORS_ONLY"):
        yield f"onCompletion is RESUME_SESSION or SEND_ERRORS_ONLY, not {directive.get('onCompletion')!r}"
