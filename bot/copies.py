"""What a mailing says is set once in each language; each copy has marks of its own."""

from collections.abc import Sequence
from dataclasses import replace

from bot.doors import Label, Page
from bot.pages import Pages
from bot.routing import mark
from rules.messages import Button, Message
from rules.words import words
from storage.accounts import Account
from storage.mailings import Mailing
from storage.media import Kept

KEPT = 32  # set pages at hand: broadcasts are few, and answers are set for one person each
Setting = tuple[int, str, int]


class Copies:
    """The pages of deliveries. Setting one costs more than all the rest of sending it."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._set: dict[Setting, Page] = {}

    def copy(self, mailing: Mailing, language: str, media: Kept | None, delivery_id: int) -> Page:
        """The page of one delivery: each of its buttons says which delivery it came with."""
        page = self._page(mailing, language, media)
        return replace(
            page,
            choices=_marked(page.choices, delivery_id),
            around=_marked(page.around, delivery_id),
            media=media,  # where it was uploaded is learnt on the way
        )

    def together(self, mailings: Sequence[Mailing], language: str) -> Page:
        """Several deliveries of one person as one page: a line of each, and the word that opens
        it."""
        return self._pages.of_several([one.message for one in mailings], language)

    def covered(self, account: Account, language: str, delivery_id: int) -> Page:
        """On a phone of several: whom something is for, and nothing of what it says."""
        see = Button(words("sharing.see"), ("sharing.enter", account.id))
        message = Message(words("sharing.covered", name=account.called), (see,))
        page = self._pages.of_message(message, language, None)
        return replace(page, choices=_marked(page.choices, delivery_id))

    def _page(self, mailing: Mailing, language: str, media: Kept | None) -> Page:
        setting = mailing.id, language, media.id if media else 0
        if setting not in self._set:
            if len(self._set) >= KEPT:
                self._set.clear()
            self._set[setting] = self._pages.of_message(mailing.message, language, media)
        return self._set[setting]


def _marked(labels: tuple[Label, ...], delivery_id: int) -> tuple[Label, ...]:
    return tuple(replace(label, data=mark(label.data, delivery_id)) for label in labels)
