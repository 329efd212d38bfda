# Nơi không có nút: nhắn chữ, chọn số.
-press = nhắn
-Press = Nhắn
-pick = chọn
-Pick = Chọn
-pick-of = chọn
-press-below = chọn ở dưới
-always-there = Bốn chữ dưới đây lúc nào cũng nhắn được.
-pick-out = chọn
