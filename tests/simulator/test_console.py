"""The console: what a person at a terminal sees."""

from pathlib import Path

from simulator.device.ringing import Rang
from simulator.device.turn_result import TurnResult
from simulator.errors import CommandWrong
from simulator.recording.turn_taker import TurnTaker
from simulator.talk.commands import COMMANDS
from simulator.talk.household import Place
from simulator.talk.talk import Talk
from simulator.terminal.console import Console
from simulator.terminal.drawing import Drawing
from tests.simulator.services.calling import Caller, reminder
from tests.simulator.tea import NOW, Json, Skill, ask, elicit, tea_device, tell

CARD: Json = {"type": "Simple", "title": "Your tea", "content": "One cup of green tea\n\nand " + "milk " * 20}


def _not_saved(_: Path) -> None:
    raise AssertionError("nobody wants to save it")


def _seen(skill: Skill, *typed: str, drawing: Drawing | None = None, ending: type[BaseException] = EOFError) -> str:
    lines = iter(typed)

    def read(_: str) -> str:
        try:
            return next(lines)
        except StopIteration:
            raise ending from None

    written: list[str] = []
    talk = Talk(lambda place: tea_device(skill, locale=place.locale, strict=False), Place("en-US"))
    Console(talk, drawing or Drawing(lambda: 40), read, written.append, save=_not_saved).run()
    return "\n".join(written)


def test_it_greets_with_what_to_type_first_in_the_language_of_the_locale() -> None:
    seen = _seen(Skill(ask()), ":locale de-DE")
    assert seen.splitlines()[0] == 'Alexa, en-US. Type "open tea corner" to begin, or :help.'
    assert '"öffne tee ecke"' in seen


def test_it_shows_what_alexa_says_and_that_she_listens() -> None:
    skill = Skill(ask("Green or black?"), tell("Enjoy."))
    seen = _seen(skill, "open tea corner", "   ", "i want sencha", drawing=Drawing(lambda: 80))
    assert "Alexa: Green or black?\n(Alexa listens; LaunchRequest, invocation)" in seen
    assert "Alexa: Enjoy.\n(no session is open; OrderTeaIntent (tea=sencha), sample)" in seen


def test_speech_is_wrapped_to_the_width() -> None:
    seen = _seen(Skill(tell("tea " * 40)), ":launch")
    assert max(map(len, seen.splitlines()[1:-1])) <= 40


def test_a_card_is_drawn_in_a_frame_that_leaves_its_words_to_be_copied() -> None:
    seen = _seen(Skill(tell(card=CARD)), ":launch").splitlines()
    top = seen.index("┌─ card " + "─" * 32)
    assert seen[top + 1 : top + 6] == [
        "Your tea",
        "",
        "One cup of green tea",
        "",
        "and milk milk milk milk milk milk milk",
    ]
    assert seen[top + 8] == "└" + "─" * 39


def test_a_refusal_and_a_dropped_directive_are_loud() -> None:
    def broken(_: Json) -> object:
        raise ZeroDivisionError("no tea left")

    wide = Drawing(lambda: 300)
    assert "REFUSED [ssml-malformed]" in _seen(Skill(ask("Tea & milk?")), ":launch", drawing=wide)
    assert "DROPPED [dialog-dropped]" in _seen(Skill(elicit("cups")), "order tea", drawing=wide)
    seen = _seen(Skill(broken), ":launch", drawing=wide)
    assert "REFUSED [endpoint] the skill raised ZeroDivisionError: no tea left" in seen
    assert "Traceback" in seen


def test_json_shows_the_last_request_and_response() -> None:
    assert "Nothing was sent yet." in _seen(Skill(ask()), ":json")
    seen = _seen(Skill(ask()), ":launch", ":silence", ":json")
    assert '"type": "LaunchRequest"' in seen
    assert '"shouldEndSession": false' in seen


def test_help_names_every_command() -> None:
    seen = _seen(Skill(ask()), ":help")
    for command in (*COMMANDS, ":json", ":help", ":quit"):
        assert f"  {command}" in seen


def test_a_reminder_that_rings_is_heard_with_its_local_time() -> None:
    def remind(event: Json) -> Json:
        if event["request"]["type"] == "LaunchRequest":
            Caller(event)("POST", "/v1/alerts/reminders", reminder())
        return {} if event["request"]["type"].startswith("AlexaSkillEvent.") else ask()

    seen = _seen(Skill(remind), ":grant reminders", ":launch", ":later 2 hours", drawing=Drawing(lambda: 80))
    assert "(a reminder rings at Wed 2026-03-04 05:30, twice unless stopped)" in seen
    assert "Alexa: Here's your reminder: Drink tea" in seen


def test_a_strange_command_or_locale_is_told_and_the_talk_goes_on() -> None:
    seen = _seen(Skill(ask()), ":sing", ":locale fr-FR", ":launch")
    assert "':sing' is not a command" in seen
    assert "no interaction model for 'fr-FR'" in seen
    assert "Which tea would you like?" in seen


def test_quit_the_end_of_the_input_and_ctrl_c_end_politely() -> None:
    quit_ = _seen(Skill(ask()), ":quit", ":launch")
    end_of_input = _seen(Skill(ask()))
    ctrl_c = _seen(Skill(ask()), ending=KeyboardInterrupt)
    for seen in (quit_, end_of_input, ctrl_c):
        assert seen.splitlines()[-1] == "Goodbye."
        assert "Which tea" not in seen


def test_colour_is_there_only_when_wanted() -> None:
    assert "\x1b[" not in _seen(Skill(ask()), ":launch")
    assert "\x1b[36mAlexa: Which tea would you like?\x1b[0m" in _seen(
        Skill(ask()), ":launch", drawing=Drawing(lambda: 80, colour=True)
    )


def _console(written: list[str], typed: str = "", saved: list[Path] | None = None) -> tuple[Console, Talk]:
    talk = Talk(lambda place: tea_device(Skill(ask()), locale=place.locale, strict=False), Place("en-US"))
    lines = iter([typed, ":quit"] if typed else [":quit"])
    save = _not_saved if saved is None else saved.append
    console = Console(
        talk, Drawing(lambda: 60), lambda _: next(lines), written.append, save=save, page="http://page/"
    )
    return console, talk


def test_it_says_where_the_page_is() -> None:
    written: list[str] = []
    _console(written)[0].run()
    assert written[1].endswith("in a browser: http://page/")


def test_what_is_said_on_the_page_is_shown_with_its_answer() -> None:
    written: list[str] = []
    console, talk = _console(written)
    console.hear(TurnTaker(talk).turn(":launch"))
    assert written[:2] == ["\nyou> :launch", "Alexa: Which tea would you like?"]


def test_what_is_said_at_the_console_is_not_shown_twice() -> None:
    talk = Talk(lambda place: tea_device(Skill(ask()), locale=place.locale, strict=False), Place("en-US"))
    taker = TurnTaker(talk)

    class Announced:
        device = talk.device

        def line(self, line: str) -> TurnResult:
            turn = taker.turn(line)
            console.hear(turn)
            return turn.result

    written: list[str] = []
    lines = iter(["open tea corner", ":quit"])
    console = Console(Announced(), Drawing(lambda: 60), lambda _: next(lines), written.append, save=_not_saved)
    console.run()
    assert sum(line.startswith("Alexa: Which tea") for line in written) == 1


def test_a_reminder_that_rings_by_itself_is_shown() -> None:
    written: list[str] = []
    console, _ = _console(written)
    console.ring((Rang(NOW, "Drink tea", "Here's your reminder: Drink tea"),))
    assert written[-1] == "Alexa: Here's your reminder: Drink tea"


def test_the_talk_is_saved_where_one_says() -> None:
    written: list[str] = []
    saved: list[Path] = []
    _console(written, ":save my talk.yaml", saved)[0].run()
    assert saved == [Path("my talk.yaml")]
    assert "Saved as my talk.yaml." in written


def test_a_talk_that_cannot_be_saved_is_told_and_goes_on() -> None:
    def refuse(_: Path) -> None:
        raise CommandWrong("it is there already")

    written: list[str] = []
    lines = iter([":save tea.yaml", ":launch", ":quit"])
    talk = Talk(lambda place: tea_device(Skill(ask()), locale=place.locale, strict=False), Place("en-US"))
    Console(talk, Drawing(lambda: 60), lambda _: next(lines), written.append, save=refuse).run()
    assert "it is there already" in written
    assert "Alexa: Which tea would you like?" in written
