# Sổ của tôi và danh sách.
members-go-record = Sổ của tôi
members-say-record = sổ của tôi | hồ sơ | lý lịch | thông tin của tôi | thông tin cá nhân | sổ tôi | hồ sơ của tôi | ngày vào đảng
members-card =
    { $name }
    { $places }
    Sinh: { $born }{ $sex }
    Vào tổ chức: { $joined }
    Chính thức: { $official }
    Nơi ở: { $address }
    Điện thoại: { $phone }
members-in-unit = { $unit }, { $status }
members-in-year = năm { $year }
members-sex-female = , nữ
members-sex-male = , nam
members-sex-unknown = { "" }
members-on-probation = đang thời gian dự bị
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
members-entry-none = • Khen thưởng, quá trình: chưa ghi mục nào
members-entry-card = • Những điều ở trang trước ghi theo: { $source }
members-entry-native = • Quê quán: { $text }
members-from-list = danh sách { -members } { $unit }, nhận { $day }
members-entry-award = • Khen thưởng: { $text } ({ $dated }). Theo: { $source }
members-entry-discipline = • Kỷ luật: { $text } ({ $dated }). Theo: { $source }
members-entry-career = • Quá trình: { $text } ({ $dated }). Theo: { $source }
members-entry-former-phone = • Điện thoại trước đây: { $text }. Đổi { $dated }, theo { $source }
members-entry-former-address = • Nơi ở trước đây: { $text }. Đổi { $dated }, theo { $source }
members-entry-former-born = • Ngày sinh ghi trước đây: { $text }. Đổi { $dated }, theo { $source }
members-entry-former-name = • Họ tên ghi trước đây: { $text }. Đổi { $dated }, theo { $source }
members-entry-former-joined = • Ngày vào ghi trước đây: { $text }. Đổi { $dated }, theo { $source }
members-entry-former-official = • Ngày chính thức ghi trước đây: { $text }. Đổi { $dated }, theo { $source }
members-entry-correction = • Bổ sung: { $text } ({ $dated }). Theo: { $source }
members-no-date = không ghi ngày
members-more = Xem tiếp
members-propose = Đề nghị sửa
members-go-correct = Đề nghị sửa sổ
members-say-correct = đề nghị sửa | sửa sổ | sửa hồ sơ | đổi số điện thoại | sổ ghi sai | sửa thông tin | đổi địa chỉ
members-go-proposals = Đề nghị sửa đã gửi
members-say-proposals = đề nghị đã gửi | đề nghị của tôi | đã sửa sổ chưa | kết quả sửa sổ
members-ask-correction =
    { -You } muốn sửa điều gì?
    { -You } gõ ra đây, ví dụ: Số điện thoại mới là 0900 123 456.
members-look-over =
    { -Me } ghi lời { -you }:
    { $text }
    Đúng ý thì { -you } { -pick } gửi. Chưa đúng thì { -you } gõ lại.
members-send-correction = Gửi đề nghị này
members-proposed =
    { -Me } đã ghi đề nghị của { -you }.
    { -Secretary } sẽ xem và trả lời. Sổ chưa đổi gì cho đến lúc ấy.
members-proposed-already =
    { -Me } đã gửi đề nghị của { -you }, không cần gửi lại.
    { -Secretary } sẽ xem và trả lời.
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
members-correction-written =
    Đề nghị sửa sổ đã được duyệt
    Trong sổ nay ghi, { $line }: { $value }
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
    Tìm một người, { -you } gõ tên vào đây.
members-list-all = Xem mọi người
members-list-unlinked = Xem ai chưa vào sổ
members-list-unreachable = Xem { $count } người mất liên lạc
members-everyone-reached = Hiện tin gửi đến được mọi người đã vào sổ.
members-list-corrections = Xem đề nghị sửa
members-listed =
    Có { $count } người.
    Trang { $page } trên { $pages }. { -You } { -pick } một tên, hoặc gõ tên để tìm.
members-everyone-linked = Mọi người đều đã vào sổ tay.
members-one-person = { $name }
members-person-of = { $name }, { $unit }
members-some-found =
    Có { $count } người tên như vậy.
    { -You } { -pick } một người, hoặc gõ đủ họ tên.
members-nobody-found =
    { -Me } không thấy ai tên như vậy.
    { -You } gõ lại họ tên, hoặc số điện thoại.
members-new-code = Cấp mã mới
members-ask-code =
    Cấp mã mới cho { $name }?
    Mã trong thư cũ sẽ không dùng được nữa. Thư bị mất thì { -you } chỉ hủy mã cũ cũng được.
members-make-code = Cấp mã mới
members-void-code = Chỉ hủy mã cũ
members-code-voided =
    Đã hủy mã cũ của { $name }.
    Khi nào cần, { -you } cấp mã mới.
members-code =
    Mã mới của { $name }: { $code }
    Đọc hoặc chép tay cho người ấy, dùng một lần, trong { $days } ngày.
members-part-phones = Ngắt điện thoại đã mất
members-ask-part =
    Ngắt { $count } máy của { $name } khỏi sổ tay?
    Dùng khi máy bị mất hay đã cho người khác. Không máy nào mở được sổ của người ấy nữa, đến khi vào lại bằng mã mới. Sổ, phiếu, ý kiến vẫn còn nguyên.
members-outranks = { $name } phụ trách đơn vị của { -you }. Việc này { -you } nhờ văn phòng cấp trên làm giúp.
members-phones-parted =
    { $leader } vừa ngắt điện thoại của { $name } khỏi sổ tay
    Không máy nào mở được sổ ấy nữa, đến khi có mã mới. Thấy không đúng, { -you } hỏi lại ngay nhé.
members-do-part = Ngắt { $count } máy
members-parted =
    Đã ngắt. Không máy nào mở được sổ của { $name } nữa.
    Người ấy có máy rồi thì { -you } cấp mã mới.
members-go-corrections = Duyệt đề nghị sửa sổ
members-say-corrections = duyệt sửa sổ | duyệt đề nghị | đề nghị sửa sổ | đề nghị đang chờ | sửa sổ của người khác
members-corrections = Có { $count } đề nghị sửa sổ đang chờ { -you }.
members-no-corrections = Không có đề nghị nào đang chờ.
members-one-correction = { $name }: { $gist }
members-correction =
    { $name } đề nghị sửa:
    { $text }
members-correction-decided = Đề nghị này đã được trả lời rồi.
members-own-correction = Đề nghị của { -you } do người phụ trách khác duyệt.
members-approve = Duyệt
members-which-line =
    { $name } đề nghị: { $text }
    Ghi vào dòng nào trong sổ? Mỗi lần một dòng, xong { -me } hỏi dòng khác.
members-line-of-phone = Điện thoại
members-line-of-address = Nơi ở
members-line-of-born = Ngày sinh
members-line-of-name = Họ tên
members-line-of-joined = Ngày vào tổ chức
members-line-of-official = Ngày chính thức
members-other-line = Dòng khác
members-only-add = Ghi thêm, không sửa dòng nào
members-ask-value =
    { $line } đang ghi: { $before }
    Lời đề nghị: { $text }
    Sẽ ghi: { $wanted }
    Chưa đúng thì { -you } gõ lại.
members-type-value =
    { $line } đang ghi: { $before }
    Lời đề nghị: { $text }
    { -You } gõ dòng mới vào đây.
members-write-as-said = Ghi đúng như thế
members-look-at-line =
    { $line } đang ghi: { $before }
    Sẽ ghi: { $after }
    Chưa đúng thì { -you } gõ lại.
members-write-it = Ghi vào sổ
members-written =
    Đã ghi vào sổ của { $name }
    { $line }: { $value }
    Lời đề nghị: { $text }
    Còn điều gì chưa ghi thì { -you } sửa thêm dòng khác.
members-one-more-line = Sửa thêm dòng khác
members-line-phone =
    { -Me } chưa thấy số điện thoại đủ mười chữ số.
    { -You } gõ lại giúp { -me }. Ví dụ: 0900 123 456.
members-line-day =
    { -Me } chưa hiểu ngày này.
    { -You } gõ ngày, tháng, năm, hoặc một năm. Ví dụ: ngày 5 tháng 3 năm 1948.
members-line-words =
    Dòng này cần có chữ, nhiều nhất { $most } chữ cái.
    { -You } gõ lại giúp { -me }.
members-no-such-line = Sổ không có dòng này. { -You } quay lại chọn dòng khác.
members-decline = Chưa duyệt
members-ask-reason =
    Vì sao chưa duyệt?
    { -You } gõ lý do, người gửi sẽ đọc được.
members-look-at-reason =
    Lý do { $name } sẽ đọc:
    { $reason }
    Chưa đúng thì { -you } gõ lại.
members-send-reason = Gửi lý do này
members-approved = Đã duyệt, và ghi thêm vào sổ của { $name }.
members-declined = Đã trả lời { $name } kèm lý do.
members-to-call = • { $name }, số { $phone }
members-to-call-without-phone = • { $name }
