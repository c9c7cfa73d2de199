"""The device's settings: ``GET /v2/devices/{deviceId}/settings/System.{timeZone, distanceUnits, temperatureUnit}``.

They need no permission. Source: alexa-settings-api-reference.
"""

from http import HTTPStatus

from simulator.services.call import NOT_ALLOWED, NOT_FOUND, Access, Answer, Call, problem

PATH = "/v2/devices/"

OTHER_DEVICE = problem(HTTPStatus.FORBIDDEN, "DEVICE_UNREACHABLE", "The token does not belong to this device.")


def answer(access: Access, call: Call) -> Answer:
    """The setting as a JSON string."""
    device, _, setting = call.path.removeprefix(PATH).partition("/settings/")
    there = {
        "System.timeZone": access.settings.zone.key,
        "System.distanceUnits": access.settings.distance_units,
        "System.temperatureUnit": access.settings.temperature_unit,
    }
    if setting not in there:
        return NOT_FOUND
    if call.method != "GET":
        return NOT_ALLOWED
    return Answer(HTTPStatus.OK, there[setting]) if device == access.settings.device else OTHER_DEVICE
