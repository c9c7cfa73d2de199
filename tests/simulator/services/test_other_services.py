"""Profile, settings and progressive responses over HTTP."""

import pytest

from simulator.services.permissions import EMAIL, GIVEN_NAME, NAME, PHONE
from tests.simulator.services.calling import opened
from tests.simulator.tea import Skill, ask, tea_device

PROFILE = "/v2/accounts/~current/settings/"
SCOPES = {
    "Profile.name": NAME,
    "Profile.givenName": GIVEN_NAME,
    "Profile.email": EMAIL,
    "Profile.mobileNumber": PHONE,
}


@pytest.mark.parametrize("setting", SCOPES)
def test_a_profile_needs_consent_and_may_be_empty(setting: str) -> None:
    device, call = opened()
    refused = call("GET", PROFILE + setting)
    assert refused.status == 403
    assert refused.value["message"] == "Access denied with reason: ACCESS_NOT_REQUESTED"
    device.account.permissions.set(SCOPES[setting], "GRANTED")
    assert call("GET", PROFILE + setting) == (204, None)
    device.account.profile[setting] = "Something"
    assert call("GET", PROFILE + setting) == (200, "Something")
    device.account.permissions.set(SCOPES[setting], "DENIED")
    assert call("GET", PROFILE + setting).status == 403


def test_one_permission_does_not_open_another_setting() -> None:
    device, call = opened()
    device.account.put_name_on_file("Account Holder")
    device.account.permissions.set(GIVEN_NAME, "GRANTED")
    assert call("GET", PROFILE + "Profile.givenName").value == "Account"
    assert call("GET", PROFILE + "Profile.name").status == 403


def test_the_tilde_may_be_written_in_percent() -> None:
    device, call = opened()
    device.account.permissions.set(NAME, "GRANTED")
    assert call("GET", "/v2/accounts/%7Ecurrent/settings/Profile.name").status == 204


@pytest.mark.parametrize(
    ("setting", "value"),
    [("timeZone", "America/New_York"), ("distanceUnits", "IMPERIAL"), ("temperatureUnit", "FAHRENHEIT")],
)
def test_a_device_tells_its_settings_without_any_permission(setting: str, value: str) -> None:
    _, call = opened()
    assert call("GET", f"/v2/devices/{call.device}/settings/System.{setting}") == (200, value)


def test_another_device_is_out_of_reach() -> None:
    _, call = opened()
    assert call("GET", "/v2/devices/amzn1.ask.device.OTHER/settings/System.timeZone").status == 403


def test_each_locale_brings_its_time_zone() -> None:
    berlin = tea_device(Skill(ask()), locale="de-DE").settings
    assert (berlin.zone.key, berlin.distance_units, berlin.temperature_unit) == ("Europe/Berlin", "METRIC", "CELSIUS")


def test_a_progressive_response_is_taken_when_it_says_something() -> None:
    _, call = opened()
    directive = {"type": "VoicePlayer.Speak", "speech": "One moment."}
    body = {"header": {"requestId": "amzn1.echo-api.request.1"}, "directive": directive}
    assert call("POST", "/v1/directives", body) == (204, None)
    wrong: object
    for wrong in (None, [], {}, body | {"header": {}}, body | {"directive": directive | {"speech": ""}}):
        assert call("POST", "/v1/directives", wrong).status == 400


def test_what_does_not_exist_is_not_found_and_nothing_is_open_without_a_token() -> None:
    _, call = opened()
    for path in ("/", "/v3/things", PROFILE + "Profile.shoeSize", f"/v2/devices/{call.device}/settings/System.x"):
        assert call("GET", path).status == 404
        assert call("GET", path, token="made-up").status == 401
    assert call("DELETE", PROFILE + "Profile.name").status == 405
    assert call("POST", f"/v2/devices/{call.device}/settings/System.timeZone").status == 405
    assert call("GET", "/v1/directives").status == 405
