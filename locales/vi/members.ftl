# Sổ của tôi và danh sách.
members-go-record = Sổ của tôi
members-say-record = sổ của tôi | hồ sơ | lý lịch | thông tin của tôi | thông tin cá nhân | sổ tôi | hồ sơ của tôi | ngày vào đảng | sửa hồ sơ
members-card =
    { $name }
    { $unit }, { $status }
    { $offices }
    Sinh năm: { $born }
    Vào tổ chức: { $joined }
    Chính thức: { $official }
    Điện thoại: { $phone }
members-not-entered = chưa ghi
members-status-full = chính thức
members-status-probationary = dự bị
members-status-exempt = miễn sinh hoạt
members-status-suspended = đình chỉ sinh hoạt
members-status-away = sinh hoạt tạm thời nơi khác
members-office-secretary = Bí thư { $unit }
members-office-deputy = Phó bí thư { $unit }
members-office-committee = Cấp ủy viên { $unit }
members-office-staff = Cán bộ văn phòng { $unit }
members-see-entries = Xem khen thưởng, quá trình
members-entries =
    Trong sổ của { $name } có:
    { $lines }
members-no-entries = Sổ của { $name } chưa ghi mục nào.
members-entry-award = • Khen thưởng: { $text } ({ $dated }). Theo: { $source }
members-entry-discipline = • Kỷ luật: { $text } ({ $dated }). Theo: { $source }
members-entry-career = • Quá trình: { $text } ({ $dated }). Theo: { $source }
members-entry-correction = • Bổ sung: { $text } ({ $dated }). Theo: { $source }
members-no-date = không ghi ngày
members-more = Xem tiếp
members-propose = Đề nghị sửa
members-ask-correction =
    { -You } muốn sửa điều gì?
    { -You } gõ ra đây, ví dụ: Số điện thoại mới là 0900 123 456.
members-look-over =
    { -Me } ghi lời { -you }:
    { $text }
    Đúng ý thì { -you } bấm gửi. Chưa đúng thì { -you } gõ lại.
members-send-correction = Gửi đề nghị này
members-proposed =
    { -Me } đã ghi đề nghị của { -you }.
    { -Secretary } sẽ xem và trả lời. Sổ chưa đổi gì cho đến lúc ấy.
members-text-empty =
    { -Me } chưa thấy chữ nào.
    { -You } gõ lại giúp { -me }.
members-text-too-long =
    Đoạn này dài quá, một tin chỉ chứa { $most } chữ cái.
    { -You } viết ngắn lại giúp { -me }.
members-see-proposals = Xem đề nghị đã gửi
members-proposals =
    Đề nghị của { -you }:
    { $lines }
members-no-proposals = { -You } chưa gửi đề nghị nào.
members-proposal-proposed = • { $text }: đang chờ
members-proposal-approved = • { $text }: đã duyệt
members-proposal-declined = • { $text }: chưa duyệt, vì { $reason }
members-see-looks = Ai đã xem sổ tôi
members-looks =
    Những người đã mở sổ của { -you }:
    { $lines }
members-look = • { $name }, { $at }
members-no-looks = Chưa có ai khác mở sổ của { -you }.
members-correction-arrived =
    { $name } đề nghị sửa sổ
    { $text }
members-decide = Xem và duyệt
members-correction-approved =
    Đề nghị sửa sổ đã được duyệt, và được ghi thêm vào sổ
    { $text }
    Người duyệt: { $name }
members-correction-declined =
    Đề nghị sửa sổ chưa được duyệt
    { $text }
    Lý do: { $reason }
    Người trả lời: { $name }
members-go-people = Danh sách { -members }
members-say-people = danh sách | danh sách chi bộ | đảng viên | thành viên | cấp mã mới | ai chưa vào | ai chưa vào sổ | chưa liên kết
members-people =
    { $unit }
    Có { $count } người trong danh sách, { $linked } người đã vào sổ tay.
    Đề nghị sửa sổ đang chờ: { $pending }
members-list-all = Xem mọi người
members-list-unlinked = Xem ai chưa vào sổ
members-list-corrections = Xem đề nghị sửa
members-listed =
    Có { $count } người.
    Trang { $page } trên { $pages }. { -You } bấm vào tên để xem.
members-everyone-linked = Mọi người đều đã vào sổ tay.
members-one-person = { $name }
members-new-code = Cấp mã mới
members-ask-code =
    Cấp mã mới cho { $name }?
    Mã trong thư cũ sẽ không dùng được nữa.
members-make-code = Cấp mã mới
members-code =
    Mã mới của { $name }: { $code }
    Đọc hoặc chép tay cho người ấy, dùng một lần, trong { $days } ngày.
members-corrections = Có { $count } đề nghị sửa sổ đang chờ { -you }.
members-no-corrections = Không có đề nghị nào đang chờ.
members-one-correction = { $name }
members-correction =
    { $name } đề nghị sửa:
    { $text }
members-correction-decided = Đề nghị này đã được trả lời rồi.
members-own-correction = Đề nghị của { -you } do người phụ trách khác duyệt.
members-approve = Duyệt
members-decline = Chưa duyệt
members-ask-reason =
    Vì sao chưa duyệt?
    { -You } gõ lý do, người gửi sẽ đọc được.
members-approved = Đã duyệt, và ghi thêm vào sổ của { $name }. Dòng cũ vẫn để nguyên.
members-declined = Đã trả lời { $name } kèm lý do.
