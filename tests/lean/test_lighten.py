"""What is light is light, the rest of Python does not notice, and the skill says the same."""

import inspect
import json

import pytest
from ask_sdk_core import attributes_manager

from tests.lean.envelopes import GENUINE
from tests.lean.fresh import LIGHTENED, fresh

_TALK = """
import json
from skill.bootstrap import build_skill
from skill.settings import Settings
handler = build_skill(Settings())
events = json.loads(%r)
answers = [json.loads(json.dumps(handler(event, None))) for event in events]
"""
_HELLO = """
import json
from ask_sdk_core.skill_builder import SkillBuilder
def handler():
    builder = SkillBuilder()
    builder.request_handler(lambda handler_input: True)(lambda handler_input: act(handler_input))
    return builder.lambda_handler()
event = json.loads(%r)
"""
LAUNCH = json.dumps(GENUINE[0])
REMEMBERING = json.dumps(GENUINE[1])


def loaded_by_a_launch(start: str) -> list[str]:
    """The modules whose names start so, after the skill was opened."""
    told = f"print(json.dumps(sorted(name for name in sys.modules if name.startswith({start!r}))))"
    loaded: list[str] = fresh(f"{LIGHTENED}{_TALK % f'[{LAUNCH}]'}{told}")
    return loaded


def test_the_skill_answers_the_same() -> None:
    program = f"{_TALK % json.dumps(GENUINE)}print(json.dumps(answers))"
    assert fresh(LIGHTENED + program) == fresh(program)


def test_a_launch_loads_a_tenth_of_the_sdk_s_modules() -> None:
    loaded = loaded_by_a_launch("ask_sdk_model.")
    assert len(loaded) < 60
    assert not [name for name in loaded if name.endswith("client") and "api_client" not in name]


def test_a_launch_loads_neither_what_only_errors_nor_what_only_developers_need() -> None:
    heavy = ("dataclasses", "inspect", "tokenize", "_decimal", "dateutil", "html", "pathlib", "urllib", "requests")
    assert not set(heavy) & set(loaded_by_a_launch(""))


def test_the_second_time_it_does_nothing() -> None:
    told = "import json\nbefore = list(sys.meta_path)\nlighten()\nprint(json.dumps(before == sys.meta_path))"
    assert fresh(LIGHTENED + told)


def test_it_does_nothing_where_the_sdk_is_there_already() -> None:
    program = "import gc, json, ask_sdk_core.skill_builder\nbefore = list(sys.meta_path)\n"
    assert fresh(f"{program}{LIGHTENED}print(json.dumps(before == sys.meta_path and gc.isenabled()))")


def test_garbage_is_looked_for_again_once_the_skill_is_built() -> None:
    program = "import gc, json\nbuilding = gc.isenabled()\nsettle()\n"
    told = "print(json.dumps([building, gc.isenabled(), gc.get_freeze_count() > 1000]))"
    assert fresh(LIGHTENED + program + told) == [False, True, True]


@pytest.mark.parametrize(
    ("module", "use"),
    [
        ("pprint", "pprint.pformat({'a': 1}) == \"{'a': 1}\""),
        ("traceback", "traceback.format_exception_only(ValueError('x'))[0].strip() == 'ValueError: x'"),
        ("decimal", "decimal.Decimal('1.5') + 1 == decimal.Decimal('2.5')"),
    ],
)
def test_a_stand_in_is_the_real_module_as_soon_as_it_is_used(module: str, use: str) -> None:
    program = f"import json, {module}\nlate = not hasattr({module}, '__file__')\nused = {use}\n"
    told = f"print(json.dumps([late, used, hasattr(sys.modules[{module!r}], '__file__')]))"
    assert fresh(LIGHTENED + program + told) == [True, True, True]


def test_a_module_that_is_there_already_gets_no_stand_in() -> None:
    program = "import json, pprint\nreal = pprint\n"
    assert fresh(f"{program}{LIGHTENED}print(json.dumps(sys.modules['pprint'] is real))")


def test_an_exception_is_logged_and_a_model_shown_as_ever() -> None:
    program = """
import io, json, logging
from ask_sdk_model.ui import SimpleCard
stream = io.StringIO()
logging.basicConfig(stream=stream)
try:
    raise ValueError("why")
except ValueError:
    logging.exception("broken")
print(json.dumps([stream.getvalue().splitlines()[-1], repr(SimpleCard(title="t"))]))
"""
    assert fresh(LIGHTENED + program) == fresh(program)


def test_service_clients_are_loaded_with_the_first_factory() -> None:
    program = """
import json, ask_sdk_core.skill as skill
from ask_sdk_model.services import ApiConfiguration
before = [name for name in sys.modules if name.endswith("service_client_factory")]
made = skill.ServiceClientFactory(api_configuration=ApiConfiguration())
from ask_sdk_model.services import ServiceClientFactory
from ask_sdk_model.services.service_client_factory import ServiceClientFactory as direct
same = ServiceClientFactory is direct is skill.ServiceClientFactory is type(made)
print(json.dumps([before, same, type(made.get_ups_service()).__name__]))
"""
    assert fresh(LIGHTENED + program) == [[], True, "UpsServiceClient"]


def test_a_handler_sees_a_copy_of_the_session_s_attributes() -> None:
    program = f"""{_HELLO % REMEMBERING}
def act(handler_input):
    attributes, again = (handler_input.attributes_manager.session_attributes for _ in range(2))
    assert attributes is again
    attributes["record"]["cases"][0]["answers"]["item"] = "changed"
    return handler_input.response_builder.speak("Hello").response
answer = handler()(event, None)
kept = event["session"]["attributes"]["record"]["cases"][0]["answers"]["item"]
changed = answer["sessionAttributes"]["record"]["cases"][0]["answers"]["item"]
print(json.dumps([kept, changed]))
"""
    assert fresh(LIGHTENED + program) == fresh(program) == ["kettle", "changed"]


def test_new_attributes_are_seen_as_they_were_set() -> None:
    program = f"""{_HELLO % REMEMBERING}
def act(handler_input):
    manager = handler_input.attributes_manager
    manager.session_attributes = new = {{"new": []}}
    manager.session_attributes["new"].append(manager.session_attributes is new)
    return handler_input.response_builder.response
print(json.dumps(handler()(event, None)["sessionAttributes"]))
"""
    assert fresh(LIGHTENED + program) == fresh(program) == {"new": [True]}


def test_attributes_that_nobody_looked_at_go_back_as_a_copy() -> None:
    program = f"""{_HELLO % REMEMBERING}
act = lambda handler_input: handler_input.response_builder.response
came, went = event["session"]["attributes"], handler()(event, None)["sessionAttributes"]
print(json.dumps([went == came, went["record"] is came["record"]]))
"""
    assert fresh(LIGHTENED + program) == fresh(program) == [True, False]


def test_the_stock_manager_copies_nothing_but_the_session_s_attributes() -> None:
    assert inspect.getsource(attributes_manager).count("deepcopy(") == 1


def test_a_skill_is_built_with_the_first_event_and_only_then() -> None:
    program = f"""{_HELLO % LAUNCH}
import ask_sdk_core.skill_builder as builders
built = []
class Counting(builders.CustomSkill):
    def __init__(self, *given, **named):
        built.append(1)
        super().__init__(*given, **named)
builders.CustomSkill = Counting
act = lambda handler_input: handler_input.response_builder.speak("Hello").response
handle = handler()
before = len(built)
handle(event, None), handle(event, None)
print(json.dumps([before, len(built)]))
"""
    assert fresh(LIGHTENED + program) == [0, 1]


def test_an_sdk_that_is_not_as_it_was_is_left_as_it_is() -> None:
    program = """
from types import ModuleType
import json
from skill.lean import late_copies, quick_handler, serializer
other = ModuleType("other")
for change in (quick_handler.with_quick_handler, late_copies.with_late_copies, serializer.with_plans):
    change(other, lambda: setattr(other, "filled", True))
print(json.dumps(sorted(name for name in vars(other) if not name.startswith("__"))))
"""
    assert fresh(program) == ["filled"]
