"""How people talk to Alexa in German: opening a skill, the built-in intents, and words that tell little."""

from simulator.ears.languages.language import InvocationWords
from simulator.ears.words import keys_of

INVOCATION = InvocationWords(
    wake_words=("alexa", "hey alexa"),
    before=("bitte", "kannst du", "kannst du bitte", "lass uns", "ich möchte", "ich will"),
    forms=(
        "[den|die|das] <name> [bitte]",
        "(öffne|starte|start|lade|benutze|nutze) [bitte] [den|die|das] <name> [bitte]",
        "[den|die|das] <name> (öffnen|starten)",
        "(rede|sprich|reden|sprechen) [bitte] mit [dem|der] <name> [bitte]",
        "mit [dem|der] <name> (reden|sprechen)",
        "(frage|frag|sage|sag) [den|die|das|dem|der] <name> [bitte]",
        "(öffne|starte|start|lade|benutze|nutze) [bitte] [den|die|das] <name> und <rest>",
        "(rede|sprich) [bitte] mit [dem|der] <name> (und|über) <rest>",
        "(frage|frag|sage|sag) [den|die|das|dem|der] <name> (nach|ob|dass|über|zu|um) <rest>",
        "(frage|frag|sage|sag) [den|die|das|dem|der] <name> <rest>",
        "<rest> mit [dem|der] <name>",
    ),
)

FUNCTION_WORDS = frozenset(
    keys_of(
        """
        der die das den dem des ein eine einen einem einer eines dies diese dieser dieses da hier
        ich mich mir mein meine meinen meinem meiner du dich dir dein deine er sie es ihn ihm ihr ihre
        uns unser unsere wir man sich bin bist ist sind war waren sei hab habe hat hatte haben wird werde werden
        kann soll will muss an am auf aus bei bis für gegen im in ins mit nach ohne seit über um unter von vom vor
        zu zum zur und oder aber nicht kein keine keinen ja nein so dann auch nur doch mal denn noch schon dass ob
        was wer wie wo wann warum welche welcher welches
        """
    )
)

PHRASES = {
    "AMAZON.YesIntent": (
        *("ja", "jawohl", "jo", "jep", "ja genau", "genau", "klar", "na klar", "sicher", "okay", "ok", "richtig"),
        *("stimmt", "das stimmt", "natürlich", "auf jeden fall", "gerne", "ja gerne", "ja klar", "in ordnung"),
    ),
    "AMAZON.NoIntent": ("nein", "nee", "nö", "ne", "nein danke", "auf keinen fall"),
    "AMAZON.HelpIntent": (
        *("hilfe", "hilf mir", "ich brauche hilfe", "kannst du mir helfen", "was kann ich sagen", "was kannst du"),
    ),
    "AMAZON.StopIntent": ("stopp", "stop", "halt", "hör auf", "aufhören", "aus", "sei still", "es reicht"),
    "AMAZON.CancelIntent": ("abbrechen", "abbruch", "brich ab", "vergiss es", "schon gut"),
    "AMAZON.RepeatIntent": (
        *("wiederholen", "wiederhole", "wiederhole das", "wiederhol das", "noch einmal", "noch mal", "nochmal"),
        *("sag das noch einmal", "sag das nochmal", "was hast du gesagt", "wie bitte"),
    ),
    "AMAZON.StartOverIntent": (
        "von vorne",
        "neu starten",
        "neustart",
        "von vorn",
        "noch mal von vorne",
        "neu anfangen",
    ),
    "AMAZON.PreviousIntent": ("zurück", "geh zurück", "gehe zurück", "vorherige", "zum vorherigen"),
    "AMAZON.NextIntent": ("weiter", "überspringen", "nächste", "nächstes", "zum nächsten"),
    "AMAZON.NavigateHomeIntent": ("startseite", "zur startseite", "geh zur startseite", "nach hause", "home"),
    "AMAZON.PauseIntent": ("pause", "pausieren", "anhalten"),
    "AMAZON.ResumeIntent": ("fortsetzen", "fortfahren", "weitermachen"),
    "AMAZON.MoreIntent": ("mehr", "mehr anzeigen", "zeig mehr"),
}
