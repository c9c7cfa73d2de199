"""Speech as it is heard."""

import pytest

from simulator.plain_text import plain_text


@pytest.mark.parametrize(
    ("speech", "heard"),
    [
        ("Tea time.", "Tea time."),
        ("Tea &amp; milk", "Tea &amp; milk"),
        ("<speak>Tea &amp; milk &lt;3</speak>", "Tea & milk <3"),
        ('<speak>The <sub alias="Tea Committee">TC</sub>.</speak>', "The Tea Committee."),
        ('<speak>Number <say-as interpret-as="digits">112</say-as>.</speak>', "Number 112."),
        ('<speak>One<break time="1s"/>two<break/>, three.</speak>', "One two, three."),
        ("<speak><p><s>One.</s><s>Two.</s></p><p>Three.</p></speak>", "One. Two. Three."),
        ('<speak><audio src="https://example.com/a.mp3">ding</audio>Tea</speak>', "Tea"),
        ('<speak><amazon:effect name="whispered">Psst</amazon:effect>\n  tea</speak>', "Psst tea"),
        ("<speak>Tea & <b>milk</speak>", "Tea & milk"),
        ("<speak></speak>", ""),
        ("", ""),
    ],
)
def test_speech_is_heard_without_its_markup(speech: str, heard: str) -> None:
    assert plain_text(speech) == heard
