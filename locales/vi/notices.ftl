# Thông báo: đọc và bấm Đã nhận.
notices-go-notices = Thông báo
notices-say-notices = thông báo | xem thông báo | tin | tin mới | tin tức | xem tin | đọc tin | có tin gì | có gì mới | thong bao moi | tin nhắn | đã nhận | đã đọc | đã xem
notices-none =
    Chưa có thông báo nào gửi cho { -you }.
    Khi có, { -me } sẽ đưa ngay đến đây.
notices-numbered = Thông báo số { $number } năm { $year } của { $unit }
notices-unnumbered = Thông báo của { $unit }, gửi rồi mới có số
notices-urgent = Khẩn: { $name }
notices-notice =
    { $title }
    Người gửi: { $author }

    { $text }
notices-notice-noted =
    { $title }
    Người gửi: { $author }

    { $text }

    Đã báo Đã nhận: { $at }.
notices-reminder =
    Nhắc lại: { $title }
    Người gửi: { $author }

    { $text }
notices-see-photo = Mời { -you } xem ảnh kèm theo.
notices-hear-voice = Mời { -you } nghe lời nhắn kèm theo.
notices-see-file = Mời { -you } mở tệp kèm theo.
notices-a-photo = Một tấm ảnh
notices-a-voice = Một lời nhắn
notices-a-file = Một tệp
notices-acknowledge = Đã nhận
notices-noted =
    { -Me } đã ghi { -you } nhận { $name }.
    Cảm ơn { -you }.
notices-noted-before =
    { -Me } đã ghi từ trước rồi, { -you } yên tâm.
    { -You } báo Đã nhận { $name } { $at }.
notices-see-waiting = Xem tin chưa nhận
notices-see-earlier = Xem các tin trước
notices-earlier =
    Các thông báo trước, trang { $page }
    { $lines }
notices-earlier-line = • { $name }
notices-no-earlier = Không còn thông báo nào trước đó.
notices-one = Số { $number }: { $gist }
notices-one-of = Số { $number }, { $about }
notices-more = Xem tiếp
notices-not-here =
    Thông báo này không còn ở đây.
    { -You } { -press } Quay lại để xem các thông báo khác.

# Viết thông báo.
notices-go-write-notice = Viết thông báo
notices-say-write-notice = viết thông báo | gửi thông báo | soạn thông báo | ra thông báo | soạn tin | gửi tin | nhắn mọi người | báo cho mọi người
notices-ask-content =
    Thông báo của { $unit }
    { -You } gõ nội dung, hoặc gửi { -picture-file-voice }. Chưa có gì gửi đi cho đến khi { -you } đồng ý.
notices-ask-new-content =
    { -You } muốn đổi gì?
    { -You } gõ nội dung mới, hoặc gửi { -picture-file-voice } để kèm theo.
notices-text-empty =
    { -Me } chưa thấy nội dung.
    { -You } gõ lại, hoặc gửi { -picture-file-voice } giúp { -me }.
notices-text-too-long =
    Đoạn này dài quá, một thông báo chứa nhiều nhất { $most } chữ cái.
    { -You } viết ngắn lại{ -or-as-a-file }.
notices-draft-waits =
    { -You } đang viết dở một thông báo
    { $text }

    { -You } làm tiếp, hay bỏ bản này để viết bản mới?
notices-go-on = Làm tiếp
notices-throw-away = Bỏ, viết bản mới
notices-preview =
    { -You } xem lại, người nhận sẽ đọc thế này:

    { $title }
    Người gửi: { $author }

    { $text }
notices-go-on-to-send = Xem người nhận và gửi
notices-change-content = Sửa hoặc kèm tệp
notices-change-audience = Đổi người nhận
notices-ask-leave-out =
    Bỏ thông báo này?
    { $text }
    Chưa ai nhận được. Bỏ rồi thì không còn bản này nữa.
notices-keep-draft = Giữ lại
notices-left-out =
    Đã bỏ thông báo.
    Chưa có gì gửi đi.
notices-leave-out = Bỏ bản này
notices-add-words =
    Thêm câu này vào thông báo, hay thay lời cũ?
    { $text }
    Không thêm, không thay thì { -you } { -press } Quay lại.
notices-add-file =
    Kèm { $file } vào thông báo? Mỗi thông báo kèm một tệp, tệp trước sẽ bỏ ra.
    { $text }
    Không kèm thì { -you } { -press } Quay lại.
notices-put-it-in = Thêm vào thông báo
notices-put-instead = Thay lời cũ
notices-choose-audience =
    Ai sẽ nhận thông báo này?
    { -You } đang viết thay mặt { $unit }.
    { $file }
notices-goes-with = Kèm { $file }.
notices-to-everyone = Dành cho mọi người
notices-to-secretaries = Chỉ dành cho { -secretary }
notices-to-one-branch = Chọn một { -branch }
notices-choose-branch = { -You } muốn gửi cho { -branch } nào?
notices-one-branch = { $name }
notices-everyone = mọi người của { $unit }
notices-the-secretaries = các { -secretary } của { $unit }
notices-but-you = { $people }, trừ { -you }
notices-nobody =
    Chưa có ai để gửi.
    { -You } xem lại và đổi người nhận giúp { -me }.
notices-ready =
    Gửi cho { $count } người?
    “{ $gist }”
    Người nhận: { $audience }.
    { $missing }
    { $when }
notices-look-again = Xem lại thông báo
notices-send = Gửi cho { $count } người
notices-change-timing = Hẹn giờ, gửi khẩn
notices-see-unlinked = Xem ai chưa vào sổ
notices-all-linked = Mọi người đều đã vào sổ tay.
notices-unlinked = { $reached } người nhận được. Chưa vào sổ { $count } người: { $names }.
notices-unlinked-and-more = { $reached } người nhận được. Chưa vào sổ { $count } người: { $names } và { $more } người nữa.
notices-unlinked-list =
    Chưa vào sổ { $count } người
    { $lines }
    Khi vào sổ, họ sẽ nhận được thông báo này.
notices-goes-now = Gửi sau { $seconds } giây, để { -you } còn kịp thu lại.
notices-goes-at = Gửi { $at }.
notices-goes-in-the-morning = Giờ ấy là giờ nghỉ, nên sẽ gửi { $at }.
notices-even-at-night =
    Tin khẩn: gửi cả trong giờ nghỉ đêm.
    { $when }
notices-choose-timing =
    Gửi lúc nào?
    { $when }
    Muốn hẹn giờ, { -you } gõ ngày giờ, ví dụ: thứ Sáu 7 giờ tối.
    Tin khẩn gửi cả ban đêm, dành cho việc thật gấp.
notices-send-at-once = Gửi sớm nhất có thể
notices-mark-urgent = Đánh dấu khẩn
notices-unmark-urgent = Bỏ dấu khẩn
notices-changed =
    Nội dung hoặc người nhận vừa thay đổi.
    Chưa có gì gửi đi. { -You } xem lại rồi gửi giúp { -me }.
notices-recalled-already =
    { $name } đã thu lại, không gửi đi nữa.
    Nội dung vẫn còn: { -you } { -press } Viết thông báo để soạn tiếp.
notices-confirmed-already =
    { $name } đã được đồng ý gửi rồi.
    { -You } xem ở mục Thông báo đã gửi.
notices-confirmed =
    { $name }
    Sẽ gửi { $when }. Trước lúc ấy { -you } còn thu lại được.

# Thông báo đã gửi.
notices-go-sent-notices = Thông báo đã gửi
notices-say-sent-notices = thông báo đã gửi | tin đã gửi | đã gửi | ai đã nhận | ai chưa nhận | thu lại thông báo | theo dõi thông báo
notices-none-sent =
    Chưa gửi thông báo nào.
    Gửi xong, { -you } xem ở đây ai đã nhận, ai chưa.
notices-sent-list =
    Thông báo đã gửi
    { $lines }
notices-line = • Số { $number } năm { $year }: đã gửi { $sent } trên { $total }, báo Đã nhận { $acknowledged }
notices-line-leaves = • Số { $number } năm { $year }: chưa gửi, sẽ gửi { $when }
notices-line-recalled = • Số { $number } năm { $year }: đã thu lại
notices-progress =
    { $name }
    { $state }
    Đã gửi { $sent } trên { $total }{ $waiting ->
        [0] { "" }
       *[other] { ", " }đang chờ { $waiting }
    }{ $uncertain ->
        [0] { "" }
       *[other] { ", " }chưa chắc { $uncertain }
    }{ $failed ->
        [0] { "" }
       *[other] { ", " }gửi không thành { $failed }
    }{ $unreachable ->
        [0] { "" }
       *[other] { ", " }không tới được { $unreachable }
    }{ $unlinked ->
        [0] { "" }
       *[other] { ", " }chưa vào sổ { $unlinked }
    }{ $listed ->
        [0] { "" }
       *[other] { ", " }vào sổ muộn, xem trong mục Thông báo { $listed }
    }.
    Đã báo Đã nhận: { $acknowledged }.{ $told ->
        [0] { "" }
       *[other] { " " }Đã báo miệng: { $told }.
    }
notices-within-a-minute = trong vòng một phút nữa
notices-at-the-hour = { $at }
notices-leaves = Chưa gửi. Sẽ gửi { $when }.
notices-going-out = Đang gửi, từ { $at }.
notices-paused = Đang tạm dừng, { -you } { -press } Gửi tiếp lúc nào cũng được.
notices-stopped = Đã dừng hẳn, { $stopped } người chưa được gửi.
notices-went-out = Gửi { $at }.
notices-was-recalled =
    { $name }
    Thông báo này đã được thu lại, chưa ai nhận.
    Nội dung vẫn còn, { -you } soạn lại được.
notices-was-recalled-by-others =
    { $name }
    Thông báo này đã được thu lại, chưa ai nhận.
notices-write-anew = Soạn lại từ thông báo này
notices-other-draft-waits =
    { -You } đang viết dở một thông báo khác
    { $text }

    { -You } làm tiếp bản ấy, hay bỏ để soạn lại { $name }?
notices-throw-away-for-this = Bỏ, soạn lại bản này
notices-see-progress = Xem gửi tới đâu
notices-recall = Thu lại
notices-recalled =
    Đã thu lại { $name }, chưa ai nhận.
    Nội dung vẫn còn, { -you } sửa rồi gửi lại được.
notices-mend = Sửa để gửi lại
notices-out-already =
    { $name } đã đến tay người nhận, nên không thu lại được nữa.
    Cần nói lại, { -you } viết một thông báo mới.
notices-see-content = Xem nội dung
notices-see-unanswered = Xem ai chưa nhận
notices-unanswered =
    Còn { $count } người chưa báo Đã nhận{ $unlinked ->
        [0] { "" }
       *[other] , trong đó { $unlinked } chưa vào sổ
    }
    { $lines }
notices-everyone-answered = Mọi người đều đã báo Đã nhận.
notices-ask-to-remind = Nhắc người chưa nhận
notices-ask-remind =
    Nhắc { $count } người đã vào sổ mà chưa báo Đã nhận?
    { $name } sẽ được gửi lại cho những người ấy.{ $unlinked ->
        [0] { "" }
       *[other] { " " }Còn { $unlinked } người chưa vào sổ, { -you } gọi điện giúp nhé.
    }
notices-not-joined = { $person } (chưa vào sổ)
notices-not-yet = Chưa nhắc
notices-remind = Nhắc { $count } người
notices-reminded =
    Đã nhắc { $count } người.
    Mỗi ngày chỉ nhắc một lần, để không ai thấy phiền.
notices-reminded-today =
    Hôm nay đã nhắc { $name } rồi.
    Mai { -you } nhắc lại nếu cần, hoặc gọi điện cho người chưa nhận.
notices-not-out-yet =
    { $name } chưa gửi đi.
    Gửi rồi { -you } mới nhắc được.
notices-nobody-to-remind =
    Không còn ai cần nhắc về { $name }.
    Người chưa vào sổ sẽ nhận được khi vào sổ.
