"""Writes docs/faults.md: what can go wrong, what happens then, and the tests that show it.

    make faults-table

The tests are found by their marker: `@pytest.mark.fault(12)` covers line 12. A line without a test
says in OPEN why.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "faults.md"
HEAD = """# What can go wrong

Every line says what goes wrong, what happens then, and which tests show it. `make faults-table`
writes this page from the tests; to cover a line, mark a test with its number:
`@pytest.mark.fault(12)`. Beside the single tests, `make faults` lets every touch of books,
messenger and files fail once in seven stories, and `make kills` kills the real process under load.

"""
# What goes wrong, and what happens then: line 1 first.
FAULTS: Sequence[tuple[str, str]] = (
    (
        "Killed before a message is marked as being sent",
        "it waits in the queue again and goes out once",
    ),
    (
        "Killed after a message went out, before that is written down",
        "it is uncertain once the next process begins, and never sent a second time by itself",
    ),
    ("Killed while a vote is being cast", "the vote is in the books whole, or not at all"),
    ("Killed during an import", "nothing was imported; the same command again makes no doubles"),
    ("Killed during a migration", "the tables are the old ones; the next start makes the new ones"),
    ("The power fails", "what was answered with a tick was on the disk before the answer"),
    ("The disk refuses to write", "that commit failed and says so; what was kept is kept"),
    (
        "The disk is full",
        "new things are refused, reading goes on, nothing is damaged; the doctor warns before",
    ),
    (
        "Another program holds the books",
        "it is waited for; if it takes too long the turn fails whole and is brought again",
    ),
    (
        "The journal grows because somebody reads for hours",
        "the doctor and the figures say so; when it is let go it shrinks again",
    ),
    ("The books are damaged", "nothing starts; one sentence names the backup to restore"),
    (
        "PostgreSQL restarts or is away",
        "turns it met are brought again, the courier waits, no message is given up",
    ),
    ("Two transactions wait for each other", "one of them is done again"),
    ("The messenger says: too many", "all sending pauses, and it is nobody's failed try"),
    ("It names no pause, or an absurd one", "between a second and an hour is waited"),
    ("The messenger is out of order", "asked again ever more rarely, given up after five tries"),
    ("The messenger cannot be reached", "asked again without counting, until it is there"),
    ("It takes a message and never answers", "the message is uncertain and stays so"),
    (
        "Its answer is cut off, is somebody else's page, or says nothing",
        "the message is uncertain; nothing else stops",
    ),
    (
        "A member blocked the bot",
        "that phone is not written to any more, its secretary sees it; one word from it heals that",
    ),
    (
        "The chat is not there, the screen has not changed, the text is not taken",
        "unreachable, fine as it is, refused once; whatever a name holds arrives as it was written",
    ),
    (
        "The bot's token was revoked",
        "all messages wait, asked once a minute; starting or fetching says it in one sentence",
    ),
    ("A second handbook is started on the same file", "it says so in one sentence and ends"),
    ("One send in five of a broadcast fails", "the broadcast pauses and its sender is asked"),
    ("The same update comes five times, also at once", "it has one effect"),
    ("Updates come in the wrong order", "each is taken for what it is"),
    (
        "Updates or presses are too old for the messenger",
        "an old button leads to a fresh screen; who was away goes on where she is",
    ),
    (
        "An update breaks its handler, or the whole process",
        "it is set aside after five failures or two starts, its sender told, the others go on",
    ),
    ("A handler hangs", "it is cut after fifteen seconds and its sender told"),
    ("A button is pressed twenty times", "one effect, at most two messages"),
    ("Two phones of one person vote at once", "one vote"),
    (
        "The clock jumps",
        "nothing is done twice; what a jump ahead makes due is done once, the rest keeps its hour",
    ),
    ("The machine slept through what was due", "each job follows its written rule, once"),
    ("Several processes watch the clock", "each thing that is due is done by one of them"),
    ("Months end, years leap", "each month has its bulletin, each night its backup"),
    (
        "Told to end while messages are on their way",
        "they arrive and are written down, no other is begun, and it ends well",
    ),
    (
        "A process stands still longer than its lease",
        "its late result is refused; another has the message",
    ),
    ("Somebody sends a file of any size", "too large a file is refused unread, kindly"),
    ("A small file unpacks to a huge one", "refused by what it declares; a child reads it"),
    (
        "No voice can be made",
        "the next voice is tried; without any, the words go out and can be heard later",
    ),
    ("No file descriptor is free", "people wait a moment, then they are answered"),
    ("A crowd presses at once", "everybody is answered, nobody twice"),
    (
        "Killed in the middle of a broadcast",
        "who has it keeps it, who does not gets it, what was on its way is uncertain",
    ),
    (
        "A backup is made while members write",
        "it is whole and proved, and holds nobody up for long",
    ),
    (
        "Yesterday's books are restored",
        "nothing is sent, old codes open nothing, a vote that lacks ballots has no result",
    ),
    ("The passphrase of the backups is missing or wrong", "nothing is opened, nothing changes"),
    ("A page is open while a new version starts", "the session goes on or is begun anew"),
    ("Nobody takes the log any more", "the handbook goes on without it"),
)
OPEN: Mapping[int, str] = {
    47: "There are no pages with a session yet.",
}


@cache
def marked() -> dict[int, list[tuple[str, str]]]:
    """The tests that cover each line: file and name, in the order of the files."""
    found = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for name, numbers in _marks(path):
            for number in numbers:
                found[number].append((str(path.relative_to(ROOT)), name))
    return found


def page() -> str:
    """The page as the tests make it now."""
    tests = marked()
    lines = [_line(number, tests.get(number, [])) for number in range(1, len(FAULTS) + 1)]
    covered = f"{len(tests)} of {len(FAULTS)} lines are covered.\n\n"
    table = "| | What goes wrong | What happens then | Shown by |\n|---|---|---|---|\n"
    return HEAD + covered + table + "\n".join(lines) + "\n"


def _line(number: int, tests: Sequence[tuple[str, str]]) -> str:
    wrong, then = FAULTS[number - 1]
    shown = "<br>".join(f"[{_words(name)}](../{path})" for path, name in tests)
    return f"| {number} | {wrong} | {then} | {shown or 'open: ' + OPEN[number]} |"


def _words(name: str) -> str:
    return name.removeprefix("test_").replace("_", " ")


def _marks(path: Path) -> Iterator[tuple[str, list[int]]]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for one in node.decorator_list:
                if isinstance(one, ast.Call) and ast.unparse(one.func) == "pytest.mark.fault":
                    yield node.name, [ast.literal_eval(number) for number in one.args]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {len(marked())} of {len(FAULTS)} lines are covered")
