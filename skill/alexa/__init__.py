"""The only room that knows Amazon: envelopes in, envelopes out."""
