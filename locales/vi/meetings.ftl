# Họp: giấy mời, trả lời, điểm danh; mời họp, theo dõi, đổi, hủy, kết thúc.
meetings-go-meetings = Lịch họp
meetings-say-meetings = lịch họp | họp | cuộc họp | giấy mời | giấy mời họp | sinh hoạt | sinh hoạt chi bộ | bao giờ họp | khi nào họp | mấy giờ họp | họp ở đâu | có họp không | có mặt | tôi có mặt | đi họp | đi được | vắng | xin vắng | báo vắng
meetings-go-come-in = Điểm danh
meetings-say-come-in = điểm danh | mã điểm danh | tôi đến rồi | tôi đã đến | đã đến nơi
meetings-go-summaries = Tóm tắt cuộc họp
meetings-say-summaries = tóm tắt | bản tóm tắt | xem tóm tắt | biên bản | biên bản họp | biên bản cuộc họp
meetings-go-past-meetings = Các cuộc họp đã qua
meetings-say-past-meetings = cuộc họp đã qua | cuộc họp trước | họp đã qua | các buổi họp đã qua
meetings-go-call-meeting = Mời họp
meetings-say-call-meeting = mời họp | triệu tập họp | gọi họp | tạo cuộc họp | lên lịch họp | đặt lịch họp | mời sinh hoạt
meetings-go-lead-meetings = Theo dõi cuộc họp
meetings-say-lead-meetings = theo dõi cuộc họp | ai đi họp | ai chưa trả lời | mở điểm danh | đổi giờ họp | dời họp | hủy họp | kết thúc họp

# --- tên cuộc họp và các dòng chung ---
meetings-title-monthly = Sinh hoạt { -branch } tháng { $month }
meetings-title-thematic = Sinh hoạt chuyên đề
meetings-line-when = Thời gian: { $starts }
meetings-line-where = Nơi họp: { $place }
meetings-line-agenda = Nội dung: { $agenda }
meetings-line-files =
    { $count ->
        [1] Kèm một tài liệu.
       *[other] Kèm { $count } tài liệu.
    }
meetings-line-moved =
    Giờ cũ: { $old }
    Giờ mới: { $new }
meetings-line-elsewhere =
    Nơi cũ: { $old }
    Nơi mới: { $new }
meetings-line-going = • { $name }: đang họp
meetings-line = • { $name }: { $starts }
meetings-as-it-is = { $text }
meetings-more = Xem tiếp

# --- giấy mời và trả lời ---
meetings-invitation =
    { $name }
    { $unit } mời { -you } dự họp.
    { $details }
    { -You } có dự được không?
meetings-own-invitation =
    { $name }
    { $unit } mời { -you } dự họp.
    { $details }
    { -You } mời họp, đã được ghi là có mặt.
meetings-yes = Có mặt
meetings-no = Vắng có lý do
meetings-see-all = Xem cuộc họp
meetings-still-open =
    { $name }
    { $details }
    { -You } chưa trả lời giấy mời. { -You } có dự được không?
meetings-soon =
    Sắp đến giờ họp: { $name }
    { $details }
meetings-moved =
    Cuộc họp đổi giờ: { $name }
    Giờ cũ: { $old }
    { $details }
    { -You } trả lời lại giúp nhé.
meetings-own-moved =
    Cuộc họp đổi giờ: { $name }
    Giờ cũ: { $old }
    { $details }
    { -You } đổi giờ, đã được ghi là có mặt.
meetings-place-moved =
    Cuộc họp đổi nơi: { $name }
    Nơi cũ: { $old }
    { $details }
meetings-cancelled =
    Cuộc họp không diễn ra: { $name }
    Giờ đã hẹn: { $starts }
    Lý do: { $reason }
meetings-page =
    { $name }
    { $details }
    { $mine }
meetings-opens-at = Điểm danh mở từ { $opens }, khi { -secretary } bắt đầu.
meetings-mine-open = { -You } chưa trả lời giấy mời.
meetings-mine-yes = { -You } đã báo có mặt.
meetings-mine-no = { -You } đã báo vắng.
meetings-mine-going = Cuộc họp đang diễn ra.
meetings-mine-over = Cuộc họp đã kết thúc.
meetings-mine-here = { -You } đã điểm danh: { $at }.
meetings-mine-late = { -You } đến sau giờ họp: { $at }.
meetings-mine-left = { -You } về sớm: { $at }.
meetings-none =
    { -You } chưa có cuộc họp nào sắp tới.
    Khi có giấy mời, { -me } báo ngay.
meetings-others = Cuộc họp khác
meetings-list =
    Các cuộc họp khác:
    { $lines }
meetings-see-past = Các cuộc họp đã qua
meetings-past =
    Các cuộc họp đã qua:
    { $lines }
meetings-see-summary = Xem bản tóm tắt
meetings-see-ended = Xem lại cuộc họp này
meetings-one-on =
    { $nth ->
        [1] Họp ngày { $day }, { $clock }
       *[other] Ngày { $day }, { $clock } ({ $nth })
    }
meetings-see-you =
    { -You } đã báo có mặt
    { $name }
    { $details }
meetings-why =
    Vì sao { -you } không dự được?
    { -You } viết một câu, hoặc gửi lời nói. Chỉ { -secretary } đọc được.
meetings-noted =
    Đã ghi { -you } vắng có lý do
    { $name }
    { $reason }
    Nếu đổi ý, { -you } { -press } Có mặt, trước giờ họp.
meetings-your-reason = Lý do: { $reason }
meetings-reason-in-file = Lý do ở trong tệp { -you } gửi.
meetings-see-agenda = Xem nội dung họp
meetings-agenda =
    Nội dung: { $name }
    { $agenda }
meetings-only-files =
    { $count ->
        [1] Tài liệu: { $name }
       *[other] Có { $count } tài liệu: { $name }
    }
meetings-see-files = Xem { $count } tài liệu
meetings-files =
    Tài liệu: { $name }
    { $lines }
meetings-one-file = Tài liệu { $number }
meetings-file = { $line }
meetings-next-file = Tài liệu tiếp theo
meetings-file-line = Tài liệu { $number }: { $name }
meetings-a-photo = ảnh
meetings-a-voice = lời nói
meetings-a-document = văn bản
meetings-a-audio = bản ghi âm
meetings-a-video = phim
meetings-into-calendar = Thêm vào lịch
meetings-out-of-calendar = Xóa khỏi lịch
meetings-calendar =
    Lịch của { $name }
    { -You } mở tệp này, điện thoại sẽ ghi vào lịch.
meetings-calendar-off =
    Xóa lịch { $name }
    { -You } mở tệp này, điện thoại sẽ xóa khỏi lịch.

# --- điểm danh ---
meetings-check-in = Điểm danh
meetings-check-in-open =
    Mời { -you } điểm danh: { $name }
    { -Secretary } đọc bốn con số, { -you } gõ luôn vào đây.
meetings-type-code =
    Mã điểm danh là bốn con số nào?
    { -Secretary } đọc bốn số, { -you } gõ vào đây.
meetings-other-code =
    Bốn số này chưa khớp
    Mã đổi hai phút một lần. { -You } nghe { -secretary } đọc lại rồi gõ nhé, còn { $left } lần.
meetings-none-to-check-in =
    { $name }: { -secretary } chưa mở điểm danh
    Khi { -secretary } mở, { -me } báo { -you } ngay.
meetings-ask-secretary =
    { -You } nhờ { -secretary } ghi tên giúp
    Mã chưa khớp mấy lần rồi. { -You } cứ ngồi vào họp, { -secretary } ghi tên { -you } là được.
meetings-arrived =
    Đã điểm danh
    { $mine }
meetings-leave-early = Về sớm
meetings-left =
    Đã ghi { -you } về sớm
    Nếu nhầm, { -you } { -press-below }.
meetings-still-here = Tôi vẫn ở lại

# --- khi chưa được hoặc không còn được ---
meetings-too-late =
    { $name }: cuộc họp đã bắt đầu
    Việc này chỉ làm được trước giờ họp. { -You } nhắn { -secretary } giúp nhé.
meetings-is-over =
    { $name }: cuộc họp đã kết thúc
    Cuộc họp diễn ra { $starts }. Điểm danh và trả lời giấy mời đã đóng.
meetings-is-cancelled =
    { $name }: cuộc họp không diễn ra
    Giờ đã hẹn là { $starts }.
meetings-not-begun =
    { $name }: chưa đến giờ họp
    Cuộc họp bắt đầu { $starts }.
meetings-not-open-yet =
    { $name }: chưa đến giờ điểm danh
    Điểm danh mở từ { $opens }. Cuộc họp bắt đầu { $starts }.
meetings-time-passed =
    Giờ này đã qua: { $starts }
    { -You } chọn một giờ sắp tới nhé.
meetings-not-invited =
    Cuộc họp này mời người khác
    Giấy mời của { -you } nằm trong Lịch họp.
meetings-gone = Cuộc họp này không còn nữa.
meetings-not-on-list =
    Tên này không có trong giấy mời
    { -You } xem lại danh sách nhé.
meetings-not-arrived =
    { $name } chưa điểm danh
    { -You } điểm danh trước, rồi ghi về sớm.
meetings-please-type = { -You } viết ra chữ giúp { -me } nhé.
meetings-too-long =
    Đoạn này hơi dài
    { -You } viết gọn trong { $limit } chữ cái nhé.{ -the-rest-as-a-document }
meetings-unfinished =
    Giấy mời còn thiếu vài điều
    { -You } { -press } Mời họp để làm tiếp.
meetings-draft-done =
    Giấy mời này đã xong
    { -You } xem ở Theo dõi cuộc họp, hoặc { -press } Mời họp để viết giấy mới.
meetings-nothing-moved =
    Giờ và nơi họp vẫn như cũ
    { -You } chọn giờ khác hoặc nơi khác nhé.

# --- mời họp từng bước ---
meetings-draft-waits =
    { -You } đang làm dở một giấy mời
    { $what }
    { -You } muốn làm tiếp không?
meetings-begun = { $unit }: { $name }
meetings-go-on = Làm tiếp
meetings-start-anew = Bỏ, làm lại
meetings-which-unit = { -You } mời nơi nào họp?
meetings-which-title =
    { $unit } họp việc gì?
    { -You } { -pick } một tên, hoặc gõ tên khác.
meetings-pick-monthly = Sinh hoạt tháng { $month }
meetings-pick-thematic = Sinh hoạt chuyên đề
meetings-which-time =
    Họp lúc nào?
    { -You } { -pick } một buổi, hoặc gõ ngày giờ khác. Ví dụ: thứ Sáu 7 giờ 30 tối.
meetings-evening =
    { $weekday ->
        [0] Thứ Hai
        [1] Thứ Ba
        [2] Thứ Tư
        [3] Thứ Năm
        [4] Thứ Sáu
        [5] Thứ Bảy
       *[6] Chủ nhật
    } { $day }, { $hour } giờ{ $minute ->
        [0] { "" }
       *[other] { " " }{ $minute }
    } tối
meetings-which-place =
    Họp { $starts }.
    Họp ở đâu?
    { -You } { -pick } một nơi, hoặc gõ nơi khác.
meetings-type-place =
    Họp { $starts }.
    Họp ở đâu?
    { -You } gõ ra đây. Ví dụ: Nhà văn hóa tổ dân phố 3.
meetings-which-agenda =
    Cuộc họp bàn những việc gì?
    { -You } gõ ra đây để người dự chuẩn bị trước{ -or-a-document }.
meetings-skip-agenda = Bỏ qua nội dung
meetings-keep-agenda = Giữ nội dung đã viết
meetings-drop-agenda = Bỏ nội dung đã viết
meetings-which-file =
    { -You } có gửi kèm tài liệu không?
    Nếu có, { -you } gửi vào đây lần lượt từng cái: { -picture-file-voice }.
meetings-skip-file = Không kèm tài liệu
meetings-send-file =
    { -You } gửi vào đây nhé
    Gửi được { -picture-file-voice }. Đủ rồi thì { -press } Xong.
meetings-have-files =
    Đã có { $count } tài liệu
    { $lines }
    Còn nữa thì { -you } gửi tiếp, đủ rồi thì { -press } Xong.
meetings-no-more-files = Xong
meetings-take-back-file = Bỏ tài liệu vừa gửi
meetings-enough-files =
    Đã đủ { $count } tài liệu
    Nhiều hơn thì khó xem. { -You } { -press } Xong giúp nhé.
meetings-preview =
    { $unit }: { $name }
    { $details }
    Giấy mời gửi { $count } người: { $reach }{ $left_out ->
        [0] { "" }
       *[other] { " " }Không mời { $left_out } người.
    }
meetings-see-who-is-invited = Ai được mời, ai không
meetings-who-is-invited =
    { $unit } có { $members } người
    Giấy mời gửi { $count } người: { $reach }
    { $reasons }
    Thông báo thì gửi cả người không được mời họp, chỉ trừ người viết.
meetings-is-suspended = • { $count } người đang bị đình chỉ: không mời.
meetings-is-away = • { $count } người sinh hoạt nơi khác: không mời.
meetings-is-exempt = • { $count } người miễn sinh hoạt: vẫn mời, đến thì mới tính.
meetings-edit = Sửa lại
meetings-invite = Mời { $count } người
meetings-see-unlinked = Ai chưa vào sổ
meetings-unlinked =
    Chưa vào { -me }, cần báo cách khác:
    { $lines }
meetings-nobody-unlinked = Ai được mời cũng đã vào { -me }.
meetings-what-to-edit = { -You } muốn sửa phần nào?
meetings-edit-title = Sửa tên cuộc họp
meetings-edit-time = Sửa giờ họp
meetings-edit-place = Sửa nơi họp
meetings-edit-agenda = Sửa nội dung, tài liệu
meetings-edit-unit = Đổi nơi được mời
meetings-edit-rest = Sửa phần khác
meetings-edit-reason = Sửa lý do
meetings-twin =
    { $unit } đã mời một cuộc họp giống thế
    { $name }: { $starts }, tại { $place }.
    { -You } vẫn muốn mời thêm cuộc này?
meetings-drop-draft = Bỏ giấy mời này
meetings-draft-dropped =
    Đã bỏ giấy mời này
    Cuộc họp mời trước vẫn giữ nguyên.
meetings-invite-anyway = Vẫn mời { $count } người
meetings-invited =
    Đang gửi giấy mời cho { $count } người: { $reach }
    { $name }
    Ai trả lời, { -me } ghi ngay vào Theo dõi cuộc họp.

# --- theo dõi ---
meetings-none-led =
    Chưa có cuộc họp nào sắp tới
    { -You } muốn họp thì { -press } Mời họp.
meetings-led =
    Các cuộc họp { -you } phụ trách:
    { $lines }
meetings-led-line = • { $unit }: { $name }, { $day }
meetings-unit-on = { $unit } ngày { $day }
meetings-lead-ahead =
    { $name }
    { $unit }: { $starts }
    Được mời { $invited } người. Báo có mặt { $coming }, báo vắng { $declined }, chưa trả lời { $unanswered }.
meetings-lead-opening =
    { $name }
    { $unit }: { $starts }
    Được mời { $invited } người. Báo có mặt { $coming }, báo vắng { $declined }, chưa trả lời { $unanswered }.
    Đã đến { $present } người.
meetings-lead-going =
    { $name }: đang họp
    { $unit }: { $starts }
    { $counted }
    Có mặt { $present } người{ $late ->
        [0] { "" }
       *[other] , trong đó đến muộn { $late }
    }{ $left ->
        [0] { "" }
       *[other] , về sớm { $left }
    }.
meetings-lead-over =
    { $name }: đã kết thúc
    { $unit }: { $starts }
    { $counted }
    Có mặt { $present } người{ $left ->
        [0] { "" }
       *[other] , về sớm { $left }
    }. Vắng có lý do { $excused }, chưa rõ lý do { $unexcused }.
meetings-lead-cancelled =
    { $name }: cuộc họp không diễn ra
    { $unit }, giờ đã hẹn: { $starts }
meetings-take-attendance = Mở điểm danh
meetings-see-code = Xem mã điểm danh
meetings-who-is-silent = Ai chưa trả lời
meetings-who-declined = Ai báo vắng
meetings-change = Đổi hoặc hủy
meetings-end = Kết thúc họp
meetings-silent =
    { $count } người chưa trả lời{ $unlinked ->
        [0] { "" }
       *[other] , trong đó { $unlinked } chưa vào sổ
    }:
    { $lines }
meetings-nobody-silent = Mọi người đã trả lời đủ.
meetings-remind = Nhắc { $count } người
meetings-ask-remind =
    Nhắc { $count } người chưa trả lời?
    { $reach } Mỗi người nhận một tin nhắc.
meetings-not-now = Để sau
meetings-reminded =
    Lời nhắc cho { $count } người
    { $reach }
meetings-reminded-already =
    Hôm nay đã nhắc rồi
    Mỗi ngày { -me } chỉ nhắc một lần, để khỏi làm phiền.
meetings-declined =
    { $count } người báo vắng
    { -You } { -pick } tên để xem lý do.
meetings-nobody-declined = Chưa có ai báo vắng.
meetings-absence =
    { $name } báo vắng
    Lý do: { $reason }
meetings-absence-in-file =
    { $name } báo vắng
    Lý do ở trong tệp kèm theo.

meetings-who-was-absent = Xem ai vắng
meetings-absent =
    { $count } người vắng:
    { $lines }
meetings-absent-line =
    { $excused ->
        [yes] • { $name }: có lý do
       *[no] • { $name }: chưa rõ lý do
    }
meetings-nobody-absent = Không ai vắng, mọi người được tính đều có mặt.

# --- con số ---
meetings-counted =
    { $spared ->
        [0] Được mời { $invited } người, ai cũng được tính.
       *[other] Được mời { $invited } người, tính { $base }: { $spared } người miễn sinh hoạt chỉ tính khi đến.
    }

# --- điểm danh, phía người chủ trì ---
meetings-attendance =
    Mã điểm danh: { $code }
    { -You } đọc bốn số này cho mọi người. Mã đổi hai phút một lần.
    Có mặt { $present } trên { $base } người được tính{ $left ->
        [0] { "" }
       *[other] , về sớm { $left }
    }.{ $spared ->
        [0] { "" }
       *[other] { " " }{ $spared } người miễn sinh hoạt chỉ tính khi đến.
    }
meetings-tick-names = Ghi tên người đến
meetings-tick =
    Còn { $count } người chưa đến
    { $news }
meetings-tick-hint = Ai đã đến, { -you } { -pick } hoặc gõ tên người ấy.
meetings-ticked = Đã ghi { $name } có mặt.
meetings-all-came =
    Mọi người đã đến đủ
    { $news }
meetings-who-came = Ai đã đến
meetings-came =
    { $count } người đã đến{ $left ->
        [0] { "" }
       *[other] , { $left } người đã về sớm
    }
    { -You } { -pick } tên để sửa. Ai về sớm thì ghi được từ giờ họp.
meetings-nobody-came = Chưa có ai đến.
meetings-arrival =
    { $name }
    { $how }
meetings-how-absent = Chưa đến.
meetings-how-here = Đến lúc: { $at }.
meetings-how-late = Đến sau giờ họp: { $at }.
meetings-how-left = Đến lúc: { $at }. Về sớm: { $left }.
meetings-unmark = Ghi lại là chưa đến
meetings-mark-leaving = Ghi về sớm
meetings-back-again = Vẫn ở lại họp

# --- đổi, hủy, kết thúc ---
meetings-what-to-change =
    { $name }
    { -You } muốn đổi gì?
meetings-change-time = Đổi giờ họp
meetings-change-place = Đổi nơi họp
meetings-cancel = Hủy cuộc họp
meetings-which-new-time =
    Đổi sang lúc nào?
    { -You } { -pick } một buổi, hoặc gõ ngày giờ khác. Ví dụ: thứ Sáu 7 giờ 30 tối.
meetings-ask-move =
    Đổi { $name }?
    { $changes }
    { $again }
    { -Me } sẽ báo tin. Được mời { $count } người: { $reach }
meetings-asked-again = Ai đã trả lời sẽ được hỏi lại từ đầu.
meetings-keep = Giữ như cũ
meetings-move = Đổi và báo { $count } người
meetings-move-told =
    Đã đổi, và đang báo tin
    { $name }: { $starts }, tại { $place }.
    Được mời { $count } người: { $reach }
meetings-why-cancel =
    Vì sao hủy { $name }?
    { -You } viết một câu, mọi người sẽ đọc được.
meetings-ask-cancel =
    Hủy { $name }?
    Giờ đã hẹn: { $starts }. Lý do: { $reason }
    { -Me } sẽ báo tin. Được mời { $count } người: { $reach } Hủy rồi không lấy lại được.
meetings-cancel-told =
    Đã hủy cuộc họp, và đang báo tin
    { $name }
    Được mời { $count } người: { $reach }
meetings-ask-end =
    Kết thúc { $name }?
    { $counted } Có mặt { $present } người.
    Điểm danh sẽ đóng, bản tóm tắt gửi tới { $invited } người.
meetings-ended =
    Cuộc họp đã kết thúc
    Bản tóm tắt của { $name } đang được gửi đi.
    { -You } xem lại ở Theo dõi cuộc họp.

# --- bản tóm tắt ---
meetings-summary =
    Tóm tắt: { $name }
    { $unit } họp { $starts }.
    { $counted }
    Có mặt { $present } người{ $late ->
        [0] { "" }
       *[other] , trong đó đến muộn { $late }
    }{ $left ->
        [0] { "" }
       *[other] , về sớm { $left }
    }.
    Vắng có lý do { $excused }, chưa rõ lý do { $unexcused }.
meetings-counts-for-above =
    { $unit } đã họp: { $name }
    Thời gian: { $starts }
    { $counted }
    Có mặt { $present } người{ $late ->
        [0] { "" }
       *[other] , trong đó đến muộn { $late }
    }{ $left ->
        [0] { "" }
       *[other] , về sớm { $left }
    }. Vắng có lý do { $excused }, chưa rõ lý do { $unexcused }.
meetings-page-agenda = Nội dung
meetings-page-counts = Điểm danh
meetings-page-votes = Biểu quyết
meetings-page-absences = Vắng mặt
meetings-page-closing = Cuộc họp kết thúc { $ended }.
meetings-row-invited = Được mời
meetings-row-spared = Miễn sinh hoạt, không đến nên không tính
meetings-row-base = Được tính khi điểm danh
meetings-row-present = Có mặt
meetings-row-late = Trong đó đến muộn
meetings-row-left = Trong đó về sớm
meetings-row-excused = Vắng có lý do
meetings-row-unexcused = Vắng chưa rõ lý do
