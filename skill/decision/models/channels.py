"""The ways to reach help: the fixed facts of each channel. Their words stand in the language folders."""

from collections.abc import Mapping

from skill.value import NOTHING, Value


class Channel(Value):
    """A way to reach help. ``facts`` are what a person must copy or dial exactly, the same in every language."""

    id: str
    facts: Mapping[str, str] = NOTHING


_ALL = (
    Channel("C-CHAT"),
    Channel("C-EMAIL", {"address": "cs-reply@amazon.com"}),
    Channel("C-PHONE", {"number": "1-888-280-4331", "others": "1-206-922-0880, 1-206-266-2992, 1-888-280-4364"}),
    Channel("C-CALLBACK"),
    Channel("C-SOCIAL"),
    Channel("C-ALEXA"),
    Channel("C-DEVICE"),
    Channel("C-SELLER"),
    Channel("C-HELP"),
    Channel("C-FORUM"),
    Channel("C-ORDERS-FORM"),
)

CHANNELS: Mapping[str, Channel] = {channel.id: channel for channel in _ALL}
"""Every channel that an outcome can advise or a card can name, by id."""
