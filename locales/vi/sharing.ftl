# Máy nhiều người dùng chung: hỏi ai đang dùng, bốn số riêng của mỗi người.
sharing-go-switch = Đổi người dùng máy
sharing-say-switch = đổi người | đổi người dùng | người khác dùng | ai đang dùng máy | dùng chung máy | dùng chung | dùng chung máy này | dùng chung điện thoại | hai người một máy
sharing-who =
    Ai đang dùng máy?
    { -You } { -pick } tên mình.
sharing-name = { $name }
sharing-somebody-else = Người khác, có mã
sharing-ask-pin =
    Mở sổ của { $name }
    Mời { -you } { $name } gõ bốn số riêng của mình.
sharing-four-digits =
    Bốn số là bốn chữ số, ví dụ 2468.
    { -You } gõ lại giúp { -me }.
sharing-wrong-digits =
    Bốn số ấy chưa đúng.
    { -You } gõ lại. Quên thì gọi { -secretary } xin mã mới, rồi gõ mã ấy vào đây. Cần số để gọi, { -you } { -press } Gọi giúp.
sharing-too-many-tries =
    Bốn số chưa đúng đã năm lần.
    Một giờ nữa { -you } thử lại, hoặc nhờ { -secretary } đưa mã mới.
sharing-nobody-here =
    Người ấy không dùng máy này nữa.
    { -You } { -press } Quay lại để chọn tên.
sharing-full =
    Máy này đã có { $most } người dùng chung.
    { -You } dùng máy khác, hoặc hỏi { -secretary } giúp nhé.
sharing-only-you =
    Máy này chỉ một mình { -you } dùng.
    Muốn dùng chung, người kia gõ mã trong thư của mình vào đây.
sharing-ask-share =
    Thư này của người khác
    { $name } đang dùng máy này. Hai người cùng dùng chung máy?
    Mỗi người sẽ có bốn số riêng, { -me } hỏi tên rồi mới mở.
sharing-keep-alone = Không dùng chung
sharing-share = Dùng chung máy này
sharing-own-pin =
    Trước hết là bốn số của { $name }
    Mời { -you } { $name } chọn bốn số dễ nhớ của riêng mình, đừng lấy năm sinh, rồi gõ vào đây. Người có thư chờ một lát nhé.
sharing-own-pin-kept =
    Đã ghi bốn số của { $name }.
    Mời người có thư gõ năm sinh của mình.
sharing-pin-kept = Đã ghi bốn số của { -you }.
sharing-consent =
    Đã ghi bốn số.
    { $consent }
sharing-ask-year =
    Mời người có thư gõ năm sinh của mình.
sharing-left = { $lines }
sharing-alone-again = Máy này lại của riêng { -you } { $name }, không hỏi bốn số nữa.
sharing-choose-pin =
    Bây giờ là bốn số của { $name }
    Mời { -you } { $name } chọn bốn số dễ nhớ của riêng mình, đừng lấy năm sinh, rồi gõ vào đây.
    Lần sau { -me } hỏi bốn số ấy trước khi mở.
sharing-who-votes =
    Phiếu này là của { $name }
    Máy này nhiều người dùng chung. { -You } gõ bốn số của mình để bỏ phiếu.
sharing-covered = Có tin gửi { $name }
sharing-see = Mở tin này
sharing-unseen =
    Có { $count } tin gửi { -you } chưa xem.
    { -You } { -pick } từng tin một.
sharing-titled = { $kind }: { $title }
sharing-result = Kết quả
sharing-summary = Tóm tắt
sharing-notice = Thông báo
sharing-meeting = Họp
sharing-poll = Biểu quyết
sharing-bulletin = Bản tin
sharing-feedback = Ý kiến
sharing-other = Tin khác
sharing-more = Xem tiếp
sharing-vote-not-cast =
    Chào { -you } { $name }.
    Lúc nãy phiếu của { -you } chưa được ghi. { -You } làm tiếp nhé.
sharing-go-on-voting = Bỏ phiếu tiếp
sharing-own-year = Năm sinh thì người khác dễ đoán, { -you } chọn bốn số khác giúp { -me } nhé.
