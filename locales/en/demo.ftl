# The words on the page of phones.
demo-secretary = Secretary of branch 1
demo-staff = Staff of the ward's office
demo-older = 78 years old, would rather listen
demo-busy = Busy, answers in ten seconds
demo-probationary = Probationary member, in English
demo-newcomer = Has not joined. Code in the letter: { $code }. Born in { $year }.
demo-joined = Has just joined
demo-left = Has left the handbook
demo-title = What to try first
demo-step-english = To read any phone in English, type “english” on it. Mr An's phone is in English already.
demo-step-notice = On Mrs Hoa's phone: press “{ $received }” ({ notices-acknowledge }) under the notice, then “{ $listen }” ({ home-listen }).
demo-step-vote = On Mr Tuấn's phone: press “{ $home }” ({ home-go-home }), “{ $polls }” ({ polls-go-polls }), choose and cast the vote.
demo-step-listen = On Ms Thanh's phone: press “{ $home }” ({ home-go-home }), “{ $lead }” ({ units-go-lead }), “{ $answer }” ({ units-group-answer }), “{ $edit }” ({ bulletins-go-edit-bulletin }); listen, then approve.
demo-step-write = On Mr Bình's phone: press “{ $home }” ({ home-go-home }), “{ $lead }” ({ units-go-lead }), “{ $send }” ({ units-group-send }), “{ $write }” ({ notices-go-write-notice }), and send it; see it arrive.
demo-step-join = On Mrs Sen's phone: press Start, then type the code and the year of birth that stand under her name.
demo-ready = Open this page in your browser: { $address }
