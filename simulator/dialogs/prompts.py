"""The words of Alexa's own questions: a prompt of the model, with slot values in it.

Alexa takes any of a prompt's variations; here they come in turn, so that the same talk is always the same.
"""

import html
import re
from collections.abc import Mapping

from simulator.dialogs.several_values import as_words
from simulator.envelope import Json
from simulator.models.dialog_model import Prompt

_SLOT = re.compile(r"\{(\w+)\}")


def worded(prompt: Prompt, times: int, slots: Mapping[str, Json]) -> str:
    """A prompt that was asked so many times before, as SSML or plain text; a slot without a value leaves nothing."""
    variation = prompt.variations[times % len(prompt.variations)]
    values = {name: as_words(slot) for name, slot in slots.items()}
    if variation.type == "PlainText":
        return _filled(variation.value, values)
    ssml = _filled(variation.value, {name: html.escape(value, quote=False) for name, value in values.items()})
    return ssml if ssml.lstrip().startswith("<speak") else f"<speak>{ssml}</speak>"


def _filled(words: str, values: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda slot: values.get(slot[1], slot[0]), words)
