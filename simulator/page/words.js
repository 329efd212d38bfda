// Every word of the page, in both languages.

const WORDS = {
  vi: {
    page: "Sổ tay: điện thoại tập dùng",
    title: "Điện thoại tập dùng",
    lead: "Mỗi khung là điện thoại của một người. Không gì ở đây đi ra ngoài máy này.",
    skip: "Đến các điện thoại",
    phones: "Các điện thoại",
    nobody: "Chưa có điện thoại nào. Bấm “Thêm điện thoại” để bắt đầu.",
    offline: "Mất kết nối với máy chủ. Trang sẽ tự nối lại.",
    addPhone: "Thêm điện thoại",
    add: "Thêm",
    cancel: "Thôi",
    name: "Tên",
    note: "Ghi chú (không bắt buộc)",
    messenger: "Ứng dụng",
    menu: "Lựa chọn khác",
    block: "Chặn sổ tay",
    unblock: "Bỏ chặn",
    blocked: "Người này đã chặn sổ tay.",
    start: "Bắt đầu",
    code: "Mã mời hoặc đường dẫn (nếu có)",
    openCode: "Mở bằng mã mời",
    contact: "Gửi số điện thoại",
    place: "Gửi vị trí",
    empty: "Chưa có tin nhắn. Bấm “Bắt đầu” như khi mở lần đầu.",
    emptyZalo: "Chưa có tin nhắn. Zalo không có nút bấm: hãy nhắn một lời chào.",
    chat: "Tin nhắn của {name}",
    write: "Nhắn tin",
    send: "Gửi",
    record: "Ghi âm",
    attach: "Tệp",
    sendFile: "Gửi tệp",
    recording: "Đang ghi {time}",
    sendVoice: "Gửi lời nói",
    drop: "Bỏ",
    noMicrophone: "Không dùng được micrô của máy này.",
    keys: "Bàn phím của sổ tay",
    play: "Nghe",
    pause: "Dừng",
    position: "Vị trí đang nghe",
    picture: "Ảnh",
    sticker: "Hình dán",
    download: "Tải về: {name}",
    edited: "đã sửa",
    pinned: "đã ghim",
    forwarded: "Chuyển tiếp từ {name}",
    placeAt: "Vị trí: {place}",
    opens: "mở trang khác",
    votes: "{count} phiếu",
    pollClosed: "Đã đóng",
    unread: "{count} tin mới",
    me: "Tôi",
    bot: "Sổ tay",
    atWork: "Sổ tay đang làm…",
    gone: "Nút này không còn nữa.",
    failed: "Chưa làm được. Xin thử lại.",
    understood: "Đã hiểu",
    clock: "Giờ trên các máy:",
    anHour: "Tới sau 1 giờ",
    evening: "Tới 7 giờ tối",
    nextMorning: "Tới 8 giờ sáng sau",
    go: "Đến điện thoại của {name}",
  },
  en: {
    page: "Sotay: practice phones",
    title: "Practice phones",
    lead: "Each frame is one person's phone. Nothing here leaves this computer.",
    skip: "Skip to the phones",
    phones: "Phones",
    nobody: "There is no phone yet. Press “Add a phone” to begin.",
    offline: "The connection is lost. The page will reconnect by itself.",
    addPhone: "Add a phone",
    add: "Add",
    cancel: "Cancel",
    name: "Name",
    note: "Note (optional)",
    messenger: "Messenger",
    menu: "More",
    block: "Block the bot",
    unblock: "Unblock",
    blocked: "This person has blocked the bot.",
    start: "Start",
    code: "Invitation code or link (if any)",
    openCode: "Open with an invitation",
    contact: "Send the phone number",
    place: "Send the place",
    empty: "No messages yet. Press “Start”, as when opening it for the first time.",
    emptyZalo: "No messages yet. Zalo has no buttons: write a word of greeting.",
    chat: "Messages of {name}",
    write: "Message",
    send: "Send",
    record: "Record",
    attach: "File",
    sendFile: "Send a file",
    recording: "Recording {time}",
    sendVoice: "Send recording",
    drop: "Discard",
    noMicrophone: "The microphone cannot be used.",
    keys: "The bot's keyboard",
    play: "Listen",
    pause: "Pause",
    position: "Position in the recording",
    picture: "Picture",
    sticker: "Sticker",
    download: "Download: {name}",
    edited: "edited",
    pinned: "pinned",
    forwarded: "Forwarded from {name}",
    placeAt: "Place: {place}",
    opens: "opens another page",
    votes: "{count} votes",
    pollClosed: "Closed",
    unread: "{count} new",
    me: "Me",
    bot: "Bot",
    atWork: "The handbook is at work…",
    gone: "This button is no longer there.",
    failed: "That did not work. Please try again.",
    understood: "OK",
    clock: "Time on the phones:",
    anHour: "One hour later",
    evening: "To 7 pm",
    nextMorning: "To the next 8 am",
    go: "Go to the phone of {name}",
  },
};
const KEPT = "sotay-simulator-language";

let language = localStorage.getItem(KEPT) in WORDS ? localStorage.getItem(KEPT) : "vi";

export const currentLanguage = () => language;
export const languageWasChosen = () => localStorage.getItem(KEPT) in WORDS;

export function word(key, values = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

// A text given from outside, in the language of the page if it is there in it.
export const inLanguage = (text, others) => others?.[language] ?? text;

export function setLanguage(name, keep = true) {
  if (!(name in WORDS)) return;
  language = name;
  if (keep) localStorage.setItem(KEPT, name);
}

// The words already in the HTML.
export function translatePage() {
  document.documentElement.lang = language;
  document.title = word("page");
  for (const node of document.querySelectorAll("[data-word]")) {
    node.textContent = word(node.dataset.word);
  }
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", word(node.dataset.label));
  }
}
