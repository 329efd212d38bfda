# Bulletins for everybody: opened and closed in the handbook.
outlets-for-everybody = Let everybody listen
outlets-is-for-everybody = Open to everybody now
outlets-ask =
    Let everybody hear the { $month } bulletin of { $unit }?
    Whoever opens the public page can hear, read and keep all { $count } items, with any names written in them. The line at the end about whom to call is left out. You can close it again at any time.
outlets-do-open = Yes, let everybody listen
outlets-opened =
    The { $month } bulletin is open to everybody
    Opened by { $name }, { $moment }. Anybody can hear it at:
    { $address }
outlets-close = No longer for everybody
outlets-closed =
    The { $month } bulletin is off the public page and the podcast.
    It is heard in the handbook as before. Whoever has saved it still has it.
outlets-no-page =
    There is no public page yet.
    Tell whoever looks after the handbook if you would like one.
outlets-not-approver = Only the person who approved this bulletin can open it to everybody.
outlets-stays-inside =
    This bulletin has an item that must stay inside, so it is heard in the handbook only.
    Please choose Back.

# Files for the loudspeaker.
outlets-not-there =
    The { $month } bulletin was sent, but its file for the loudspeaker is not there yet.
    { $why } Nothing of it is lost; the handbook will try again.
outlets-folder-away = The loudspeaker's folder is not there: is its card or disk plugged in?
outlets-folder-full = The loudspeaker's folder is full: old files need to be removed.
outlets-folder-closed = Nothing can be written into the loudspeaker's folder.
outlets-no-sound = Its sound is not there yet.
outlets-nothing-to-put = No bulletin was sent yet that could go to the loudspeaker.
outlets-not-put = The { $month } bulletin did not get to the loudspeaker. { $why }
outlets-where = Say which folder: sotay loudspeaker -o FOLDER, or put SOTAY_LOUDSPEAKER_DIR into .env.
outlets-which-month = Write a month like 2026-12.

# The public page and the podcast.
outlets-bulletins = Bulletins
outlets-of = Bulletins of { $unit }
outlets-none-yet = There is no bulletin for everybody yet.
outlets-listen-to = Hear and read the { $month } bulletin
outlets-all = See the other bulletins
outlets-sound-to-come = The sound of this bulletin is being made. Please open this page again in a few minutes; its words can be read below already.
outlets-save = Download the sound
outlets-podcast = Listen in a podcast app
outlets-podcast-how = Copy this address into a podcast app: it then gets new bulletins by itself.
outlets-not-here = There is no such bulletin here
outlets-see-all = Please see the other bulletins that are open to everybody.
outlets-about = The monthly bulletin read aloud, for everybody to hear.
