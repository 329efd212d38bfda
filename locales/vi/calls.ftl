# Gọi điện cho người chưa trả lời: danh sách, tờ để in, ghi ai đã được báo miệng.
calls-go-to-call = Gọi người chưa trả lời
calls-say-to-call = ai cần gọi | cần gọi ai | danh sách gọi | danh sách gọi điện | gọi người chưa trả lời | gọi điện báo từng người
calls-matters =
    Còn người cần gọi điện
    { $lines }
calls-line = • { $about }: { $count } người
calls-meeting = { $name }, { $day }
calls-no-matters =
    Không còn ai cần gọi
    Mọi người đã trả lời, hoặc đã được báo miệng.
calls-one-poll = Phiếu: { $question }
calls-go = Gọi điện báo từng người
calls-to-call =
    Gọi điện báo: { $about }
    { $count } người { $kind ->
        [notice] chưa báo Đã nhận
        [meeting] chưa trả lời
       *[poll] chưa bỏ phiếu
    }{ $told ->
        [0] { "" }
       *[other] , ngoài { $told } người đã được báo miệng
    }:
    { $lines }
calls-and-more = • và { $count } người nữa
calls-nobody-left =
    Không còn ai cần gọi
    { $about }
    { $told ->
        [0] Mọi người đã { $kind ->
            [notice] báo Đã nhận
            [meeting] trả lời
           *[poll] bỏ phiếu
        }.
       *[other] { $told } người đã được báo miệng, những người khác đã { $kind ->
            [notice] báo Đã nhận
            [meeting] trả lời
           *[poll] bỏ phiếu
        }.
    }
calls-see = Xem ai cần gọi
calls-note = Ghi người đã báo
calls-print = Danh sách để in
calls-see-told = Xem ai đã được báo
calls-tick =
    { $news }
    Còn { $count } người cần gọi.
calls-tick-hint = Báo xong ai, { -you } { -press } tên người ấy.
calls-ticked = Đã ghi: { $name } được báo miệng.
calls-all-told =
    { $news }
    Không còn ai cần gọi nữa.
calls-as-it-is = { $text }
calls-more = Xem tiếp
calls-told =
    { $news }
    { $count } người đã được báo miệng và chưa trả lời trong { -me }.
calls-told-hint = Nhầm ai, { -you } { -press } tên người ấy để bỏ ghi.
calls-unticked = Đã bỏ ghi: { $name } chưa được báo.
calls-nobody-told =
    { $news }
    Chưa ghi ai được báo miệng.
calls-paper =
    Danh sách gọi điện, { $count } người
    { $about }
    Có số điện thoại, lời để nói và ô để đánh dấu. Xin giữ kín, đây là số của từng người.
calls-due =
    Còn { $count } người { $kind ->
        [notice] chưa báo Đã nhận
        [meeting] chưa trả lời
       *[poll] chưa bỏ phiếu
    }
    { $about }
    { -You } gọi giúp nhé: tờ kèm theo có tên, số điện thoại và lời để nói.
calls-over =
    { $about }
    Việc này đã xong, không cần gọi nữa.
calls-gone =
    Việc này không còn nữa.
    { -You } { -press } Trang chính để xem việc khác.
calls-poll = Biểu quyết: { $question }

# Tờ giấy để in.
calls-sheet-title = Danh sách gọi điện
calls-sheet-made = { $count } người, lập { $day }.
calls-sheet-say = Lời để nói
calls-tell-notice = Kính chào { -you }. Có { $name }: “{ $gist }”. { -You } đã vào { -me } thì { -press } Đã nhận giúp.
calls-tell-meeting = Kính chào { -you }, tôi gọi từ { $unit }. Mời { -you } dự { $name }, { $starts }, tại { $place }. { -You } có dự được không?
calls-tell-poll = Kính chào { -you }, tôi gọi từ { $unit }. Mời { -you } bỏ phiếu: “{ $question }” Hạn cuối: { $closes }.
calls-column-told = Đã báo
calls-column-name = Họ và tên
calls-column-phone = Điện thoại
calls-no-phone = chưa có số
calls-not-joined = chưa vào sổ, cần thư mời có mã
calls-sheet-closing = Gọi xong, ghi vào { -me }: người đã được báo không phải gọi lại. Tờ này có số điện thoại riêng, xin giữ kín.
calls-sheet-more = Còn { $count } người nữa chưa in ở đây. Tờ này có số điện thoại riêng, xin giữ kín.
