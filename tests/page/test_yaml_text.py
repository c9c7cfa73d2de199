"""Files of talks survive being written and read, whatever was said."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.recording.recorder import as_yaml
from simulator.recording.script import Line, Script, Was, WasCard, scripts_in

TEXT = st.text(max_size=60)
ONE_LINE = TEXT.filter(lambda text: bool(text.strip()) and len(text.splitlines()) == 1)
CARD = st.none() | st.builds(WasCard, title=TEXT, text=TEXT)
LINE = st.builds(
    Line,
    you=ONE_LINE,
    at=st.none(),
    asking=st.none() | TEXT,
    rang=st.none() | st.lists(TEXT, max_size=2),
    says=st.lists(TEXT, max_size=2),
    was=st.none() | st.builds(Was, speech=TEXT, card=CARD),
)


@given(st.lists(st.builds(Script, name=TEXT, locale=TEXT, now=st.none(), talk=st.lists(LINE, max_size=3))))
def test_a_script_is_the_same_after_it_was_written_and_read(scripts: list[Script]) -> None:
    assert scripts_in(as_yaml(scripts), Script) == scripts


def test_a_card_is_written_as_people_read_it() -> None:
    was = Was(speech="Here.", card=WasCard(title="Tea", text="Sencha:\n1 spoon\n\nHot, not boiling water"))
    text = as_yaml([Script(name="Tea", locale="en-US", talk=[Line(you="yes", was=was)])])
    assert "- you: 'yes'\n" in text
    assert "text: |-\n          Sencha:\n          1 spoon\n\n          Hot, not boiling water\n" in text
