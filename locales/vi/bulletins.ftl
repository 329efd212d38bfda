# Bản tin tháng: nghe và đọc.
bulletins-go-bulletins = Bản tin
bulletins-say-bulletins = bản tin | bản tin tháng | nghe bản tin | mở bản tin | đọc bản tin | nghe đài | nghe loa | loa phường | nghe chỉ đạo | bản tin mới
bulletins-sent =
    Bản tin { $month }
    { $unit }
    { $titles }
bulletins-none =
    Chưa có bản tin nào.
    Khi có, { -me } sẽ gửi ngay cho { -you }.
bulletins-line = Mục { $number }: { $title }
bulletins-and-more = … và { $count } mục nữa
bulletins-listen = Nghe bản tin
bulletins-listen-by-item = Nghe từng mục
bulletins-listen-to-one = Nghe mục { $number }
bulletins-read = Đọc bằng chữ
bulletins-earlier = Xem các tháng trước
bulletins-see-more = Xem việc khác
bulletins-more = Xem tiếp
bulletins-playing =
    Bản tin { $month }
    { $titles }
    Nghe xong, { -you } { -press } Đã nghe nhé.
bulletins-arrived =
    Bản tin { $month } của { $unit }
    { $titles }
    Nghe xong, { -you } { -press } Đã nghe nhé.
bulletins-have-heard = Đã nghe
bulletins-have-heard-it-all = Đã nghe hết các mục
bulletins-go-have-heard = Đã nghe bản tin
bulletins-say-have-heard = đã nghe | nghe rồi | đã nghe rồi | nghe xong | nghe xong rồi | đã nghe xong | đã nghe hết
bulletins-heard =
    { -Me } đã ghi { -you } nghe bản tin { $month }.
    Cảm ơn { -you }. Bản tin vẫn ở đây khi { -you } muốn nghe lại.
bulletins-items =
    Bản tin { $month } có { $count } mục.
    { -You } { -pick-of } mục muốn nghe.
bulletins-one-item = Mục { $number }: { $title }
bulletins-item =
    Mục { $number }: { $title }
    Bản tin { $month }
bulletins-next-item = Nghe mục tiếp theo
bulletins-text =
    Mục { $number }: { $title }
    { $text }
bulletins-text-alone =
    Mục { $number }
    { $text }
bulletins-proof-opening =
    Mở đầu bản tin
    { $text }
bulletins-proof-closing =
    Kết thúc bản tin
    { $text }
bulletins-read-on = Đọc tiếp
bulletins-read-next = Đọc mục tiếp theo
bulletins-months =
    Các bản tin đã gửi
    Có { $count } bản tin. { -You } { -pick-of } tháng muốn nghe.
bulletins-one-month = Mở { $month }
bulletins-for-leaders = { -You } muốn làm gì với bản tin?
bulletins-see-counts = Xem số người đã nghe
bulletins-counts =
    Bản tin { $month }
    { $lines }
    { $note }
bulletins-count = • { $unit }: đã gửi { $sent }, báo Đã nghe { $heard }
bulletins-sent-to-nobody = Bản tin { $month } không gửi tới ai trong nơi { -you } phụ trách.
bulletins-no-counts =
    Bản tin { $month } đang trên đường đi.
    { -You } xem lại sau ít phút nhé.
bulletins-not-sent =
    Bản tin này không có ở đây.
    { -You } { -press } Quay lại để nghe bản tin mới nhất.
bulletins-no-item =
    Mục này không còn ở đây.
    { -You } { -press } Quay lại để xem các mục khác.
bulletins-built-in-voice = Giọng máy còn thô, mong { -you } thông cảm.
bulletins-own-and-voice = Mục có người thu thì nghe tiếng người ấy. Phần còn lại: { $voice }
bulletins-voice-google = Giọng đọc: Google.
bulletins-voice-edge = Giọng đọc: Hoài My của Microsoft.
bulletins-voice-piper = Giọng đọc: Piper.

# Thêm văn bản chỉ đạo.
bulletins-go-add-directive = Thêm văn bản
bulletins-say-add-directive = thêm văn bản | gửi văn bản | thêm chỉ đạo | văn bản chỉ đạo | thêm mục | thêm tin vào bản tin | đưa vào bản tin
bulletins-ask-directive =
    Thêm văn bản vào bản tin { $month }
    { -You } gõ nội dung{ -or-a-text-file }. Chưa có gì gửi đi cho đến khi bản tin được duyệt.
bulletins-added =
    Đã thêm { $count } mục vào bản tin { $month }.
    { $title }
    { $note }
bulletins-just-added = Mục vừa thêm: { $title }
bulletins-remove-paper = Bỏ cả văn bản này
bulletins-put-paper-back = Lấy lại cả văn bản
bulletins-paper-removed =
    Đã bỏ { $count } mục của văn bản ấy.
    { $note }
bulletins-paper-is-back =
    Đã đưa trở lại { $count } mục của văn bản ấy.
    { $note }
bulletins-remove-added = Bỏ mục vừa thêm
bulletins-of-another = Văn bản của { $issuer }, { -you } xem có đúng bản tin này không nhé.
bulletins-divided = Văn bản được chia theo các số thứ tự.
bulletins-from-files = Lấy từ { $files }.
bulletins-not-taken = Chưa thêm được { $file }. { $reason }
bulletins-was-there = Không thêm { $file }, vì đã có trong bản tin.
bulletins-none-taken =
    { $left }
    { -You } gõ nội dung, hoặc gửi tệp khác.
bulletins-there-already =
    Văn bản này đã có trong bản tin { $month }, ở mục { $numbers }.
    { -You } vẫn muốn thêm lần nữa?
bulletins-add-anyway = Vẫn thêm
bulletins-do-not-add = Không thêm
bulletins-says-inside = Văn bản ghi mật hoặc nội bộ, nên chỉ giọng máy tại chỗ đọc, không gửi ra ngoài.
bulletins-see-left-out = Xem phần không đọc
bulletins-left-out =
    Không đọc trong bản tin: { $part }
    { $text }
bulletins-part-letterhead = đầu văn bản
bulletins-part-recipients = nơi nhận
bulletins-part-signature = chữ ký
bulletins-part-page-number = số trang
bulletins-keep-it-inside = Không gửi ra ngoài
bulletins-let-it-outside = Cho gửi ra ngoài
bulletins-kept-inside =
    Văn bản này ({ $count } mục) không gửi ra ngoài
    Cả bản tin do giọng máy tại chỗ đọc. { $note }
bulletins-ask-outside =
    Cho gửi ra ngoài: { $title }?
    Chữ của cả văn bản sẽ gửi tới dịch vụ đọc trên mạng, không lấy lại được.
bulletins-do-let-outside = Đúng, cho gửi ra ngoài
bulletins-let-outside =
    Văn bản này ({ $count } mục) được gửi ra ngoài
    Giọng trên mạng có thể đọc. { $note }
bulletins-add-another = Thêm văn bản nữa
bulletins-see-desk = Xem bản tin đang soạn
bulletins-approve-again = Bản tin đã duyệt trước đó nay cần duyệt lại.
bulletins-nothing-in-it =
    { -Me } chưa thấy nội dung nào để đọc.
    { -You } gõ hoặc gửi lại giúp { -me }.
bulletins-too-long =
    Văn bản này dài { $count } chữ cái, nghe sẽ rất mệt.
    { -You } rút xuống dưới { $limit } chữ cái rồi gửi lại giúp { -me }.
bulletins-not-text =
    { -Me } cần chữ để đọc thành tiếng.
    { -You } gõ nội dung{ -or-a-text-file }.

# Soạn và duyệt.
bulletins-go-edit-bulletin = Soạn bản tin
bulletins-say-edit-bulletin = soạn bản tin | duyệt bản tin | sửa bản tin | làm bản tin | chuẩn bị bản tin | bản tin đang soạn | nghe thử
bulletins-desk =
    Bản tin { $month } đang soạn
    Có { $count } mục. Nếu được duyệt, bản tin gửi { $due }.
    { $note }
bulletins-desk-late =
    Bản tin { $month } đã quá giờ gửi
    Có { $count } mục, chưa duyệt nên chưa gửi ai. Duyệt hôm nay thì gửi { $due }.
    { $note }
bulletins-desk-approved =
    Bản tin { $month } đã duyệt
    Người duyệt: { $name }. Có { $count } mục, gửi { $due }.
    { $note }
bulletins-desk-empty =
    Bản tin { $month } chưa có mục nào
    Giờ gửi: { $due }. { -You } thêm văn bản để bắt đầu.
bulletins-desk-empty-late =
    Bản tin { $month } chưa gửi
    Đến giờ mà chưa có mục nào. { -You } thêm văn bản hôm nay, duyệt xong thì sáng mai gửi.
bulletins-who-approves = Người phụ trách { $unit } sẽ duyệt.
bulletins-waits-for = Còn chờ người phụ trách { $unit } duyệt.
bulletins-whom-to-ask = Cần đổi gì, { -you } nói với người phụ trách { $unit } nhé.
bulletins-see-items = Xem các mục
bulletins-rehearse = Nghe thử
bulletins-approve = Duyệt bản tin
bulletins-withdraw = Bỏ duyệt
bulletins-skip = Bỏ bản tin này
bulletins-desk-items =
    Bản tin { $month } có { $count } mục.
    { -You } { -pick-of } một mục để xem và sửa.
    { $note }
bulletins-inside-items = Không gửi ra ngoài: mục { $numbers }.
bulletins-desk-item =
    { $title }
    Sẽ đọc là:
    { $spoken }
    { $note }
bulletins-desk-item-own =
    { $title }
    Chữ của mục này:
    { $spoken }
    { $note }
bulletins-move-up = Chuyển lên trên
bulletins-moved =
    Đã chuyển lên trên: { $title }
    { $note }
bulletins-correct = Sửa mục này
bulletins-ask-correction =
    Sửa mục: { $title }
    Đang viết: “{ $text }”
    { -You } gõ lại nội dung{ -or-a-file }. Muốn đổi cả tên mục, { -you } gõ tên ở dòng đầu.
bulletins-corrected =
    Đã sửa mục: { $title }
    { $note }
bulletins-see-corrected = Xem sẽ đọc thế nào
bulletins-own-no-more = Tiếng đã thu không còn khớp, mục này lại do máy đọc.
bulletins-take-back = Lấy lại lời cũ
bulletins-taken-back =
    Đã lấy lại lời cũ: { $title }
    { $note }
bulletins-item-replaced =
    Mục này vừa có người khác sửa hoặc bỏ, nên { -me } chưa ghi gì.
    { -You } { -press } Quay lại để xem bản tin bây giờ ra sao.
bulletins-more-deeds =
    { $title }
    { $note }
    { -You } muốn làm gì với mục này?
bulletins-is-inside = Chỉ giọng máy tại chỗ đọc, không gửi ra ngoài.
bulletins-record-own = Thu tiếng của mình
bulletins-record-again = Thu lại
bulletins-take-own-back = Bỏ tiếng đã thu
bulletins-ask-voiceless =
    Bỏ tiếng đã thu của mục “{ $title }”?
    Bỏ rồi thì không lấy lại được, phải thu lại. Giọng máy sẽ đọc mục này.
bulletins-do-take-own-back = Đúng, bỏ tiếng đã thu
bulletins-own-voice = Mục này nghe tiếng người thu.
bulletins-ask-recording =
    Thu tiếng cho mục: { $title }
    { -You } gửi một tin thoại{ -or-a-sound-file }, tối đa 10 phút. Tiếng ấy thay giọng máy cho mục này.
bulletins-own-taken =
    Mục { $number } nay nghe tiếng người thu
    { -You } nghe lại giúp { -me }. { $note }
bulletins-own-gone =
    Đã bỏ tiếng thu: { $title }
    Giọng máy lại đọc mục này. { $note }
bulletins-not-voice =
    { -Me } cần nghe tiếng cho mục này.
    { -You } gửi một tin thoại{ -or-a-sound-file } giúp { -me }.
bulletins-own-unusable =
    Tiếng thu cho mục “{ $title }” chưa dùng được
    { $reason ->
        [too_short] { -Me } hầu như không nghe thấy lời nào.
        [too_long] Bản thu dài quá 10 phút.
       *[no_sound] Tệp này không mở ra tiếng được.
    } { -You } thu lại, hoặc bỏ tiếng đã thu.
bulletins-see-item = Xem mục này
bulletins-hear-it = Nghe mục này
bulletins-hear-item =
    Mục { $number }: { $title }
    Thành viên sẽ nghe như thế này. Chưa gửi cho ai.
bulletins-item-unread =
    { $title }
    { $note }
    Có cách đọc rồi mới nghe được mục này.
bulletins-remove = Bỏ mục này
bulletins-removed =
    Đã bỏ khỏi bản tin: { $title }
    { $note }
bulletins-put-back = Lấy lại mục này
bulletins-is-back =
    Đã đưa trở lại: { $title }
    { $note }
bulletins-tokens = { $tokens }{ $more ->
        [0] { "" }
       *[other] {" "}và { $more } từ nữa
    }
bulletins-unread-note = Chưa chắc cách đọc { $count } từ: { $tokens }
bulletins-give-reading = Cho biết cách đọc
bulletins-stands-in = Ở mục { $number }: “{ $around }”
bulletins-ask-reading =
    “{ $token }” đọc thế nào?
    { $place }
    { -You } gõ cách đọc bằng chữ, ví dụ: hai A. { -Me } sẽ nhớ cho những lần sau.
bulletins-letterhead-says = Đầu văn bản có ghi { $spoken }, nên { $token } có lẽ là { $spoken }.
bulletins-letterhead-right = { $token } đọc là { $spoken }
bulletins-suggestion-right = Đọc là “{ $spoken }”
bulletins-is-read-now = “{ $token }” nay đọc là “{ $spoken }”.
bulletins-leave-for-later = Để sau
bulletins-another-word = Sang chữ khác
bulletins-left-for-later =
    Không sao, { -you } để sau cũng được.
    { $note }
bulletins-word-waits = “{ $token }” còn chờ cách đọc, nên mục ấy chưa nghe và chưa duyệt được. Hỏi được ai, { -you } vào đây gõ sau.
bulletins-reading-kept =
    { -Me } sẽ đọc “{ $token }” là “{ $spoken }”.
    { $note }
bulletins-see-readings = Đổi cách đọc
bulletins-item-words =
    { $title }
    { $lines }
    { -You } { -pick-of } chữ cần đổi cách đọc, hoặc gõ như: UBKT = Ủy ban kiểm tra
bulletins-is-read = “{ $token }” đọc là “{ $spoken }”
bulletins-one-reading = Đổi “{ $token }”
bulletins-go-abbreviations = Bảng chữ viết tắt
bulletins-say-abbreviations = bảng chữ viết tắt | chữ viết tắt | bảng cách đọc | cách đọc | đổi cách đọc | sửa cách đọc
bulletins-abbreviations =
    Cách đọc riêng của { $unit }
    { $lines }
    Muốn thêm hay đổi, { -you } gõ như: UBKT = Ủy ban kiểm tra
bulletins-no-abbreviations = Chưa có chữ nào.
bulletins-one-word =
    “{ $token }” đọc là “{ $spoken }”.
    { $place }
    { -You } gõ cách đọc mới, hoặc bỏ cách đọc này.
bulletins-earlier-reading = Lấy lại cách đọc cũ
bulletins-came-from = Gặp trong: “{ $around }”
bulletins-forget-word = Bỏ cách đọc này
bulletins-word-kept =
    Từ nay { -me } đọc “{ $token }” là “{ $spoken }”, trong mọi bản tin.
    { $note }
bulletins-word-forgotten =
    Đã bỏ cách đọc “{ $token }” là “{ $spoken }”.
    Muốn lại, { -you } gõ: { $token } = { $spoken }
    { $note }
bulletins-word-dropped =
    Đã bỏ cách đọc “{ $token }” là “{ $spoken }”.
    { -You } gõ cách đọc khác, hoặc để sau. { $note }
bulletins-ask-ordinary =
    “{ $token }” là chữ thường dùng. Từ nay mọi bản tin đều đọc “{ $token }” là “{ $spoken }”?
    Đúng ý thì { -you } gõ lại dòng ấy một lần nữa. Nếu không, { -you } { -press } Quay lại.
bulletins-entry-unclear =
    { -Me } chưa rõ chữ nào đọc thế nào.
    { -You } gõ chữ, dấu bằng, rồi cách đọc. Ví dụ: UBKT = Ủy ban kiểm tra
bulletins-entry-gone =
    Chữ này không còn trong bảng.
    { -You } { -press } Quay lại để xem bảng.
bulletins-gone =
    Chữ này không còn trong bản tin.
    { -You } { -press } Quay lại để xem bản tin.
bulletins-reading-empty =
    { -Me } chưa thấy cách đọc.
    { -You } gõ lại bằng chữ giúp { -me }, ví dụ: hai A.
bulletins-reading-unknown =
    Chưa biết cách đọc thì { -you } cứ để sau nhé.
    Khi nào rõ, { -you } gõ cách đọc bằng chữ, ví dụ: hai A.
bulletins-reading-long =
    Cách đọc này dài quá.
    { -You } gõ vài chữ thôi giúp { -me }.
bulletins-reading-in-words =
    { -You } viết con số bằng chữ giúp { -me }.
    Ví dụ: hai A, thay cho 2A.
bulletins-reading-unsure =
    Trong cách đọc này, { -me } chưa chắc { $tokens }.
    { -You } viết theo tiếng giúp { -me }, ví dụ: cờ rông, thay cho Krông.
bulletins-reading-no-help =
    { -Me } vẫn chưa đọc được “{ $token }” trong câu ấy.
    { -You } mở mục ấy, { -press } Sửa mục này rồi viết lại câu giúp { -me }.
bulletins-rehearsal =
    Nghe thử bản tin { $month }, chưa gửi cho ai
    { $titles }
    Nghe xong, { -you } { -press } Đã nghe hết.
bulletins-rehearsal-again =
    Nghe thử bản tin { $month }, đã duyệt
    { $titles }
    Chưa gửi cho ai.
bulletins-have-heard-all = Đã nghe hết
bulletins-read-all = Đọc hết bằng chữ
bulletins-read-changes = Đọc phần mới đổi
bulletins-have-read-all = Đã đọc hết
bulletins-is-heard = { -You } đã nghe hoặc đọc hết, duyệt được rồi.
bulletins-to-hear = { -You } nghe thử hoặc đọc hết một lượt, rồi duyệt.
bulletins-to-hear-again = Nội dung đã đổi từ khi { -you } nghe. { -You } nghe hoặc đọc lại, rồi duyệt.
bulletins-to-hear-changes = Nội dung đã đổi từ khi { -you } nghe. { -You } đọc phần mới đổi, hoặc nghe lại tất cả, rồi duyệt.
bulletins-hear-first =
    { -You } nghe bản tin trước khi duyệt nhé.
    Nghe thử hoặc đọc hết một lượt là duyệt được.
bulletins-hear-again =
    Nội dung đã đổi từ khi { -you } nghe, nên chưa duyệt.
    { -You } nghe thử hoặc đọc hết lại một lượt nhé.
bulletins-other-sound =
    Bản thu đã khác với bản { -you } nghe, nên chưa duyệt.
    { -You } nghe thử lại một lượt nhé.
bulletins-recording =
    Đang thu bản tin { $month }
    Khoảng nửa phút nữa là nghe được. { -You } cứ chờ, không cần { -press } thêm.
bulletins-recording-item =
    Đang thu mục { $number }
    Một lát nữa là nghe được. { -You } cứ chờ, không cần { -press } thêm.
bulletins-recording-at =
    Đang thu mục { $number } trong { $count }
    Xong là { -me } gửi ngay. { -You } cứ chờ, không cần { -press } thêm.
bulletins-bad-recording =
    Bản thu chưa đạt nên { -me } chưa gửi cho ai
    { $reasons }
    { -You } nghe thử lại giúp { -me }; vẫn vậy thì báo người rành máy.
bulletins-fault-in = Mục “{ $chapter }”: { $fault }
bulletins-fault =
    { $fault ->
        [unreadable] tệp tiếng không mở được
        [empty] không có tiếng
        [loudness] tiếng to nhỏ không đúng mức ({ $figure } LUFS)
        [peak] có chỗ tiếng quá to ({ $figure } dBTP)
        [clipped] tiếng bị rè
        [gap] có quãng im quá lâu ({ $figure } giây)
        [late_start] mãi mới có tiếng ({ $figure } giây)
        [duration] dài ngắn không khớp số chữ ({ $figure } giây), có thể mất tiếng
        [uneven] to nhỏ khác các phần kia ({ $figure } LU)
        [chapters] số phần không đúng ({ $figure })
        [off_second] bắt đầu không đúng chỗ (giây { $figure })
        [length] độ dài cả bản không đúng ({ $figure } giây)
       *[speech_share] phần có tiếng nói ít hoặc nhiều quá ({ $figure } %)
    }
bulletins-approved-recording =
    Bản tin đã được duyệt, sẽ gửi { $due }
    Đang thu thành tiếng, khoảng nửa phút nữa là nghe được. { -You } không cần { -press } thêm.
bulletins-ask-approval =
    Duyệt bản tin { $month }?
    Có { $count } mục, gửi tới { $people } người{ $unlinked ->
        [0] { "" }
       *[other] {" "}({ $unlinked } chưa vào { -me })
    }, { $due }.
    { -Press } Đúng thì sổ ghi người duyệt là { $name }.
bulletins-do-approve = Đúng, duyệt bản tin
bulletins-approved =
    Bản tin đã được duyệt
    Người duyệt: { $name }. Sẽ gửi { $due }.
    Nếu có ai đổi nội dung, bản tin cần duyệt lại.
bulletins-withdrawn =
    Đã bỏ duyệt, chưa có gì gửi đi.
    { -You } duyệt lại lúc nào cũng được.
bulletins-ask-skip =
    Bỏ bản tin { $month }?
    { $count } mục trong đó sẽ không gửi cho ai.
bulletins-do-skip = Đúng, bỏ bản tin
bulletins-skipped = Bản tin ấy sẽ không gửi nữa.
bulletins-unread =
    { -Me } chưa chắc cách đọc { $count } từ: { $tokens }
    { -You } cho biết cách đọc, rồi mới nghe và duyệt được. Văn bản không phải tiếng Việt thì { -you } bỏ mục ấy ra.
bulletins-no-items =
    Bản tin chưa có mục nào.
    { -You } thêm văn bản trước đã nhé.
bulletins-not-editor =
    Bản tin này do { $unit } duyệt.
    { -You } cần đổi gì, hãy hỏi người phụ trách ở đó.
bulletins-news =
    Bản tin { $month } có thêm văn bản
    { $name }, { $unit }, vừa gửi. { -You } nghe thử rồi duyệt khi nào tiện.
bulletins-changed-meanwhile =
    Nội dung vừa được đổi, chưa duyệt.
    { -You } xem lại các mục, rồi { -press } Duyệt bản tin lần nữa.
bulletins-not-late =
    Bản tin này còn chờ đến { $due }.
    { -You } cứ để đó, không duyệt thì không gửi ai.
bulletins-over =
    Bản tin { $month } đã khép lại.
    { -You } { -press } Quay lại để xem bản tin mới nhất.

# Nhắc người phụ trách.
bulletins-reminder =
    Bản tin { $month } chờ duyệt
    Đến hạn { $due }. Chưa duyệt thì chưa gửi cho ai.
bulletins-missed =
    Bản tin { $month } chưa gửi
    Đã đến giờ mà chưa ai duyệt. Duyệt hôm nay thì sáng mai gửi.
bulletins-reminder-empty =
    Bản tin { $month } chưa có mục nào
    Giờ gửi: { $due }. { -You } thêm văn bản rồi duyệt thì còn kịp.
bulletins-missed-empty =
    Bản tin { $month } chưa gửi
    Đến giờ mà chưa có mục nào. { -You } thêm văn bản hôm nay, duyệt xong thì sáng mai gửi.
bulletins-too-late =
    Bản tin { $month } chưa gửi
    { -Me } nghỉ quá lâu nên lỡ giờ gửi. { -You } duyệt lại thì sáng hôm sau gửi.
bulletins-not-as-approved =
    Bản tin { $month } chưa gửi
    Nội dung đã khác với lúc duyệt. { -You } xem lại và duyệt giúp { -me }.
bulletins-sound-gone =
    Bản tin { $month } chưa gửi
    Bản thu đã duyệt không còn như lúc nghe. { -You } nghe và duyệt lại giúp { -me }.
bulletins-reopened =
    Bản tin { $month } cần duyệt lại
    { $name } vừa đổi nội dung sau khi duyệt.
bulletins-the-office = Văn phòng
bulletins-withdrawn-by-editor =
    Bản tin { $month } đã bỏ duyệt
    Người bỏ duyệt: { $name }. Chưa có gì gửi đi.
