"""Alexa's own services, played over HTTP on the loopback: reminders, profile, settings, progressive responses.

What they hold is here too: what Alexa keeps of a person (account.py) and of a device (device_settings.py).

Sources: alexa-reminders-api-reference, request-customer-contact-information-for-use-in-your-skill,
alexa-settings-api-reference, progressive-response-api-reference. Codes of errors that no page names are our own.
"""
