# Zalo còn gửi được bao nhiêu.
quotas-reached-50 =
    Zalo đã gửi { $spent } trên { $monthly } tin của tháng này, được một nửa.
    Từ nay tin thường gửi qua Zalo được gom lại, sáng hôm sau mỗi người nhận một tin chung. Tin khẩn vẫn đi ngay.
quotas-reached-80 =
    Zalo đã gửi { $spent } trên { $monthly } tin của tháng này.
    Phần còn lại để dành cho câu trả lời và tin khẩn. Thông báo thường gửi qua Zalo sẽ chờ sang tháng sau, không mất.
quotas-reached-100 =
    Zalo đã gửi hết { $monthly } tin của tháng này.
    Ai chỉ dùng Zalo thì tháng sau mới nhận được tin mới. Việc gấp, { -you } gọi điện giúp nhé.
