"""An account that was taken over, is locked, or whose password is forgotten: the security team is one of its own."""

from skill.decision.condition import Either, Is, Unknown
from skill.decision.message import Part
from skill.decision.model import Ask, Model, Origin, Rule, otherwise
from skill.decision.models import parts
from skill.decision.models.channel_graph import (
    CALL_BY_PREFERENCE,
    CHANNEL_GRAPH_WITHOUT_ORDER,
    SECURE_NOW,
    WITHOUT_ORDER,
)
from skill.decision.models.intake import NOT_TRIED, self_help
from skill.decision.models.questions import QUESTIONS

_PROBLEM = (
    *(Part(f"account.{state}", Is("account_state", state)) for state in ("stolen", "locked", "password")),
    Part("account.unclear", Unknown("account_state")),
)
_DONE = (Part("done.password_reset", Is("tried", "yes")),)
_ASK = (Part("account.ask"),)

_CHAT = parts.chat("account.chat", _PROBLEM, _DONE, _ASK)
_CALL = parts.call("account.call", _PROBLEM, _ASK)
_EMAIL = parts.email(
    "account.email",
    _PROBLEM,
    _DONE,
    _ASK,
    subject=Part("account.subject"),
    attached=Part("account.attached", Is("files", "yes")),
)

ACCOUNT_ACCESS = Model(
    id="account_access",
    version=1,
    kinds=("P-ACCOUNT",),
    start="account_state",
    intake=(
        Ask("account_state", Rule(Is("account_state", "stolen"), "secure_now", Origin.OWN), otherwise("tried")),
        self_help("tried", then="urgent"),
        SECURE_NOW,
    ),
    shared=CHANNEL_GRAPH_WITHOUT_ORDER,
    questions=QUESTIONS,
    given=WITHOUT_ORDER,
    wants={"call_or_chat": (CALL_BY_PREFERENCE,)},
    messages={
        ("secure_now", "C-CALLBACK"): _CALL,
        **parts.by_channel_without_order(
            chat=_CHAT, call=_CALL, email=_EMAIL, senior=parts.senior("account.senior", _PROBLEM)
        ),
    },
    first_steps=(
        Part("step.forgot_password", NOT_TRIED),
        Part("step.details_on_page", Either(Is("account_state", "locked", "password"), Unknown("account_state"))),
    ),
    words={"tried": "sign_in", "solved": "access", "email_solved": "access"},
)
"""The decision for an account that its owner cannot use, or somebody else can."""
