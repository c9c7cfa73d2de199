"""The moves of a state: every intent, sensible and hostile values, and what a visit makes of them."""

from collections import Counter
from dataclasses import replace

from simulator.ears.heard import MATCH, NO_MATCH, HeardSlot
from simulator.envelope import SKILL_ID
from simulator.explorer.choice import Choice
from simulator.explorer.explorer import BEGAN
from simulator.explorer.graph import Node
from simulator.explorer.hostile import HOSTILE
from simulator.explorer.menu import Menu
from simulator.explorer.move import BACK, LAUNCH, LEAVE, TIMES, Kind, Move
from simulator.explorer.phrases import Phrases
from simulator.explorer.stage import Stage
from simulator.explorer.values import Values
from simulator.models.folder import read_model
from simulator.models.interaction_model import InteractionModel, LanguageModel, Slot
from simulator.options import MODELS as OWN_MODELS
from tests.explorer.pizza import MODELS, pizza, under_test
from tests.explorer.planted import OLIVES, SMALL

PIZZA = read_model(MODELS, "en-US").language_model
OWN = read_model(OWN_MODELS, "en-US").language_model


def menu_of(model: LanguageModel, *, most: int = 2, seed: int = 1) -> Menu:
    return Menu(model, Values(model, SKILL_ID, BEGAN.date()), most, seed)


def node_after(*intents: str) -> Node:
    """The pizza corner's state after these intents."""
    stage = Stage(under_test(pizza), "en-US", BEGAN, 1)
    stage.put_back(stage.beginning)
    for wanted in intents:
        at = Node("k", (("k",),), stage.snapshot)
        stage.play(next(move for move in menu_of(PIZZA).moves(at) if str(move) == wanted))
    return Node("key", (("key",),), stage.snapshot)


def test_every_intent_of_the_model_is_said_bare_in_every_state() -> None:
    for node in (node_after(), node_after(SMALL)):
        said = {move.name for move in menu_of(PIZZA).moves(node) if move.kind is Kind.INTENT and not move.slots}
        assert said == {intent.name for intent in PIZZA.intents}


def test_a_session_can_be_left_when_it_is_open_and_time_passes_when_it_is_not() -> None:
    closed, open_one = menu_of(PIZZA).moves(node_after()), menu_of(PIZZA).moves(node_after(SMALL))
    assert {LAUNCH, *TIMES} <= set(closed)
    assert LEAVE not in closed
    assert {LAUNCH, LEAVE} <= set(open_one)
    assert not set(TIMES) & set(open_one)


def test_what_was_asked_for_meets_every_hostile_value() -> None:
    moves = menu_of(PIZZA).moves(node_after(SMALL))
    met = {move.hostile for move in moves if move.name == "ToppingIntent"} - {""}
    assert met == set(HOSTILE)


def test_going_back_is_what_the_menu_is_told() -> None:
    model = Values(PIZZA, SKILL_ID, BEGAN.date())
    backs = {move.name for move in Menu(PIZZA, model, 2, 1).moves(node_after()) if move.goes_back}
    assert backs == {BACK}
    also = Menu(PIZZA, model, 2, 1, (BACK, "OrderIntent")).moves(node_after())
    assert {move.name for move in also if move.goes_back} == {BACK, "OrderIntent"}


def test_sensible_values_are_as_many_as_asked_for_and_resolved() -> None:
    node = node_after()
    for most in (1, 3):
        moves = [move for move in menu_of(OWN, most=most).moves(node) if not move.hostile and len(move.slots) == 1]
        assert max(Counter((move.name, move.slots[0].name) for move in moves).values()) == most
    item = next(slot for move in moves for slot in move.slots if slot.name == "item")
    assert item.resolution
    assert item.resolution.status == MATCH
    assert len(item.resolution.values) == 1


def test_the_same_state_and_seed_bring_the_same_moves_and_others_bring_others() -> None:
    node = node_after()
    assert menu_of(OWN).moves(node) == menu_of(OWN).moves(node)
    assert menu_of(OWN).moves(node) != menu_of(OWN, seed=2).moves(node)
    assert menu_of(OWN).moves(node) != menu_of(OWN).moves(replace(node, key="another"))


def test_a_hostile_value_of_a_type_of_the_model_comes_without_a_match() -> None:
    values = Values(PIZZA, SKILL_ID, BEGAN.date())
    known = values.hostile(Slot(name="size", type="Size"), "flurbelnox")
    assert known.resolution
    assert (known.resolution.status, known.resolution.values) == (NO_MATCH, ())
    assert values.hostile(Slot(name="n", type="AMAZON.NUMBER"), "?") == HeardSlot("n", "?", "?")


def test_a_question_meets_each_intent_before_it_meets_one_twice() -> None:
    choice, node = Choice(12, 1), node_after()
    moves = [Move(Kind.INTENT, name, hostile=str(number)) for name in "abcdef" for number in range(9)]
    chosen = choice.choose(node, moves, is_first=False)
    assert Counter(move.name for move in chosen) == dict.fromkeys("abcdef", 2)
    alike = replace(node, key="alike", made=set())
    assert Counter(move.name for move in choice.choose(alike, moves, is_first=False)) == dict.fromkeys("abcdef", 2)


def test_a_first_look_and_a_later_visit_take_more_than_one_at_what_is_alike() -> None:
    moves = [Move(Kind.INTENT, name) for name in "abcdefghijkl"]
    assert len(Choice(3, 1).choose(node_after(), moves, is_first=False)) == 3
    assert len(Choice(3, 1).choose(node_after(), moves, is_first=True)) == 6
    visited = replace(node_after(), made={moves[0]})
    assert len(Choice(3, 1).choose(visited, moves, is_first=False)) == 6


def test_answers_and_amazons_own_intents_are_made_at_every_visit() -> None:
    node = node_after(SMALL)
    menu = menu_of(PIZZA).moves(node)
    chosen = Choice(1, 1).choose(node, menu, is_first=False)
    assert {OLIVES, "AMAZON.StopIntent", "AMAZON.HelpIntent", ":launch"} <= {str(move) for move in chosen}
    assert len(chosen) < len(menu)


def test_a_later_visit_makes_what_is_left() -> None:
    node = node_after(SMALL)
    menu = menu_of(PIZZA).moves(node)
    choice = Choice(4, 1)
    while left := [move for move in menu if move not in node.made]:
        chosen = choice.choose(node, menu, is_first=False)
        assert chosen
        assert set(chosen) <= set(left)
        node.made.update(chosen)
    assert node.made == set(menu)


def said(name: str, *slots: HeardSlot) -> Move:
    return Move(Kind.INTENT, name, slots)


def test_a_move_is_told_in_words_that_a_person_can_type() -> None:
    phrases = Phrases(PIZZA, "en-US")
    olives = HeardSlot("topping", "olives", "olives")
    asked_for = node_after(SMALL).snapshot.asked_for
    assert phrases.of(said("OrderIntent"), None) == "a pizza"
    assert phrases.of(said("ToppingIntent", olives), None) == "with olives"
    assert phrases.of(said("ToppingIntent", olives), asked_for) == "olives"
    assert phrases.of(said("AMAZON.StopIntent"), None) == "stop"
    assert phrases.of(LAUNCH, None) == ":launch"
    assert phrases.of(Move(Kind.CONSENT, "NOT_ANSWERED"), None) == ":silence"


def test_what_nobody_can_type_is_told_by_its_intent_alone() -> None:
    phrases = Phrases(PIZZA, "xx-XX")
    assert phrases.of(said("ToppingIntent", HeardSlot("topping", "a\x00b", "a\x00b")), None) is None
    assert phrases.of(said("ToppingIntent", HeardSlot("topping", "2026-03-04")), None) is None
    assert phrases.of(said("AMAZON.StopIntent"), None) is None


def test_a_type_of_amazons_own_has_values_too() -> None:
    text = {"invocationName": "x y", "intents": [{"name": "A", "slots": [{"name": "c", "type": "AMAZON.City"}]}]}
    model = InteractionModel.model_validate({"languageModel": text}).language_model
    moves = menu_of(model).moves(node_after())
    said_of_it = [move.slots[0].value for move in moves if move.slots and not move.hostile]
    assert said_of_it == ["something", "anything else"]
