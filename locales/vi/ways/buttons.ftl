# Nơi có nút bấm.
-press = bấm
-Press = Bấm
-pick = bấm
-Pick = Bấm
-pick-of = bấm vào
-press-below = bấm nút dưới
-always-there = Bốn nút lớn ở cuối màn hình lúc nào cũng ở đó.
-pick-out = bấm chọn
