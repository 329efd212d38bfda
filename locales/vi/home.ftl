# Trang chính và các nút luôn có.
home-back = Quay lại
home-listen = Nghe
home-reading = { -Me } đang đọc, { -you } nghe nhé.
home-go-home = Trang chính
home-say-home = trang chính | trang chu | về nhà | nhà | menu | bắt đầu | về đầu | trở về nhà | thoát | việc của tôi | tôi còn việc gì | còn việc gì không
home-say-listen = nghe | đọc to | đọc lên | đọc cho bác nghe | đọc cho tôi nghe | đọc giúp bác | đọc giúp tôi
home-say-back = quay lại | trở lại | thôi | hủy | hủy bỏ | không làm nữa
home-go-start = Trang chính
home-say-start = bắt đầu lại | chào | xin chào | chào sổ tay | hello | alo
home-go-thanks = Cảm ơn
home-say-thanks = cảm ơn | cám ơn | cảm ơn cháu | cảm ơn nhiều | cảm ơn sổ tay | tốt lắm | hay quá | giỏi quá | vâng | dạ | ừ | ok | được rồi | biết rồi | rõ rồi
home-thanked = { -Me } vui vì giúp được { -you }.
home-greeting = Chào { -you } { $name }. { -always-there }
home-home =
    Chào { -you } { $name }. { -You } còn { $count } việc:
    { $tasks }
home-nothing-waiting =
    Chào { -you } { $name }.
    Hôm nay không còn việc nào chờ { -you }.
home-notices-waiting = • Xem và { -press } Đã nhận { $count } thông báo
home-meetings-waiting = • Trả lời { $count } giấy mời họp
home-polls-waiting = • Biểu quyết { $count } việc
home-answers-waiting = • Xem { $count } câu trả lời ý kiến
home-cases-waiting = • Trả lời { $count } ý kiến của { -members }
home-corrections-waiting = • Duyệt { $count } đề nghị sửa sổ
home-begun =
    { -You } còn việc chưa viết xong:
    { $drafts }
    Chưa có gì gửi đi. { -You } muốn làm tiếp không?
home-begun-notices = • Một thông báo đang viết dở
home-begun-meetings = • Một giấy mời họp đang viết dở
home-begun-polls = • Một cuộc biểu quyết đang viết dở
home-go-on-notices = Viết tiếp thông báo
home-go-on-meetings = Viết tiếp giấy mời
home-go-on-polls = Viết tiếp biểu quyết
home-later = Để sau
home-bulletins-waiting = • Duyệt bản tin sắp phát
home-bulletins-with-news = • Duyệt bản tin sắp phát, có { $new } mục mới
