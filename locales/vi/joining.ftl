# Vào sổ tay: mã trong thư, năm sinh, đồng ý.
joining-go-join = Vào sổ tay
joining-say-join = vào sổ tay | đăng ký | tham gia | kết nối | nhập mã
joining-welcome =
    Chào { -you }. Đây là sổ tay của { -members }.
    Muốn vào sổ, { -you } cần mã in trong thư mời. { -You } có thư chưa?
joining-opens-no-more =
    Máy này không còn mở sổ tay của ai nữa.
    Nếu không phải { -you } rời sổ hay nhờ ngắt máy, { -you } gọi ngay cho { -secretary } hoặc văn phòng.
    { $line }
    Muốn vào lại, { -you } cần mã in trong thư mời. { -You } có thư chưa?
joining-have-code = Tôi có mã
joining-go-no-code = Tôi chưa có mã
joining-say-no-code = tôi chưa có mã | chưa có mã | không có mã | tôi không có mã | mất thư | tôi mất thư | mất thư rồi | tôi làm mất thư | bác mất thư rồi | lạc mất thư | chưa có thư | tôi chưa có thư | không có thư | không thấy thư | quên mã | mất mã | tôi mất mã
joining-ask-code =
    { -You } gõ mã trong thư, gồm 12 chữ và số.
    Viết hoa hay thường đều được.
joining-no-code-help =
    Chưa có thư hay mất thư đều xin lại được.
    { -You } gọi { -secretary } { -branch } của mình xin thư, có thư rồi quay lại đây. Sổ tay không bao giờ hỏi tiền hay mật khẩu.
joining-no-code-call =
    Chưa có thư hay mất thư đều xin lại được.
    { -You } hỏi { -secretary } { -branch } của mình. Chưa biết số thì gọi { $line }. Sổ tay không bao giờ hỏi tiền hay mật khẩu.
joining-code-unknown =
    { -Me } chưa mở được bằng mã này.
    Mã chỉ dùng một lần và có hạn. { -You } gõ lại cho đúng trong thư. Vẫn chưa được thì { -you } gọi { -secretary } { -branch } của mình xin thư mới, số để gọi in trong thư.
joining-code-unknown-call =
    { -Me } chưa mở được bằng mã này.
    Mã chỉ dùng một lần và có hạn. { -You } gõ lại cho đúng trong thư. Vẫn chưa được thì { -you } gọi { $line } xin thư mới.
joining-somebody-else =
    Máy này đang dùng cho một người khác.
    { -You } mở sổ tay bằng máy của mình nhé.
joining-too-many-tries =
    { -You } nghỉ tay một lát.
    Mười lăm phút nữa { -you } gõ lại mã, hoặc gọi { -secretary } giúp.
joining-ask-year =
    Cảm ơn { -you }. Còn một câu hỏi nữa.
    { -You } sinh năm nào? Ví dụ gõ: 1951.
joining-year-differs =
    Năm sinh chưa khớp với danh sách.
    { -You } gõ lại bốn số của năm sinh. Gõ đúng mà vẫn chưa khớp thì { -you } gọi { -secretary } giúp.
joining-year-typed =
    Năm sinh thì { -you } gõ bằng số giúp { -me } nhé.
    Ví dụ gõ: 1951.
joining-consent =
    Xin hỏi ý { -you } { $name }, { $unit }
    Sổ giữ tên, đơn vị, lý lịch, phiếu của { -you } để gửi tin, mời họp, biểu quyết. Tin đi qua máy chủ của ứng dụng nhắn tin.

    Đồng ý hay không đều được, và rút lại lúc nào cũng được.
joining-agree = Tôi đồng ý
joining-refuse = Tôi chưa đồng ý
joining-refused =
    Vâng, { -me } không mở sổ cho { -you } ở máy này.
    Tên { -you } vẫn ở danh sách như trước, tin cũng đến theo cách cũ. Đổi ý, { -you } gõ lại mã trong thư.
joining-wish-second-phone = Thêm máy thứ hai
joining-second-phone =
    Mã cho máy thứ hai của { -you }: { $code }
    Trên máy kia, { -you } mở sổ tay, gõ mã này rồi năm sinh. Đừng đưa mã cho ai.
joining-ask-part =
    Ngắt { $count } máy khác đang mở sổ của { -you }?
    Dùng khi máy kia bị mất, đã cho người khác, hay không phải của { -you }. Máy này vẫn dùng như trước. Muốn mở lại trên máy kia thì thêm máy lần nữa.
joining-own-phones = Máy của chính { -you } thì { -you } ngắt ở mục Chỉnh cách dùng, trong Gọi giúp.
joining-keep-phones = Giữ như cũ
joining-really-part = Ngắt { $count } máy khác
joining-parted =
    Đã ngắt. Nay chỉ máy này mở được sổ của { -you }.
    Máy kia là của người lạ thì { -you } { -press } Gọi giúp và báo ngay nhé.
joining-no-other-phone = Chỉ máy này đang mở sổ của { -you }, không có máy nào khác.
joining-wish-to-leave = Rời sổ tay
joining-ask-leave =
    { -You } muốn rời sổ tay?
    Sẽ không còn tin nào đến đây. Tên { -you } trong danh sách vẫn giữ nguyên.
joining-stay = Ở lại sổ tay
joining-really-leave = Rời sổ tay
joining-left =
    { -You } đã rời sổ tay.
    Muốn trở lại, { -you } xin { -secretary } thư mới.
joining-second-phone-opened = Chào { -you } { $name }. Máy này đã mở sổ của { -you }. Từ nay tin đến máy nào { -you } dùng sau cùng. Lời đồng ý trước của { -you } vẫn giữ nguyên.
joining-phone-added =
    Vừa có thêm một máy mở sổ của { -you }
    Nếu không phải { -you } thêm, { -you } { -press } Ngắt các máy khác, rồi Gọi giúp.
