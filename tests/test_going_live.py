"""What the papers for the real thing say is what the program understands."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import Settings

ROOT = Path(__file__).parents[1]
PAPERS = [
    *(ROOT / name for name in ("README.md", ".env.example", "compose.yaml", "Dockerfile")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
ENV = {
    "DOMAIN": "so-tay.example.org",
    "POSTGRES_PASSWORD": "ngoc",
    "SOTAY_WEBHOOK_SECRET": "bimat",
}


@pytest.fixture
def compose() -> dict[str, Any]:
    """compose.yaml as docker reads it, with an `.env` filled in."""
    text = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    filled = re.sub(r"\$\{(\w+)(?::\?[^}]*)?\}", lambda found: ENV[found[1]], text)
    read: dict[str, Any] = yaml.safe_load(filled)
    return read


@pytest.fixture
def settings(compose: dict[str, Any]) -> Settings:
    """Those one of its processes starts with."""
    given = compose["services"]["bot"]["environment"]
    named = {name.removeprefix("SOTAY_").lower(): str(value) for name, value in given.items()}
    return Settings(_env_file=None, **named)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_setting_a_paper_names_is_one(paper: Path) -> None:
    named = set(re.findall(r"SOTAY_[A-Z_]+[A-Z]", paper.read_text(encoding="utf-8")))

    known = {f"SOTAY_{name.upper()}" for name in Settings.model_fields}

    assert named - known == set()


def test_every_setting_is_a_line_of_the_example() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()

    told = {line.partition("=")[0] for line in lines if line.startswith("SOTAY_")}

    assert told == {f"SOTAY_{name.upper()}" for name in Settings.model_fields}


def test_two_processes_share_books_and_files(compose: dict[str, Any], settings: Settings) -> None:
    bot = compose["services"]["bot"]

    assert bot["deploy"]["replicas"] == 2
    assert settings.database == "postgresql+asyncpg://sotay:ngoc@postgres/sotay"
    assert f"data:{settings.data_dir}" in bot["volumes"]
    assert settings.backups.is_relative_to(settings.data_dir)
    assert "postgres" in compose["services"]


def test_the_proxy_leads_to_the_webhook_and_to_nothing_else(
    compose: dict[str, Any], settings: Settings
) -> None:
    proxy = compose["configs"]["proxy"]["content"]
    domain, path = settings.webhook_url.removeprefix("https://").split("/")

    assert settings.webhook_secret.get_secret_value() == ENV["SOTAY_WEBHOOK_SECRET"]
    assert proxy.startswith(f"{domain} {{")
    assert re.findall(r"handle (/\w*)", proxy) == [f"/{path}"]
    assert f"dynamic a bot {settings.web_port} " in proxy
    assert settings.web_host == "0.0.0.0"  # noqa: S104 - inside the network of the containers


def test_the_books_are_saved_by_programs_of_the_servers_version(compose: dict[str, Any]) -> None:
    server = compose["services"]["postgres"]["image"].removeprefix("postgres:")

    assert f"postgresql-client-{server} " in (ROOT / "Dockerfile").read_text(encoding="utf-8")
