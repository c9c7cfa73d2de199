"""The same hello world with the builder that the SDK's documentation begins with: it brings boto3 and requests."""

from ask_sdk.standard import StandardSkillBuilder
from ask_sdk_core.utils import is_request_type

builder = StandardSkillBuilder()
is_launch, is_intent = is_request_type("LaunchRequest"), is_request_type("IntentRequest")


@builder.request_handler(can_handle_func=lambda turn: is_launch(turn) or is_intent(turn))
def greet(turn):  # type: ignore[no-untyped-def]
    """Greet whoever opens the skill or says anything."""
    return turn.response_builder.speak("Welcome").ask("Hello").response


lambda_handler = builder.lambda_handler()
