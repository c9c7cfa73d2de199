"""Records in an Amazon DynamoDB table: for a skill on AWS Lambda, or on any number of machines.

One item a person: ``person`` (string, the partition key), ``record`` (string), ``revision`` (number) and ``expires``
(number, seconds since 1970), which is the table's time-to-live attribute. DynamoDB deletes days late, and shows until
then what expired (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ttl-expired-items.html), so every
condition here looks at the time too.
"""

from datetime import datetime

from skill.conversation.ports import KEPT_FOR, Stored
from skill.errors import StoreUnavailable
from skill.storage.dynamodb_table import Table

Item = dict[str, dict[str, str]]
"""An item as DynamoDB's interface writes it: attribute to type to value, such as ``{"revision": {"N": "7"}}``."""

ITEM_BYTES = 400 * 1024
"""The largest item (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html)."""

# The names of the attributes, and the numbers at their longest.
_OVERHEAD_BYTES = 100
_ABSENT = "attribute_not_exists(person) OR expires < :now"
_UNCHANGED = "revision = :based_on AND expires >= :now"


class DynamoDbStore:
    """Fulfils ``skill.conversation.ports.Memory``; nothing is read or connected before the first use.

    ``endpoint_url`` and ``region`` are needed only where AWS's own variables do not say them. ``timeout_seconds``
    bounds each call as a whole: Alexa allows 8 seconds for a turn, which loads once and saves once.
    """

    def __init__(
        self,
        table: str,
        *,
        endpoint_url: str | None = None,
        region: str | None = None,
        timeout_seconds: float = 2.5,
    ) -> None:
        self._table = Table(table, endpoint_url, region, timeout_seconds)

    def load(self, person: str, *, now: datetime) -> Stored | None:
        """The person's record, or None when nothing is kept."""
        answer = self._table.ask("load", "GetItem", Key=_key(person), ConsistentRead=True)
        item = answer.get("Item")
        if item is None:
            return None
        try:
            record, revision, expires = item["record"]["S"], int(item["revision"]["N"]), int(item["expires"]["N"])
        except (KeyError, TypeError, ValueError):
            raise self._odd_item() from None
        if not isinstance(record, str):
            raise self._odd_item()
        return Stored(record, revision) if expires >= _seconds(now) else None

    def save(self, person: str, record: str, *, based_on: int | None, now: datetime) -> int:
        """Write the record; ``WriteConflict`` when another revision than ``based_on`` is kept by now."""
        revision = (based_on or 0) + 1
        item = _item(person, record, revision, now)
        values = {":now": {"N": str(_seconds(now))}}
        if based_on is not None:
            values[":based_on"] = {"N": str(based_on)}
        condition = _ABSENT if based_on is None else _UNCHANGED
        self._table.ask("save", "PutItem", Item=item, ConditionExpression=condition, ExpressionAttributeValues=values)
        return revision

    def forget(self, person: str) -> None:
        """Remove whatever is kept about the person."""
        self._table.ask("forget", "DeleteItem", Key=_key(person))

    def close(self) -> None:
        """Let go of the connections; the next use makes new ones."""
        self._table.close()

    def _odd_item(self) -> StoreUnavailable:
        return StoreUnavailable(f"the table {self._table.name} holds an item of another kind")


def _key(person: str) -> Item:
    return {"person": {"S": person}}


def _item(person: str, record: str, revision: int, now: datetime) -> Item:
    size = _bytes(person) + _bytes(record) + _OVERHEAD_BYTES
    if size > ITEM_BYTES:
        raise StoreUnavailable(f"the record is too large: an item of {size} bytes, where {ITEM_BYTES} fit")
    numbers = {"revision": {"N": str(revision)}, "expires": {"N": str(_seconds(now + KEPT_FOR))}}
    return _key(person) | {"record": {"S": record}} | numbers


def _bytes(text: str) -> int:
    try:
        return len(text.encode())
    except UnicodeEncodeError:
        raise StoreUnavailable("the record holds half a letter, which cannot be kept") from None


def _seconds(time: datetime) -> int:
    return int(time.timestamp())
