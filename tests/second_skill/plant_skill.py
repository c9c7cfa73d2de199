"""Green Thumb, a skill about plants, as its makers would write it: plain ask-sdk-core, and nothing of this project.

Its ``handler`` is what AWS Lambda would call. It knows nothing between requests but the session attributes.
"""

from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import get_dialog_state, get_slot, get_supported_interfaces, is_intent_name, is_request_type
from ask_sdk_model import DialogState, Intent, IntentConfirmationStatus, Response, Slot, SlotConfirmationStatus
from ask_sdk_model.dialog import (
    ConfirmIntentDirective,
    ConfirmSlotDirective,
    DelegateDirective,
    DynamicEntitiesDirective,
    ElicitSlotDirective,
)
from ask_sdk_model.er.dynamic import Entity, EntityListItem, EntityValueAndSynonyms, UpdateBehavior
from ask_sdk_model.interfaces.alexa.presentation.apl import RenderDocumentDirective
from ask_sdk_model.slu.entityresolution import StatusCode
from ask_sdk_model.ui import SimpleCard

WHAT_NEXT = "You can water, repot or name a plant, or plan your watering. What would you like?"
ON_SCREEN: dict[str, Any] = {
    "type": "APL",
    "version": "2023.3",
    "mainTemplate": {"parameters": ["payload"], "items": [{"type": "Text", "text": "${payload.plant.name}"}]},
}


def plant_of(slot: Slot) -> str:
    """The plant's own name: the one the user gave it, else the one in the list, else what was said."""
    found = [
        resolution.values[0].value.name
        for resolution in (slot.resolutions.resolutions_per_authority if slot.resolutions else [])
        if resolution.status.code == StatusCode.ER_SUCCESS_MATCH
    ]
    return str(found[-1] if found else slot.value)


class LaunchHandler(AbstractRequestHandler):  # type: ignore[misc]
    """Says what there is."""

    def can_handle(self, handler_input: Any) -> bool:
        return bool(is_request_type("LaunchRequest")(handler_input))

    def handle(self, handler_input: Any) -> Response:
        return handler_input.response_builder.speak(f"Welcome to Green Thumb! {WHAT_NEXT}").ask(WHAT_NEXT).response


class WaterStartedHandler(AbstractRequestHandler):  # type: ignore[misc]
    """Leaves the questions to Alexa until she has everything."""

    def can_handle(self, handler_input: Any) -> bool:
        if not is_intent_name("WaterPlantIntent")(handler_input):
            return False
        return bool(get_dialog_state(handler_input) != DialogState.COMPLETED)

    def handle(self, handler_input: Any) -> Response:
        intent = handler_input.request_envelope.request.intent
        return handler_input.response_builder.add_directive(DelegateDirective(updated_intent=intent)).response


class WaterHandler(AbstractRequestHandler):  # type: ignore[misc]
    """Notes what Alexa has asked for."""

    def can_handle(self, handler_input: Any) -> bool:
        return bool(is_intent_name("WaterPlantIntent")(handler_input))

    def handle(self, handler_input: Any) -> Response:
        intent = handler_input.request_envelope.request.intent
        builder = handler_input.response_builder
        if intent.confirmation_status == IntentConfirmationStatus.DENIED:
            return builder.speak("Okay, I won't note it.").set_should_end_session(True).response
        cups, day = get_slot(handler_input, "cups").value, get_slot(handler_input, "day").value
        when = f" on {day}" if day else ""
        speech = f"Noted: {cups} cups for the {plant_of(get_slot(handler_input, 'plant'))}{when}."
        return builder.speak(speech).set_should_end_session(True).response


class ScheduleHandler(AbstractRequestHandler):  # type: ignore[misc]
    """Sees only the end of the dialog, since the model leaves all of it to Alexa."""

    def can_handle(self, handler_input: Any) -> bool:
        return bool(is_intent_name("ScheduleIntent")(handler_input))

    def handle(self, handler_input: Any) -> Response:
        builder = handler_input.response_builder
        intent = handler_input.request_envelope.request.intent
        if intent.confirmation_status == IntentConfirmationStatus.DENIED:
            return builder.speak(f"Okay, no plan. {WHAT_NEXT}").ask(WHAT_NEXT).response
        day, time = get_slot(handler_input, "day").value, get_slot(handler_input, "time").value
        return builder.speak(f"Planned for {day} at {time}.").set_should_end_session(True).response


class RepotHandler(AbstractRequestHandler):  # type: ignore[misc]
    """Asks in its own words, slot by slot, and goes over to watering when it is done."""

    def can_handle(self, handler_input: Any) -> bool:
        return bool(is_intent_name("RepotIntent")(handler_input))

    def handle(self, handler_input: Any) -> Response:
        builder = handler_input.response_builder
        plant, pot = get_slot(handler_input, "plant"), get_slot(handler_input, "pot")
        if not plant.value:
            return self._elicit(builder, "plant", "Which plant gets a new pot?")
        if not pot.value or pot.confirmation_status == SlotConfirmationStatus.DENIED:
            return self._elicit(builder, "pot", "A small pot, or a large one?")
        if pot.confirmation_status == SlotConfirmationStatus.NONE:
            speech = f"A {pot.value} pot for the {plant_of(plant)}, is that right?"
            builder.speak(speech).ask(speech).add_directive(ConfirmSlotDirective(slot_to_confirm="pot"))
            return builder.response
        water = Intent(
            name="WaterPlantIntent",
            confirmation_status=IntentConfirmationStatus.NONE,
            slots={
                "plant": plant,
                "cups": Slot(name="cups", confirmation_status=SlotConfirmationStatus.NONE),
                "day": Slot(name="day", confirmation_status=SlotConfirmationStatus.NONE),
            },
        )
        return builder.add_directive(DelegateDirective(updated_intent=water)).response

    @staticmethod
    def _elicit(builder: Any, slot: str, speech: str) -> Response:
        return builder.speak(speech).ask(speech).add_directive(ElicitSlotDirective(slot_to_elicit=slot)).response


class NamePlantHandler(AbstractRequestHandler):  # type: ignore[misc]
    """Teaches Alexa the names of the user's own plants."""

    def can_handle(self, handler_input: Any) -> bool:
        return bool(is_intent_name("NamePlantIntent")(handler_input))

    def handle(self, handler_input: Any) -> Response:
        attributes = handler_input.attributes_manager.session_attributes
        names = attributes.setdefault("names", [])
        names.append(get_slot(handler_input, "nickname").value)
        entities = [
            Entity(id=f"own-{number}", name=EntityValueAndSynonyms(value=name, synonyms=[f"my {name}"]))
            for number, name in enumerate(names)
        ]
        update = DynamicEntitiesDirective(
            update_behavior=UpdateBehavior.REPLACE, types=[EntityListItem(name="Plant", values=entities)]
        )
        builder = handler_input.response_builder
        return builder.speak(f"Hello, {names[-1]}! {WHAT_NEXT}").ask(WHAT_NEXT).add_directive(update).response


class ForgetPlantsHandler(AbstractRequestHandler):  # type: ignore[misc]
    """Asks once more before it does so."""

    def can_handle(self, handler_input: Any) -> bool:
        return bool(is_intent_name("ForgetPlantsIntent")(handler_input))

    def handle(self, handler_input: Any) -> Response:
        builder = handler_input.response_builder
        status = handler_input.request_envelope.request.intent.confirmation_status
        if status == IntentConfirmationStatus.NONE:
            speech = "Shall I really forget all of your plants?"
            return builder.speak(speech).ask(speech).add_directive(ConfirmIntentDirective()).response
        if status == IntentConfirmationStatus.DENIED:
            return builder.speak(f"They stay. {WHAT_NEXT}").ask(WHAT_NEXT).response
        handler_input.attributes_manager.session_attributes.clear()
        clear = DynamicEntitiesDirective(update_behavior=UpdateBehavior.CLEAR)
        return builder.speak(f"Forgotten. {WHAT_NEXT}").ask(WHAT_NEXT).add_directive(clear).response


class ShowPlantHandler(AbstractRequestHandler):  # type: ignore[misc]
    """Draws on a screen where there is one, and sends a card where there is none."""

    def can_handle(self, handler_input: Any) -> bool:
        return bool(is_intent_name("ShowPlantIntent")(handler_input))

    def handle(self, handler_input: Any) -> Response:
        name = plant_of(get_slot(handler_input, "plant"))
        builder = handler_input.response_builder.speak(f"This is the {name}. It likes light, and a little water.")
        builder.set_card(SimpleCard(title=name, content="Light, and a little water."))
        if get_supported_interfaces(handler_input).alexa_presentation_apl is None:
            return builder.response
        data = {"plant": {"type": "object", "name": name}}
        return builder.add_directive(RenderDocumentDirective("plant", ON_SCREEN, data)).response


class HelpHandler(AbstractRequestHandler):  # type: ignore[misc]
    """Help, and whatever was not understood."""

    def can_handle(self, handler_input: Any) -> bool:
        return any(is_intent_name(f"AMAZON.{name}Intent")(handler_input) for name in ("Help", "Fallback"))

    def handle(self, handler_input: Any) -> Response:
        return handler_input.response_builder.speak(WHAT_NEXT).ask(WHAT_NEXT).response


class GoodbyeHandler(AbstractRequestHandler):  # type: ignore[misc]
    """Leaves."""

    def can_handle(self, handler_input: Any) -> bool:
        return any(
            is_intent_name(f"AMAZON.{name}Intent")(handler_input) for name in ("Stop", "Cancel", "NavigateHome")
        )

    def handle(self, handler_input: Any) -> Response:
        return handler_input.response_builder.speak("Happy growing!").set_should_end_session(True).response


class SessionEndedHandler(AbstractRequestHandler):  # type: ignore[misc]
    """Has nothing to say."""

    def can_handle(self, handler_input: Any) -> bool:
        return bool(is_request_type("SessionEndedRequest")(handler_input))

    def handle(self, handler_input: Any) -> Response:
        return handler_input.response_builder.response


builder = SkillBuilder()
for handler_class in (
    LaunchHandler,
    WaterStartedHandler,
    WaterHandler,
    ScheduleHandler,
    RepotHandler,
    NamePlantHandler,
    ForgetPlantsHandler,
    ShowPlantHandler,
    HelpHandler,
    GoodbyeHandler,
    SessionEndedHandler,
):
    builder.add_request_handler(handler_class())
handler = builder.lambda_handler()
