# My record and the list of people.
members-go-record = My record
members-say-record = my record | record | profile | my data | my information
members-card =
    { $name }
    { $places }
    Born: { $born }{ $sex }
    Joined: { $joined }
    Full member since: { $official }
    Address: { $address }
    Phone: { $phone }
members-in-unit = { $unit }, { $status }
members-in-year = { $year }
members-sex-female = . Sex: female
members-sex-male = . Sex: male
members-sex-unknown = { "" }
members-on-probation = still on probation
members-not-entered = not entered
members-status-full = full member
members-status-probationary = probationary member
members-status-exempt = exempt from meetings
members-status-suspended = suspended
members-status-away = temporarily with another branch
members-office-secretary = Secretary of { $unit }
members-office-deputy = Deputy secretary of { $unit }
members-office-committee = Committee member of { $unit }
members-office-staff = Office staff of { $unit }
members-see-entries = See awards and career
members-entries =
    In the record of { $name }:
    { $lines }
members-no-entries = The record of { $name } has no entries yet.
members-entry-none = • Awards and career: nothing entered yet
members-entry-card = • The first page is from: { $source }
members-entry-native = • Home village or town: { $text }
members-from-list = list of { -members } of { $unit }, received { $day }
members-entry-award = • Award: { $text } ({ $dated }). Source: { $source }
members-entry-discipline = • Discipline: { $text } ({ $dated }). Source: { $source }
members-entry-career = • Career: { $text } ({ $dated }). Source: { $source }
members-entry-former-phone = • Earlier phone: { $text }. Changed { $dated } by { $source }
members-entry-former-address = • Earlier address: { $text }. Changed { $dated } by { $source }
members-entry-former-born = • Earlier date of birth: { $text }. Changed { $dated } by { $source }
members-entry-former-name = • Earlier name: { $text }. Changed { $dated } by { $source }
members-entry-former-joined = • Earlier date of joining: { $text }. Changed { $dated } by { $source }
members-entry-former-official = • Earlier date of full membership: { $text }. Changed { $dated } by { $source }
members-entry-correction = • Added: { $text } ({ $dated }). Source: { $source }
members-no-date = no date
members-more = See more
members-propose = Propose a correction
members-go-correct = Propose a correction
members-say-correct = correct my record | change my phone | change my address | my record is wrong | correction
members-go-proposals = My corrections
members-say-proposals = my corrections | my proposals | proposals sent
members-ask-correction =
    What should be corrected?
    Type it here, for example: My new number is 0900 123 456.
members-look-over =
    { -Me } noted:
    { $text }
    If this is right, { -pick } send. If not, type it again.
members-send-correction = Send this
members-proposed =
    Your proposal is noted.
    The { -secretary } will look at it and answer. Nothing changes before that.
members-proposed-already =
    Your proposal was sent already, no need to send it again.
    The { -secretary } will look at it and answer.
members-text-empty =
    There are no words yet.
    Please type them again.
members-text-too-long =
    This is too long: one message holds { $most } letters.
    Please make it shorter.
members-see-proposals = See my proposals
members-proposals =
    Your proposals:
    { $lines }
members-no-proposals = You have proposed nothing yet.
members-proposal-proposed = • { $text }: waiting
members-proposal-approved = • { $text }: approved
members-proposal-declined = • { $text }: not approved, because { $reason }
members-see-looks = Who saw my record
members-looks =
    Those who opened your record:
    { $lines }
members-look = • { $name }, { $at }
members-no-looks = Nobody else has opened your record.
members-correction-arrived =
    { $name } proposes a correction
    { $text }
members-decide = See and decide
members-correction-approved =
    Your correction was approved and added to your record
    { $text }
    Approved by: { $name }
members-correction-written =
    Your correction was approved
    Your record now says, { $line }: { $value }
    Approved by: { $name }
members-correction-declined =
    Your correction was not approved
    { $text }
    Reason: { $reason }
    Answered by: { $name }
members-go-people = See the people
members-say-people = people | members | list | who has not joined | not linked
members-people =
    { $unit }
    { $count ->
        [one] One person
       *[other] { $count } people
    } on the list, { $linked ->
        [0] nobody has
        [one] one has
       *[other] { $linked } have
    } joined the handbook.
    Corrections waiting: { $pending }
    To find somebody, type the name here.
members-list-all = See everyone
members-list-unlinked = See who has not joined
members-list-unreachable = See { $count } not reached
members-everyone-reached = Messages reach everyone who has joined.
members-list-corrections = See corrections
members-listed =
    { $count ->
        [one] One person.
       *[other] { $count } people.
    }
    Page { $page } of { $pages }. { -Pick } a name, or type one to find it.
members-everyone-linked = Everyone has joined the handbook.
members-one-person = { $name }
members-person-of = { $name }, { $unit }
members-some-found =
    { $count } people have such a name.
    { -Pick } one, or type the full name.
members-nobody-found =
    Nobody here has such a name.
    Please type the name again, or a phone number.
members-new-code = Make a new code
members-ask-code =
    Make a new code for { $name }?
    The code in the old letter will stop working. If the letter was lost, it is enough to cancel that code.
members-make-code = Make a new code
members-void-code = Only cancel the old code
members-code-voided =
    The old code of { $name } opens nothing any more.
    Make a new one when it is needed.
members-code =
    New code for { $name }: { $code }
    Read it out or write it down for them. It works once, within { $days ->
        [one] one day
       *[other] { $days } days
    }.
members-part-phones = Disconnect a lost phone
members-ask-part =
    Disconnect { $count ->
        [one] the phone
       *[other] all { $count } phones
    } of { $name }?
    For a phone that was lost or given away. No phone opens this record any more, until they come in again with a new code. Record, votes and opinions stay as they are.
members-outranks = { $name } leads your unit. Please ask the office above for this.
members-phones-parted =
    { $leader } has just disconnected the phones of { $name }
    No phone opens that record until there is a new code. If that seems wrong, please ask at once.
members-do-part = Disconnect { $count ->
        [one] one phone
       *[other] { $count } phones
    }
members-parted =
    Disconnected. No phone opens the record of { $name } any more.
    Make a new code once they have a phone.
members-go-corrections = Decide on corrections
members-say-corrections = decide corrections | approve corrections | waiting corrections | corrections
members-corrections = { $count ->
        [one] One correction is
       *[other] { $count } corrections are
    } waiting for you.
members-no-corrections = No corrections are waiting.
members-one-correction = { $name }: { $gist }
members-correction =
    { $name } proposes:
    { $text }
members-correction-decided = This proposal has been answered already.
members-own-correction = Somebody else decides about your own proposal.
members-approve = Approve
members-which-line =
    { $name } proposes: { $text }
    Which line of the record does it change? One at a time: others can follow.
members-line-of-phone = Phone
members-line-of-address = Address
members-line-of-born = Date of birth
members-line-of-name = Name
members-line-of-joined = Date of joining
members-line-of-official = Full member since
members-other-line = Another line
members-only-add = Add it, change no line
members-ask-value =
    { $line } is now: { $before }
    The proposal: { $text }
    It will be: { $wanted }
    If that is not right, type it.
members-type-value =
    { $line } is now: { $before }
    The proposal: { $text }
    Please type the new line.
members-write-as-said = Write exactly that
members-look-at-line =
    { $line } is now: { $before }
    It will be: { $after }
    If that is not right, type it again.
members-write-it = Write it down
members-written =
    Written into the record of { $name }
    { $line }: { $value }
    The proposal: { $text }
    If more of it is to be written, change another line.
members-one-more-line = Change another line
members-line-phone =
    There is no phone number of ten digits in this.
    Please type it again, for example: 0900 123 456.
members-line-day =
    { -Me } did not understand this date.
    Please type day, month and year, or a year, for example: 5/3/1948.
members-line-words =
    This line needs words, at most { $most } letters.
    Please type it again.
members-no-such-line = The record has no such line. Go back and choose another.
members-decline = Do not approve
members-ask-reason =
    Why not?
    Type the reason; the sender will see it.
members-look-at-reason =
    The reason { $name } will read:
    { $reason }
    If it is not right, type it again.
members-send-reason = Send this reason
members-approved = Approved and added to the record of { $name }.
members-declined = { $name } was answered, with the reason.
members-to-call = • { $name }, { $phone }
members-to-call-without-phone = • { $name }
