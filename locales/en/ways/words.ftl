# Where there are none: words are sent, numbers choose.
-press = send
-Press = Send
-pick = choose
-Pick = Choose
-pick-of = choose
-press-below = choose below
-always-there = The four words below can always be sent.
-pick-out = choose
# Pictures and voices come through, files do not.
-voice-picture-document = your voice or a picture
-picture-file-voice = a picture or your voice
-or-as-a-document = , or say it aloud
-or-as-a-file = , or say it aloud
-or-a-document = { "" }
-or-a-text-file = . Files cannot be sent here
-the-rest-as-a-document = { "" }
-or-a-file = { "" }
-or-a-sound-file = { "" }
