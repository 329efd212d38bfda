# Khi chưa hiểu nhau.
lost-trouble =
    { -Me } gặp trục trặc, không phải tại { -you }.
    Mọi thứ vẫn như cũ. { -You } thử lại sau một phút, hoặc bấm Trang chính.
lost-something-else =
    { -Me } đã nhận, cảm ơn { -you }.
    { -You } muốn làm gì tiếp?
lost-file-unasked =
    { -Me } thấy { -you } gửi một tệp.
    { -You } chọn việc muốn làm, rồi gửi lại tệp giúp { -me }.
lost-not-understood =
    { -Me } chưa hiểu ý { -you }.
    { -You } bấm chọn giúp một việc dưới đây.
lost-not-understood-again =
    { -Me } vẫn chưa hiểu, mong { -you } thông cảm.
    { -You } gọi người giúp, hoặc bấm chọn một việc.
