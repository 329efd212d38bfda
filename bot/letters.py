"""Letters of invitation: fresh codes for those who have not joined, with words to print."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from rich.console import Console

from bot.books import opened, ready
from bot.clock import clock_of
from bot.settings import Settings
from bot.texts import Texts
from bot.zalo_calls import messenger_of
from files.letters import Letter, LetterWords, make_letters
from rules.members import Member
from rules.quotas import bot_for
from rules.refusal import Refusal
from rules.roster_matching import is_called
from services import joining
from storage import members, quotas, units
from storage.store import Store

console = Console(highlight=False)


@dataclass(frozen=True)
class Letters:
    """What the printer needs."""

    letters: Sequence[Letter]
    words: LetterWords


@dataclass(frozen=True)
class Which:
    """Whose letters: of a unit and those below it, of who has not joined or of everyone; or of
    one member, who may have joined, by name, card number or the code of an earlier letter."""

    unit: str = ""
    everyone: bool = False
    member: str = ""


async def write_letters(settings: Settings, out: Path, which: Which) -> None:
    """Letters of invitation; earlier codes of those who get one become void."""
    if not settings.bot_name and not settings.zalo_called:
        # A letter whose link opens nobody's bot would be worse than none.
        raise Refusal("commands.no_bot_name")
    if not out.parent.is_dir():
        raise Refusal("commands.no_folder", name=str(out.parent))
    await ready(settings)
    texts = Texts(settings.pack, settings.organisation().zone)
    now = clock_of(settings)()
    async with opened(settings) as database, database.transaction() as store:
        found = await letters_for(store, settings, texts, which, now)
        await asyncio.to_thread(make_letters, found.letters, found.words, out)
    values = {"count": len(found.letters), "name": str(out), "member": found.letters[0].name}
    key = "commands.letter_written" if which.member else "commands.letters_written"
    console.print(texts.say(key, values, settings.language), markup=False, soft_wrap=True)


async def letters_for(
    store: Store, settings: Settings, texts: Texts, which: Which, now: datetime
) -> Letters:
    """The letters asked for, each with a fresh code. Refusal `commands.no_...` if there are none,
    `commands.several_members` if it is not clear whose."""
    chosen = await _chosen(store, texts, settings.language, which)
    until = store.org.today(now) + timedelta(days=store.org.code_days)
    zalo = await _Zalo.of(store, settings, texts)
    written = [await _letter(store, settings, texts, one, until, now, zalo) for one in chosen]
    return Letters(written, _words(texts, settings))


async def _chosen(store: Store, texts: Texts, language: str, which: Which) -> Sequence[Member]:
    path = await _path(store, which.unit)
    people = await members.below(store, path)
    if not people:
        empty = Refusal("commands.nobody_there", name=which.unit)
        raise empty if which.unit else Refusal("commands.no_roster")
    if which.member:
        return [await _one(store, texts, language, people, which.member)]
    linked = await members.linked_ids(store, path)
    chosen = [one for one in people if which.everyone or one.id not in linked]
    if not chosen:
        raise Refusal("commands.no_letters")
    return chosen


async def _one(
    store: Store, texts: Texts, language: str, people: Sequence[Member], said: str
) -> Member:
    """The one person of that name, card or letter's code."""
    owner = await joining.owner_of_code(store, said)
    found = [one for one in people if one.id == owner or is_called(one, said)]
    if not found:
        raise Refusal("commands.no_member", name=said)
    if len(found) > 1:
        shown = "; ".join(_told_apart(texts, language, one) for one in found)
        raise Refusal("commands.several_members", name=said, people=shown)
    return found[0]


def _told_apart(texts: Texts, language: str, member: Member) -> str:
    values = {"name": member.name, "unit": member.unit_name}
    if member.card:
        return texts.say("commands.one_of_several", {**values, "card": member.card}, language)
    return texts.say("commands.one_without_card", values, language)


@dataclass(frozen=True)
class _Zalo:
    """The bots there: how each is found, and how many people it serves."""

    settings: Settings
    texts: Texts
    people: Sequence[int]

    @classmethod
    async def of(cls, store: Store, settings: Settings, texts: Texts) -> _Zalo:
        bots = settings.zalo_bots[: len(settings.zalo_called)]
        people = [await quotas.people(store, messenger_of(token)) for token in bots]
        return cls(settings, texts, people)

    def line(self, member: Member) -> str:
        """By which name this member finds the handbook there; "" when it is not there. Refused
        when no bot has room and there is no other way in."""
        settings = self.settings
        bot = bot_for(member.id, self.people, settings.zalo_people) if self.people else None
        if bot is None and not settings.bot_name:
            raise Refusal("commands.zalo_full", most=settings.zalo_people)
        if bot is None:
            return ""
        key = "letters.also_on_zalo" if settings.bot_name else "letters.find_on_zalo"
        return self.texts.say(key, {"bot": settings.zalo_called[bot]}, settings.language)


async def _letter(
    store: Store,
    settings: Settings,
    texts: Texts,
    member: Member,
    until: object,
    now: datetime,
    zalo: _Zalo,
) -> Letter:
    code = await joining.issue_code(store, member, now, None)
    calls = await joining.whom_to_call(store, member.unit_id, now)
    call = next((one for one in calls if one.id != member.id), None)
    return Letter(
        name=member.name,
        unit=member.unit_name,
        link=f"https://t.me/{settings.bot_name}?start={code}" if settings.bot_name else "",
        code=code,
        valid_until=texts.say("letters.until", {"day": until}, settings.language),
        call_name=call.member.name if call else texts.say("letters.office", {}, settings.language),
        call_phone=(call.member.phone or "") if call else "",
        zalo=zalo.line(member),
    )


def _words(texts: Texts, settings: Settings) -> LetterWords:
    language, way = settings.language, "" if settings.bot_name else "zalo_"

    def say(key: str) -> str:
        return texts.say(f"letters.{key}", {}, language)

    return LetterWords(
        title=say("title"),
        greeting=say("greeting"),
        steps=tuple(say(f"{way}step_{one}") for one in ("one", "two", "three")),
        code_line=say(f"{way}code_line"),
        help_line=say("help_line"),
        language=language,
    )


async def _path(store: Store, unit: str) -> str:
    if not unit:
        return ""
    found = [one for one in await units.all_units(store) if one.name == unit]
    if not found:
        raise Refusal("commands.no_unit", name=unit)
    return found[0].path
