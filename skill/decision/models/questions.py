"""Everything that a person can tell us, whichever decision asks for it. The ids are the slots' names."""

from skill.decision.expects import YES_NO, Choice, Digits, Expects, Number, PastDate, Text
from skill.decision.model import Question

ORDER_NUMBER_DIGITS = Digits(groups=(3, 7, 7))
"""How Amazon writes an order number."""

_EXPECTED: dict[str, Expects] = {
    # the order
    "item": Text(longest=120),
    "order_number": ORDER_NUMBER_DIGITS,
    "ordered": PastDate(),
    "sold_by": Choice(("amazon", "seller")),
    # the parcel
    "status": Choice(("delivered", "stuck", "late", "none")),
    "status_date": PastDate(),
    "checked": YES_NO,
    # the channel
    "urgent": YES_NO,
    "files": YES_NO,
    # the seller
    "stage": Choice(("before", "after")),
    "topic": Choice(("size", "colour", "stock", "delivery", "other")),
    "question": Text(longest=600),
    "buying": YES_NO,
    "days": Number(lowest=1, highest=365),
    "matter": Choice(("missing", "damaged", "wrong", "refund", "other")),
    "contacted": YES_NO,
    "window": Choice(("open", "closed")),
    # the device
    "device": Choice(("echo", "fire_tv", "kindle", "fire_tablet")),
    "trouble": Text(longest=200),
    "tried": YES_NO,
    # when the time to answer is over
    "seller_answered": YES_NO,
    "amazon_answered": YES_NO,
    "email_answered": YES_NO,
    "device_works": YES_NO,
    "solved": YES_NO,
    "email_solved": YES_NO,
}

QUESTIONS = {id_: Question(id_, expects) for id_, expects in _EXPECTED.items()}
"""Every question by id."""
