"""Writing a notice: its words, whom it is for, when it leaves, and one clear confirmation."""

from dataclasses import replace
from datetime import datetime

from handlers import home, units
from handlers.asking_when import half_said, moment
from handlers.dialog import Choice, Place, Screen, Turn
from handlers.marks import Mark
from handlers.naming import files_of, named
from handlers.notices_reading import ON_A_PAGE, routes
from handlers.notices_sent import (
    PEOPLE_ON_A_PAGE,
    leaving,
    recall,
    sent_notices,
    show_progress,
)
from rules.members import to_call
from rules.notices import Notice, seal, timing
from rules.refusal import Refusal
from rules.words import short, words
from services import notices_writing as writing

GIST = 60  # letters of a notice on the last screen before it leaves
ADDED = 200  # letters of an addition shown once more before it goes in


@routes.command("write_notice", marks=Mark.LEADERS)
async def write_notice(turn: Turn) -> Screen:
    """Begin, or go on with what was begun; the old draft is thrown away only when asked."""
    unit = turn.person.own_unit
    draft = await writing.draft_of(turn.store, turn.person)
    if draft is None:
        values = {"unit": unit.unit_name}
        return Screen("notices.ask_content", values, asks=take_content, back=units.desk)
    return Screen(
        "notices.draft_waits",
        {"text": draft.gist(120)},
        choices=(
            Choice("notices.go_on", preview, draft.id),
            Choice("notices.throw_away", throw_away, draft.id),
        ),
        asks=(amend, draft.id),
        back=units.set_aside,
    )


@routes.on
async def throw_away(turn: Turn, notice_id: int) -> Screen:
    """The draft is gone; write another."""
    await writing.discard(turn.store, turn.person, notice_id)
    return await write_notice(turn)


@routes.on
async def ask_leave_out(turn: Turn, notice_id: int) -> Screen:
    """Name what would be gone, before it is."""
    draft = await _draft(turn, notice_id)
    return Screen(
        "notices.ask_leave_out",
        {"text": draft.gist(120)},
        choices=(
            Choice("notices.keep_draft", preview, draft.id),
            Choice("notices.leave_out", leave_out, draft.id),
        ),
        back=(preview, draft.id),
    )


@routes.on
async def leave_out(turn: Turn, notice_id: int) -> Screen:
    """The draft is gone, and nothing else is asked."""
    await writing.discard(turn.store, turn.person, notice_id)
    choice = Choice("notices.go_write_notice", write_notice)
    return Screen("notices.left_out", choices=(choice,), back=home.home)


@routes.on
async def write_anew(turn: Turn, notice_id: int) -> Screen:
    """A draft from a notice that was recalled; another that waits is not lost without a word."""
    found = await writing.own(turn.store, turn.person, notice_id)
    draft = await writing.anew(turn.store, turn.person, found, turn.now)
    if (draft.text, draft.media_id) == (found.text, found.media_id):
        return await preview(turn, draft.id)
    return Screen(
        "notices.other_draft_waits",
        {"text": draft.gist(120), "name": found.name},
        choices=(
            Choice("notices.go_on", preview, draft.id),
            Choice("notices.throw_away_for_this", write_instead, draft.id, notice_id),
        ),
        back=sent_notices,
    )


@routes.on
async def write_instead(turn: Turn, draft_id: int, notice_id: int) -> Screen:
    """The other draft is gone; the recalled notice takes its place."""
    await writing.discard(turn.store, turn.person, draft_id)
    return await write_anew(turn, notice_id)


@routes.on
async def ask_new_content(turn: Turn, notice_id: int) -> Screen:
    """Other words, or a file to go with them."""
    await _draft(turn, notice_id)
    return Screen("notices.ask_new_content", asks=take_content, back=(preview, notice_id))


@routes.on(marks=Mark.NO_NUMBER)
async def take_content(turn: Turn) -> Screen:
    """The words or the file, kept in the draft."""
    file = turn.file
    before = await writing.draft_of(turn.store, turn.person)
    back: Place = (preview, before.id) if before else units.desk
    if file and file.media_id is None:  # a document we cannot read ourselves may still be sent
        return Screen(file.problem, asks=take_content, back=back)
    media_id = file.media_id if file else None
    try:
        draft = await writing.write(turn.store, turn.person, turn.words, media_id, turn.now)
    except Refusal as no:
        return Screen(no.key, no.values, asks=take_content, back=back)
    rest = (take_rest, draft.id, int(before is not None), before.text if before else "")
    return replace(await preview(turn, draft.id), rest=rest)


@routes.on
async def take_rest(turn: Turn, notice_id: int, before: int, text: str) -> Screen:
    """All the words, after her messenger cut them and the draft took the first part. When they are
    too long, none is taken: the draft says `text` again, or is gone unless it was there before."""
    try:
        draft = await writing.write(turn.store, turn.person, turn.words, None, turn.now)
    except Refusal as no:
        await writing.undo(turn.store, turn.person, notice_id, text if before else None)
        back: Place = (preview, notice_id) if before else units.desk
        return Screen(no.key, no.values, asks=take_content, back=back)
    return replace(await preview(turn, draft.id), rest=(take_rest, notice_id, before, text))


@routes.on(marks=Mark.HOLDS | Mark.LISTED | Mark.WITH_FILES)
async def amend(turn: Turn, notice_id: int) -> Screen:
    """Something typed or sent while a draft is looked at: should it go into it?"""
    draft = await _draft(turn, notice_id)
    if turn.file and turn.file.media_id is None:
        return Screen(turn.file.problem, back=(preview, draft.id))
    text = {"text": short(turn.words, ADDED)}
    files = files_of(turn)
    return Screen(
        "notices.add_file" if files else "notices.add_words",
        {**text, "file": named(files[-1])} if files else text,
        choices=(
            Choice("notices.put_it_in", put_in, draft.id),
            *(() if files else (Choice("notices.put_instead", put_instead, draft.id),)),
        ),
        asks=(amend, draft.id),
        back=(preview, draft.id),
    )


@routes.on
async def put_in(turn: Turn, notice_id: int) -> Screen:
    """Asks for what `amend` showed; without it (an old button), for other words."""
    return replace(await ask_new_content(turn, notice_id), asks=(take_more, notice_id))


@routes.on
async def put_instead(turn: Turn, notice_id: int) -> Screen:
    """The same in the place of the draft's words."""
    return await ask_new_content(turn, notice_id)


@routes.on
async def take_more(turn: Turn, notice_id: int) -> Screen:
    """More words below the draft's, or a file in place of its file."""
    draft = await _draft(turn, notice_id)
    text = "\n".join(part for part in (draft.text, turn.words.strip()) if part)
    media_id = turn.file.media_id if turn.file else None
    try:
        await writing.write(turn.store, turn.person, text, media_id, turn.now)
    except Refusal as no:
        return replace(await preview(turn, notice_id), key=no.key, values=no.values)
    return await preview(turn, notice_id)


# --- whom it is for --------------------------------------------------------------------------


@routes.on
async def choose_audience(turn: Turn, notice_id: int) -> Screen:
    """Everyone, the secretaries, or one branch."""
    draft = await _draft(turn, notice_id)
    choices = (
        Choice("notices.to_everyone", aim, draft.id, "all", 0),
        Choice("notices.to_secretaries", aim, draft.id, "secretaries", 0),
        Choice("notices.to_one_branch", choose_branch, draft.id, 0),
    )
    back: Place = (preview, draft.id) if draft.audience else units.set_aside
    asks = (amend, draft.id)
    file = words("notices.goes_with", file=named(turn.file)) if turn.file else ""
    values = {"unit": draft.unit_name, "file": file}
    return Screen("notices.choose_audience", values, choices, asks=asks, back=back)


@routes.on
async def choose_branch(turn: Turn, notice_id: int, page: int) -> Screen:
    """The units below, three at a time."""
    draft = await _draft(turn, notice_id)
    found = await writing.branches(turn.store, draft)
    start = page * ON_A_PAGE
    choices = [
        Choice("notices.one_branch", aim, draft.id, "unit", unit.id, name=short(unit.name, 28))
        for unit in found[start : start + ON_A_PAGE]
    ]
    if len(found) > start + ON_A_PAGE:
        choices.append(Choice("notices.more", choose_branch, draft.id, page + 1))
    return Screen("notices.choose_branch", choices=tuple(choices), back=(preview, draft.id))


@routes.on
async def aim(turn: Turn, notice_id: int, kind: str, unit_id: int) -> Screen:
    """Chosen; see how it will be read."""
    audience = f"unit:{unit_id}" if kind == "unit" else kind
    await writing.aim(turn.store, turn.person, notice_id, audience)
    return await preview(turn, notice_id)


# --- when it leaves --------------------------------------------------------------------------


@routes.on
async def choose_timing(turn: Turn, notice_id: int) -> Screen:
    """At once, urgently, or later: then the time is typed in everyday words."""
    draft = await _draft(turn, notice_id)
    label = "notices.unmark_urgent" if draft.urgent else "notices.mark_urgent"
    return Screen(
        "notices.choose_timing",
        {"when": timing(draft, turn.store.org, turn.now)},
        choices=(
            Choice("notices.send_at_once", send_at_once, draft.id),
            Choice(label, mark, draft.id, 0 if draft.urgent else 1),
        ),
        asks=(take_time, draft.id, ""),
        back=(ready, draft.id),
    )


@routes.on
async def send_at_once(turn: Turn, notice_id: int) -> Screen:
    """It leaves as soon as it is confirmed."""
    await writing.schedule(turn.store, turn.person, notice_id, None)
    return await ready(turn, notice_id)


@routes.on
async def mark(turn: Turn, notice_id: int, urgent: int) -> Screen:
    """It is urgent, or is not after all."""
    await writing.mark(turn.store, turn.person, notice_id, bool(urgent))
    return await ready(turn, notice_id)


@routes.on
async def take_time(turn: Turn, notice_id: int, so_far: str) -> Screen:
    """The time, asked again until it is clear."""
    try:
        await writing.schedule(turn.store, turn.person, notice_id, moment(turn, so_far))
    except Refusal as no:
        asks = (take_time, notice_id, half_said(no, turn))
        asked = await choose_timing(turn, notice_id)
        return replace(asked, key=no.key, values=no.values, asks=asks)
    return await ready(turn, notice_id)


# --- looking at it and sending ---------------------------------------------------------------


@routes.on
async def preview(turn: Turn, notice_id: int) -> Screen:
    """The notice as members will read it."""
    draft = await writing.own(turn.store, turn.person, notice_id)
    if draft.state != "draft":
        return await show_progress(turn, notice_id)
    if draft.audience is None:
        return await choose_audience(turn, notice_id)
    change = Choice("notices.change_audience", choose_audience, draft.id)
    return Screen(
        "notices.preview",
        draft.values,
        choices=(
            Choice("notices.go_on_to_send", ready, draft.id),
            Choice("notices.change_content", ask_new_content, draft.id),
            *((change,) if await writing.branches(turn.store, draft) else ()),
            Choice("notices.leave_out", ask_leave_out, draft.id),
        ),
        asks=(amend, draft.id),
        media=draft.media,
        back=units.set_aside,
    )


@routes.on(sends=amend)
async def ready(turn: Turn, notice_id: int) -> Screen:
    """How many get it, who is not linked, when it leaves: then the one decision."""
    draft = await _draft(turn, notice_id)
    people = await writing.circle(turn.store, draft, draft.audience or "all", turn.now)
    look = Choice("notices.look_again", preview, draft.id)
    count = people.count
    if not count:
        return Screen("notices.nobody", choices=(look,), back=units.set_aside)
    seen = seal(draft, people.mark, turn.now)
    timed = (
        Choice("notices.unmark_urgent", mark, draft.id, 0)
        if draft.urgent
        else Choice("notices.change_timing", choose_timing, draft.id)
    )
    see = Choice("notices.see_unlinked", unlinked, draft.id, 0)
    return Screen(
        "notices.ready",
        {
            "count": count,
            "gist": draft.gist(GIST),
            "audience": people.name,
            "missing": people.who_is_missing,
            "when": timing(draft, turn.store.org, turn.now),
        },
        choices=(
            look,
            Choice("notices.send", confirm, draft.id, seen, count=count),
            timed,
            *((see,) if people.unlinked else ()),
        ),
        back=units.set_aside,
    )


@routes.on
async def unlinked(turn: Turn, notice_id: int, page: int) -> Screen:
    """Everyone whom no message reaches yet."""
    draft = await _draft(turn, notice_id)
    people = await writing.circle(turn.store, draft, draft.audience or "all", turn.now)
    start = page * PEOPLE_ON_A_PAGE
    shown = await writing.unlinked(turn.store, draft, start, PEOPLE_ON_A_PAGE, turn.now)
    lines = tuple(to_call(one) for one in shown)
    more = Choice("notices.more", unlinked, draft.id, page + 1)
    return Screen(
        "notices.unlinked_list" if lines else "notices.all_linked",
        {"count": people.unlinked, "lines": lines} if lines else {},
        choices=(more,) if people.unlinked > start + PEOPLE_ON_A_PAGE else (),
        back=(ready, draft.id),
    )


@routes.on
async def confirm(turn: Turn, notice_id: int, seen: str) -> Screen:
    """Sent, once, as it was seen. It can be taken back until it leaves."""
    try:
        sent = await writing.confirm(turn.store, turn.person, notice_id, seen, turn.now)
    except Refusal as no:
        look = Choice("notices.look_again", preview, notice_id)
        return Screen(no.key, no.values, choices=(look,), back=(preview, notice_id))
    if sent.state != "confirmed" or _left(sent, turn.now):
        return await show_progress(turn, notice_id)
    return Screen(
        "notices.confirmed",
        {"name": sent.name, "when": leaving(turn, sent)},
        choices=(
            Choice("notices.see_progress", show_progress, notice_id),
            Choice("notices.recall", recall, notice_id),
        ),
        back=sent_notices,
    )


async def _draft(turn: Turn, notice_id: int) -> Notice:
    """A draft of this person; buttons of one that was sent meanwhile are refused kindly."""
    draft = await writing.own(turn.store, turn.person, notice_id)
    draft.check_draft()
    return draft


def _left(notice: Notice, now: datetime) -> bool:
    return notice.send_at is not None and notice.send_at <= now
