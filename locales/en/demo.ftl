# The words on the page of phones.
demo-secretary = Secretary of branch 1
demo-staff = Staff of the ward's office
demo-older = 78 years old, would rather listen
demo-busy = Busy, answers in ten seconds
demo-probationary = Probationary member, in English
demo-newcomer = Has not joined. Code in the letter: { $code }. Born in { $year }.
demo-title = What to try first
demo-step-notice = On Mrs Hoa's phone: press Đã nhận under the notice, then Nghe to listen.
demo-step-vote = On Mr Tuấn's phone: press Trang chính, Biểu quyết, choose and cast your vote.
demo-step-listen = On Ms Thanh's phone: press Điều hành, Xem việc khác, Soạn bản tin; listen, then approve.
demo-step-write = On Mr Bình's phone: press Điều hành, Viết thông báo, and send it; see it arrive.
demo-step-join = On Mrs Sen's phone: type the code of the letter to join.
demo-ready = Open this page in your browser: { $address }
