"""The planned serializer against the stock one, on anything.

More examples: ``LEAN_EXAMPLES=20000 .venv/bin/python -m pytest tests/lean/test_fuzz.py``.
"""

import json
import os
from random import Random

from ask_sdk_model import RequestEnvelope, Response, ResponseEnvelope
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.lean.damage import damaged
from tests.lean.envelopes import GENUINE
from tests.lean.same import PLANNED, STOCK, outcome
from tests.lean.samples import json_of, modelled, object_of

EXAMPLES = int(os.environ.get("LEAN_EXAMPLES", "1200"))
stock, plans = STOCK(), PLANNED()
many = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
chances = st.integers(0, 2**48).map(Random)


def require_same_reading(envelope: object) -> None:
    text = json.dumps(envelope)
    expected = outcome(lambda: stock.deserialize(text, RequestEnvelope))
    assert outcome(lambda: plans.from_json(json.loads(text), RequestEnvelope)) == expected
    assert outcome(lambda: plans.deserialize(text, RequestEnvelope)) == expected


@many
@given(chances, st.sampled_from(GENUINE), st.integers(1, 4))
def test_a_damaged_envelope_is_read_as_the_stock_serializer_reads_it(
    chance: Random, whole: object, times: int
) -> None:
    require_same_reading(damaged(whole, chance, times))


@many
@given(chances, st.integers(0, 2))
def test_a_made_up_envelope_is_read_as_the_stock_serializer_reads_it(chance: Random, times: int) -> None:
    made = json_of("ask_sdk_model.request_envelope.RequestEnvelope", chance)
    require_same_reading(damaged(made, chance, times))


@many
@given(chances)
def test_whatever_a_skill_builds_is_written_as_the_stock_serializer_writes_it(chance: Random) -> None:
    built = object_of(chance.choice((Response, ResponseEnvelope, *modelled())), chance)
    assert outcome(lambda: plans.serialize(built)) == outcome(lambda: stock.serialize(built))
