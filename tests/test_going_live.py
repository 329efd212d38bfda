"""What the papers for the real thing say is what the program understands."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import SecretStr
from sqlalchemy.engine import make_url

from bot import app as running
from bot.__main__ import cli
from bot.app import App, serve
from bot.entrances import ways
from bot.settings import Settings
from web import server

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


def test_the_proxy_leads_to_the_webhook_and_the_pages_and_to_nothing_else(
    compose: dict[str, Any], settings: Settings
) -> None:
    proxy = compose["configs"]["proxy"]["content"]
    domain, path = settings.webhook_url.removeprefix("https://").split("/")

    assert settings.webhook_secret.get_secret_value() == ENV["SOTAY_WEBHOOK_SECRET"]
    assert proxy.startswith(f"{domain} {{")
    assert re.findall(r"handle (\S+) {", proxy) == ["@ours"]
    assert re.findall(r"@ours path (.+)", proxy) == [f"/{path} /nghe/* /ban-tin/*"]
    assert settings.public_url == f"https://{domain}"
    assert f"dynamic a bot {settings.web_port} " in proxy
    assert settings.web_host == "0.0.0.0"  # noqa: S104 - inside the network of the containers


def test_the_books_are_saved_by_programs_of_the_servers_version(compose: dict[str, Any]) -> None:
    server = compose["services"]["postgres"]["image"].removeprefix("postgres:")

    assert f"postgresql-client-{server} " in (ROOT / "Dockerfile").read_text(encoding="utf-8")


TYPED = re.compile(r"(?:`|^ {4,}|bot |bin/)sotay ([a-z]+)", re.MULTILINE)
STARTED = re.compile(r'"sotay", "([a-z]+)"')


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_command_a_paper_names_exists(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    named = {*TYPED.findall(text), *STARTED.findall(text)}

    known = {one.name or one.callback.__name__ for one in cli.registered_commands if one.callback}

    assert named - known == set()


def test_the_health_check_asks_what_is_answered(
    compose: dict[str, Any], settings: Settings, tmp_path: Path
) -> None:
    asked = re.search(r"http://127\.0\.0\.1:(\d+)(/\w+)", str(compose["services"]["bot"]))
    assert asked
    token = SecretStr("1:" + "x" * 35)
    app = App(settings.model_copy(update={"data_dir": tmp_path, "telegram_token": token}))
    routes = serve(app, ways(app))._app.router.resources()

    assert int(asked[1]) == settings.web_port
    assert {asked[2], "/telegram"} <= {one.canonical for one in routes}


def test_a_process_has_the_time_it_needs_to_end(compose: dict[str, Any]) -> None:
    given = float(compose["services"]["bot"]["stop_grace_period"].removesuffix("s"))

    assert given > running.GRACE + server.GRACE


def test_what_the_services_need_is_there(compose: dict[str, Any]) -> None:
    services = compose["services"]

    assert set(compose) == {"services", "configs", "volumes"}
    for name, service in services.items():
        assert set(service.get("depends_on", ())) <= services.keys(), name
        named = {one.split(":")[0] for one in service.get("volumes", ())}
        assert named <= compose["volumes"].keys(), name
        used = {one["source"] for one in service.get("configs", ())}
        assert used <= compose["configs"].keys(), name
    postgres = services["postgres"]["environment"]
    address = make_url(services["bot"]["environment"]["SOTAY_DATABASE_URL"])
    assert (address.username, address.password, address.database, address.host) == (
        postgres["POSTGRES_USER"],
        postgres["POSTGRES_PASSWORD"],
        postgres["POSTGRES_DB"],
        "postgres",
    )
