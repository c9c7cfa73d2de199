"""A charge that nobody recognises, or a card that is misused: the bank and Amazon at the same time."""

from skill.decision.condition import Either, Is, Unknown
from skill.decision.message import Part
from skill.decision.model import Ask, Model, Want, otherwise
from skill.decision.models import parts
from skill.decision.models.channel_graph import CHANNEL_GRAPH_WITHOUT_ORDER, WITHOUT_ORDER
from skill.decision.models.intake import NOT_TRIED, self_help
from skill.decision.models.questions import QUESTIONS

_PROBLEM = (
    Part("payment.unknown", Either(Is("charge_state", "unknown"), Unknown("charge_state"))),
    Part("payment.fraud", Is("charge_state", "fraud")),
)
_CHARGE = (Part("payment.charge"),)
_DONE = (Part("done.bank_told", Is("tried", "yes")),)
_ASK = (Part("payment.ask"),)

_CHAT = parts.chat("payment.chat", (*_PROBLEM, *_CHARGE), _DONE, _ASK)
_CALL = parts.call("payment.call", (*_PROBLEM, *_CHARGE), _ASK)
_EMAIL = parts.email(
    "payment.email",
    (*_PROBLEM, *_CHARGE),
    _DONE,
    _ASK,
    subject=Part("payment.subject"),
    attached=Part("payment.attached"),
)

PAYMENT = Model(
    id="payment",
    version=1,
    kinds=("P-PAYMENT",),
    start="charge_state",
    intake=(Ask("charge_state", otherwise("tried")), self_help("tried", then="call_or_chat")),
    shared=CHANNEL_GRAPH_WITHOUT_ORDER,
    questions=QUESTIONS,
    given=WITHOUT_ORDER | {"urgent": "yes"},
    volunteered=("contact_by",),
    wants={"call_or_chat": (Want("charged"), Want("amount"))},
    messages={
        ("call_or_chat", "C-CHAT"): _CHAT,
        ("call_or_chat", "C-CALLBACK"): _CALL,
        ("email", "C-EMAIL"): _EMAIL,
        ("senior", "C-CALLBACK"): parts.senior("payment.senior", (*_PROBLEM, *_CHARGE)),
    },
    first_steps=(
        Part("step.tell_the_bank_now", NOT_TRIED),
        Part("step.look_at_charges"),
        Part("step.no_secrets"),
    ),
    words={"tried": "bank", "solved": "dispute", "email_solved": "dispute"},
)
"""The decision for money that has gone and should not have."""
