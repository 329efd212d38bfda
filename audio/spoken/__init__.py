"""From writing to speech: one file a topic, applied in the order of `audio.script`.

Each `speak_*` function takes one line of text and returns it with its own topic said in words. What
it does not recognise for certain it leaves as written, so that the gate finds it.
"""
