"""What a person may allow the skill: knowing whether they did, asking for it, and hearing what came of that.

Sources, in the documentation of the Alexa Skills Kit: "Configure Permissions for Customer Information in Your Skill",
"Set up Voice Permissions for Reminders" (version 1, for reminders) and "Voice-forward Consent API Reference"
(version 2, for the profile).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ask_sdk_model
from ask_sdk_model import ui

from skill.alexa.request_kind import CONNECTIONS_RESPONSE, SESSION_RESUMED, kind_of
from skill.alexa.system import of_system
from skill.conversation.turn import Consent

if TYPE_CHECKING:
    from ask_sdk_model import RequestEnvelope
    from ask_sdk_model.interfaces.connections import SendRequestDirective
    from ask_sdk_model.interfaces.connections.v1 import StartConnectionDirective

REMINDERS_SCOPE = "alexa::alerts:reminders:skill:readwrite"
NAME_SCOPE = "alexa::profile:name:read"
SCOPES = {"reminders": REMINDERS_SCOPE, "name": NAME_SCOPE}
"""The scope of each kind of permission."""

_REQUEST = "AskForPermissionsConsentRequest"
_CONSENTS = {
    "ACCEPTED": Consent.ACCEPTED,
    "DENIED": Consent.DENIED,
    "NOT_ANSWERED": Consent.UNANSWERED,
}


def known_refused(envelope: RequestEnvelope, scope: str) -> bool:
    """Whether Alexa says that the person has not allowed it. Where Alexa says nothing, a try will tell.

    A yes that this very request brings counts more than the envelope, which may be older.
    """
    scopes = of_system(envelope, "user.permissions.scopes") or {}
    if scope not in scopes or consent_of(envelope.request) is Consent.ACCEPTED:
        return False
    return getattr(scopes[scope], "status", None) is not ask_sdk_model.PermissionStatus.GRANTED


def ask_by_voice(kind: str, token: str) -> SendRequestDirective | StartConnectionDirective:
    """The directive by which Alexa asks for a permission in her own words; ``token`` comes back with the answer."""
    return _ask_for_reminders(token) if kind == "reminders" else _ask_for_profile(SCOPES[kind], token)


def ask_by_card(kind: str) -> ui.AskForPermissionsConsentCard:
    """The card on which the person can allow it in the Alexa app."""
    return ui.AskForPermissionsConsentCard(permissions=[SCOPES[kind]])


def consent_of(request: Any) -> Consent:
    """What came of asking by voice, from the request that brings the answer; ``UNHEARD`` from any other request."""
    if kind_of(request) == CONNECTIONS_RESPONSE:
        return _consent(request.status, request.payload)
    if kind_of(request) == SESSION_RESUMED:  # whose cause may be missing, or of a kind without a result
        return _consent(getattr(request.cause, "status", None), getattr(request.cause, "result", None))
    return Consent.UNHEARD


def _ask_for_reminders(token: str) -> SendRequestDirective:
    from ask_sdk_model.interfaces.connections import SendRequestDirective

    payload = {"@type": _REQUEST, "@version": "1", "permissionScope": REMINDERS_SCOPE}
    return SendRequestDirective(name="AskFor", payload=payload, token=token)


def _ask_for_profile(scope: str, token: str) -> StartConnectionDirective:
    from ask_sdk_model.interfaces.connections import OnCompletion
    from ask_sdk_model.interfaces.connections.v1 import StartConnectionDirective

    wanted = {"permissionScope": scope, "consentLevel": "ACCOUNT"}
    return StartConnectionDirective(
        uri="connection://AMAZON.AskForPermissionsConsent/2",
        input={"@type": _REQUEST, "@version": "2", "permissionScopes": [wanted]},
        on_completion=OnCompletion.RESUME_SESSION,
        token=token,
    )


def _consent(status: Any, result: Any) -> Consent:
    heard = getattr(status, "code", None) == "200" and isinstance(result, dict)
    return _CONSENTS.get(str(result.get("status")), Consent.UNHEARD) if heard else Consent.UNHEARD
