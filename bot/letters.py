"""Letters of invitation: fresh codes for those who have not joined, with words to print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.settings import Settings
from bot.texts import Texts
from files.letters import Letter, LetterWords
from rules.members import Member
from rules.refusal import Refusal
from services import joining
from storage import members, units
from storage.store import Store


@dataclass(frozen=True)
class Letters:
    """What the printer needs."""

    letters: Sequence[Letter]
    words: LetterWords


async def letters_for(
    store: Store, settings: Settings, texts: Texts, unit: str, now: datetime, *, everyone: bool
) -> Letters:
    """One letter per member of that unit (all when empty) who has not joined yet."""
    path = await _path(store, unit)
    linked = await members.linked_ids(store, path)
    people = await members.below(store, path)
    chosen = [one for one in people if everyone or one.id not in linked]
    until = store.org.today(now) + timedelta(days=store.org.code_days)
    written = [await _letter(store, settings, texts, one, until, now) for one in chosen]
    return Letters(written, _words(texts, settings.language))


async def _letter(
    store: Store, settings: Settings, texts: Texts, member: Member, until: object, now: datetime
) -> Letter:
    code = await joining.issue_code(store, member, now, None)
    calls = await joining.whom_to_call(store, member.unit_id, now)
    call = next((one for one in calls if one.id != member.id), None)
    return Letter(
        name=member.name,
        unit=member.unit_name,
        link=f"https://t.me/{settings.bot_name}?start={code}",
        code=code,
        valid_until=texts.say("letters.until", {"day": until}, settings.language),
        call_name=call.name if call else texts.say("letters.office", {}, settings.language),
        call_phone=(call.phone or "") if call else "",
    )


def _words(texts: Texts, language: str) -> LetterWords:
    def say(key: str) -> str:
        return texts.say(f"letters.{key}", {}, language)

    return LetterWords(
        title=say("title"),
        greeting=say("greeting"),
        steps=(say("step_one"), say("step_two"), say("step_three")),
        code_line=say("code_line"),
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
