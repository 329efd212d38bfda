# Gọi giúp và cài đặt.
help-go-help = Gọi giúp
help-say-help = gọi giúp | giúp | giúp tôi | giúp với | giúp tôi với | giúp tui với | trợ giúp | cứu | số điện thoại | gọi bí thư | số điện thoại bí thư | gọi văn phòng | nhờ giúp | hỏi ai | không biết dùng | không biết bấm gì | bấm gì bây giờ | bấm vào đâu | muốn gặp người | nói chuyện với người | tôi sợ lắm | sợ bấm sai | sợ quá | con ơi giúp bà với | cháu ơi giúp bác | giúp bà với | giúp ông với | help me | hướng dẫn | hướng dẫn sử dụng | cách dùng | dùng thế nào | dùng sao đây | tôi làm được gì | đây là gì | không hiểu gì cả
help-help =
    { -You } cần giúp? Hãy gọi:
    { $people }
help-help-nobody =
    { -You } cần giúp?
    Hãy gọi văn phòng của { -upper }, ở đó có người giúp { -you } ngay.
help-help-line =
    { -You } cần giúp? Hãy gọi:
    { $line }
help-help-in-letter =
    { -You } cần giúp?
    Hãy gọi { -secretary } { -branch } của mình. Số để gọi in trong thư mời.
help-person-with-phone = • { $name }, { $office }, số { $phone }
help-person-without-phone = • { $name }, { $office }
help-go-settings = Chỉnh cách dùng
help-say-settings = cài đặt | ngôn ngữ | đổi tiếng | chỉnh | tùy chọn | thêm máy | đổi máy | đổi điện thoại | máy mới | rời sổ tay | rời sổ | muốn rời sổ
help-settings =
    { -You } muốn chỉnh gì?
    Đổi rồi vẫn đổi lại được. Rời sổ tay thì muốn trở lại cần thư mời mới.
help-phones = Thêm máy, dùng chung máy
help-which-phone = { -You } muốn dùng thêm một máy, hay hai người dùng chung máy này?
help-go-part = Ngắt các máy khác
help-say-part = ngắt các máy khác | ngắt máy khác | ngắt máy kia | ngắt máy cũ | ngắt điện thoại | mất điện thoại | mất máy | tôi mất điện thoại | bị mất điện thoại
help-go-speed = Đổi tốc độ đọc
help-say-speed = đổi tốc độ đọc | tốc độ đọc | đổi tốc độ | đọc nhanh quá | đọc chậm quá
help-go-slow = Đọc chậm
help-say-slow = đọc chậm | đọc chậm lại | đọc chậm hơn | nói chậm lại | đọc từ từ thôi
help-go-fast = Đọc nhanh
help-say-fast = đọc nhanh | đọc nhanh hơn | đọc nhanh lên
help-which-speed = { -You } muốn nghe đọc nhanh hay chậm?
help-speed-slow = Đọc chậm
help-speed-normal = Đọc vừa
help-speed-fast = Đọc nhanh
help-speed-kept =
    { -Me } đã ghi: { $speed }.
    Từ nay { -me } đọc như thế.
help-other-language = Speak English
help-go-english = Nói tiếng Anh
help-say-english = tiếng anh | nói tiếng anh | đổi sang tiếng anh
help-go-vietnamese = Nói tiếng Việt
help-say-vietnamese = tiếng việt | nói tiếng việt | đổi sang tiếng việt

# Lời tuyệt vọng: đưa ngay đến người để gọi.
help-go-despair = Có người nghe { -you }
help-say-despair = tôi muốn chết | bác muốn chết | chú muốn chết | con muốn chết | em muốn chết | muốn chết cho xong | chết quách cho xong | chết đi cho rồi | không muốn sống nữa | chẳng muốn sống nữa | không thiết sống | chẳng thiết sống | sống làm gì nữa | không còn muốn sống | chán sống | muốn tự tử | tự tử | tự vẫn | tự sát | kết liễu đời mình
help-despair =
    { -Me } thương { -you }, và { -you } không phải chịu một mình.
    Xin { -you } gọi ngay, có người nghe { -you }:
    { $people }
    Nguy cấp, { -you } gọi 115.
help-despair-nobody =
    { -Me } thương { -you }, và { -you } không phải chịu một mình.
    Xin { -you } gọi ngay cho người thân hay hàng xóm. Nguy cấp, { -you } gọi 115.
