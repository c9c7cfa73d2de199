"""One decision a file, and the channel graph that they share."""

from skill.decision.model import Model
from skill.decision.models.account_access import ACCOUNT_ACCESS
from skill.decision.models.change_order import CHANGE_ORDER
from skill.decision.models.contact_seller import CONTACT_SELLER
from skill.decision.models.damaged_item import DAMAGED_ITEM
from skill.decision.models.device_help import DEVICE_HELP
from skill.decision.models.gift_card import GIFT_CARD
from skill.decision.models.lost_package import LOST_PACKAGE
from skill.decision.models.order_problem import ORDER_PROBLEM
from skill.decision.models.payment import PAYMENT
from skill.decision.models.return_refund import RETURN_REFUND
from skill.decision.models.suspicious_contact import SUSPICIOUS_CONTACT

_ALL = (
    LOST_PACKAGE,
    ORDER_PROBLEM,
    CHANGE_ORDER,
    DAMAGED_ITEM,
    RETURN_REFUND,
    ACCOUNT_ACCESS,
    GIFT_CARD,
    PAYMENT,
    DEVICE_HELP,
    CONTACT_SELLER,
    SUSPICIOUS_CONTACT,
)

MODELS: dict[str, Model] = {model.id: model for model in _ALL}
"""Every decision by id. Loading this module checks them all."""
