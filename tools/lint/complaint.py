"""What a rule has to say, and what a person is told."""

from typing import NamedTuple

from tools.places import Place, Steps


class Complaint(NamedTuple):
    """A broken rule: the piece of the document by its steps, the rule's name, what is wrong and what to do."""

    steps: Steps
    rule: str
    text: str


class Finding(NamedTuple):
    """A complaint whose line is known; as text it reads ``path:line: rule: what is wrong; what to do``."""

    place: Place
    rule: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.rule}: {self.text}"
