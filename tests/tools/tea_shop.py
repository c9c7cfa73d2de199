"""A toy interaction model with few samples, for the similarity matcher: a shop that sells tea."""

from simulator.interaction_model import InteractionModel
from skill.alexa.intents import Elicited
from tools.hearing.language_data import LanguageData

WHICH_TEA = Elicited("TellTeaIntent", "tea", ("tea",))
ELICITED = {(WHICH_TEA.intent, WHICH_TEA.slot)}

_TEA = {"name": "tea", "type": "Tea"}
MODEL = InteractionModel.model_validate(
    {
        "languageModel": {
            "invocationName": "tea shop",
            "intents": [
                {"name": "AMAZON.YesIntent"},
                {"name": "AMAZON.FallbackIntent"},
                {
                    "name": "OrderIntent",
                    "slots": [_TEA, {"name": "day", "type": "AMAZON.DATE"}],
                    "samples": [
                        "i'd like a cup of {tea}",
                        "please bring me a pot of {tea}",
                        "i want to order some {tea}",
                        "can i have {tea} {day}",
                    ],
                },
                {
                    "name": "ListIntent",
                    "samples": ["what teas are there", "which kinds of tea do you have", "list your teas"],
                },
                {
                    "name": "TellTeaIntent",
                    "slots": [{**_TEA, "samples": ["{tea} please", "the {tea}"]}],
                    "samples": ["it should be {tea}"],
                },
            ],
            "types": [
                {
                    "name": "Tea",
                    "values": [
                        {"id": "green", "name": {"value": "green tea", "synonyms": ["sencha"]}},
                        {"id": "black", "name": {"value": "black tea"}},
                    ],
                }
            ],
        }
    }
)
BACKGROUND = (
    "turn the light off",
    "will it rain on sunday",
    "play a song by queen",
    "wake me at seven",
    "call my sister",
    "how tall is the tower",
    "tell me a joke",
    "set the heating to twenty degrees",
)
DATA = LanguageData(
    built_in_intents={"AMAZON.YesIntent": ("yes", "yeah", "sure")},
    values={"AMAZON.DATE": ("today", "tomorrow")},
    background=BACKGROUND,
)
