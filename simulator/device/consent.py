"""Asking a person aloud for a permission, which Alexa does in her own words.

The skill hands over with a directive; the answer comes to it as a request of its own, without session attributes.
Sources: voice-permissions-for-reminders, voice-forward-consent-api-reference. The wording is ours.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from simulator.ears.words import keys_of
from simulator.envelope import Json, connections_response, session_resumed_request
from simulator.judge.connections import CONSENT, asks_aloud, scopes_of
from simulator.judge.response import Directive
from simulator.services.permissions import EMAIL, GIVEN_NAME, NAME, PHONE, REMINDERS, TIMERS

Outcome = Literal["ACCEPTED", "DENIED", "NOT_ANSWERED"]

QUESTIONS = {
    "en": "Do you give {name} permission to {what}? You can say I approve or no.",
    "de": "Erlaubst du {name}, {what}? Du kannst ich stimme zu oder nein sagen.",
}
AND = {"en": " and to ", "de": " und "}
WHAT = {
    "en": {
        REMINDERS: "set reminders",
        TIMERS: "set timers",
        NAME: "use your full name",
        GIVEN_NAME: "use your first name",
        EMAIL: "use your email address",
        PHONE: "use your mobile number",
    },
    "de": {
        REMINDERS: "Erinnerungen zu stellen",
        TIMERS: "Timer zu stellen",
        NAME: "deinen vollen Namen zu verwenden",
        GIVEN_NAME: "deinen Vornamen zu verwenden",
        EMAIL: "deine E-Mail-Adresse zu verwenden",
        PHONE: "deine Handynummer zu verwenden",
    },
}
"""What each scope is for, by language; a scope without words is named by its id."""

ANSWERS: dict[Outcome, dict[str, tuple[str, ...]]] = {
    "ACCEPTED": {
        "en": ("yes", "i approve", "yes i approve", "approve", "yes please", "yeah", "yep", "sure", "i do", "okay"),
        "de": ("ja", "ich stimme zu", "ja ich stimme zu", "ja bitte", "stimme zu", "na klar", "gerne", "okay"),
    },
    "DENIED": {
        "en": ("no", "no thanks", "no thank you", "nope", "i do not approve", "i don't approve"),
        "de": ("nein", "nein danke", "nö", "ich stimme nicht zu", "lieber nicht"),
    },
}

OK: Json = {"code": "200", "message": "OK"}
UNABLE: Json = {"code": "400", "message": "The device cannot ask for permissions by voice."}


@dataclass(frozen=True)
class Consent:
    """A question of Alexa's that is open: for which scopes, in which of the two ways, with which token."""

    scopes: tuple[str, ...]
    resumes: bool
    reports: bool
    token: str | None
    repeated: bool = False

    @property
    def reply(self) -> str | None:
        """The type of the request that tells the skill what was answered; None when it does not want to know."""
        kind = "SessionResumedRequest" if self.resumes else "Connections.Response"
        return kind if self.reports else None

    def question(self, name: str, locale: str) -> str:
        """What Alexa asks about the skill of that name; in English where there are no words in the language."""
        language = locale[:2] if locale[:2] in QUESTIONS else "en"
        what = AND[language].join(WHAT[language].get(scope, scope) for scope in self.scopes)
        return QUESTIONS[language].format(name=name, what=what)

    def request(self, locale: str, now: datetime, outcome: Outcome | None) -> Json:
        """What the skill is told; None: the device could not ask."""
        status = UNABLE if outcome is None else OK
        if self.resumes:
            result: Json | None = None if outcome is None else {"status": outcome}
            return session_resumed_request(locale, now, status, result, self.token)
        payload: Json = {"isCardThrown": False, "permissionScope": self.scopes[0]}
        payload |= {} if outcome is None else {"status": outcome}
        return connections_response(locale, now, CONSENT, status, payload, self.token or "")


def consent_wanted(directives: tuple[Directive, ...]) -> Consent | None:
    """The question that a response hands over to Alexa, if it does."""
    for directive in directives:
        if asks_aloud(directive):
            token = directive.get("token")
            resumes = directive.type == "Connections.StartConnection"
            reports = directive.get("onCompletion") != "SEND_ERRORS_ONLY"
            return Consent(scopes_of(directive), resumes, reports, token if isinstance(token, str) else None)
    return None


def outcome_of(utterance: str, locale: str) -> Outcome | None:
    """What an answer to Alexa's question means; None when it is none."""
    said = keys_of(utterance)
    for outcome, answers in ANSWERS.items():
        if said in {keys_of(answer) for answer in answers.get(locale[:2], answers["en"])}:
            return outcome
    return None
