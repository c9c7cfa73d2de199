"""Evaluations: an annotation set is held against the ears. One is over when its id is told; the last few are kept."""

from collections.abc import Callable

from flask import Response, jsonify, request

from simulator.envelope import Json
from simulator.smapi.bodies import read_body
from simulator.smapi.errors import bad_request, not_found
from simulator.smapi.evaluation import Evaluation, TestCase, run
from simulator.smapi.paging import page
from simulator.smapi.routes import SKILL, Routes
from simulator.smapi.routes.annotation_sets import set_of
from simulator.smapi.service import Service
from simulator.smapi.shapes import EvaluationRequest

SORTED_BY: dict[str, Callable[[TestCase], str]] = {
    "STATUS": lambda case: case.status,
    "ACTUAL_INTENT": lambda case: case.heard.intent,
    "EXPECTED_INTENT": lambda case: ", ".join(case.expected_intents),
}


def create(service: Service) -> Response:
    """Evaluate; raises CallRefused."""
    name = service.evaluations.add(_evaluated(service, read_body(request.get_data(), EvaluationRequest)))
    answer = jsonify(id=name)
    answer.headers["Location"] = f"{request.path}/{name}"
    return answer


def listed(service: Service) -> Json:
    """All evaluations, or those that the query asks for, in pages."""
    every = [one for one in service.evaluations.newest_first() if _is_asked_for(one[1])]
    found = page(every, request.args, default=10, most=100)
    return {
        "evaluations": [{"id": name} | one.as_json() for name, one in found.items],
        "paginationContext": found.context(),
        "_links": found.links(request.path, request.args),
    }


def status(service: Service, evaluation_id: str) -> Json:
    """Whether everything passed."""
    links = {"results": {"href": f"{request.path}/results"}}
    return _evaluation(service, evaluation_id).as_json() | {"_links": links}


def results(service: Service, evaluation_id: str) -> Json:
    """The test cases that the query asks for, in pages; ``totalFailed`` counts all that failed."""
    one = _evaluation(service, evaluation_id)
    cases = _chosen(one)
    found = page(cases, request.args, default=1000, most=1000)
    return {
        "totalFailed": one.failed,
        "testCases": [case.as_json() for case in found.items],
        "paginationContext": found.context() | {"totalCount": str(len(cases))},
        "_links": found.links(request.path, request.args),
    }


def _evaluated(service: Service, body: EvaluationRequest) -> Evaluation:
    annotations = set_of(service, body.source.annotationId)
    if annotations.locale != body.locale:
        raise bad_request(f"The annotation set is of the locale {annotations.locale}: evaluate it in that.")
    started = service.clock()
    cases = run(annotations.annotations, service.ears(body.locale), service.now(body.locale).date())
    return Evaluation(body.locale, body.source.annotationId, started, service.clock(), cases)


def _is_asked_for(one: Evaluation) -> bool:
    has = {"locale": one.locale, "stage": "development", "annotationId": one.annotation_set}
    return all(request.args.get(name) in (None, value) for name, value in has.items())


def _evaluation(service: Service, evaluation_id: str) -> Evaluation:
    one = service.evaluations.get(evaluation_id)
    if one is None:
        raise not_found("There is no evaluation of that id; only the last few are kept.")
    return one


def _chosen(one: Evaluation) -> list[TestCase]:
    """The test cases that the query wants, in the order that it wants."""
    field = request.args.get("sort.field")
    if field not in (None, *SORTED_BY):
        raise bad_request(f"sort.field is one of {', '.join(SORTED_BY)}.")
    cases = [case for case in one.cases if _is_wanted(case)]
    return cases if field is None else sorted(cases, key=SORTED_BY[field])


def _is_wanted(case: TestCase) -> bool:
    expected = request.args.get("expectedIntentName")
    return (
        request.args.get("testCaseStatus") in (None, case.status)
        and request.args.get("actualIntentName") in (None, case.heard.intent)
        and (expected is None or expected in case.expected_intents)
    )


_EVALUATIONS = f"{SKILL}/nluEvaluations"

ROUTES: Routes = {
    ("POST", _EVALUATIONS): create,
    ("GET", _EVALUATIONS): listed,
    ("GET", f"{_EVALUATIONS}/<evaluation_id>"): status,
    ("GET", f"{_EVALUATIONS}/<evaluation_id>/results"): results,
}
