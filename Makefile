# The everyday verbs. Each works on a fresh machine with Python 3.11+ and make.
PYTHON ?= python3
BIN := .venv/bin

KILLS ?= 50
PROCESSES ?= 1
DATABASE ?=
MOST ?= 40
ONLY ?=
EXTRAS ?= edge
SMALL ?=
FOLDERS := audio bot files handlers locales rules scheduler services simulator storage web
INSTALL := -m pip install --quiet --disable-pip-version-check

# Wherever nothing compiled is to be kept, every start compiles all of it anew.
test: export PYTHONDONTWRITEBYTECODE :=

.PHONY: extras smoke-online demo test check kills faults faults-table bench format run clean

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python $(INSTALL) --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python $(INSTALL) --no-deps --no-build-isolation --editable .
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m compileall -q -j 0 $(FOLDERS)
	touch $@

.venv-peers/ready: bench/peers.lock
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python $(INSTALL) --require-hashes --only-binary :all: -r bench/peers.lock
	touch $@

demo: .venv/ready          ## a fictional ward on phones in your browser
	$(BIN)/sotay demo

test: .venv/ready          ## every test, on SQLite and PostgreSQL
	$(BIN)/pytest -n auto --dist worksteal

extras: .venv/ready        ## other voices: EXTRAS=edge, EXTRAS=piper or EXTRAS=edge,piper
	$(BIN)/python $(INSTALL) --only-binary :all: --editable ".[$(EXTRAS)]"

smoke-online: .venv/ready  ## ask the voices on the network in earnest; never part of a test
	$(BIN)/python -m tests.harness.smoke_online

check: .venv/ready         ## format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

kills: .venv/ready         ## the real process under load, killed with -9 again and again
	$(BIN)/python -m tests.harness.kills --kills $(KILLS) --database "$(DATABASE)" --processes $(PROCESSES)

bench: .venv/ready .venv-peers/ready   ## the performance table; ONLY=replies runs one row, SMALL=1 tries it
	$(BIN)/python -m bench --only "$(ONLY)" $(if $(SMALL),--small)

faults: .venv/ready        ## seven stories, each touch of the world failing once
	$(BIN)/python -m tests.harness.faults --most $(MOST) --only "$(ONLY)" --database "$(DATABASE)"

faults-table: .venv/ready  ## docs/faults.md, from the tests
	$(BIN)/python -m tests.harness.fault_table

format: .venv/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

run: .venv/ready           ## the real bot, with the settings of .env
	$(BIN)/sotay run

clean:
	rm -rf .venv .venv-peers build
