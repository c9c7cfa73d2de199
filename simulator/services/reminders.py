"""Reminders, version 1: ``/v1/alerts/reminders`` and ``/v1/alerts/reminders/{alertToken}``."""

from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from typing import cast

from simulator.envelope import Json
from simulator.services.call import NOT_ALLOWED, Access, Answer, Call, problem
from simulator.services.permissions import REMINDERS
from simulator.services.reminder_body import BodyWrong, read_body
from simulator.services.reminder_list import MOST, Reminder, new_token

PATH = "/v1/alerts/reminders"

NO_PERMISSION = problem(HTTPStatus.UNAUTHORIZED, "UNAUTHORIZED", "The person has not allowed the skill to remind.")
TOO_MANY = problem(HTTPStatus.FORBIDDEN, "MAX_REMINDERS_EXCEEDED", "The maximum number of reminders is reached.")
UNSUPPORTED = problem(HTTPStatus.FORBIDDEN, "DEVICE_NOT_SUPPORTED", "Reminders are not supported on this device.")
GONE = problem(HTTPStatus.NOT_FOUND, "ALERT_NOT_FOUND", "There is no reminder with this token.")


def answer(access: Access, call: Call) -> Answer:
    """What a call brings; without the permission only NO_PERMISSION, whatever is asked."""
    if not access.account.permissions.granted(REMINDERS):
        return NO_PERMISSION
    token = call.path.removeprefix(PATH).strip("/")
    if not token:
        on_all = {"GET": _list, "POST": _create}.get(call.method)
        return on_all(access, call) if on_all else NOT_ALLOWED
    on_one = {"GET": _get, "PUT": _update, "DELETE": _delete}.get(call.method)
    if on_one is None:
        return NOT_ALLOWED
    reminder = access.account.reminders.get(token, access.account.clock())
    return on_one(access, call, reminder) if reminder else GONE


def _list(access: Access, _call: Call) -> Answer:
    alerts = [_whole(reminder) for reminder in access.account.reminders.all(access.account.clock())]
    return Answer(HTTPStatus.OK, {"totalCount": str(len(alerts)), "alerts": alerts, "links": None})


def _create(access: Access, call: Call) -> Answer:
    now = access.account.clock()
    try:
        wanted = read_body(call.json(), now, access.settings.zone)
    except BodyWrong as error:
        return _refused(error)
    if len(access.account.reminders.set_ones(now)) >= MOST:
        return TOO_MANY
    return _keep(access, Reminder(new_token(), wanted.at, wanted.text, _request(call), now, now))


def _get(_access: Access, _call: Call, reminder: Reminder) -> Answer:
    return Answer(HTTPStatus.OK, _whole(reminder))


def _update(access: Access, call: Call, reminder: Reminder) -> Answer:
    now = access.account.clock()
    try:
        wanted = read_body(call.json(), now, access.settings.zone)
    except BodyWrong as error:
        return _refused(error)
    moved = replace(reminder, at=wanted.at, text=wanted.text, request=_request(call), updated=now, status="ON")
    return _keep(access, replace(moved, version=reminder.version + 1))


def _delete(access: Access, _call: Call, reminder: Reminder) -> Answer:
    access.account.reminders.remove(reminder.token)
    return Answer(HTTPStatus.OK)


def _keep(access: Access, reminder: Reminder) -> Answer:
    access.account.reminders.put(reminder)
    return Answer(HTTPStatus.OK, _head(reminder) | {"href": f"{PATH}/{reminder.token}"})


def _refused(error: BodyWrong) -> Answer:
    return problem(HTTPStatus.BAD_REQUEST, "INVALID_REQUEST", str(error))


def _request(call: Call) -> Json:
    return cast(Json, call.json())


def _head(reminder: Reminder) -> Json:
    return {
        "alertToken": reminder.token,
        "createdTime": _written(reminder.created),
        "updatedTime": _written(reminder.updated),
        "status": reminder.status,
        "version": str(reminder.version),
    }


def _whole(reminder: Reminder) -> Json:
    parts = ("trigger", "alertInfo", "pushNotification")
    return _head(reminder) | {part: reminder.request[part] for part in parts}


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
