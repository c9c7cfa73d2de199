"""An order number read out in groups: what we have after the next group.

Amazon's order numbers have seventeen digits, written 3-7-7. Few people say them in one breath, so digits are gathered
over turns, read back in groups, and confirmed once they are complete: a wrong digit would cost the person a day.
"""

from skill.decision.expects import Digits
from skill.value import Value


class Draft(Value):
    """The digits so far. ``too_many`` when the last group did not fit and was not taken."""

    digits: str
    too_many: bool = False


def gather(draft: str, heard: str, expects: Digits) -> Draft:
    """The draft after these digits were heard.

    A whole number replaces the draft; after a whole one (it was read back and found wrong) a group begins afresh.
    """
    if len(heard) == expects.length or len(draft) == expects.length:
        draft = ""
    together = draft + heard
    if len(together) > expects.length:
        return Draft(draft, too_many=True)
    return Draft(together)


def groups(digits: str, expects: Digits) -> tuple[str, ...]:
    """The digits in the groups in which the number is written; a draft ends in a shorter one."""
    cut = []
    for size in expects.groups:
        if digits:
            cut.append(digits[:size])
            digits = digits[size:]
    return (*cut, digits) if digits else tuple(cut)
