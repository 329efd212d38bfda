# Bản tin cho mọi người: mở và đóng trong sổ tay.
outlets-for-everybody = Cho mọi người nghe
outlets-is-for-everybody = Đang mở cho mọi người
outlets-ask =
    Cho mọi người nghe bản tin { $month } của { $unit }?
    Ai mở trang chung cũng nghe, đọc và tải được cả { $count } mục, kể cả tên người viết trong mục. Lời mời gọi điện ở cuối thì không có. Lúc nào { -you } cũng đóng lại được.
outlets-do-open = Đúng, cho mọi người nghe
outlets-opened =
    Bản tin { $month } đang mở cho mọi người
    { $name } mở { $moment }. Ai cũng nghe được ở:
    { $address }
outlets-close = Không cho nghe chung nữa
outlets-closed =
    Bản tin { $month } không còn ở trang chung và podcast nữa.
    Trong sổ tay vẫn nghe như cũ. Ai đã tải về máy thì vẫn giữ được.
outlets-no-page =
    Sổ tay chưa có trang nghe chung.
    { -You } nói với người trông sổ tay nếu muốn có nhé.
outlets-not-approver = Chỉ người đã duyệt bản tin này mới mở cho mọi người nghe được.
outlets-stays-inside =
    Bản tin này có mục không gửi ra ngoài, nên chỉ nghe trong sổ tay.
    { -You } { -press } Quay lại nhé.

# Tệp cho loa.
outlets-not-there =
    Bản tin { $month } đã gửi, nhưng chưa có tệp cho loa truyền thanh.
    { $why } Bản tin không mất gì; sổ tay sẽ thử lại.
outlets-folder-away = Không thấy thư mục của loa: xem thẻ nhớ hay ổ đĩa đã cắm chưa.
outlets-folder-full = Thư mục của loa đã đầy: cần xóa bớt tệp cũ.
outlets-folder-closed = Không ghi được vào thư mục của loa.
outlets-no-sound = Chưa có tiếng của bản tin.
outlets-nothing-to-put = Chưa có bản tin nào đã gửi để đưa ra loa.
outlets-not-put = Chưa đưa được bản tin { $month } ra loa. { $why }
outlets-where = Hãy cho biết thư mục: sotay loudspeaker -o THƯ-MỤC, hoặc ghi SOTAY_LOUDSPEAKER_DIR vào tệp .env.
outlets-which-month = Tháng viết như 2026-12.

# Trang chung và podcast.
outlets-bulletins = Các bản tin
outlets-of = Bản tin của { $unit }
outlets-none-yet = Chưa có bản tin nào cho mọi người nghe.
outlets-listen-to = Nghe và đọc bản tin { $month }
outlets-all = Xem các bản tin khác
outlets-sound-to-come = Tiếng của bản tin này đang được làm. Mời mở lại trang này sau ít phút; phần chữ đã đọc được ngay bên dưới.
outlets-save = Tải tiếng về máy
outlets-podcast = Nghe bằng ứng dụng podcast
outlets-podcast-how = Chép địa chỉ này vào ứng dụng podcast, khi có bản tin mới máy sẽ tự tải về.
outlets-not-here = Không có bản tin này ở đây
outlets-see-all = Mời xem các bản tin khác đang mở cho mọi người.
outlets-about = Bản tin tháng đọc thành tiếng, cho mọi người cùng nghe.
