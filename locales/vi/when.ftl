# Đọc ngày giờ người ta gõ: khi cần hỏi lại.

when-unclear = { -Me } chưa hiểu rõ ngày giờ. { -You } viết như thế này giúp nhé: thứ Sáu 19 giờ 30.
when-no-day = { -You } cho biết thêm ngày nào nhé. Ví dụ: thứ Sáu 19 giờ 30.
when-no-hour = { -You } cho biết thêm mấy giờ nhé. Ví dụ: thứ Sáu 19 giờ 30.
when-which-half = { $hour } giờ sáng hay { $hour } giờ chiều? { -You } viết thêm “sáng” hoặc “chiều” giúp nhé.
when-impossible = Lịch không có ngày giờ này. { -You } xem lại con số giúp nhé.
when-weekday-differs = Ngày và thứ chưa khớp nhau. { -You } xem lại lịch rồi viết lại giúp nhé.
when-day-past =
    Đã qua rồi: { $day }.
    { -You } chọn một ngày sắp tới giúp nhé.
when-moment-past =
    Đã qua rồi: { $at }.
    { -You } chọn một lúc sắp tới giúp nhé.
when-past = Ngày giờ này đã qua. { -You } chọn một lúc sắp tới giúp nhé.
when-too-far = Ngày này còn hơn một năm nữa mới tới. { -You } chọn ngày gần hơn giúp nhé.
