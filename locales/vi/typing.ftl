# Nơi không có nút bấm: chọn bằng số, gọi bằng chữ.
typing-numbers =
    Nhắn số để chọn.
    Hoặc nhắn: { $words }
typing-words = Có thể nhắn: { $words }
typing-word = Để trả lời, { -you } nhắn: { $word }
typing-word-to-see = Để xem, { -you } nhắn: { $word }
typing-link-bulletin =
    Nghe bản tin tại đây:
    { $link }
typing-link-item =
    Nghe mục này tại đây:
    { $link }
typing-link-sound =
    Nghe tại đây:
    { $link }
typing-link-photo =
    Xem ảnh tại đây:
    { $link }
typing-link-calendar =
    Mở tệp lịch tại đây:
    { $link }
typing-link-file =
    Mở tệp tại đây:
    { $link }
typing-no-file = Có kèm một tệp mà ở đây chưa mở được. { -You } hỏi { -secretary } giúp nhé.
typing-number-after-news =
    Vừa có tin mới đến. Muốn trả lời tin ấy, { -you } nhắn chữ ghi ở cuối tin.
    Còn ở danh sách trước, số { $number } là: { $label }
    Nếu đúng ý, { -you } nhắn lại { $number }.
typing-number-again =
    Số { $number } đến đúng lúc danh sách này vừa hiện.
    Bây giờ số { $number } là: { $label }
    Nếu đúng ý, { -you } nhắn lại { $number }.
typing-number-unasked =
    Số { $number } đến khi câu hỏi này chưa hiện.
    { -You } đọc câu hỏi ở trên rồi trả lời giúp nhé.
# Số viết bằng chữ.
typing-digits = một | hai | ba | bốn | năm | sáu
# Cách nói khác của một lựa chọn đang đứng trước mắt, hay của tin vừa đến.
typing-said-feedback-helped = ổn | ổn rồi | ổn rồi cháu | ổn rồi cháu ạ | ổn rồi nhé | ổn rồi cảm ơn | ổn rồi cảm ơn cháu | đã ổn rồi | đã ổn cả rồi | ổn cả rồi | vậy là ổn | thế là ổn
typing-said-feedback-not-helped = vẫn chưa ổn | không ổn | chưa được
# Chữ mở ra việc mà một tin vừa đến báo; theo nút đầu tiên của tin ấy.
typing-to-notices-acknowledge = đã nhận
typing-to-meetings-show = họp
typing-to-meetings-say-yes = họp
typing-to-meetings-add-to-calendar = họp
typing-to-meetings-check-in = điểm danh
typing-to-polls-show = biểu quyết
typing-to-polls-see-result = biểu quyết
typing-to-polls-manage = theo dõi biểu quyết
typing-to-bulletins-heard = bản tin
typing-to-bulletins-items = bản tin
typing-to-bulletins-show = bản tin
typing-to-bulletins-desk = soạn bản tin
typing-to-feedback-show-own = xem trả lời
typing-to-feedback-helped = xem trả lời
typing-to-feedback-ask-answer = trả lời ý kiến
typing-to-feedback-show-case = trả lời ý kiến
typing-to-members-show-correction = duyệt sửa sổ
typing-to-members-record = sổ của tôi
typing-to-mailings-show = đã gửi
typing-to-meetings-absent = tóm tắt
typing-to-meetings-see-agenda = họp
typing-to-meetings-say-no = họp
typing-to-mailings-go-on = đã gửi
typing-to-mailings-ask-stop = đã gửi
typing-to-bulletins-item = bản tin
typing-to-feedback-ask-more = xem trả lời
typing-to-feedback-not-helped = xem trả lời
typing-to-help-show-help = gọi giúp
typing-to-help-ask-part = ngắt các máy khác
typing-to-calls-show = ai cần gọi
typing-to-sharing-enter = đổi người
