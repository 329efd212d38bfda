# Việc gửi đang đi: tạm dừng, gửi tiếp, dừng hẳn.
mailings-one = một tin
mailings-bulletin = Bản tin { $month }
mailings-meeting = lời mời họp { $name } của { $unit }
mailings-poll = phiếu hỏi “{ $question }” của { $unit }
mailings-goes-badly =
    Đang tạm dừng gửi: { $about }
    Có { $in_doubt } tin chưa chắc đến nơi, nên { -me } dừng lại hỏi { -you }. Còn { $waiting } người đang chờ.
    { -You } chọn giúp { -me }: gửi tiếp, hay dừng hẳn?
mailings-going =
    Đang gửi: { $about }
    Đã gửi { $sent }, đang chờ { $waiting }, chưa chắc { $in_doubt }.
mailings-paused =
    Đang tạm dừng gửi: { $about }
    Đã gửi { $sent }, đang chờ { $waiting }, chưa chắc { $in_doubt }.
    { -You } { -press } Gửi tiếp lúc nào cũng được.
mailings-stopped =
    Đã dừng hẳn: { $about }
    Đã gửi { $sent }, chưa chắc { $in_doubt }. Những người còn lại không được gửi nữa.
mailings-over =
    Đã gửi xong: { $about }
    Đã gửi { $sent }, chưa chắc { $in_doubt }.
mailings-ask-stop =
    Dừng hẳn việc gửi này?
    { $about }
    { $waiting } người đang chờ sẽ không được gửi nữa. Ai đã nhận thì vẫn giữ.
mailings-pause = Tạm dừng gửi
mailings-go-on = Gửi tiếp
mailings-stop = Dừng hẳn
mailings-not-yet = Chưa dừng
mailings-stop-for-good = Đồng ý dừng hẳn
mailings-not-yours =
    Việc gửi này do người khác phụ trách.
    { -You } { -press } Trang chính để xem việc của mình.

# Trước khi gửi: ai nhận được ngay.
mailings-reaches-all = Cả { $count } người nhận được ngay.
mailings-reaches-some = { $linked } nhận ngay, { $unlinked } chưa vào { -me }.
mailings-reaches-nobody = Chưa ai vào { -me } để nhận được ngay.

# Sau khi gửi: ai chưa nhận, và vì sao.
mailings-not-reached = Chưa nhận: { $people }.
mailings-and-more = { $some }, { $more }
mailings-not-waiting = { $count } đang chờ
mailings-not-uncertain = { $count } chưa chắc
mailings-not-failed = { $count } không gửi được
mailings-not-unlinked = { $count } chưa vào sổ
mailings-not-listed = { $count } vào sổ sau
mailings-not-stopped = { $count } đã dừng

# Nhiều tin gom lại gửi một lần.
mailings-gathered =
    Có { $count } tin gửi { -you }
    { $lines }
mailings-gathered-line = • { $said }
mailings-gathered-word =
    • { $said }
    Nhắn { $word } để xem và trả lời.
