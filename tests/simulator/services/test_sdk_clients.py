"""Amazon's own service clients can talk to the services."""

import json
import urllib.error
import urllib.request
from datetime import datetime
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.services import ApiClientResponse, ApiConfiguration, ServiceException
from ask_sdk_model.services.reminder_management import (
    AlertInfo,
    PushNotification,
    PushNotificationStatus,
    ReminderManagementServiceClient,
    ReminderRequest,
    SpokenInfo,
    SpokenText,
    Trigger,
    TriggerType,
)
from ask_sdk_model.services.ups import UpsServiceClient

from simulator.services.permissions import NAME, REMINDERS
from tests.simulator.tea import Skill, ask, tea_device


class UrllibClient:
    """The smallest ApiClient."""

    def invoke(self, request: Any) -> Any:
        """Send what a service client has made."""
        body = json.dumps(request.body).encode() if request.body else None
        sent = urllib.request.Request(  # noqa: S310 - the loopback, over http
            request.url, body, dict(request.headers), method=request.method
        )
        try:
            with urllib.request.urlopen(sent, timeout=3) as answer:  # noqa: S310
                return ApiClientResponse(list(answer.headers.items()), answer.read().decode(), answer.status)
        except urllib.error.HTTPError as error:
            with error:
                return ApiClientResponse(list(error.headers.items()), error.read().decode(), error.code)


REQUESTED = datetime(2026, 3, 4, 9, 30)  # noqa: DTZ001 - the service takes local time
LATER = datetime(2026, 3, 5, 8)  # noqa: DTZ001


def _configuration(envelope: Any) -> Any:
    system = envelope["context"]["System"]
    return ApiConfiguration(
        serializer=DefaultSerializer(),
        api_client=UrllibClient(),
        authorization_value=system["apiAccessToken"],
        api_endpoint=system["apiEndpoint"],
    )


def _wish(trigger: Any) -> Any:
    words = SpokenText(locale="en-US", text="Drink tea")
    return ReminderRequest(
        request_time=REQUESTED,
        trigger=trigger,
        alert_info=AlertInfo(spoken_info=SpokenInfo(content=[words])),
        push_notification=PushNotification(status=PushNotificationStatus.ENABLED),
    )


def test_the_reminder_client_makes_moves_lists_and_removes() -> None:
    skill = Skill(ask())
    device = tea_device(skill)
    device.launch()
    client = ReminderManagementServiceClient(_configuration(skill.last))
    wish = _wish(Trigger(object_type=TriggerType.SCHEDULED_RELATIVE, offset_in_seconds=60))
    with pytest.raises(ServiceException) as refused:
        client.create_reminder(wish)
    assert refused.value.status_code == 401
    device.account.permissions.set(REMINDERS, "GRANTED")
    token = client.create_reminder(wish).alert_token
    absolute = Trigger(
        object_type=TriggerType.SCHEDULED_ABSOLUTE, scheduled_time=LATER, time_zone_id="America/New_York"
    )
    assert client.update_reminder(token, _wish(absolute)).version == "2"
    # Reading one back is beyond the client: SDK 1.82 names a module for its alertInfo that it does not have.
    assert [one.at for one in device.account.reminders.set_ones(device.account.clock())] == [
        LATER.replace(tzinfo=device.settings.zone)
    ]
    client.delete_reminder(token)
    assert client.get_reminders().alerts == []


def test_the_profile_client_reads_the_name_and_the_time_zone() -> None:
    skill = Skill(ask())
    device = tea_device(skill)
    device.launch()
    device.account.permissions.set(NAME, "GRANTED")
    device.account.put_name_on_file("Account Holder")
    client = UpsServiceClient(_configuration(skill.last))
    assert client.get_profile_name() == "Account Holder"
    assert client.get_system_time_zone(device.settings.device) == "America/New_York"
