# Thư mời vào sổ tay, in ra giấy.
letters-title = Thư mời vào sổ tay { -member }
letters-greeting = Kính gửi
letters-step-one = Mở máy ảnh điện thoại, đưa vào hình vuông bên cạnh.
letters-step-two = Bấm vào dòng chữ hiện ra, rồi bấm Bắt đầu.
letters-step-three = Gõ năm sinh, đọc lời hỏi ý, rồi chọn.
letters-code-line = Không quét được? Gõ mã này vào sổ tay:
letters-help-line = Cần giúp, xin gọi:
letters-until = Mã dùng một lần, đến hết { $day }.
letters-office = Văn phòng
letters-also-on-zalo = Dùng Zalo? Tìm “{ $bot }”, nhắn mã này.
# Thư của nơi chỉ dùng Zalo.
letters-zalo-step-one = Mở Zalo, gõ vào ô tìm kiếm tên ghi trong khung.
letters-zalo-step-two = Nhắn mã trong khung cho sổ tay.
letters-zalo-step-three = Nhắn năm sinh, đọc lời hỏi ý, rồi chọn.
letters-zalo-code-line = Mã của { -you }:
letters-find-on-zalo = Tên trên Zalo: { $bot }
