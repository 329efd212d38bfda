# Lời và tệp còn giữ, chưa gửi đi đâu.
keeping-see = Xem lời đang giữ
keeping-line = • Chưa gửi đi: { $gist }
keeping-words = “{ $text }”
keeping-words-and-files = “{ $text }”, kèm { $files }
keeping-kept =
    { -Me } đang giữ, chưa gửi đi đâu:
    { $gist }
    { -You } muốn làm tiếp hay bỏ đi?
keeping-read-all = Xem đủ lời đã viết
keeping-read-on = Xem tiếp
keeping-whole =
    Lời { -you } đã viết, chưa gửi:
    { $text }
keeping-go-on = Làm tiếp
keeping-throw-away = Bỏ đi, không gửi
keeping-thrown-away =
    { -Me } đã bỏ: { $gist }
    Không ai nhận được gì cả.
keeping-nothing =
    { -Me } không còn giữ gì chưa gửi.
    Cần nói điều gì, { -you } { -press } Quay lại rồi viết mới nhé.
