# Khi chưa hiểu nhau.
lost-trouble =
    { -Me } gặp trục trặc, không phải tại { -you }.
    Mọi thứ vẫn như cũ. { -You } thử lại sau một phút, hoặc { -press } Trang chính.
lost-something-else =
    { -Me } đã nhận, cảm ơn { -you }.
    { -You } muốn làm gì tiếp?
lost-not-carried =
    Ứng dụng này chưa chuyển được thứ { -you } vừa gửi đến { -me }.
    { -You } gõ chữ, gửi ảnh hoặc ghi âm lời nói thay nhé.
lost-file-unasked =
    { -Me } đã nhận { $files }.
    { -You } muốn dùng vào việc gì?
lost-files-for-leaders =
    { -Me } giữ cả { $count } tệp: { $files }.
    Thêm văn bản thì lấy hết. Việc khác chỉ lấy tệp sau cùng, { $last }.
    { -You } muốn dùng làm gì?
lost-files-for-members =
    { -Me } giữ { $last }, là tệp sau cùng { -you } gửi.
    Mỗi lần chỉ dùng được một tệp. Tệp trước, { -you } gửi lại sau nhé.
    { -You } muốn dùng tệp này làm gì?
lost-a-file = tệp “{ $name }”
lost-a-photo = tấm ảnh
lost-a-voice = lời nói
lost-and-file = { $some }, { $file }
lost-and-more-files = { $some } và { $count } tệp nữa
lost-enough-files =
    { -Me } đang giữ { $count } tệp, nên chưa giữ thêm { $file }.
    { -You } chọn việc cho các tệp trước, rồi gửi lại tệp này nhé.
lost-file-described =
    { -Me } giữ { $files } cùng lời { -you }:
    { $text }
    { -You } muốn dùng vào việc gì?
lost-which-meant =
    { -You } gõ “{ $text }”.
    { -You } muốn mở mục ấy, hay đó là lời { -you } muốn gửi?
lost-keep-answer = Gửi đúng lời ấy
lost-which-meant-text =
    { -You } gõ “{ $text }”.
    { -You } muốn mở mục ấy, hay ghi đúng chữ ấy vào bản tin?
lost-keep-text = Ghi đúng chữ ấy
lost-answer-again = { -You } gõ lại lời muốn gửi giúp { -me } nhé.
lost-as-it-is = { $text }
lost-wrong-number =
    Ở đây { $count ->
        [1] chỉ có số 1.
       *[other] chỉ có từ số 1 đến số { $count }.
    }
    { -You } { -pick-out } lại giúp { -me } nhé.
lost-words-wanted =
    Một con số thì { -me } chưa hiểu hết ý { -you }.
    Câu hỏi vẫn như trước, { -you } gõ thành lời giúp nhé.
lost-standing = Đang ở: { $text }
lost-beside =
    { -Me } cảm ơn { -you }.
    { $standing }
    Việc đang làm vẫn để nguyên, { -you } làm tiếp nhé.
lost-a-story =
    { -Me } đọc rồi, nhưng chưa rõ ý { -you }. Lời này chưa gửi đi đâu.
    { -You } muốn làm gì với lời này?
lost-not-understood =
    { -Me } chưa hiểu ý { -you }.
    { -You } { -pick-out } giúp một việc dưới đây.
lost-not-understood-again =
    { -Me } vẫn chưa hiểu, mong { -you } thông cảm.
    { -You } gọi người giúp, hoặc { -pick-out } một việc.
lost-document-too-big = Tệp này lớn quá 20 megabyte. { -You } gửi tệp nhỏ hơn giúp { -me }.
lost-document-not-docx = Tệp này tên là .docx nhưng bên trong không phải văn bản Word. { -You } mở lại bằng Word, lưu mới rồi gửi.
lost-document-empty = Tệp này chưa có chữ nào. { -You } xem lại rồi gửi giúp { -me }.
lost-document-scanned = Tệp PDF này có trang là ảnh chụp, { -me } không đọc được chữ. { -You } gửi bản Word hoặc gõ chữ.
lost-document-tracked-changes = Văn bản còn dấu sửa chưa chốt. { -You } nhận hoặc bỏ các chỗ sửa trong Word rồi gửi lại.
lost-document-encrypted = Tệp này có mật khẩu. { -You } bỏ mật khẩu rồi gửi lại.
lost-document-macros = Tệp này chứa lệnh tự chạy nên { -me } không mở. { -You } lưu thành .docx thường rồi gửi lại.
lost-document-encoding = { -Me } không đọc được kiểu chữ của tệp này. { -You } lưu lại theo Unicode rồi gửi.
lost-document-unsupported = { -Me } đọc được tệp .docx, .pdf và .txt. { -You } gửi một trong ba loại ấy.
lost-document-broken = Tệp này hỏng, { -me } không mở được. { -You } lưu lại rồi gửi giúp.
lost-document-bomb = Tệp này nở ra quá lớn nên { -me } không mở. { -You } gửi tệp khác giúp { -me }.
lost-file-too-big = Tệp này lớn quá 20 megabyte. { -You } gửi tệp nhỏ hơn giúp { -me }.
lost-file-not-here = Tệp chưa đến nơi. { -You } gửi lại giúp { -me } nhé.
# Các từ đứng trước một chỗ trống: tin cũ thiếu giá trị thì bỏ cả từ này.
lost-leads-to-a-value = của | cho | tại | ở | từ | đến | vào | lúc | do | theo | bởi | số | ngày | là
