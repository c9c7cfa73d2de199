"""The slot object of an IntentRequest, read back by Amazon's own library."""

import json

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Slot

from tests.simulator.ears.toy import hear


def test_an_empty_slot_has_only_its_name_and_confirmation() -> None:
    assert hear("my parcel never came").slots["item"].as_request() == {"name": "item", "confirmationStatus": "NONE"}


def test_a_resolved_slot_says_so_twice_as_alexa_does() -> None:
    request = hear("my power bank never came").slots["item"].as_request()
    authority = "amzn1.er-authority.echo-sdk.amzn1.ask.skill.00000000-0000-0000-0000-000000000000.Item"
    resolutions = {
        "resolutionsPerAuthority": [
            {
                "authority": authority,
                "status": {"code": "ER_SUCCESS_MATCH"},
                "values": [
                    {"value": {"name": "battery", "id": "battery"}},
                    {"value": {"name": "accessory", "id": "accessory"}},
                ],
            }
        ]
    }
    assert request == {
        "name": "item",
        "confirmationStatus": "NONE",
        "value": "power bank",
        "resolutions": resolutions,
        "source": "USER",
        "slotValue": {"type": "Simple", "value": "power bank", "resolutions": resolutions},
    }


def test_no_match_has_a_status_and_no_values() -> None:
    request = hear("my gnome never came").slots["item"].as_request()
    (entry,) = request["resolutions"]["resolutionsPerAuthority"]
    assert entry["status"] == {"code": "ER_SUCCESS_NO_MATCH"}
    assert "values" not in entry


def test_a_built_in_type_has_no_resolutions() -> None:
    request = hear("i ordered it yesterday").slots["ordered"].as_request()
    assert request["slotValue"] == {"type": "Simple", "value": "2026-11-16"}
    assert "resolutions" not in request


def test_the_skills_library_reads_what_we_send() -> None:
    read = DefaultSerializer().deserialize(json.dumps(hear("my kettle never came").slots["item"].as_request()), Slot)
    assert read.value == "kettle"
    assert read.resolutions.resolutions_per_authority[0].values[0].value.id == "kettle"
