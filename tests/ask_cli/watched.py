"""The traffic of a service, held against Amazon's specification."""

from flask import Flask, Response, request

from simulator.options import PROJECT
from tests.ask_cli.specification import Specification


class Watched:
    """An application; ``complaints`` says what of its traffic the specification does not allow."""

    def __init__(self, app: Flask) -> None:
        self.complaints: list[str] = []
        self.calls: list[str] = []
        self.specification = Specification(PROJECT)
        app.after_request(self._look)

    def _look(self, answer: Response) -> Response:
        call = f"{request.method} {request.path}"
        self.calls.append(call)
        operation = self.specification.operation(request.method, request.path)
        if operation is None:
            self.complaints.append(f"{call}: there is no such operation")
            return answer
        sent = self.specification.of_request(operation, request.args, request.get_data(), request.content_type or "")
        told = self.specification.of_answer(operation, answer.status_code, answer.get_data(), answer.content_type)
        self.complaints += [f"{call}: sent: {wrong}" for wrong in sent]
        self.complaints += [f"{call}: answered: {wrong}" for wrong in told]
        return answer
