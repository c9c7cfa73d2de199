"""What comes in with a call: read, checked, and refused with a sentence for each fault."""

import json
from collections.abc import Iterator
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from simulator.smapi.errors import bad_request

Body = TypeVar("Body", bound="Request")


class Request(BaseModel):
    """The body of a call; what the specification does not name is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def read_json(body: bytes) -> Any:
    """The JSON value of a body; raises CallRefused when it is none."""
    try:
        return json.loads(body, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise bad_request("The body of the request is not JSON.") from None


def read_body(body: bytes, shape: type[Body]) -> Body:
    """The body in its shape; raises CallRefused, which lists each fault."""
    try:
        return shape.model_validate(read_json(body))
    except ValidationError as error:
        raise bad_request("The body of the request is not written as it should be.", violations(error)) from None


def violations(error: ValidationError) -> list[str]:
    """One sentence a fault: where it is, and what is wrong."""
    return list(_sentences(error))


def _sentences(error: ValidationError) -> Iterator[str]:
    for fault in error.errors(include_url=False, include_input=False, include_context=False):
        yield f"{'.'.join(map(str, fault['loc'])) or 'the body'}: {fault['msg']}."


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
