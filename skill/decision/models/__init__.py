"""One decision a file, and the channel graph that they share. A file is loaded when its decision is first needed."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, cast

from skill.decision.model import Model

if TYPE_CHECKING:
    from _collections_abc import dict_values

_IDS = (
    "lost_package",
    "order_problem",
    "change_order",
    "damaged_item",
    "return_refund",
    "account_access",
    "gift_card",
    "payment",
    "device_help",
    "contact_seller",
    "suspicious_contact",
)
"""The files' names; in each, the decision is called like its file, in capitals."""


class _LoadedWhenNeeded(Mapping[str, Model]):
    """Decisions by id. A talk is about one of them; building all eleven would take longer than its turn."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        self._loaded: dict[str, Model | None] = dict.fromkeys(ids)

    def __getitem__(self, id_: str) -> Model:
        model = self._loaded[id_]
        if model is None:
            model = cast(Model, getattr(import_module(f"{__name__}.{id_}"), id_.upper()))
            self._loaded[id_] = model
        return model

    def values(self) -> "dict_values[str, Model]":
        """All of them, loaded, in their order or reversed."""
        return dict(self).values()

    def __contains__(self, id_: object) -> bool:
        return id_ in self._loaded

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded)

    def __len__(self) -> int:
        return len(self._loaded)


MODELS = _LoadedWhenNeeded(_IDS)
"""Every decision by id. That each can be walked is shown by the tests and before it is drawn or packed."""
