# Việc của người phụ trách.
units-go-lead = Điều hành
units-say-lead = điều hành | việc bí thư | quản lý | phụ trách | công việc chi bộ
units-lead =
    Điều hành { $unit }
    { -You } muốn làm việc gì?
units-notice-kept =
    Thông báo đang viết vẫn còn nguyên
    { -You } viết tiếp lúc nào cũng được.
units-group-send = Gửi, mời, biểu quyết
units-group-follow = Theo dõi việc đã gửi
units-group-answer = Ý kiến, sổ, bản tin
units-not-leading =
    Việc này dành cho người phụ trách.
    { -You } cần gì, hãy { -press } Gọi giúp.
units-not-yours =
    Phần này thuộc đơn vị khác.
    { -You } cần xem, hãy hỏi { -secretary } bên ấy.
