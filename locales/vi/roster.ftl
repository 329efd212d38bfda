# Đọc danh sách thành viên: những điều nói lại với người gửi danh sách.

members-roster-unreadable = { -Me } chưa mở được tệp { $name }. { -You } lưu lại thành tệp Excel (.xlsx) rồi gửi giúp nhé.
members-roster-too-big = Tệp { $name } lớn hơn một danh sách thường có. { -You } gửi riêng tờ danh sách giúp nhé.
members-roster-empty = Tệp { $name } chưa có dòng nào. { -You } xem lại có đúng tệp cần gửi không nhé.
members-roster-no-header = { -Me } chưa thấy dòng tiêu đề cột. Danh sách cần một dòng có “Họ và tên” và “{ -Branch }” hoặc “Đơn vị”.
members-roster-no-status-column = Danh sách không có cột tình trạng, nên mọi người được ghi là chính thức.

members-roster-no-name = Dòng này chưa có họ tên.
members-roster-no-unit = Dòng này chưa ghi { -branch }.
members-roster-formula = Ô họ tên đang là công thức, cần gõ lại thành chữ.
members-roster-unit-formula = Ô { -branch } đang là công thức, cần gõ lại thành chữ.
members-roster-name-too-long = Ô họ tên dài quá { NUMBER($limit, useGrouping: 0) } chữ cái, có lẽ lẫn nội dung khác.
members-roster-status-unknown = { -Me } chưa hiểu tình trạng “{ $text }”.
members-roster-duplicate = Dòng này giống hệt dòng { $row }, nên chỉ lấy một lần.
members-roster-same-person = Trùng họ tên và số thẻ với dòng { $row } nhưng khác chi tiết; dòng trên được giữ lại.
members-roster-card-taken = Số thẻ { $card } đã là của { $name } ở dòng { $row }; cần xem lại thẻ của ai.

members-roster-name-hidden = Họ tên có ký tự ẩn, đã được bỏ đi.
members-roster-name-marks = Họ tên có dấu lạ, được giữ nguyên như trong danh sách.
members-roster-year-only = { $column }: mới chỉ có năm { $text }.
members-roster-date-unclear = { $column }: { -me } chưa đọc được ngày “{ $text }”, nên giữ nguyên chữ.
members-roster-date-impossible = { $column }: lịch không có ngày “{ $text }”, nên giữ nguyên chữ.
members-roster-date-ahead = { $column }: ngày “{ $text }” chưa tới, nên giữ nguyên chữ.
members-roster-role-unknown = { -Me } chưa biết chức vụ “{ $text }”, nên để trống.
members-roster-status-empty = Ô tình trạng để trống, nên ghi là chính thức.
members-roster-sex-unclear = { -Me } chưa hiểu giới tính “{ $text }”, nên để trống.
members-roster-phone-unclear = “{ $text }” chưa giống một số điện thoại, nên giữ nguyên chữ.
members-roster-phone-shared = Dùng chung số điện thoại với { $name } ở dòng { $row }.
members-roster-same-name = Cùng tên với dòng { $row } ở { $unit }; mỗi dòng được ghi là một người.

members-roster-double-born = Trùng họ tên và ngày sinh, có thể là một người.
members-roster-double-phone = Trùng họ tên và số điện thoại, có thể là một người.

members-roster-row-of-sheet = { $row } của tờ “{ $sheet }”
members-roster-on-two-sheets = Trùng họ tên, ngày sinh và { -branch } với dòng { $row }; dòng trên được giữ lại.
members-roster-no-sheet = Tệp không có tờ “{ $sheet }”. Các tờ có dòng chữ: { $sheets }.
members-roster-column-untitled = cột { $letter } (không có tiêu đề)
