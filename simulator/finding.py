"""What the judge has to say about a response, and the Amazon pages that it has it from."""

from typing import NamedTuple

RESPONSE = "request-and-response-json-reference"
REQUEST_TYPES = "request-types-reference"
SSML = "speech-synthesis-markup-language-ssml-reference"
PLAIN_TEXT = "best-practice-text-response"
CARDS = "include-a-card-in-your-skills-response"
SESSION = "manage-skill-session-and-session-attributes"
DIALOG = "dialog-interface-reference"
DYNAMIC_ENTITIES = "use-dynamic-entities-for-customized-interactions"
CERTIFICATION = "certification-requirements-for-custom-skills"
APL = "alexa-presentation-language-apl-interface-reference"
AUDIO = "audioplayer-interface-reference"
VIDEO = "videoapp-interface-reference"
CONNECTIONS = "use-skill-connections-to-request-tasks"
REMINDERS_BY_VOICE = "voice-permissions-for-reminders"
CONSENT_BY_VOICE = "voice-forward-consent-api-reference"
EVENTS = "skill-events-in-alexa-skills"
CUSTOM_INTERFACE = "custom-interface-reference"


class Finding(NamedTuple):
    """One broken rule.

    ``rule`` is a short id, ``says`` the rule and how it was broken, ``source`` the name of a page of Amazon's
    documentation. A finding that does not refuse costs a part of the response: Alexa drops it and says nothing.
    """

    rule: str
    says: str
    source: str
    refuses: bool = True

    def __str__(self) -> str:
        return f"[{self.rule}] {self.says} ({self.source})"
