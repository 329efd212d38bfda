# Where there are no buttons: numbers choose, words call.
typing-numbers =
    Send the number to choose.
    Or send: { $words }
typing-words = You can send: { $words }
typing-word = To answer, send: { $word }
typing-word-to-see = To see it, send: { $word }
typing-link-bulletin =
    Hear the bulletin here:
    { $link }
typing-link-item =
    Hear this item here:
    { $link }
typing-link-sound =
    Listen here:
    { $link }
typing-link-photo =
    See the picture here:
    { $link }
typing-link-calendar =
    Open the calendar file here:
    { $link }
typing-link-file =
    Open the file here:
    { $link }
typing-no-file = A file comes with this that cannot be opened here. Please ask your { -secretary }.
typing-number-after-news =
    Something new has come. To answer it, send the word at its end.
    On the list before, { $number } means: { $label }
    If that is what you want, send { $number } again.
typing-number-again =
    Your { $number } came just as this list appeared.
    Now { $number } means: { $label }
    If that is what you want, send { $number } again.
typing-number-unasked =
    Your { $number } came before this question appeared.
    Please read the question above, then answer it.
# Numbers in words.
typing-digits = one | two | three | four | five | six
# Other words for a choice that is offered just now, or by what has just arrived.
typing-said-feedback-helped = all good | fine now | it is settled | it is settled now
typing-said-feedback-not-helped = not yet settled | still not settled
# The word that opens what a message brought; by the first button of that message.
typing-to-notices-acknowledge = received
typing-to-meetings-show = meetings
typing-to-meetings-say-yes = meetings
typing-to-meetings-add-to-calendar = meetings
typing-to-meetings-check-in = check in
typing-to-polls-show = vote
typing-to-polls-see-result = vote
typing-to-polls-manage = follow the votes
typing-to-bulletins-heard = bulletin
typing-to-bulletins-items = bulletin
typing-to-bulletins-show = bulletin
typing-to-bulletins-desk = prepare the bulletin
typing-to-feedback-show-own = see the answer
typing-to-feedback-helped = see the answer
typing-to-feedback-ask-answer = answer members
typing-to-feedback-show-case = answer members
typing-to-members-show-correction = decide corrections
typing-to-members-record = my record
typing-to-mailings-show = sent
typing-to-meetings-absent = summary
typing-to-meetings-see-agenda = meetings
typing-to-meetings-say-no = meetings
typing-to-mailings-go-on = sent
typing-to-mailings-ask-stop = sent
typing-to-bulletins-item = bulletin
typing-to-feedback-ask-more = see the answer
typing-to-feedback-not-helped = see the answer
typing-to-help-show-help = help
typing-to-help-ask-part = disconnect other phones
typing-to-calls-show = calls
typing-to-sharing-enter = switch
