"""The environment, typed and read once."""

from datetime import time
from itertools import takewhile
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from rules.organisation import Organisation

VOICES = ("gtts", "edge", "piper", "espeak")
PER_SECOND, IN_FLIGHT = 28.0, 4  # the free limit is about 30; four fill it


class Settings(BaseSettings):
    """Every setting, with its default; each is a line of `.env.example`."""

    model_config = SettingsConfigDict(
        env_file=".env", env_prefix="SOTAY_", env_ignore_empty=True, extra="ignore"
    )

    telegram_token: SecretStr = SecretStr("")
    telegram_api: str = "https://api.telegram.org"
    zalo_tokens: SecretStr = SecretStr("")  # one for each bot, with commas between
    zalo_names: str = ""  # how people find each of them there, in the same order
    zalo_api: str = "https://bot-api.zaloplatforms.com"
    zalo_monthly: int = Field(default=3000, ge=0)  # messages a bot carries; 0: no limit
    zalo_people: int = Field(default=50, ge=0)  # it serves; 0: no limit
    zalo_webhook_url: str = ""
    zalo_webhook_secret: SecretStr = SecretStr("")
    database_url: str = ""
    data_dir: Path = Path("data")
    language: Literal["vi", "en"] = "vi"  # of the command line and of letters
    bot_name: str = ""  # the bot's user name, printed in letters
    pack: Literal["party", "union", "association"] = "party"
    zone: str = "Asia/Ho_Chi_Minh"
    quiet_from: time = time(21, 0)
    quiet_until: time = time(6, 30)
    bulletin_day: int = Field(default=5, ge=1, le=28)
    bulletin_at: time = time(8, 0)
    answer_days: int = Field(default=7, ge=1)
    code_days: int = Field(default=14, ge=1)
    help_line: str = ""  # "Văn phòng Đảng ủy, 0234 ...": told to those who have no letter
    voice_online: bool = True  # whether a bulletin's text may leave the house at all
    voice_host: str = "translate.google.com"
    voices: str = "gtts,piper,espeak"  # of bulletins, the first that can speaks all of one
    piper_voice: Path | None = None  # a voice brought along: x.onnx, with x.onnx.json beside it
    paid_broadcast: bool = False  # the messenger is paid to carry broadcasts faster
    messages_per_second: float | None = Field(default=None, gt=0)  # of broadcasts; see `pace`
    sends_in_flight: int | None = Field(default=None, ge=1, le=100)  # see `in_flight`
    seconds_per_person: float = Field(default=1.0, ge=0)
    recall_seconds: int = Field(default=60, ge=0)
    clock_shift: Path | None = None  # a file with seconds to add to the clock, for training
    webhook_url: str = ""  # where the messenger brings updates; empty: they are fetched
    webhook_secret: SecretStr = SecretStr("")
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=0, ge=0, le=65535)  # of webhooks and figures; 0: none
    public_url: str = ""  # where links to our own pages lead to; empty: none can be made
    link_key: SecretStr = SecretStr("")  # signs them; empty: one is made in the data folder
    link_days: int = Field(default=7, ge=1, le=365)
    bulletin_link_days: int = Field(default=45, ge=1, le=365)
    public_bulletins: bool = False  # a page and a podcast of those marked for everybody
    loudspeaker_dir: Path | None = None  # where MP3s for the commune's loudspeaker are put
    backup_dir: Path | None = None  # empty: "backups" in the data folder
    backup_key: SecretStr = SecretStr("")  # a passphrase; with one, backups are sealed
    tick_seconds: float = Field(default=5.0, gt=0)

    @property
    def database(self) -> str:
        """The database's address: an SQLite file in the data folder unless one is given."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir}/sotay.db"

    @property
    def zalo_bots(self) -> list[str]:
        """The token of each Zalo bot."""
        given = self.zalo_tokens.get_secret_value().split(",")
        return [token.strip() for token in given if token.strip()]

    @property
    def zalo_called(self) -> list[str]:
        """How people find each Zalo bot, as far as that is known."""
        names = takewhile(bool, (name.strip() for name in self.zalo_names.split(",")))
        return [name for name, _ in zip(names, self.zalo_bots, strict=False)]

    @field_validator("voices")
    @classmethod
    def _known(cls, given: str) -> str:
        if strange := set(_listed(given)) - set(VOICES):
            raise ValueError(f"no such voice: {', '.join(sorted(strange))}; there are {VOICES}")
        return given

    @property
    def voice_order(self) -> list[str]:
        """The names of the voices for bulletins, the first to be asked first."""
        return _listed(self.voices)

    @property
    def pace(self) -> float:
        """Messages of broadcasts a second: just below the free limit, or the whole paid one."""
        return self.messages_per_second or (1000.0 if self.paid_broadcast else PER_SECOND)

    @property
    def in_flight(self) -> int:
        """Sends of broadcasts under way at once: what a crash can leave uncertain."""
        return self.sends_in_flight or (64 if self.paid_broadcast else IN_FLIGHT)

    @property
    def files(self) -> Path:
        """Where files lie that people sent, and those that were made for them."""
        return self.data_dir / "files"

    @property
    def bulletins_page(self) -> str:
        """The address of the page everybody may open; "" when there is none."""
        open_to_all = self.public_bulletins and self.public_url
        return f"{self.public_url.rstrip('/')}/ban-tin/" if open_to_all else ""

    @property
    def backups(self) -> Path:
        """Where backups are kept."""
        return self.backup_dir or self.data_dir / "backups"

    def organisation(self) -> Organisation:
        """The customs the rules may ask for."""
        return Organisation(
            zone=ZoneInfo(self.zone),
            pack=self.pack,
            quiet_from=self.quiet_from,
            quiet_until=self.quiet_until,
            bulletin_day=self.bulletin_day,
            bulletin_at=self.bulletin_at,
            answer_days=self.answer_days,
            code_days=self.code_days,
            recall_seconds=self.recall_seconds,
            help_line=self.help_line,
            bulletins_page=self.bulletins_page,
        )


def _listed(given: str) -> list[str]:
    """What is named with commas between, each once."""
    return list(dict.fromkeys(name.strip() for name in given.split(",") if name.strip()))
