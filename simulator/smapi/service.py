"""What the service knows: one skill, who talks to it, and what they left."""

import json
import shutil
import weakref
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock
from typing import NamedTuple

from simulator.dialogs.dialog import Dialog
from simulator.ears.ears import Ears
from simulator.envelope import Json
from simulator.models.interaction_model import InteractionModel
from simulator.services.clock import Clock
from simulator.services.device_settings import DeviceSettings
from simulator.smapi.annotations import Annotation
from simulator.smapi.errors import not_found
from simulator.smapi.evaluation import Evaluation
from simulator.smapi.importing import Imported, check_in
from simulator.smapi.kept import Kept
from simulator.smapi.package import Specification, no_specification
from simulator.smapi.people import People
from simulator.smapi.recorder import Recorder
from simulator.smapi.simulation import Simulation
from simulator.talk.household import Household
from simulator.under_test.skill_under_test import SkillUnderTest

IN_THIS_PROCESS = "arn:aws:lambda:local:000000000000:function:skill"
"""What is told as the endpoint of a skill that has no address: SMAPI tells an ARN or a URL."""

KEPT_FOR = 600.0
"""Seconds that the result of a simulation can be asked for (skill-simulation-api)."""
UPLOAD_KEPT_FOR = 600.0
"""Seconds that an address takes a package, and that the package can be imported."""
MOST_UPLOADS = 10
MOST_IMPORTS = 100
MOST_SIMULATIONS = 200
MOST_ANNOTATION_SETS = 100
MOST_EVALUATIONS = 20
MOST_OPEN_DIALOGS = 100
MOST_TROUBLES = 1000


@dataclass
class AnnotationSet:
    """Annotations of one locale under a name, and when they were last changed."""

    name: str
    locale: str
    updated: datetime
    annotations: tuple[Annotation, ...] = ()


class OpenDialog(NamedTuple):
    """A dialog of the utterance profiler in which a question of Alexa's is open."""

    locale: str
    dialog: Dialog


class Service:
    """One skill, whose endpoint is told as ``address``.

    ``troubles`` says, oldest first, which calls were refused and which simulations and imports failed, and why.
    ``specification`` is what packages and manifests are checked with besides. Nothing here depends on HTTP.
    """

    def __init__(
        self,
        skill: SkillUnderTest,
        manifest: Json,
        clock: Clock,
        *,
        address: str = IN_THIS_PROCESS,
        specification: Specification = no_specification,
    ) -> None:
        self.recorder = Recorder(skill.endpoint)
        self.skill = replace(skill, endpoint=self.recorder)
        self.manifest = manifest
        self.clock = clock
        self.address = address
        self.specification = specification
        self.enabled = True
        self.people = People(Household(self.skill, clock))
        self.simulations = Kept[tuple[str, Simulation]](MOST_SIMULATIONS, KEPT_FOR)
        self.annotation_sets = Kept[AnnotationSet](MOST_ANNOTATION_SETS)
        self.evaluations = Kept[Evaluation](MOST_EVALUATIONS)
        self.open_dialogs = Kept[OpenDialog](MOST_OPEN_DIALOGS)
        self.uploads = Kept[bytearray](MOST_UPLOADS, UPLOAD_KEPT_FOR)
        self.imports = Kept[Imported](MOST_IMPORTS)
        self.troubles: list[str] = []
        self._lock = Lock()

    def model(self, locale: str) -> InteractionModel:
        """The model of a locale; raises CallRefused when there is none, and ModelUnreadable."""
        if locale not in self.skill.locales:
            raise not_found(f"The skill has no interaction model for the locale {locale[:20]!r}.")
        return self.skill.model(locale)

    def model_document(self, locale: str) -> Json:
        """The file of a model as it is; raises as ``model`` does."""
        self.model(locale)
        document: Json = json.loads((self.skill.models / f"{locale}.json").read_text(encoding="utf-8"))
        return document

    def ears(self, locale: str) -> Ears:
        """The ears of a locale; raises CallRefused when there are none, and CannotHear and ModelUnreadable."""
        self.model(locale)
        with self._lock:
            return self.skill.ears(locale)

    def now(self, locale: str) -> datetime:
        """The time that it is where a device of the locale stands."""
        return self.clock().astimezone(DeviceSettings.of_locale(locale).zone)

    def take_over(self, package: bytes) -> Imported:
        """Import a package; if it is sound, its manifest and models are from now on those of the skill."""
        done = check_in(package, self.specification, self.skill.skill_id)
        for fault in done.faults:
            self.note(f"the import failed: {fault.resource}: {fault.says}")
        if done.models:
            weakref.finalize(self, shutil.rmtree, done.models, ignore_errors=True)
            with self._lock:
                self.manifest = done.package.manifest
                self.skill = replace(self.skill, models=done.models)
                self.people = People(Household(self.skill, self.clock))
        return done

    def note(self, trouble: str) -> None:
        """Remember what went wrong; of very many troubles the first ones."""
        if len(self.troubles) < MOST_TROUBLES:
            self.troubles.append(trouble)
