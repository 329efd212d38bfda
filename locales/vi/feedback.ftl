# Ý kiến: gửi đi, theo dõi, cho biết đã ổn chưa; người phụ trách trả lời.
feedback-go-feedback = Gửi ý kiến
feedback-say-feedback = gửi ý kiến | góp ý | ý kiến | phản ánh | kiến nghị | đề nghị | khiếu nại | thắc mắc | tôi muốn góp ý | có ý kiến | nói với chi bộ | gop y kien
feedback-front =
    { -You } muốn gửi ý kiến đến đâu?
    Ý kiến nào cũng có số, và được hẹn trả lời trong { $days } ngày.
    Họ tên { -you } đi kèm. Người phụ trách nơi nhận và cấp trên đọc được.
feedback-held-file = Kèm { $file }.
feedback-held-last-file = Kèm { $file }. Mỗi lần chỉ một tệp, tệp trước gửi sau nhé.
feedback-held =
    { -Me } giữ lời { -you } đây, chưa gửi đi đâu:
    { $gist }
    { -You } viết thêm được. Họ tên đi kèm, cấp trên cũng đọc được. { -You } gửi đến đâu?
feedback-beginning = { $text }… (còn { $count } chữ nữa)
feedback-to-branch = Gửi cho { -branch }
feedback-to-above = Gửi lên cấp trên
feedback-nobody-there =
    Nơi này hiện chưa có người trả lời ý kiến.
    { -You } { -press } Gọi giúp để nói qua điện thoại nhé.
feedback-write =
    Ý kiến gửi { $unit }
    Họ tên { -you } đi kèm. Người phụ trách { $unit } và cấp trên đọc được.
    { -You } gõ chữ, hoặc gửi { -voice-picture-document }.
feedback-look-over =
    Ý kiến gửi { $unit }, chưa gửi:
    { $gist }
    Đúng ý thì { -you } { -press } Gửi ý kiến này. Còn gì nữa, { -you } viết thêm.
feedback-send-it = Gửi ý kiến này
feedback-text-empty =
    Thứ này { -me } chưa gửi đi được.
    { -You } gõ chữ, hoặc gửi { -voice-picture-document }.
feedback-text-too-long =
    Phần này hơi dài, một lần gửi được { $most } chữ cái.
    { -You } viết gọn lại{ -or-as-a-document } nhé.
feedback-enough-today =
    Hôm nay { -you } đã gửi { $count } ý kiến, { -me } đã ghi đủ.
    Cần nói thêm ngay, { -you } { -press } Gọi giúp để gọi điện. Mai { -you } lại gửi được.
feedback-sent =
    { -Me } đã ghi: { $name }
    { $unit } trả lời chậm nhất { $day }.
    Quá hẹn, { -me } nhắc lại hoặc chuyển ý kiến lên cấp trên.
feedback-say-more = Nói thêm
feedback-write-more =
    { $name }
    { -You } muốn nói thêm điều gì? { -You } gõ chữ, hoặc gửi { -voice-picture-document }.
feedback-look-at-more =
    { $name } đã có trả lời
    { -Me } giữ lời { -you } đây, chưa gửi:
    { $gist }
    Gửi đi thì ý kiến mở lại, { $unit } phải trả lời lần nữa.
feedback-send-more = Gửi và mở lại ý kiến
feedback-added =
    { $name }: { -me } đã ghi thêm
    { $unit } trả lời chậm nhất { $day }.

# Ý kiến đã gửi.
feedback-go-sent-cases = Xem ý kiến đã gửi
feedback-say-sent-cases = ý kiến đã gửi | ý kiến của tôi | theo dõi ý kiến | góp ý đã gửi
feedback-go-answers = Xem trả lời
feedback-say-answers = xem trả lời | trả lời | câu trả lời | xem câu trả lời | đã trả lời chưa | trả lời ý kiến của tôi | đã ổn | ổn rồi | đã ổn rồi | chưa ổn | hỏi thêm
feedback-none-sent =
    { -You } chưa gửi ý kiến nào.
    Gửi rồi, { -you } xem trả lời ở đây.
feedback-sent-list =
    Ý kiến { -you } đã gửi
    { $lines }
feedback-line-open = • Số { $number } năm { $year }, { $unit }: đang chờ trả lời
feedback-line-answered = • Số { $number } năm { $year }, { $unit }: đã có trả lời
feedback-line-closed = • Số { $number } năm { $year }, { $unit }: đã khép lại
feedback-one-sent = Số { $number }: { $gist }
feedback-more = Xem tiếp
feedback-not-here =
    Ý kiến này không còn ở đây.
    { -You } { -press } Quay lại để xem các ý kiến khác.
feedback-own-case =
    { $name }
    { $status }
    { $lines }
feedback-numbered = Ý kiến số { $number } năm { $year }
feedback-is-open = { $unit } trả lời chậm nhất { $day }.
feedback-is-late = { $unit } trả lời chậm, đã hẹn { $day }.
feedback-is-not-settled =
    { $member } cho biết chưa ổn.
    { $standing }
feedback-is-answered = Đã có trả lời, chờ người gửi cho biết đã ổn chưa.
feedback-is-untold = Đã có trả lời nhưng chưa báo được, cần gọi điện.
feedback-waits-for-you = Đã có trả lời, chờ { -you } cho biết đã ổn chưa.
feedback-is-closed = Đã khép lại { $day }.
feedback-entered-by = { $helper } ghi hộ qua điện thoại.
feedback-line = • { $author }, { $day }: { $text }
feedback-a-photo = (một tấm ảnh)
feedback-with-photo = { $text } (kèm ảnh)
feedback-a-voice = (một lời nói)
feedback-with-voice = { $text } (kèm lời nói)
feedback-a-file = (một tài liệu)
feedback-with-file = { $text } (kèm tài liệu)
feedback-see-all = Xem toàn bộ
feedback-page =
    { $author }, { $at }
    { $text }

    Trang { $page } trên { $pages }
feedback-read-on = Xem tiếp
feedback-read-back = Xem trang trước

# Câu trả lời, và lời của người gửi.
feedback-answer-arrived =
    { $name } đã có trả lời
    { $leader }: { $text }

    Trả lời như vậy đã ổn chưa, thưa { -you }?
feedback-it-helped = Đã ổn
feedback-ask-back = Hỏi thêm
feedback-it-did-not-help = Chưa ổn
feedback-closed =
    { $name } đã khép lại
    { -Me } mừng vì việc đã ổn. Cảm ơn { -you } đã lên tiếng.
    { $slip }
feedback-may-reopen = Nếu { -press } nhầm, trong một ngày { -you } vẫn mở lại được.
feedback-not-settled-after-all = Chưa ổn, mở lại
feedback-closed-already =
    { $name } đã khép lại rồi.
    Cần nói thêm, { -you } { -press } Quay lại để gửi ý kiến mới.
feedback-told-it-did-not-help =
    { $name }: { -me } đã báo là chưa ổn
    { $unit } trả lời lại chậm nhất { $day }.
    { -You } nói thêm chỗ nào chưa ổn thì càng tốt.
feedback-closed-in-silence =
    { $name } đã khép lại
    Hai tuần nay { -me } không nghe { -you } nói gì thêm. Nếu chưa ổn, { -you } gửi ý kiến mới nhé.
feedback-climbed =
    { $name } đã chuyển lên cấp trên
    Chưa có trả lời đúng hẹn, mong { -you } thông cảm. { $unit } sẽ trả lời chậm nhất { $day }.
feedback-late =
    { $name } đang chậm trả lời
    Mong { -you } thông cảm. { -Me } đã nhắc { $unit } và sẽ nhắc đến khi có trả lời.
feedback-entered-for-you =
    { $name } của { -you } đã được ghi
    { $helper } ghi hộ { -you } qua điện thoại. { $unit } trả lời chậm nhất { $day }.

# Người phụ trách trả lời.
feedback-go-cases = Trả lời ý kiến
feedback-say-cases = trả lời ý kiến | ý kiến chờ | ý kiến của đảng viên | ý kiến cần trả lời | việc cần trả lời | xem góp ý | giải quyết ý kiến
feedback-none-open =
    Không có ý kiến nào đang chờ { -you } trả lời.
    Khi có, { -me } báo ngay.
feedback-open-list =
    { $whose }
    { $lines }
feedback-own-open = Có { $count } ý kiến chờ trả lời
feedback-own-and-below = Có { $count } ý kiến chờ { -you } trả lời, và { $below } ý kiến chờ cấp dưới
feedback-only-below = Không có ý kiến nào chờ { -you } trả lời, có { $below } ý kiến chờ cấp dưới
feedback-line-due = • Số { $number } năm { $year }, { $unit }: hạn { $day }
feedback-line-late = • Số { $number } năm { $year }, { $unit }: quá hạn { $day }
feedback-line-untold = • Số { $number } năm { $year }, { $unit }: cần gọi báo trả lời
feedback-one-open = Số { $number }: { $member }
feedback-case =
    { $name }: { $member }, { $home }
    { $status }
    { $lines }
feedback-see-case = Xem ý kiến
feedback-answer = Trả lời
feedback-answer-more = Trả lời thêm
feedback-own-answer =
    { $name } là của { -you }.
    Người khác sẽ trả lời { -you }.
feedback-write-answer =
    { $name }: trả lời { $member }
    { $gist }

    { -You } gõ chữ, hoặc gửi { -voice-picture-document }.
feedback-look-at-answer =
    { $name }, { $member } sẽ đọc thế này:
    { $gist }
    Đúng ý thì { -you } { -pick } gửi. Chưa đúng thì { -you } gõ lại.
feedback-send-answer = Gửi câu trả lời
feedback-answer-left =
    { $name }: { -me } đã ghi câu trả lời
    { -Me } gửi đến { $member }, rồi hỏi xem đã ổn chưa.
feedback-ask-to-phone =
    { $name }: { -me } đã ghi câu trả lời
    { $member } chưa vào { -me }, nên { -me } không gửi đến được.
    Nhờ { -you } gọi { $phone } đọc câu trả lời, rồi { -press-below }.
feedback-no-phone = số chưa ghi
feedback-have-phoned = Tôi đã gọi báo
feedback-told-by-phone =
    { $name }: { -me } đã ghi là { $member } nghe rồi
    Người ấy thấy như vậy đã ổn chưa?
feedback-they-are-content = Người ấy nói đã ổn
feedback-they-are-not = Người ấy nói chưa ổn
feedback-arrived =
    { $name }, cần trả lời chậm nhất { $day }
    { $member }, { $home }:
    { $text }
feedback-arrived-by-helper =
    { $name }, cần trả lời chậm nhất { $day }
    { $member }, { $home }, qua điện thoại. { $helper } ghi hộ:
    { $text }
feedback-more-arrived =
    { $name }: { $member } nói thêm
    { $text }

    Ý kiến ban đầu: { $began }
    Cần trả lời chậm nhất { $day }.
feedback-asked-again =
    { $name }: { $member } hỏi thêm sau khi đã có trả lời
    { $text }

    Ý kiến ban đầu: { $began }
    Đã trả lời: { $answered }
    Cần trả lời lại chậm nhất { $day }.
feedback-settled =
    { $name }: { $member } cho biết đã ổn
    Cảm ơn { -you } đã trả lời.
feedback-did-not-help =
    { $name }: { $member } cho biết chưa ổn
    Ý kiến là: { $text }

    Cần trả lời lại chậm nhất { $day }.
feedback-due-soon =
    Nhắc { -you }: { $name } đến hạn { $day }
    { $member }, { $home }:
    { $text }
feedback-climbed-here =
    { $name } chuyển lên { $unit }
    Cấp dưới chưa kịp trả lời. Cần trả lời chậm nhất { $day }.
    { $member }, { $home }:
    { $text }
feedback-climbed-away =
    { $name } đã chuyển lên { $unit }
    Ý kiến quá hẹn nên cấp trên trả lời thay. { -You } không cần làm gì thêm.
feedback-overdue =
    { $name } đã quá hẹn { $day }
    { $member }, { $home }, vẫn đang chờ { -you } trả lời:
    { $text }

# Ghi hộ người gọi điện.
feedback-go-enter-case = Ghi hộ ý kiến
feedback-say-enter-case = ghi hộ ý kiến | ghi giúp ý kiến | nhập ý kiến | có người gọi điện | ghi ý kiến qua điện thoại | viết hộ
feedback-whose =
    Ghi hộ ý kiến của ai?
    { -You } gõ họ tên hoặc số điện thoại của người ấy.
feedback-nobody-found =
    { -Me } chưa thấy ai có tên hoặc số như vậy.
    { -You } gõ lại họ tên, hoặc số điện thoại giúp nhé.
feedback-found =
    { $count } người có thể là người ấy
    { $lines }
    { -You } chọn đúng người nhé.
feedback-many-found =
    { $count } người có tên như vậy, đây là ba người đầu
    { $lines }
    Chưa thấy đúng người, { -you } tìm lại bằng cả họ tên.
feedback-line-person = • { $member }, { $home }
feedback-one-person = { $member }, { $year }
feedback-no-year = chưa rõ tuổi
feedback-look-again = Tìm lại
feedback-their-words =
    Ý kiến của { $member }, { $home }
    { -You } gõ lại lời người ấy, hoặc gửi { -voice-picture-document }.
feedback-entered =
    { -Me } đã ghi hộ: { $name }
    { $unit } trả lời { $member } chậm nhất { $day }.
    { -Me } báo cho { $member } biết đã có người ghi hộ.
feedback-entered-unlinked =
    { -Me } đã ghi hộ: { $name }
    { $unit } trả lời { $member } chậm nhất { $day }.
    { $member } chưa vào { -me }: khi có trả lời, { -me } nhắc { -you } gọi báo.
