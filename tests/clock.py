"""A clock that stands until it is moved, and the tokens of every test's bot."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

TOKEN = "123456:" + "t" * 35
ZALO_TOKEN = "1459232241454765289:" + "z" * 40
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **span: float) -> None:
        """Move on by days, hours, minutes ..."""
        self.now += timedelta(**span)

    def move_to(self, *local: int) -> None:
        """Move to a moment on the organisation's clocks: year, month, day, hour, minute."""
        self.now = datetime(*local, tzinfo=ZONE)  # type: ignore[arg-type]
