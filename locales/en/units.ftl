# What a leader does.
units-go-lead = Lead the unit
units-say-lead = lead | manage | secretary's work | leader
units-lead =
    Leading { $unit }
    What would you like to do?
units-notice-kept =
    The notice you are writing is kept
    You can go on with it whenever you like.
units-group-send = Send, invite, put to a vote
units-group-follow = Follow what was sent
units-group-answer = Answers, records, bulletin
units-not-leading =
    This is for those who lead a unit.
    If you need something, { -press } Call for help.
units-not-yours =
    This belongs to another unit.
    If you need to see it, please ask the { -secretary } there.
