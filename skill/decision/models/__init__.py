"""One decision a file, and the channel graph that they share."""

from skill.decision.model import Model
from skill.decision.models.contact_seller import CONTACT_SELLER
from skill.decision.models.device_help import DEVICE_HELP
from skill.decision.models.lost_package import LOST_PACKAGE

MODELS: dict[str, Model] = {model.id: model for model in (LOST_PACKAGE, CONTACT_SELLER, DEVICE_HELP)}
"""Every decision by id. Loading this module checks them all."""
