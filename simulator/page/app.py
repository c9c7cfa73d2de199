"""The page's server: its files, the world and the turns, lines to say, and events as they happen."""

from pathlib import Path, PurePath

from flask import Flask, Response, request, send_from_directory

from simulator.page import bodies
from simulator.page.answers import answer, number, with_errors
from simulator.page.event_stream import event_stream
from simulator.page.guard import guarded
from simulator.page.recording_routes import add_recording
from simulator.page.stage import PATIENCE, Stage
from simulator.page.turn_json import turn_as_json

FRONT = Path(__file__).parent / "front"
KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
"""What the files are. A machine may have other ideas of it, and browsers take no module by another name."""


def create_app(stage: Stage, port: int) -> Flask:
    """The application that serves a talk on a port of the loopback."""
    app = guarded(Flask("simulator.page", static_folder=None), port)
    _files(app)
    _talking(app, stage)
    add_recording(app, stage)
    return with_errors(app)


def _files(app: Flask) -> None:
    @app.get("/")
    def index() -> Response:
        return send_from_directory(FRONT, "index.html")

    @app.get("/front/<path:name>")
    def file(name: str) -> Response:
        return send_from_directory(FRONT, name, mimetype=KINDS.get(PurePath(name).suffix))


def _talking(app: Flask, stage: Stage) -> None:
    talk, live = stage.talk, stage.live

    @app.get("/api/world")
    def world() -> Response:
        return answer(live.world())

    @app.get("/api/turns")
    def turns() -> Response:
        return answer({"turns": live.turns(number(request.args.get("since")) or 0)})

    @app.post("/api/lines")
    def lines() -> Response:
        turn = talk.turn(bodies.read(bodies.LineBody, request).line, PATIENCE)
        return answer({"turn": turn_as_json(turn), "world": live.world()})

    @app.post("/api/afresh")
    def afresh() -> Response:
        bodies.read(bodies.AfreshBody, request)
        return answer({"turn": turn_as_json(stage.begin_afresh(PATIENCE)), "world": live.world()})

    @app.get("/api/events")
    def events() -> Response:
        last = number(request.headers.get("Last-Event-ID"))
        since = number(request.args.get("since")) if last is None else last + 1
        live.world()
        watcher = live.bulletin.join()
        response = Response(event_stream(live, watcher, since), mimetype="text/event-stream")
        response.call_on_close(lambda: live.bulletin.leave(watcher))
        return response
