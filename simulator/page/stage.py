"""Everything that a page's server serves: the talk, what is seen of it, its recording, and scripts to replay."""

from pathlib import Path
from uuid import uuid4

from simulator.page.kept import record_kept
from simulator.page.live import Live
from simulator.page.one_thread import OneThread
from simulator.page.shared_talk import SharedTalk
from simulator.recording.own_scripts import OwnScripts
from simulator.recording.recorder import Recorder
from simulator.recording.turn import Turn
from simulator.talk.talk import Talk
from simulator.under_test.skill_under_test import SkillUnderTest

PATIENCE = 30.0
"""Seconds: the longest that a request waits for a skill in this process, which cannot be interrupted."""


class Stage:
    """A talk with a skill, shared and recorded; ``scripts`` is the folder of the project's own scripts, if any."""

    def __init__(self, talk: Talk, skill: SkillUnderTest, scripts: Path | None = None) -> None:
        self.skill = skill
        self.thread = OneThread("talk")
        self.talk = SharedTalk(talk, skill, self.thread)
        self.live = Live(self.talk, skill, self.thread)
        self.scripts = OwnScripts(scripts)
        self.recorder = Recorder(self.talk.place, self.thread.run(lambda: record_kept(skill, self.talk)))
        self.talk.listen(self.recorder.hear, lambda _: None)

    @property
    def decision(self) -> str | None:
        """The decision that the talk is about, for a skill that lets it be seen."""
        way = self.live.world()["way"]
        return way["title"] if way else None

    def begin_afresh(self, patience: float) -> Turn:
        """Be somebody whom the skill has never met, and record from here on; the turn is that of the command."""
        return self.thread.run(self._begin_afresh, patience)

    def _begin_afresh(self) -> Turn:
        turn = self.talk.turn(f":user amzn1.ask.account.{uuid4().hex.upper()}")
        self.recorder.begin(self.talk.place, record_kept(self.skill, self.talk))
        return turn
