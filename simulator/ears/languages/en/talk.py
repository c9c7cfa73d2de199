"""How people talk to Alexa in English: opening a skill, the built-in intents, and words that tell little."""

from simulator.ears.languages.language import InvocationWords
from simulator.ears.words import keys_of

INVOCATION = InvocationWords(
    wake_words=("alexa", "hey alexa"),
    before=("please", "can you", "could you", "let's", "i want to", "i wanna", "i'd like to", "i would like to"),
    forms=(
        "[the] <name> [please]",
        "(open|start|launch|run|begin|load|use|resume) [the] <name> [please]",
        "(talk|speak) (to|with) [the] <name> [please]",
        "(ask|tell) [the] <name> [please]",
        "(open|start|launch|run|begin|load|use|resume) [the] <name> and <rest>",
        "(talk|speak) (to|with) [the] <name> (and|about) <rest>",
        "use [the] <name> (to|for) <rest>",
        "(ask|tell) [the] <name> (to|about|for|if|whether|that) <rest>",
        "(ask|tell) [the] <name> <rest>",
        "<rest> (with|using|in|from|by) [the] <name>",
    ),
)

FUNCTION_WORDS = frozenset(
    keys_of(
        """
        a an the this that these those there here it its it'd it'll
        i i'm i've i'd i'll me my mine you you're your he she his her we we're our us they they're them their
        am is are was were be been do does did don't didn't have has had haven't will would can can't could should
        of in on at by for from with about to into as than and or but not no yes so if then too just
        what what's which who who's where where's when how why
        """
    )
)

PHRASES = {
    "AMAZON.YesIntent": (
        *("yes", "yeah", "yep", "yup", "sure", "ok", "okay", "of course", "correct"),
        *("that's right", "that's correct", "exactly", "definitely", "absolutely", "sure thing"),
    ),
    "AMAZON.NoIntent": ("no", "nope", "nah", "no thanks", "no thank you", "not at all"),
    "AMAZON.HelpIntent": ("help", "help me", "i need help", "can you help me", "what can i say", "what can you do"),
    "AMAZON.StopIntent": ("stop", "stop it", "stop that", "off", "shut up", "that's enough", "i'm done"),
    "AMAZON.CancelIntent": ("cancel", "cancel it", "cancel that", "never mind", "nevermind", "forget it"),
    "AMAZON.RepeatIntent": (
        *("repeat", "repeat that", "repeat it", "say that again", "say it again", "once more", "come again"),
        *("what did you say", "can you repeat that", "pardon", "again"),
    ),
    "AMAZON.StartOverIntent": ("start over", "start again", "restart", "from the beginning", "begin again"),
    "AMAZON.PreviousIntent": ("go back", "back", "previous", "go to previous"),
    "AMAZON.NextIntent": ("next", "skip", "skip forward", "go to next", "next one"),
    "AMAZON.NavigateHomeIntent": ("go home", "home", "take me home", "go to home", "home screen"),
    "AMAZON.PauseIntent": ("pause", "pause it", "pause that"),
    "AMAZON.ResumeIntent": ("resume", "continue", "keep going", "go on"),
    "AMAZON.MoreIntent": ("more", "show more", "tell me more"),
}
