# Lời trên trang điện thoại thử.
demo-secretary = Bí thư Chi bộ 1
demo-staff = Cán bộ văn phòng phường
demo-older = 78 tuổi, thích nghe hơn đọc
demo-busy = Bận rộn, trả lời trong mười giây
demo-probationary = Đảng viên dự bị, dùng tiếng Anh
demo-newcomer = Chưa vào sổ. Mã trong thư: { $code }. Sinh năm { $year }.
demo-joined = Vừa vào sổ tay
demo-left = Đã rời sổ tay
demo-title = Thử gì trước?
demo-step-english = Muốn máy nào nói tiếng Anh, gõ “tiếng anh” trên máy ấy. Máy anh An đã là tiếng Anh.
demo-step-notice = Trên máy bà Hoa: bấm “{ $received }” ở thông báo, rồi bấm “{ $listen }”.
demo-step-vote = Trên máy anh Tuấn: bấm “{ $home }”, “{ $polls }”, chọn và bỏ phiếu.
demo-step-listen = Trên máy cô Thanh: bấm “{ $home }”, “{ $lead }”, “{ $answer }”, “{ $edit }”; nghe thử rồi duyệt.
demo-step-write = Trên máy ông Bình: bấm “{ $home }”, “{ $lead }”, “{ $send }”, “{ $write }” rồi gửi; xem tin đến các máy kia.
demo-step-join = Trên máy bà Sen: bấm Bắt đầu, rồi gõ mã và năm sinh ghi dưới tên để vào sổ.
demo-ready = Mở trang này trong trình duyệt: { $address }
