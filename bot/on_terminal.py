"""The terminal door: talk to the handbook in a terminal, with numbers for buttons.

It shows that handlers know no messenger, and serves to try a change without a phone.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.doors import Incoming, Label, NotDelivered, Page, RemoteFile, Sent, start_code
from rules.quotas import Given, Room


class TerminalDoor:
    """Prints pages with numbered choices and turns typed numbers or labels into presses."""

    name = "terminal"
    redraws = True
    buttons = True

    def __init__(self, write: Callable[[str, str], None]) -> None:
        self._write = write
        self._labels: dict[str, list[tuple[Label, str]]] = {}
        self._count = 0

    async def room(self, given: Given) -> Room:
        """Nothing counts messages here."""
        return Room()

    async def show(self, address: str, page: Page, replace: str | None = None) -> Sent:
        """Print a page. Nothing can be replaced here: a screen that is shown again is new."""
        self._count += 1
        ref = str(self._count)
        labels = [label for row in page.rows for label in row]
        if labels:
            self._labels[address] = [(label, ref) for label in labels]
        self._write(address, _printed(page, labels))
        return Sent(ref)

    async def hint(self, incoming: Incoming, text: str) -> None:
        """A few words, if there are any."""
        if text:
            self._write(incoming.address, text)

    async def recording(self, address: str) -> None:
        """Nothing: what is said meanwhile has been printed."""

    async def remove(self, address: str, ref: str) -> None:
        """Nothing: what is printed stays."""

    async def reading(self, address: str) -> None:
        """Nothing: no files are read here."""

    async def fetch(self, file: RemoteFile) -> bytes:
        """Files cannot be typed."""
        raise NotDelivered

    def understand(self, address: str, key: str, typed: str, language: str) -> Incoming:
        """A typed line: the number or label of a button just shown, a start, or words."""
        base = Incoming(self.name, address, key, "text", language, words=typed)
        for number, (label, ref) in enumerate(self._labels.get(address, []), 1):
            if typed.strip().casefold() in (str(number), label.text.casefold()):
                return replace(base, kind="press", data=label.data, ref=ref)
        if (code := start_code(typed)) is not None:
            return replace(base, kind="start", data=code)
        return base


def _printed(page: Page, labels: list[Label]) -> str:
    lines = [page.text] if page.text else []
    lines += [f"[{page.media.kind}: {page.media.name}]"] if page.media else []
    lines += [f"  {number}. {label.text}" for number, label in enumerate(labels, 1)]
    return "\n".join(lines)
