"""What somebody can ask by the way: each topic's points, in pages of one breath each.

The words of a point stand twice in the language folders: ``point.<id>`` for the ear, ``guide.<id>`` for the card,
which always holds all of a topic.
"""

from collections.abc import Mapping

from skill.decision.models.channels import CHANNELS
from skill.value import Value

Page = tuple[str, ...]


class Topic(Value):
    """Something to know. ``pages`` are ids of points, told page by page."""

    id: str
    pages: tuple[Page, ...]

    @property
    def points(self) -> tuple[str, ...]:
        """Every point, as it stands on the card."""
        return tuple(point for page in self.pages for point in page)

    @property
    def facts(self) -> Mapping[str, str]:
        """What has to be dialled or typed exactly, where the topic is a channel."""
        channel = CHANNELS.get(f"C-{self.id.upper()}")
        return channel.facts if channel else {}


def _topic(id_: str, *pages: str) -> Topic:
    return Topic(id_, tuple(tuple(f"{id_}.{point}" for point in page.split()) for page in pages))


_ALL = (
    # the channels
    _topic("chat", "app", "bot", "fit start", "web", "files copy", "wait complex"),
    _topic("email", "address own_address", "fit time", "subject body", "form", "spam genuine"),
    _topic("phone", "number", "fit menu", "keep", "others", "changes"),
    _topic("callback", "how", "fit brief line"),
    _topic("social", "fit x", "facebook instagram", "full"),
    _topic("alexa", "say", "fit"),
    _topic("device", "fit", "chat"),
    _topic("seller", "after", "before", "time window"),
    _topic("help", "where worth", "search"),
    _topic("forum", "where", "fit search", "users"),
    _topic("orders_form", "where", "fit"),
    # choosing and waiting
    _topic("best", "simple files", "device seller", "silent late", "speed"),
    _topic("times", "chat phone email", "seller open"),
    # lists
    _topic("steps", "gather self_help channel", "describe send keep", "for_sellers"),
    _topic("buyer", "order address screenshots", "tried channel"),
    _topic("seller_side", "stock tracking options", "time templates"),
    _topic("agent", "owner history describe", "close"),
    _topic("safety", "password sender callback", "two_factor skill", "mails calls address"),
    _topic("solved", "refund resend", "device dispute"),
    _topic("nothing_helps", "claim senior bank", "device again", "why_seller why_tracking why_account"),
    _topic("tips", "prepare clear polite", "evidence ticket policy", "higher copy channel", "fraud"),
    # the skill itself
    _topic("who", "what how", "limits"),
    _topic("amazon", "independent", "orders"),
    _topic("data", "kept never", "where forget"),
)

TOPICS: Mapping[str, Topic] = {topic.id: topic for topic in _ALL}
"""Every topic by id."""
