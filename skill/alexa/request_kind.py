"""Which kind of request it is."""

LAUNCH, INTENT = "LaunchRequest", "IntentRequest"
CONNECTIONS_RESPONSE, SESSION_RESUMED = "ConnectionsResponse", "SessionResumedRequest"
SESSION_ENDED, SKILL_DISABLED = "SessionEndedRequest", "SkillDisabledRequest"
PERMISSION_CHANGED, PERMISSION_ACCEPTED = "PermissionChangedRequest", "PermissionAcceptedRequest"


def kind_of(request: object) -> str:
    """The name of the SDK's class for the request.

    The SDK chooses it by ``type``. Its attribute ``object_type`` is what stands under that name in the JSON, if
    anything does.
    """
    return type(request).__name__
