"""A mail, a call or a text that claims to be Amazon: was anything given away, and how to be sure who it was."""

from skill.decision.condition import Always, Both, Either, Is, Unknown
from skill.decision.message import Part
from skill.decision.model import Ask, Model, Origin, Outcome, Pick, Rule, Wait, otherwise
from skill.decision.models import parts
from skill.decision.models.channel_graph import (
    CHANNEL_GRAPH_WITHOUT_ORDER,
    CHAT_HOURS,
    SECURE_NOW,
    WITHOUT_ORDER,
)
from skill.decision.models.questions import QUESTIONS

_PROBLEM = (
    *(Part(f"suspicious.{kind}", Is("suspicion", kind)) for kind in ("mail", "call", "text")),
    Part("suspicious.unclear", Unknown("suspicion")),
    Part("suspicious.gave", Both(Is("gave", "yes"), Either(Is("suspicion", "mail", "text"), Unknown("suspicion")))),
    Part("suspicious.told", Both(Is("gave", "yes"), Is("suspicion", "call"))),
    Part("suspicious.gave_nothing", Is("gave", "no")),
)
_ASK = (Part("suspicious.ask"),)

_CALL = parts.call("suspicious.call", _PROBLEM, _ASK)
_EMAIL = parts.email(
    "suspicious.email",
    _PROBLEM,
    (),
    _ASK,
    subject=Part("suspicious.subject"),
    attached=Part("suspicious.attached", Is("suspicion", "mail", "text")),
)

_HANG_UP = Outcome(
    "hang_up",
    picks=(Pick(Always(), "C-CALLBACK"),),
    steps=(
        Part("step.hang_up"),
        Part("step.no_secrets"),
        Part("step.real_page"),
        Part("step.change_password"),
        Part("step.two_factor"),
        Part("step.tell_the_bank"),
    ),
    wait=Wait("amazon", CHAT_HOURS),
    rules=(otherwise("amazon_answered", Origin.OWN),),
    alarm=True,
)
_STAY_SAFE = Outcome(
    "stay_safe",
    picks=(Pick(Always(), "C-CALLBACK"),),
    steps=(
        Part("step.click_nothing", Either(Is("suspicion", "mail", "text"), Unknown("suspicion"))),
        Part("step.check_sender", Either(Is("suspicion", "mail", "text"), Unknown("suspicion"))),
        Part("step.call_back_never", Is("suspicion", "call")),
        Part("step.real_page"),
        Part("step.no_secrets"),
        Part("step.two_factor"),
        Part("step.check_orders"),
    ),
)

SUSPICIOUS_CONTACT = Model(
    id="suspicious_contact",
    version=1,
    kinds=("P-PHISHING",),
    start="suspicion",
    intake=(
        Ask("suspicion", otherwise("gave")),
        Ask(
            "gave",
            Rule(Is("gave", "now"), "hang_up", Origin.OWN),
            Rule(Is("gave", "yes"), "secure_now", Origin.OWN),
            otherwise("stay_safe", Origin.OWN),
        ),
        _HANG_UP,
        SECURE_NOW,
        _STAY_SAFE,
    ),
    shared=CHANNEL_GRAPH_WITHOUT_ORDER,
    questions=QUESTIONS,
    given=WITHOUT_ORDER,
    messages={
        ("hang_up", "C-CALLBACK"): _CALL,
        ("secure_now", "C-CALLBACK"): _CALL,
        ("stay_safe", "C-CALLBACK"): _CALL,
        ("email", "C-EMAIL"): _EMAIL,
        ("senior", "C-CALLBACK"): parts.senior("suspicious.senior", _PROBLEM),
    },
    words={"solved": "dispute", "email_solved": "dispute"},
)
"""The decision for a contact that may not be from Amazon at all."""
