"""The account holder's profile: ``GET /v2/accounts/~current/settings/Profile.name`` and its like (NEEDS).

Source: request-customer-contact-information-for-use-in-your-skill.
"""

from http import HTTPStatus

from simulator.services.call import NOT_ALLOWED, NOT_FOUND, Access, Answer, Call, problem
from simulator.services.permissions import EMAIL, GIVEN_NAME, NAME, PHONE

PATH = "/v2/accounts/~current/settings/"
NEEDS = {
    "Profile.name": NAME,
    "Profile.givenName": GIVEN_NAME,
    "Profile.email": EMAIL,
    "Profile.mobileNumber": PHONE,
}
"""The permission that each setting needs."""

NO_CONSENT = problem(HTTPStatus.FORBIDDEN, "ACCESS_DENIED", "Access denied with reason: ACCESS_NOT_REQUESTED")


def answer(access: Access, call: Call) -> Answer:
    """The setting as JSON, or 204 when nothing is on file."""
    setting = call.path.removeprefix(PATH)
    if setting not in NEEDS:
        return NOT_FOUND
    if call.method != "GET":
        return NOT_ALLOWED
    if not access.account.permissions.granted(NEEDS[setting]):
        return NO_CONSENT
    on_file = access.account.profile.get(setting)
    return Answer(HTTPStatus.NO_CONTENT) if on_file is None else Answer(HTTPStatus.OK, on_file)
