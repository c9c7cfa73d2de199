"""The second stage of hearing: what no sample holds word by word is compared by likeness.

An intent is known by the words, pairs of words and runs of letters of its samples and of its slots' listed values
(bag.py, terms.py). What is said is weighed against every intent and against what people say to an Alexa anyway
(likeness.py, background.py), and the likeliest intent is taken if that is evidence enough (stage.py). Its slots are
filled only with what is said for certain (slot_filling.py). Everything is counted when the ears are first asked:
nothing is downloaded, and nothing is learned while listening.
"""
