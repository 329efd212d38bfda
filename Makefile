# The everyday verbs. Each works on a fresh machine with Python 3.11+ and make.
PYTHON ?= python3
BIN := .venv/bin

KILLS ?= 50
DATABASE ?=

.PHONY: demo test check kills format run clean

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

demo: .venv/ready          ## a fictional ward on phones in your browser
	$(BIN)/sotay demo

test: .venv/ready          ## every test, on SQLite and PostgreSQL
	$(BIN)/pytest -n auto --dist worksteal

check: .venv/ready         ## format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

kills: .venv/ready         ## the real process under load, killed with -9 again and again
	$(BIN)/python -m tests.harness.kills --kills $(KILLS) --database "$(DATABASE)"

format: .venv/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

run: .venv/ready           ## the real bot, with the settings of .env
	$(BIN)/sotay run

clean:
	rm -rf .venv build
