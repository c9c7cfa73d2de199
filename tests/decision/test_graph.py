"""A model's drawing, line by line."""

from skill.decision.condition import Always, Is, Known
from skill.decision.graph import mermaid
from skill.decision.model import Ask, Origin, Outcome, Pick, Rule, Step, Wait, Want, otherwise
from tests.decision.toys import NOTE, told, toy

KITCHEN = toy(
    Ask(
        "hungry",
        Rule(Is("hungry", "yes"), "taste"),
        Rule(Known("guest"), "cook_soup", Origin.OWN),
        otherwise("bye", Origin.OWN),
    ),
    Ask("taste", otherwise("cook_soup")),
    Step("cook_soup", otherwise("soup")),
    Outcome(
        "soup",
        picks=(Pick(Is("taste", "salty"), "COUNTER"), Pick(Is("taste", "sweet"), "BAKER"), Pick(Always(), "COUNTER")),
        wait=Wait("cook", 2),
        rules=(Rule(Is("taste", "sweet"), "served"), otherwise("bye", Origin.OWN)),
    ),
    Ask("served", Rule(Is("served", "yes", "no"), "cake"), otherwise("cake")),
    told("cake", otherwise("bye"), wait=Wait("baker", 3)),
    Outcome("bye", solved=True),
    shared=(told("never"),),
    volunteered=("guest",),
    wants={"soup": (Want("dish"), Want("guest")), "never": (Want("dish"),)},
    messages={("soup", "COUNTER"): NOTE, ("soup", "BAKER"): NOTE, ("cake", "COUNTER"): NOTE},
)

DRAWN = """\
flowchart TD
    problem(["toy"]) --> hungry
    hungry{"hungry?"}
    taste{"taste?"}
    cook_soup["cook soup"]
    soup(["soup<br/>COUNTER, BAKER"])
    served{"served?"}
    cake(["cake<br/>COUNTER"])
    bye((("bye")))
    hungry -->|"yes"| taste
    hungry -->|"guest known *"| cook_soup
    hungry -->|"otherwise *"| bye
    taste --> cook_soup
    cook_soup --> soup
    soup -.->|"cook has had 2 h, taste: sweet"| served
    soup -.->|"cook has had 2 h, otherwise *"| bye
    served -->|"yes or no"| cake
    served -->|"otherwise"| cake
    cake -.->|"baker has had 3 h"| bye
    soup -. "asks first" .- wants_soup>"dish, guest"]
"""


def test_a_decision_is_drawn_as_a_flowchart() -> None:
    assert mermaid(KITCHEN) == DRAWN
