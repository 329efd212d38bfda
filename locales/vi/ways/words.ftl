# Nơi không có nút: nhắn chữ, chọn số.
-press = nhắn
-Press = Nhắn
-pick = chọn
-Pick = Chọn
-pick-of = chọn
-press-below = chọn ở dưới
-always-there = Bốn chữ dưới đây lúc nào cũng nhắn được.
-pick-out = chọn
# Ảnh và lời nói thì chuyển được, tệp thì chưa.
-voice-picture-document = lời nói hay ảnh
-picture-file-voice = ảnh hay lời nói
-or-as-a-document = , hoặc nói thành lời
-or-as-a-file = , hoặc nói thành lời
-or-a-document = { "" }
-or-a-text-file = . Ở đây chưa gửi được tệp
-the-rest-as-a-document = { "" }
-or-a-file = { "" }
-or-a-sound-file = { "" }
