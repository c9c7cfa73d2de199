"""Everything that a person can tell us, whichever decision asks for it. The ids are the slots' names."""

from skill.decision.expects import (
    YES_NO,
    YES_NO_OR_SOLVED,
    Choice,
    Digits,
    Expects,
    Money,
    Number,
    PastDate,
    Text,
)
from skill.decision.model import Question

ORDER_NUMBER_DIGITS = Digits(groups=(3, 7, 7))
"""How Amazon writes an order number."""

_EXPECTED: dict[str, Expects] = {
    # the order
    "item": Text(longest=120),
    "order_number": ORDER_NUMBER_DIGITS,
    "ordered": PastDate(),
    "sold_by": Choice(("amazon", "seller")),
    "order_state": Choice(("not_shipped", "cancelled", "wrong_details")),
    "change": Choice(("cancel", "address")),
    "return_state": Choice(("refused", "impossible", "refund_missing", "wanted")),
    # the parcel
    "status": Choice(("delivered", "stuck", "late", "none")),
    "status_date": PastDate(),
    "checked": YES_NO_OR_SOLVED,
    # the channel
    "urgent": YES_NO,
    "files": YES_NO,
    "contact_by": Choice(("call", "chat")),
    # the seller
    "stage": Choice(("before", "after")),
    "topic": Choice(("size", "colour", "stock", "delivery", "other")),
    "question": Text(longest=600),
    "buying": YES_NO,
    "days": Number(lowest=1, highest=365),
    "matter": Choice(("missing", "damaged", "faulty", "poor", "wrong", "refund", "other")),
    "contacted": YES_NO,
    "window": Choice(("open", "closed")),
    # the device
    "device": Choice(("echo", "fire_tv", "kindle", "fire_tablet")),
    "trouble": Text(longest=200),
    # the account and money
    "account_state": Choice(("stolen", "locked", "password")),
    "card_state": Choice(("refused", "lost", "short")),
    "charge_state": Choice(("unknown", "fraud")),
    "charged": PastDate(),
    "amount": Money(),
    # mails and calls that claim to be Amazon
    "suspicion": Choice(("mail", "call", "text")),
    "gave": Choice(("yes", "no", "now")),
    # the one step that is most likely to solve it
    "tried": YES_NO_OR_SOLVED,
    # when the time to answer is over
    "seller_answered": YES_NO,
    "amazon_answered": YES_NO,
    "email_answered": YES_NO,
    "device_works": YES_NO,
    "solved": YES_NO,
    "email_solved": YES_NO,
    "settled_by": Choice(("refund", "resend", "arrived", "written", "works")),
    # of any case
    "ticket": Text(longest=120),
}

QUESTIONS = {id_: Question(id_, expects) for id_, expects in _EXPECTED.items()}
"""Every question by id."""

NEVER_ASKED: dict[str, Expects] = {
    "seller_date": PastDate(),
    "amazon_date": PastDate(),
    "amazon_by": Choice(("chat", "call", "email")),
    "email_date": PastDate(),
    "email_by": Choice(("chat", "call", "email")),
    "name": Text(longest=100),
}
"""What a message tells and nobody is asked: whom one wrote to on which day, from the case; the name, from Alexa."""
