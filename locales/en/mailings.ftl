# What is on its way: pausing it, sending on, stopping it.
mailings-one = a message
mailings-bulletin = the bulletin of { $month }
mailings-meeting = the invitation to { $name } of { $unit }
mailings-poll = the vote “{ $question }” of { $unit }
mailings-goes-badly =
    Paused for now: { $about }
    { $in_doubt ->
        [one] One message
       *[other] { $in_doubt } messages
    } may not have arrived, so I stopped to ask you. { $waiting ->
        [one] One person is
       *[other] { $waiting } people are
    } still waiting.
    Please choose: send on, or stop for good?
mailings-going =
    Going out: { $about }
    Sent { $sent }, waiting { $waiting }, uncertain { $in_doubt }.
mailings-paused =
    Paused: { $about }
    Sent { $sent }, waiting { $waiting }, uncertain { $in_doubt }.
    You can { -press } Send on at any time.
mailings-stopped =
    Stopped for good: { $about }
    Sent { $sent }, uncertain { $in_doubt }. Nobody else gets it.
mailings-over =
    All sent: { $about }
    Sent { $sent }, uncertain { $in_doubt }.
mailings-ask-stop =
    Stop sending this for good?
    { $about }
    { $waiting ->
        [one] The one person who is waiting will
       *[other] { $waiting } people who are waiting will
    } not get it. Those who have it keep it.
mailings-pause = Pause sending
mailings-go-on = Send on
mailings-stop = Stop for good
mailings-not-yet = Not yet
mailings-stop-for-good = Yes, stop for good
mailings-not-yours =
    Somebody else looks after this.
    { -Press } Home to see what is yours.

# Before sending: whom it reaches.
mailings-reaches-all =
    { $count ->
        [one] It arrives at once.
       *[other] All { $count } get it at once.
    }
mailings-reaches-some = { $linked } { $linked ->
        [one] gets
       *[other] get
    } it at once, { $unlinked } { $unlinked ->
        [one] has
       *[other] have
    } not joined.
mailings-reaches-nobody = None of them has joined to get it at once.

# After sending: whom it has not reached, and why.
mailings-not-reached = Not received: { $people }.
mailings-and-more = { $some }, { $more }
mailings-not-waiting = { $count } still waiting
mailings-not-uncertain = { $count } uncertain
mailings-not-failed = { $count } could not be reached
mailings-not-unlinked = { $count } not joined
mailings-not-listed = { $count } joined later
mailings-not-stopped = { $count } stopped

# Several messages gathered into one.
mailings-gathered =
    { $count } messages for you
    { $lines }
mailings-gathered-line = • { $said }
mailings-gathered-word =
    • { $said }
    Send { $word } to see it and answer.
