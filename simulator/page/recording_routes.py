"""What was recorded as a file, and replaying: on a person and a memory of its own, beside the talk on the page."""

import time

from flask import Flask, Response, request

from simulator.envelope import Json
from simulator.page import bodies
from simulator.page.answers import answer
from simulator.page.errors import PageRefused
from simulator.page.stage import PATIENCE, Stage
from simulator.page.turn_json import turn_as_json
from simulator.recording.ask_cli import replay_file, script_of
from simulator.recording.errors import ScriptWrong
from simulator.recording.recorder import as_yaml
from simulator.recording.replay import ReplayedLine, replayed
from simulator.recording.script import Script, scripts_in

LONGEST_REPLAY = 120.0
"""Seconds; whoever wants more has the command for it."""
UNNAMED = "a recorded talk"


def add_recording(app: Flask, stage: Stage) -> None:
    """Routes for the recording and for replays."""

    @app.get("/api/recording.yaml")
    def as_script() -> Response:
        name = request.args.get("name", "")[:200].strip() or UNNAMED
        text = as_yaml([stage.recorder.script(name, stage.decision)])
        return _download(text, "talk.yaml", "application/yaml")

    @app.get("/api/recording.json")
    def as_replay_file() -> Response:
        return _download(replay_file(stage.skill.skill_id, stage.recorder.turns), "talk.json", "application/json")

    @app.get("/api/scripts")
    def scripts() -> Response:
        listed = [
            {"id": id_, "name": script.name, "locale": script.locale} for id_, script in stage.scripts.by_id.items()
        ]
        return answer({"scripts": listed})

    @app.post("/api/replay")
    def replay() -> Response:
        script = _wanted(bodies.read(bodies.ReplayBody, request), stage)
        return answer({"title": script.name, "locale": script.locale, "steps": _replayed(script, stage)})


def _wanted(body: bodies.ReplayBody, stage: Stage) -> Script:
    if body.id is not None:
        try:
            return stage.scripts.script(body.id)
        except ScriptWrong as wrong:
            raise PageRefused(404, str(wrong), "GET /api/scripts lists those that there are.") from None
    text = body.text or ""
    if body.format == "ask-cli":
        return script_of(text, body.name or "a replay file")
    return _named(scripts_in(text, Script), body.name)


def _named(scripts: list[Script], name: str | None) -> Script:
    found = [script for script in scripts if name in (None, script.name)]
    if len(found) != 1:
        names = ", ".join(repr(script.name) for script in scripts[:20]) or "none"
        raise PageRefused(400, f"the file holds several scripts or none of that name: {names}", "Choose one by name.")
    return found[0]


def _replayed(script: Script, stage: Stage) -> list[Json]:
    """Line by line on the talk's thread, so that whoever talks meanwhile has their turn in between."""
    lines, began, steps = replayed(script, stage.skill), time.monotonic(), []
    while (line := stage.thread.run(lambda: next(lines, None), PATIENCE)) is not None:
        steps.append(_step(line))
        if time.monotonic() - began > LONGEST_REPLAY:
            raise PageRefused(503, "the replay takes too long", "Use python -m simulator replay FILE.")
    return steps


def _step(line: ReplayedLine) -> Json:
    before, changed, failed = line.comparison
    turn = turn_as_json(line.turn)
    return {"line": line.line.you, "turn": turn, "before": before, "changed": changed, "failed": failed}


def _download(text: str, name: str, kind: str) -> Response:
    return Response(text, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
