"""The HTTP door: answers Alexa's signed requests, on a server that anybody can host."""
