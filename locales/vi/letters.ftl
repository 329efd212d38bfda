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
