"""What is Zalo's own beside Telegram: its bots, their methods, what it tells them, its quirks.

Phones, chats, files, faults, counters and the page are the same. Where Zalo's documents and the
records of real bots are silent, the docstrings here say what was chosen.
"""
