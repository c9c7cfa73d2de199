"""Whether an HTTP request comes from Alexa: decided on its raw bytes, before anything in it is read.

The rules and their order are Amazon's (Host a Custom Skill as a Web Service):
https://developer.amazon.com/docs/custom-skills/host-a-custom-skill-as-a-web-service.html

    from skill.alexa.verifier import Verifier

    verifier = Verifier("amzn1.ask.skill.…")
    verifier.verify(headers, body)      # raises skill.errors.NotFromAlexa

The Lambda door does not need this, and does not import it: Lambda's trigger checks the skill id.
"""

from skill.alexa.verifier.verify import Verifier

__all__ = ["Verifier"]
