"""What people type without accents, with slips and in their own words finds its screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.doors import Incoming
from bot.likeness import Phrase, likeness, plain
from bot.pages import KEYBOARD
from bot.routing import Call, Switches
from bot.slips import in_between
from bot.texts import LANGUAGES, LOCALES, Texts, text_id, topic_files
from bot.understanding import Meant, Understanding
from handlers import lost
from handlers.dialog import Screen, wanted_args
from handlers.marks import Mark
from handlers.topics import TOPICS
from rules.joining import read_code
from rules.members import Member, Person
from rules.organisation import Organisation
from rules.units import Office
from storage.conversations import Conversation

HOA = Person(Member(2, 2, "Chi bộ 1", "1/2/", "Trần Thị Hoa", "full"))
BINH = Person(
    Member(1, 2, "Chi bộ 1", "1/2/", "Lê Văn Bình", "full"),
    (Office("secretary", 2, "Chi bộ 1", "1/2/"),),
)

# What members write, by the screen they want: right, without accents, misspelt, in dialect, as a
# sentence, in English.
MEMBERS = {
    "home.home": """
        trang chính | trang chu | TRANG CHÍNH | ve trang chinh | trag chinh | cho toi ve trang chinh
        menu | tro ve nha | việc của tôi | toi con viec gi | toi con viec gi khong | thoát | home
        main page | về đầu | trang chính ạ
        """,
    "notices.notices": """
        thong bao | THÔNG BÁO | thôg báo | thong bao moi | tin moi | có tin gì mới không | tin tuc
        xem thong bao | cho toi xem thong bao | doc thong bao | tin | có gì mới | thoong baos
        thông báo mới nhất | thông bao đâu | đọc tin mới cho tôi | co tin gi khong | tin nhan
        notices | what is new | any news | show me the notices
        """,
    "meetings.meetings": """
        hop | họp | HOP | lich hop | bao gio hop | khi nao hop | mấy giờ họp vậy | giay moi
        giấy mời họp | sinh hoat chi bo | tuan nay co hop khong | hop o dau | xin vắng
        toi xin vang mat | lịch hoop | cuộc họp sắp tới | hôm nào họp | lich hop chi bo
        mai có họp không | next meeting | when is the meeting | meetings
        """,
    "meetings.come_in": """
        diem danh | điểm danh | mã điểm danh | tôi đến rồi | toi den roi | check in | i am here
        """,
    "polls.polls": """
        bo phieu | bo fieu | bỏ phiéu | bỏ fiếu | biểu quyêt | bieu quyet | biêu quyết | bieu quiet
        bỏ phiếu ở đâu | toi muon bo phieu | phieu | lay y kien | biểu quyết ở chỗ nào | bo phiu
        cho tôi bỏ phiếu với | bieeru quyeets | ket qua bieu quyet | vote | i want to vote | voting
        """,
    "bulletins.bulletins": """
        ban tin | BẢN TIN | nghe ban tin | bản tin tháng | mo ban tin | cho toi nghe ban tin
        ban tin thang nay | nghe đài | nghe loa phuong | bảng tin | nghe bảng tin | doc ban tin
        bản tin tháng 11 | tui muốn nghe bản tin | bulletin | listen to the bulletin
        """,
    "members.record": """
        so cua toi | ho so cua toi | hồ sơ | lý lịch | ly lich | xem ho so | sổ tôi | sổ của tui
        thong tin ca nhan | thông tin của tôi | xem ly lich cua toi | hồ xơ của tôi | ho so
        mở hồ sơ của tôi | lý lịch đảng viên của tôi | my record | show my record | my profile
        """,
    "feedback.feedback": """
        gop y | góp ý | ý kiến | gop í | phan anh | toi muon gop y | kien nghi | cho tôi gửi ý kiến
        đề nghị | tôi muốn phản ánh | goc y | gui y kien | tôi có ý kiến | khieu nai | feedback
        """,
    "feedback.answers": """
        xem tra loi | XEM TRẢ LỜI | trả lời | đã trả lời chưa | on roi | đã ổn | see the answer
        """,
    "bulletins.have_heard": "đã nghe | ĐÃ NGHE | da nghe | nghe xong rồi | I have listened",
    "help.help": """
        goi giup | gọi giúp | giup toi | giúp với | tro giup | giup tui voi | số điện thoại bí thư
        goi bi thu | so dien thoai | khong biet dung | toi khong biet dung | cứu | goi dup | zúp tôi
        cho hỏi số điện thoại bí thư | help | help me please
        con ơi giúp bà với | chau oi giup ba voi
        """,
    "home.thanks": """
        cảm ơn | cam on | cám ơn cháu | cảm ơn nhiều nhé | thank you | ok | vâng ạ | tốt lắm
        👍 | ❤️ | 🙏🙏 | rõ rồi | 🙂🙂
        """,
    "help.settings": """
        cai dat | cài đặt | tuy chon | đổi máy | doi dien thoai | them may thu hai
        settings | new phone | doi tieng | ngôn ngữ
        """,
    "help.speed": "đổi tốc độ đọc | toc do doc | đọc nhanh quá",
    "help.slow": """
        đọc chậm | doc cham | đọc chậm lại | read slower | đọc chậm lại cho bác
        """,
    "help.fast": "đọc nhanh | read faster",
    "help.english": "tieng anh | tiếng anh | speak english | english | NÓI TIẾNG ANH",
    "help.vietnamese": "noi tieng viet | vietnamese | tieng viet | Tiếng Việt",
    "home.start": "xin chao | chào | hello | alo | xin chào sổ tay",
}
# What leaders write besides.
LEADERS = {
    "notices.write_notice": """
        viet thong bao | gui thong bao | soan thong bao | toi muon gui thong bao | nhan moi nguoi
        viết thông báo mới | write a notice
        """,
    "notices.sent_notices": "thong bao da gui | ai chua nhan | ai đã nhận thông báo | sent notices",
    "meetings.call_meeting": """
        moi hop | mời họp | trieu tap hop | triệu tập họp chi bộ | goi hop | len lich hop
        call a meeting
        """,
    "meetings.lead_meetings": "theo doi cuoc hop | huy hop | doi hop | dời họp | ai đi họp",
    "polls.open_poll": "mo bieu quyet | tạo biểu quyết | mo bo phieu | open a vote",
    "polls.lead_polls": "theo doi bieu quyet | ai chua bo phieu | ai chưa biểu quyết",
    "bulletins.edit_bulletin": "soan ban tin | duyệt bản tin | sua ban tin",
    "bulletins.add_directive": "them van ban | gửi văn bản | van ban chi dao",
    "members.people": """
        danh sach | danh sách đảng viên | ai chua vao so | dang vien | xem danh sach chi bo | people
        """,
    "units.lead": "dieu hanh | điều hành | quan ly | việc bí thư | lead",
    "feedback.cases": "tra loi y kien | ý kiến cần trả lời | ý kiến đảng viên",
    "feedback.enter_case": "ghi hộ ý kiến | ghi ho y kien",
}
NONSENSE = (
    "xyz",
    "asdf qwerty",
    "123 456 789 000",
    "trời hôm nay đẹp quá",
    "bánh mì",
    "con mèo",
    "!!!",
    "mưa to quá",
    "nhà tôi mất điện",
    "thời tiết ngày mai",
    "con vit",
    "Đường trước nhà tôi bị hỏng đã lâu chưa ai sửa",
    "hôm qua tôi đi chợ gặp chị Lan",
    "Tôi không nhận được thông báo về cuộc họp tuần trước, đề nghị xem lại giúp tôi",
    "hop dong mua dat cua nha toi bi huy thi phai lam sao",
)


@cache
def _switches() -> Switches:
    return Switches((*TOPICS, lost.routes))


@cache
def _understanding() -> Understanding:
    return Understanding(_switches(), Texts("party", Organisation().zone))


def _of(words: str, person: Person | None = HOA, talk: Conversation | None = None) -> Meant:
    incoming = Incoming("telegram", "1", "1", "text", words=words)
    return _understanding().of(incoming, talk or Conversation(), person)


def _route(command: str) -> str:
    topic, name = command.split(".")
    handler = next(one for one in TOPICS if one.topic == topic).commands[name]
    return str(_switches().route(handler)[0])


def _table(table: dict[str, str]) -> Iterator[tuple[str, str]]:
    for command, phrases in table.items():
        for line in phrases.strip().splitlines():
            yield from ((command, phrase.strip()) for phrase in line.split("|"))


@pytest.mark.parametrize(
    ("table", "person"),
    [(MEMBERS, HOA), (MEMBERS, BINH), (LEADERS, BINH)],
    ids=["members", "members' words from a leader", "leaders"],
)
def test_everyday_words_find_their_screen(table: dict[str, str], person: Person) -> None:
    phrases = list(_table(table))
    missed = {}
    offered = 0
    for command, phrase in phrases:
        meant = _of(phrase, person)
        if meant.call.name != _route(command):
            missed[phrase] = (meant.call.name, meant.words)
            offered += meant.missed and command in meant.words.split("|")
    found = len(phrases) - len(missed)

    assert found >= 0.95 * len(phrases), missed
    assert found + offered >= 0.99 * len(phrases), missed


@pytest.mark.parametrize("words", NONSENSE)
def test_nonsense_is_not_taken_for_a_wish_and_gets_three_guesses(words: str) -> None:
    for person in (HOA, BINH):
        meant = _of(words, person)
        assert meant.missed, meant.call.name
        guesses = meant.words.split("|")
        assert len(set(guesses)) == 3
        assert "help.help" not in guesses  # offered by the screen itself


def test_the_language_changes_only_for_its_exact_words() -> None:
    for words in ("con ngu", "tiếng anh đào nở", "vietnam", "englisch"):
        assert _of(words).call.name not in ("help.speak_english", "help.speak_vietnamese"), words


def test_the_nearest_command_is_guessed_first() -> None:
    for words, command in (("đọc tin mới cho tôi", "notices.notices"), ("sổ", "members.record")):
        assert _of(words).words.split("|")[0] == command


@pytest.mark.parametrize("command", list(LEADERS))
def test_leaders_commands_are_neither_found_nor_guessed_for_others(command: str) -> None:
    for name, phrase in _table({command: LEADERS[command]}):
        meant = _of(phrase, HOA)
        assert meant.call.name != _route(name)
        assert name not in meant.words.split("|")


def test_strangers_reach_only_their_own_door() -> None:
    anybodys = ("help.english", "help.vietnamese", "help.help")
    behind = {name: said for name, said in (MEMBERS | LEADERS).items() if name not in anybodys}
    for _, phrase in _table(behind):
        door = "joining.open_letter" if read_code(phrase) else "joining.welcome"
        assert _of(phrase, None).call.name == door
    assert _of("7k3m 9qxt 2rbd", None).call.name == "joining.open_letter"
    assert _of("tieng viet", None).call.name == "help.speak_vietnamese"
    assert _of("goi giup", None).call.name == "help.show_help"


QUESTION = Conversation(place=["members.ask_correction"], asks=["members.take_line", 1, "phone"])
PAGE = Conversation(
    place=["home.home"],
    choices=[["Thông báo", ["notices.newest"]], ["Lịch họp", ["meetings.next_meeting"]]],
)
LIST = Conversation(place=["polls.ballot", 5], choices=[["Đồng ý", ["polls.choose", 5, 0]]])
LAST_LOOK = Conversation(
    place=["polls.choose", 5, 0],
    asks=["polls.cast_first", 5, 0],
    choices=[["Chọn lại", ["polls.ballot", 5]], ["Bỏ phiếu: Đồng ý", ["polls.cast", 5, 0]]],
)


@pytest.mark.parametrize(
    ("words", "talk", "name"),
    [
        ("họp", QUESTION, "members.take_line"),
        ("2", QUESTION, "members.take_line"),
        ("Trang chính", QUESTION, "home.home"),
        ("goi giup", QUESTION, "help.show_help"),
        ("Quay lại", QUESTION, "members.record"),
        ("thoi", QUESTION, "members.record"),
        ("never mind", QUESTION, "members.record"),
        ("quay lại", Conversation(place=["members.record"]), "home.home"),
        ("quay lại", Conversation(), "home.home"),
        ("2", PAGE, "meetings.next_meeting"),
        ("số 2", PAGE, "meetings.next_meeting"),
        ("2)", PAGE, "meetings.next_meeting"),
        ("lich hop", PAGE, "meetings.next_meeting"),
        ("7", PAGE, "lost.wrong_number"),
        ("0", PAGE, "lost.wrong_number"),
        ("năm", PAGE, "lost.wrong_number"),
        ("1951", PAGE, "lost.not_understood"),
        ("7", Conversation(), "lost.not_understood"),
        ("👍", PAGE, "home.thanks"),
        ("👍", LIST, "lost.beside"),
        ("ok", LIST, "home.thanks"),
        ("ok", LAST_LOOK, "polls.cast_first"),
        ("👍", LAST_LOOK, "polls.cast_first"),
        ("3", LAST_LOOK, "lost.wrong_number"),
        ("2", LAST_LOOK, "polls.cast"),
        ("/huy", QUESTION, "home.start"),
    ],
)
def test_what_is_shown_decides_what_words_mean(words: str, talk: Conversation, name: str) -> None:
    assert _of(words, HOA, talk).call.name == name


LEAVING = sorted(_switches().all_marked(Mark.LEAVES))
WORDS_OF_MANY = sorted(_switches().all_marked(Mark.NO_NUMBER) - set(LEAVING))


@pytest.mark.parametrize("asked", LEAVING)
def test_a_bare_number_leaves_nowhere_as_somebodys_own_words(asked: str) -> None:
    wanted = _switches().presses[asked]
    about = [kind(1) for kind in wanted_args(wanted)]
    for choices in (None, LIST.choices):
        talk = Conversation(place=["home.home"], asks=[asked, *about], choices=choices)
        for said in ("3", "0", "số 4", "hai", "24 68", "1951."):
            assert _of(said, HOA, talk).call.name == "lost.words_wanted", said
        for said in ("0900 000 999", "27/11", "3 người", "Ốm."):
            assert _of(said, HOA, talk).call.name == asked, said
        assert _of("👍", HOA, talk).call.name == "lost.beside"
        assert _of("họp", HOA, talk).call.name == "lost.which_meant"


@pytest.mark.parametrize("asked", WORDS_OF_MANY)
def test_a_bare_number_is_no_text_that_many_will_read(asked: str) -> None:
    about = [kind(1) for kind in wanted_args(_switches().presses[asked])]
    talk = Conversation(place=["home.home"], asks=[asked, *about])
    assert _of("1", HOA, talk).call.name == "lost.words_wanted"
    assert _of("Dọn cống 2 giờ.", HOA, talk).call.name == asked


TAKE_NUMBERS = (
    ("meetings.take_code", 1),
    ("joining.take_year", 1),
    ("sharing.take_pin", 1),
    ("polls.cast_by", 1, 0),
    ("members.look_at_line", 1, "phone"),
)


@pytest.mark.parametrize("asked", TAKE_NUMBERS)
def test_a_number_that_is_asked_for_arrives(asked: tuple[object, ...]) -> None:
    talk = Conversation(place=["home.home"], asks=[*asked], choices=LIST.choices)
    for said in ("2468", "51", "7"):
        meant = _of(said, HOA, talk)
        assert (meant.call.name, meant.words) == (asked[0], said)


@pytest.mark.parametrize(
    ("talk", "name"),
    [
        (LIST, "lost.beside"),
        (LAST_LOOK, "polls.cast_first"),
        (PAGE, "lost.something_else"),
        (Conversation(), "lost.something_else"),
        (Conversation(asks=["sharing.take_pin", 1]), "lost.beside"),
        (Conversation(asks=["joining.take_year", 1]), "joining.take_year"),
        (Conversation(asks=["feedback.hold"]), "feedback.hold"),
    ],
)
def test_a_sticker_takes_nothing_away(talk: Conversation, name: str) -> None:
    sticker = Incoming("zalo", "1", "1", "other", buttons=False)

    assert _understanding().of(sticker, talk, HOA).call.name == name


@pytest.mark.parametrize(
    ("kind", "data", "person", "name"),
    [
        ("press", "members.entries:2:0", HOA, "members.entries"),
        ("press", "members.entries:x:0", HOA, "lost.old_button"),
        ("press", "", HOA, "lost.old_button"),
        ("press", "members.record", None, "joining.welcome"),
        ("start", "7K3M9QXT2RBD", None, "joining.open_letter"),
        ("start", "7K3M9Q", None, "joining.open_letter"),
        ("start", "", HOA, "home.start"),
        ("back", "", HOA, "home.start"),
        ("other", "", HOA, "lost.something_else"),
        ("file", "", HOA, "lost.file_unasked"),
        ("file", "", None, "joining.welcome"),
    ],
)
def test_what_is_not_typed_finds_its_handler(
    kind: str, data: str, person: Person | None, name: str
) -> None:
    incoming = Incoming("telegram", "1", "1", kind, data=data)

    assert _understanding().of(incoming, Conversation(), person).call.name == name


@settings(deadline=None)  # the first of them builds every route
@given(st.text(max_size=200))
def test_any_text_finds_a_handler(words: str) -> None:
    for person in (None, HOA, BINH):
        assert _switches().find(_of(words, person).call.route)


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_full_for_the_same_and_never_more(one: str, other: str) -> None:
    assert likeness(Phrase(plain(one)), Phrase(plain(one))) == 100
    assert 0 <= likeness(Phrase(plain(one)), Phrase(plain(other))) <= 100


def test_every_guess_has_a_command() -> None:
    for topic in TOPICS:
        for name in topic.commands:
            assert lost.guess(f"{topic.topic}.{name}").handler is topic.commands[name]


CHOSEN = Call("polls.choose", lost.beside, (5, 0))  # what stands on LIST


@pytest.mark.parametrize(
    ("screen", "talk", "stays"),
    [
        (Screen("meetings.calendar", goes_on=True), LIST, True),
        (Screen("lost.beside", stays=True), LAST_LOOK, True),
        (Screen("meetings.calendar"), LIST, False),
        (Screen("meetings.calendar", goes_on=True), PAGE, False),  # it was not chosen from there
        (Screen("meetings.calendar", goes_on=True), replace(LIST, asks=["feedback.hold"]), False),
        (Screen("meetings.calendar", asks=lost.beside, goes_on=True), LIST, False),
    ],
)
def test_what_a_look_was_chosen_from_stands_below_it(
    screen: Screen, talk: Conversation, stays: bool
) -> None:
    shown = in_between(screen, CHOSEN, talk, _switches())

    labels = [choice.values["text"] for choice in shown.choices]
    assert (shown.stays, labels) == (stays, [one for one, _ in talk.choices or ()] * stays)


def test_a_list_of_which_something_is_gone_is_not_shown_with_other_numbers() -> None:
    gone = replace(LIST, choices=[["Cũ", ["polls.gone", 5]], *(LIST.choices or ())])

    assert in_between(Screen("lost.beside", stays=True), CHOSEN, gone, _switches()).choices == ()


def _words_to_send(language: str) -> list[str]:
    """Every word that a screen or a message may name to be sent, as it stands there."""
    texts = Texts("party", Organisation().zone)
    named = [text_id(key) for row in KEYBOARD for key in row]
    named += ["home-back", *(one for one in _ids("typing") if one.startswith("typing-to-"))]
    return sorted({texts.say(one, {}, language).upper() for one in named})


def _ids(topic: str) -> list[str]:
    text = (LOCALES / "vi" / f"{topic}.ftl").read_text(encoding="utf-8")
    return re.findall(r"^([\w-]+) =", text, re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_is_named_to_be_sent_is_understood(language: str) -> None:
    texts, leading = Texts("party", Organisation().zone), set(LEADERS)
    words = _words_to_send(language)
    assert len(words) > 15
    for word in words:
        meant = _of(word, BINH, QUESTION if word in ("QUAY LẠI", "GO BACK") else None)
        assert not meant.missed, word
        assert not meant.call.name.startswith("lost."), word
        theirs = any(_route(one) == meant.call.name for one in leading | {"calls.to_call"})
        assert theirs or not _of(word, HOA).missed, word
    listen = Incoming(
        "zalo", "1", "1", "text", words=texts.say("home.listen", {}, language).upper()
    )
    assert _understanding().listens(listen)


BEGUN = ("Bỏ phiếu", "Đúng", "Vote", "Yes")  # of a label, the beginning is enough
NAMED = re.compile(r"\{ -(?:press|Press|pick|Pick|pick-of) \} ([A-ZĐÀ-Ỹ][^.,:\n{]*)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_that_a_text_names_is_one(language: str) -> None:
    """What stands beside a press must stand on a button, or be a word that is understood."""
    texts = "\n".join(path.read_text(encoding="utf-8") for path in topic_files(language))
    labels = {*re.findall(r"^[\w-]+ = ([^{}\n]+)$", texts, re.MULTILINE), *BEGUN}
    named = {one.strip() for one in NAMED.findall(texts)}
    assert len(named) > 15
    unknown = {one for one in named if not one.startswith(tuple(labels)) and _of(one, BINH).missed}

    assert unknown == set()


def test_the_answer_to_an_opinion_is_found_by_its_words_in_english_too() -> None:
    for words in ("SEE ANSWER", "see the answer", "XEM TRẢ LỜI"):
        assert _of(words).call.name == _route("feedback.answers"), words
    for words in ("MY CASES", "See what I sent"):
        assert _of(words).call.name == _route("feedback.sent_cases"), words
