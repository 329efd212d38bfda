"""The command line: sotay run, demo, terminal, migrate, import, letters, script, speak,
loudspeaker, backup, restore, release, doctor.

Each command brings in what it needs and nothing else: that is most of the time until it answers.
"""

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.logs import begin_log
from bot.settings import Settings
from rules.refusal import Refusal

cli = typer.Typer(
    help="Sotay: the handbook of a branch-organised membership.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
console = Console(stderr=True)


@cli.command()
def run() -> None:
    """Run the bot with the settings of .env."""
    from bot import running

    asyncio.run(running.run_bot(Settings()))


@cli.command("demo")
def show_demo(port: Annotated[int, typer.Option(help="where the phones are shown")] = 8088) -> None:
    """A fictional ward on phones in your browser: no token, no network."""
    from bot import demo

    asyncio.run(demo.run_demo(port))


@cli.command()
def terminal(code: Annotated[str, typer.Argument(help="the code of a letter")] = "") -> None:
    """Talk to the handbook in this terminal."""
    from bot import running

    asyncio.run(running.talk(Settings(), code))


@cli.command()
def migrate() -> None:
    """Bring the database to this version."""
    from bot import books

    asyncio.run(books.ready(Settings()))


@cli.command("import")
def import_roster(
    file: Annotated[Path, typer.Argument(help="the member list, .xlsx or .csv")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="show, change nothing")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="do not ask before writing")] = False,
    remove_missing: Annotated[
        bool, typer.Option("--remove-missing", help="take off the roster who is not in the list")
    ] = False,
    whole: Annotated[
        bool, typer.Option("--whole", help="the list is of everybody, though it names one unit")
    ] = False,
    sheet: Annotated[str, typer.Option(help="read only this sheet of the workbook")] = "",
    unit: Annotated[str, typer.Option(help="whose list it is, when it does not say")] = "",
) -> None:
    """Read a member list: shows what is new, changed or rejected, then writes all or nothing.

    Nobody is removed unless --remove-missing is given; a later list brings them back.
    """
    from bot import importing

    asked = importing.Asked(dry_run, yes, remove_missing, whole, sheet, unit)
    asyncio.run(importing.import_roster(Settings(), file, asked))


@cli.command()
def letters(
    out: Annotated[Path, typer.Option("-o", "--out", help="the PDF to write")] = Path(
        "letters.pdf"
    ),
    unit: Annotated[str, typer.Option(help="only this unit and those below it")] = "",
    all_members: Annotated[bool, typer.Option("--all", help="also those who joined")] = False,
    member: Annotated[
        str, typer.Option(help="one letter again: a name, card number or earlier code")
    ] = "",
) -> None:
    """Print the letters of invitation; codes printed earlier and not used become void."""
    from bot.letters import Which, write_letters

    which = Which(unit, all_members, member)
    asyncio.run(write_letters(Settings(), out, which))


@cli.command()
def script(
    file: Annotated[Path, typer.Argument(help=".txt, .docx or .pdf")],
    as_json: Annotated[bool, typer.Option("--json", help="for programs")] = False,
    readings: Annotated[
        Path | None, typer.Option(help='lines like "UBKT = Ủy ban kiểm tra"')
    ] = None,
    unit: Annotated[str, typer.Option(help="whose own readings to use")] = "",
) -> None:
    """Print the words that will be spoken; exit 1 with a list when a token needs a reading."""
    from bot import scripting

    told = scripting.print_script(Settings(), file, readings, unit, as_json=as_json)
    sys.exit(asyncio.run(told))


@cli.command()
def speak(
    files: Annotated[list[Path], typer.Argument(help=".txt, .docx or .pdf")],
    out: Annotated[Path | None, typer.Option("-o", "--out", help="the voice file, .ogg")] = None,
    add: Annotated[bool, typer.Option("--add", help="into the month's bulletin")] = False,
    unit: Annotated[str, typer.Option(help="whose bulletin, with --add")] = "",
    again: Annotated[bool, typer.Option("--again", help="add what is there already")] = False,
    inside: Annotated[
        bool, typer.Option("--inside", help="give the text to no voice on the network")
    ] = False,
    readings: Annotated[
        Path | None, typer.Option(help='lines like "UBKT = Ủy ban kiểm tra", with --out')
    ] = None,
) -> None:
    """Make a voice file out of directives, or put them into the month's bulletin (--add)."""
    only_spoken = inside or readings is not None
    if add == (out is not None) or ((unit or again) and not add) or (only_spoken and add):
        raise Refusal("commands.speak_how")
    if out is not None:
        from bot import speaking

        asyncio.run(speaking.speak(Settings(), files, out, readings, stays_inside=inside))
    else:
        from bot import adding

        asyncio.run(adding.add(Settings(), files, unit, again=again))


@cli.command()
def loudspeaker(
    out: Annotated[Path | None, typer.Option("-o", "--out", help="the folder")] = None,
    month: Annotated[str, typer.Option(help="only this month's, like 2026-12")] = "",
) -> None:
    """Put bulletins that were sent, and each item, as MP3 into the loudspeaker's folder."""
    from bot import putting

    asyncio.run(putting.put_out(Settings(), out, month))


@cli.command()
def backup() -> None:
    """Copy the books into a file, prove the copy, and drop copies that are too old."""
    from bot import backups
    from bot.clock import clock_of

    settings = Settings()
    asyncio.run(backups.make_backup(settings, clock_of(settings)()))


@cli.command()
def restore(file: Annotated[Path, typer.Argument(help="a file that `sotay backup` made")]) -> None:
    """Bring the books back from a backup; nothing is sent until `sotay release`."""
    from bot import restoring

    asyncio.run(restoring.restore(Settings(), file))


@cli.command()
def release(
    send_held: Annotated[bool, typer.Option("--send-held", help="send what was held too")] = False,
) -> None:
    """After a restore: let the handbook send by itself again."""
    from bot import restoring

    asyncio.run(restoring.release(Settings(), send_held=send_held))


@cli.command("doctor")
def look_after() -> None:
    """Say how the handbook is; exit 1 when something needs a person."""
    from bot import doctor

    sys.exit(asyncio.run(doctor.examine(Settings())))


def main() -> None:
    """The entry point. Bad input ends in one clear sentence and exit code 2."""
    begin_log()
    try:
        cli()
    except Refusal as no:
        from bot.books import sentence

        console.print(sentence(no, Settings()), style="bold", markup=False, soft_wrap=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
