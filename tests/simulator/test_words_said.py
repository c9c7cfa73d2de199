"""Which of the skill's messages reach somebody, and how: by what it looks up, and by what is in its response."""

from simulator.case_compass.words_said import Reached, WordsSaid, all_messages
from simulator.envelope import Json
from skill.wording.catalog import catalog


class Tea:
    """A skill that looks up messages of the catalogues and answers with what it is told to."""

    def __init__(self, response: Json, *looked_up: str, locale: str = "en-US") -> None:
        self.response = response
        self.looked_up = looked_up
        self.locale = locale

    def send(self, envelope: Json) -> Json:
        """Look the messages up, and answer whatever was asked."""
        assert envelope == {}
        for id_ in self.looked_up:
            catalog("said", self.locale).message(id_)
            catalog("messages", self.locale).message(id_)
        return {"response": self.response}


def reached(response: Json, *looked_up: str, locale: str = "en-US") -> set[Reached]:
    words = WordsSaid(Tea(response, *looked_up, locale=locale))
    assert words.send({}) == {"response": response}
    return set(words.counts)


def spoken(text: str) -> Json:
    return {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{text}</speak>"}}


def said(id_: str, locale: str = "en-US", way: int = 0) -> str:
    text = catalog("said", locale).message(id_)
    assert text
    return text.splitlines()[way]


def test_a_message_counts_where_its_words_are() -> None:
    words = said("welcome")
    assert reached(spoken(words), "welcome") == {Reached("welcome", "speech")}
    assert reached({"reprompt": spoken(words)}, "welcome") == {Reached("welcome", "reprompt")}
    card = {"card": {"type": "Simple", "title": "", "content": words}}
    assert reached(card, "welcome") == {Reached("welcome", "card")}


def test_a_message_that_was_only_looked_up_does_not_count() -> None:
    assert reached(spoken("tea"), "welcome") == set()


def test_words_that_nobody_looked_up_do_not_count() -> None:
    assert reached(spoken(said("welcome"))) == set()


def test_every_way_of_saying_a_message_counts_as_the_message() -> None:
    assert reached(spoken(said("noted", way=-1).format(facts="tea")), "noted") == {Reached("noted", "speech")}


def test_whatever_fills_a_message_it_is_the_same_one() -> None:
    words = said("resumed").format(case="the <b>tea</b>")
    assert reached(spoken(words), "resumed") == {Reached("resumed", "speech")}


def test_a_message_of_which_only_a_piece_is_there_does_not_count() -> None:
    before, _, after = said("resumed").partition("{case}")
    assert before
    assert after
    assert reached(spoken(max(before, after, key=len)), "resumed") == set()


def test_a_message_that_begins_a_sentence_is_found_and_so_is_one_of_a_letter_that_is_read_aloud() -> None:
    words = said("welcome", "de-DE")
    words = words[0].swapcase() + words[1:]
    assert reached(spoken(words), "welcome", locale="de-DE") == {Reached("welcome", "speech")}
    regards = catalog("messages", "en-US").message("card.footer")
    assert regards
    assert "'" in regards
    escaped = regards.replace("'", "&#x27;")
    assert reached(spoken(escaped), "card.footer") == {Reached("card.footer", "speech")}


def test_a_reminder_s_words_are_given_to_alexa() -> None:
    assert reached({}, "reminder") == {Reached("reminder", "reminder")}


def test_settings_of_a_language_are_no_messages() -> None:
    assert reached(spoken("twelve as said"), "moment.clock", "style.item") == set()
    assert not {"moment.clock", "style.item"} & all_messages("en")


def test_every_turn_counts() -> None:
    words = WordsSaid(Tea(spoken(said("welcome")), "welcome"))
    words.send({})
    words.send({})
    assert words.counts[Reached("welcome", "speech")] == 2
    assert words.messages == {"welcome"}


def test_the_skill_is_left_as_it_was() -> None:
    before = catalog("said", "en-US").message.__func__  # type: ignore[attr-defined]
    reached({}, "welcome")
    assert catalog("said", "en-US").message.__func__ is before  # type: ignore[attr-defined]


def test_all_messages_are_those_of_both_catalogues() -> None:
    assert {"welcome", "greeting", "card.footer"} <= all_messages("en") == all_messages("de")


def test_a_response_of_any_shape_is_borne() -> None:
    odd = {"outputSpeech": "tea", "card": ["tea"], "reprompt": 3}
    assert reached(odd, "welcome") == set()
