# Lời của dòng lệnh.
commands-no-token = Chưa có mã của bot: hãy ghi SOTAY_TELEGRAM_TOKEN vào tệp .env.
commands-no-file = Không thấy tệp { $name }.
commands-newer-database = Cơ sở dữ liệu do bản mới hơn ghi ({ $revision }); hãy cập nhật chương trình.
commands-no-unit = Không có đơn vị nào tên { $name }.
commands-no-letters = Mọi người đều đã vào sổ tay, không có thư nào cần in.
commands-nothing-written = Chưa ghi gì vào sổ.
commands-write-it = Ghi vào sổ?
commands-written = Đã ghi: { $new } người mới, { $changed } người có thay đổi.
commands-letters-written = Đã viết { $count } lá thư vào { $name }. Mã in trước đây mà chưa dùng không còn giá trị.
commands-list-source = Danh sách { $name }, { $day }
commands-roster-counts = { $unit }: mới { $new }, thay đổi { $changed }, không đổi { $unchanged }, chưa nhận { $rejected }, bỏ qua { $skipped } dòng không phải người.
commands-roster-changed = Dòng { $row }, { $name }: có thay đổi
commands-roster-rejected = Dòng { $row }, { $name }: chưa nhận. { $reason }
commands-roster-note = Dòng { $row }, { $name }: { $note }
commands-roster-double = Dòng { $rows }, { $names }: có thể là một người. { $why }
commands-roster-missing = { $name }, { $unit }: có trong sổ, không có trong danh sách này
commands-roster-columns = Các cột chưa hiểu, để nguyên: { $names }
