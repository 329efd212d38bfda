# Biểu quyết: bỏ phiếu công khai, có ghi tên.
polls-go-polls = Biểu quyết
polls-say-polls = biểu quyết | bỏ phiếu | bỏ fiếu | lá phiếu | phiếu | bầu | bình bầu | lấy ý kiến | đồng ý hay không | kết quả biểu quyết | xem kết quả | đổi phiếu

# Các lựa chọn quen dùng
polls-agree = Đồng ý
polls-disagree = Không đồng ý
polls-another-view = Ý kiến khác

# Danh sách
polls-none = Chưa có cuộc biểu quyết nào dành cho { -you }.
polls-list =
    Không còn việc nào chờ { -you } biểu quyết.
    { $lines }
polls-list-waiting =
    { -You } còn { $count } việc cần biểu quyết.
    { $lines }
polls-line-waiting = • { $question }: { -you } chưa bỏ phiếu
polls-line-voted = • { $question }: { -you } đã bỏ phiếu
polls-line-followed = • { $question }: đang biểu quyết
polls-line-over = • { $question }: đã kết thúc
polls-line-cancelled = • { $question }: đã hủy
polls-one = { $question }
polls-more = Xem tiếp
polls-see-others = Xem cuộc khác

# Bỏ phiếu
polls-who-sees = Kết thúc rồi, người được mời, người phụ trách và cấp trên mới xem được ai chọn gì.
polls-ballot =
    “{ $question }”
    Biểu quyết của { $unit }, công khai, có ghi tên.
    Kết thúc: { $closes }.
    { polls-who-sees }
polls-ballot-again =
    “{ $question }”
    Phiếu hiện nay của { -you }: { $vote }
    Biểu quyết của { $unit }, công khai, có ghi tên.
    Kết thúc: { $closes }.
    { -You } chọn câu khác, hoặc { -press } Quay lại để giữ nguyên.
polls-option = { $option }
polls-confirm =
    { -You } chọn: { $option }
    “{ $question }”
    Phiếu có ghi tên { -you }, và đổi được cho đến lúc kết thúc.
    { polls-who-sees }
polls-confirm-change =
    { -You } đổi sang: { $option }
    “{ $question }”
    Phiếu hiện nay của { -you }: { $before }
    { -Press } Bỏ phiếu thì phiếu mới thay phiếu này.
polls-cast-first =
    { -You } chọn: { $option }
    “{ $question }”
    Phiếu chưa gửi, { -you } { -press } Bỏ phiếu trước nhé. Ai có ý kiến khác thì sau đó nói rõ được.
polls-cast = Bỏ phiếu: { $option }
polls-choose-again = Chọn lại
polls-kept =
    Đã ghi phiếu của { -you }: { $vote }
    “{ $question }”
    { -You } đổi được đến { $closes }.
polls-vote-next = Biểu quyết việc tiếp
polls-voted =
    Phiếu của { -you }: { $vote }
    “{ $question }”
    Biểu quyết của { $unit }. Đã có { $cast } trên { $voters } người bỏ phiếu.
    { -You } đổi được đến { $closes }.
polls-change = Đổi phiếu
polls-followed =
    “{ $question }”
    Biểu quyết của { $unit }. Đã có { $cast } trên { $voters } người bỏ phiếu. Kết thúc: { $closes }.
    { -You } theo dõi được; bỏ phiếu là phần của { -members } chính thức.
polls-nothing-chosen = không bỏ phiếu
polls-vote-with-comment = { $option }, “{ $comment }”

# Ý kiến khác, viết thành lời
polls-ask-comment =
    Đã ghi phiếu của { -you }: { $vote }
    “{ $question }”
    { -You } muốn ghi rõ ý kiến thì gõ một câu. Chỉ người phụ trách đọc được câu ấy, khi biểu quyết kết thúc. Không ghi cũng được.
polls-option-meant =
    { -You } muốn đổi phiếu thành { $option }?
    Phiếu đang ghi là { $vote }. Nếu muốn ghi rõ ý kiến, { -you } gõ một câu.
polls-change-to = Đổi thành: { $option }
polls-pass-over = Bỏ qua, giữ phiếu này
polls-add-comment = Ghi rõ ý kiến
polls-change-comment = Sửa câu đã ghi
polls-take-comment-back = Xóa câu đã ghi
polls-comment-too-long =
    Câu này dài quá { $limit } chữ cái. Phiếu của { -you } vẫn được ghi.
    { -You } viết ngắn lại giúp { -me }.
polls-no-comment-wanted = Chỉ phiếu Ý kiến khác mới ghi thêm lời. { -You } { -press } Quay lại để xem phiếu của mình.

# Kết quả
polls-outcome =
    “{ $question }”
    Biểu quyết của { $unit } đã kết thúc.
    { $sentence }
    { $lines }
polls-outcome-early =
    “{ $question }”
    { $sentence }
    { $unit }: { $early }
polls-sentence-early =
    { $sentence }
    { $early }
polls-ended-early = { $who } kết thúc sớm, lúc { $at }. Giờ đã báo là { $announced }.
polls-total = • { $option }: { $votes } phiếu
polls-own-vote = Phiếu của { -you }: { $vote }
polls-being-counted = { -Me } đang đếm phiếu.
polls-spared = { " " }(không kể { $spared } người miễn sinh hoạt)
polls-passed-roll = { $base } { -members } được tính{ $spared }, cần ít nhất { $needed } phiếu: có { $votes } phiếu { $option }, thông qua.
polls-failed-roll = { $base } { -members } được tính{ $spared }, cần ít nhất { $needed } phiếu: có { $votes } phiếu { $option }, chưa thông qua.
polls-passed-cast = { $turnout }. Để thông qua cần ít nhất { $needed } phiếu: có { $votes } phiếu { $option }, thông qua.
polls-failed-cast = { $turnout }. Để thông qua cần ít nhất { $needed } phiếu: có { $votes } phiếu { $option }, chưa thông qua.
polls-turnout = { $cast } trong { $voters } { -members } đã bỏ phiếu
polls-turnout-alone = { $cast } { -members } đã bỏ phiếu
polls-turnout-none = Không có ai trong { $voters } { -members } bỏ phiếu
polls-turnout-low = Chỉ { $cast } trong { $voters } { -members } bỏ phiếu
polls-few-voted = { $turnout }. { $decision }
polls-passed-few = Tính { $base } người{ $spared }, cần { $needed } phiếu: có { $votes } phiếu { $option }, thông qua.
polls-failed-few = Tính { $base } người{ $spared }, cần { $needed } phiếu: có { $votes } phiếu { $option }, chưa thông qua.
polls-nobody-voted = Không có ai bỏ phiếu, nên chưa có kết quả.
polls-nobody-voted-failed = Không có ai bỏ phiếu, nên chưa thông qua.
polls-one-option = cùng một câu
polls-each-leading-option = mỗi câu đứng đầu
polls-leads = { $turnout }, nhiều nhất là { $option } với { $votes } phiếu.
polls-tied = { $turnout }, các lựa chọn đứng đầu bằng nhau: mỗi bên { $votes } phiếu.
polls-is-cancelled =
    “{ $question }”
    Cuộc biểu quyết này đã hủy.
    Lý do: { $reason }

# Khi chưa làm được
polls-closed =
    Biểu quyết đã kết thúc
    “{ $question }”
    { -Me } không nhận thêm phiếu nữa. { -You } { -press } Quay lại để xem kết quả.
polls-not-yet-open =
    “{ $question }”
    Cuộc biểu quyết này mở lúc { $opens }.
polls-you-follow = { -You } theo dõi được; bỏ phiếu là phần của { -members } chính thức.
polls-no-such-option = { -You } { -press } Quay lại rồi chọn một câu trên màn hình giúp { -me }.
polls-not-on-the-roll = Cuộc biểu quyết này dành cho người khác, { -you } không cần làm gì.
polls-gone = Cuộc biểu quyết này không còn nữa. { -You } { -press } Quay lại để xem các cuộc khác.

# Tin gửi đi
polls-invitation =
    Mời { -you } biểu quyết
    “{ $question }”
    Biểu quyết của { $unit }, công khai, có ghi tên.
    Kết thúc: { $closes }.
    { polls-who-sees }
polls-to-follow =
    Mời { -you } theo dõi cuộc biểu quyết
    “{ $question }”
    Biểu quyết của { $unit }, công khai, có ghi tên; bỏ phiếu là phần của { -members } chính thức.
    Kết thúc: { $closes }.
polls-reminder =
    { -You } chưa bỏ phiếu
    “{ $question }”
    Biểu quyết của { $unit }, công khai, có ghi tên.
    Kết thúc: { $closes }.
polls-lengthened =
    Thêm thời gian biểu quyết
    “{ $question }”
    Biểu quyết của { $unit }. Kết thúc: { $closes }.
polls-cancelled =
    Đã hủy cuộc biểu quyết của { $unit }
    “{ $question }”
    Lý do: { $reason }
polls-result =
    Kết quả biểu quyết của { $unit }
    “{ $question }”
    { $sentence }
    { $lines }
polls-could-not-open =
    Chưa mở được cuộc biểu quyết
    “{ $question }”
    Đến giờ mở thì không còn đủ thời gian hoặc người để bỏ phiếu. { -You } mở lại giúp nhé.
polls-shares-of-all = Phần trăm tính trên { $base } người được tính.
polls-shares-of-cast = Phần trăm tính trên { $base } người đã bỏ phiếu.
polls-see-and-vote = Xem và biểu quyết
polls-see-poll = Xem cuộc biểu quyết
polls-see-result = Xem kết quả

# Mở biểu quyết
polls-go-open-poll = Mở biểu quyết
polls-say-open-poll = mở biểu quyết | tạo biểu quyết | lập biểu quyết | tổ chức biểu quyết | mở bỏ phiếu | xin ý kiến biểu quyết | đưa ra biểu quyết
polls-ask-question =
    Mở biểu quyết ở { $unit }
    Đây là biểu quyết công khai, có ghi tên: khi kết thúc, mọi người được mời xem được ai chọn gì. { -Me } chưa có bỏ phiếu kín.
    { -You } muốn hỏi mọi người điều gì? { -You } gõ câu hỏi ra đây.
polls-ask-new-question =
    Câu hỏi mới là gì?
    { -You } gõ lại cả câu.
polls-draft-waits =
    { -You } đang viết dở một cuộc biểu quyết
    “{ $question }”
    { -You } muốn làm tiếp không?
polls-go-on = Làm tiếp
polls-start-over = Bỏ, làm lại
polls-choose-options =
    Mọi người chọn giữa những câu nào?
    Ba câu quen dùng: Đồng ý, Không đồng ý, Ý kiến khác.
    Nếu muốn câu khác, { -you } gõ từ hai đến bốn câu, mỗi câu một dòng. Ví dụ:
    Thứ Sáu
    Thứ Bảy
polls-usual-options = Dùng ba câu quen dùng
polls-choose-threshold =
    Cần bao nhiêu phiếu thì thông qua?
    Mức này tính cho câu: { $option }
polls-choose-threshold-of-own =
    Câu nhiều phiếu nhất có cần đạt mức nào không?
    { $options }
    Chỉ đếm phiếu thì câu nhiều phiếu nhất đứng đầu, bao nhiêu phiếu cũng được.
polls-threshold-more-than-half = Quá nửa
polls-threshold-two-thirds = Ít nhất hai phần ba
polls-threshold-none = Chỉ đếm phiếu
polls-choose-base =
    Tính trên số nào?
    Tổng số được tính gồm mọi { -members } chính thức được hỏi; người được miễn sinh hoạt chỉ tính khi bỏ phiếu.
polls-base-roll = Trên tổng số được tính
polls-base-cast = Trên số người bỏ phiếu
polls-choose-voters =
    Ai bỏ phiếu?
    { $lines }
    Danh sách được giữ nguyên từ lúc mở biểu quyết.
polls-asked-line = • { $who }: { $count } người
polls-ask-full = Hỏi { -members } chính thức
polls-ask-all = Hỏi cả { -members } dự bị
polls-ask-committee = Chỉ hỏi { -committee }
polls-ask-secretaries = Chỉ hỏi các { -secretary }
polls-voters-full = { -members } chính thức của { $unit }
polls-voters-all = { -members } chính thức và dự bị của { $unit }
polls-voters-committee = { -committee } của { $unit }
polls-voters-secretaries = các { -secretary } của { $unit }
polls-choose-close =
    Biểu quyết kết thúc khi nào?
    { -You } { -pick } một buổi, hoặc gõ ngày giờ khác. Ví dụ: thứ Sáu 7 giờ 30 tối.
polls-tonight = 8 giờ tối nay
polls-tomorrow-evening = 8 giờ tối mai
polls-in-three-days = 8 giờ tối, ba ngày nữa
polls-until-when =
    Kết thúc lúc nào?
    { -You } gõ ngày giờ. Ví dụ: thứ Sáu 19 giờ 30.
polls-ask-opening =
    Mở biểu quyết lúc nào?
    { -You } gõ ngày giờ. Ví dụ: thứ Sáu 19 giờ 30.
polls-preview =
    “{ $question }”
    { $options }
    { $rule }
    Hỏi { $voters } người: { $who }{ $unlinked ->
        [0] { "" }
       *[other] {" "}({ $unlinked } chưa vào sổ)
    }, công khai, có ghi tên.
    { $short }
    Kết thúc: { $closes }.
polls-too-few = Mới có { $joined } người vào sổ, chưa đủ { $needed } phiếu để thông qua.
polls-preview-later =
    “{ $question }”
    { $options }
    { $rule }
    Hỏi { $voters } người: { $who }{ $unlinked ->
        [0] { "" }
       *[other] {" "}({ $unlinked } chưa vào sổ)
    }, công khai, có ghi tên.
    { $short }
    Mở: { $opens }. Kết thúc: { $closes }.
polls-rule-roll = { $base } người được tính, cần ít nhất { $needed } phiếu { $option }.
polls-rule-roll-exempt = Tính { $base } người, chưa kể miễn sinh hoạt, cần { $needed } phiếu { $option }.
polls-rule-more-than-half = Cần quá nửa số người bỏ phiếu chọn { $option }.
polls-rule-two-thirds = Cần ít nhất hai phần ba số người bỏ phiếu chọn { $option }.
polls-rule-none = Chỉ đếm phiếu: câu nhiều phiếu nhất đứng đầu.
polls-open-now = Mở biểu quyết ngay
polls-open-at-its-hour = Hẹn mở đúng giờ ấy
polls-set-opening = Hẹn giờ mở
polls-revise-it = Sửa lại
polls-drop-it = Bỏ, làm lại
polls-revise = { -You } muốn sửa phần nào?
polls-other-question = Sửa câu hỏi
polls-other-options = Sửa phương án
polls-other-threshold = Sửa mức thông qua
polls-other-voters = Đổi người bỏ phiếu
polls-other-base = Sửa cách tính
polls-other-opening = Sửa giờ mở
polls-other-rest = Sửa phần khác
polls-other-reason = Sửa lý do
polls-other-hour = Chọn giờ khác
polls-other-close = Sửa giờ kết thúc
polls-please-type =
    { -Me } chưa thấy chữ nào.
    { -You } gõ lại giúp { -me }.
polls-question-too-long =
    Câu hỏi dài quá { $limit } chữ cái, nghe khó theo.
    { -You } viết ngắn lại giúp { -me }.
polls-reason-too-long =
    Lý do dài quá { $limit } chữ cái.
    { -You } viết ngắn lại giúp { -me }.
polls-how-many-options =
    Cần từ { $fewest } đến { $most } lựa chọn.
    { -You } gõ lại, mỗi câu một dòng.
polls-option-too-long =
    Mỗi lựa chọn chỉ chứa { $limit } chữ cái.
    { -You } viết ngắn lại giúp { -me }.
polls-options-alike =
    Có hai lựa chọn giống nhau.
    { -You } gõ lại, mỗi câu một ý.
polls-too-short =
    Kết thúc { $closes } thì chưa kịp bỏ phiếu.
    { -You } chọn lúc muộn hơn giúp { -me }.
polls-opening-passed =
    Giờ hẹn mở đã qua.
    { -You } { -press } Quay lại, rồi mở ngay hoặc hẹn giờ khác.
polls-unfinished = Cuộc biểu quyết này còn thiếu vài phần. { -You } { -press } Quay lại để làm tiếp.
polls-press-one =
    { -You } { -pick } một mục giúp { -me }. Phần đã viết vẫn còn nguyên.
    “{ $question }”
polls-press-to-change =
    Cuộc biểu quyết đang viết vẫn còn nguyên
    Gõ chữ ở đây chỉ đổi được giờ kết thúc, ví dụ: thứ Sáu 7 giờ 30 tối. Phần khác { -you } { -press } Sửa lại.
polls-draft-gone = Bản viết dở này không còn nữa. { -You } { -press } Quay lại để xem các cuộc biểu quyết.
polls-nobody-may-vote = { $unit } chưa có ai được bỏ phiếu, nên chưa mở được.

# Theo dõi biểu quyết
polls-go-lead-polls = Theo dõi biểu quyết
polls-say-lead-polls = theo dõi biểu quyết | các cuộc biểu quyết | ai chưa bỏ phiếu | ai chưa biểu quyết | bao nhiêu người đã bỏ phiếu | kết thúc biểu quyết | hủy biểu quyết
polls-led =
    Các cuộc biểu quyết
    { $lines }
polls-none-led = Chưa có cuộc biểu quyết nào. { -You } mở cuộc đầu tiên ở mục Mở biểu quyết.
polls-led-open = • { $question }: { $turnout }
polls-led-scheduled = • { $question }: chưa đến giờ mở
polls-led-closed = • { $question }: đã kết thúc. { $turnout }
polls-led-cancelled = • { $question }: đã hủy
polls-managed =
    “{ $question }”
    Đang biểu quyết: { $turnout }.
    Người bỏ phiếu: { $who }.
    Kết thúc: { $closes }. Trước lúc ấy chưa ai biết kết quả.
polls-none-so-far = chưa có ai trong { $voters } người bỏ phiếu
polls-few-so-far = mới có { $cast } trong { $voters } người bỏ phiếu
polls-so-far = { $cast } trong { $voters } người đã bỏ phiếu
polls-is-scheduled =
    “{ $question }”
    Người bỏ phiếu: { $who }.
    Đã hẹn mở: { $opens }.
    Kết thúc: { $closes }.
polls-see-missing = Xem ai chưa bỏ phiếu
polls-missing =
    { $count } người chưa bỏ phiếu
    “{ $question }”
    { $names }
    { $reach }
polls-reach = Nếu nhắc: { $reach }
polls-reach-but-you = Nếu nhắc những người khác: { $reach } { -You } cũng chưa bỏ phiếu.
polls-only-you = Người ấy là { -you }: { -you } bỏ phiếu ở mục Biểu quyết nhé.
polls-everyone-voted =
    Mọi người đều đã bỏ phiếu
    “{ $question }”
    Kết thúc: { $closes }.
polls-more-names = Xem tên tiếp theo
polls-remind = Nhắc { $count } người này
polls-reminded =
    Đã gửi lời nhắc cho { $count } người chưa bỏ phiếu.
    { $unlinked ->
        [0] { "" }
       *[other] Còn { $unlinked } người chưa vào { -me }, { -you } gọi điện giúp nhé.
    }
polls-nobody-reminded =
    Chưa nhắc được ai: { $unlinked } người này chưa vào { -me }.
    { -You } gọi điện giúp nhé.
polls-reminded-today =
    Hôm nay đã nhắc rồi.
    Mỗi ngày chỉ nhắc một lần, để không phiền mọi người.
polls-names-after-close = Tên và lựa chọn của từng người chỉ xem được khi biểu quyết đã kết thúc.
polls-next-option = Xem lựa chọn khác
polls-see-names = Xem ai chọn gì
polls-names =
    { $option }: { $count } người
    “{ $question }”
    { $names }
polls-names-and-words =
    { $option }: { $count } người
    { $names }
polls-name-with-comment = { $name }: “{ $comment }”
polls-did-not-vote = Không bỏ phiếu
polls-lengthen = Thêm thời gian
polls-how-much-longer =
    Thêm bao lâu?
    “{ $question }”
    Hiện kết thúc: { $closes }.
    { -You } { -pick } một giờ, hoặc gõ ngày giờ khác.
polls-one-day-more = Thêm một ngày
polls-three-days-more = Thêm ba ngày
polls-confirm-longer =
    Thêm thời gian đến { $closes }?
    “{ $question }”
    Mọi người sẽ được báo. Sau đó chỉ thêm được, không rút lại.
polls-keep-close = Giữ giờ cũ
polls-lengthen-now = Thêm đến lúc ấy
polls-only-longer =
    Chỉ thêm được thời gian, vì mọi người đã biết giờ cũ: { $closes }.
    { -You } chọn lúc muộn hơn giúp { -me }.
polls-is-longer =
    Đã thêm thời gian, và đã báo mọi người
    “{ $question }”
    Kết thúc: { $closes }.
polls-end-now = Kết thúc sớm
polls-ask-end =
    Kết thúc biểu quyết ngay bây giờ?
    “{ $question }”
    Đến lúc này { $turnout }. Kết quả sẽ gửi cho mọi người, không mở lại được.
polls-keep-open = Để biểu quyết tiếp
polls-end-poll = Kết thúc và đếm phiếu
polls-cancel = Hủy biểu quyết
polls-ask-reason =
    Vì sao hủy cuộc biểu quyết này?
    “{ $question }”
    { -You } gõ lý do, mọi người sẽ đọc được.
polls-ask-cancel =
    Hủy hẳn cuộc biểu quyết này?
    “{ $question }”
    Lý do: { $reason }
    Các phiếu đã bỏ sẽ không được đếm, và mọi người sẽ được báo.
polls-keep-poll = Giữ lại
polls-cancel-now = Hủy và báo mọi người
