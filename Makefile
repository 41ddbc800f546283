# Two commands matter: `make run` and `make test`. Both set up all they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.run-installed
TESTS := $(VENV)/.tests-installed
PEERS := $(VENV)/.peers-installed
LEARN := $(VENV)/.learn-installed

# What is read once is kept compiled: the tests start the product again and again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check bench long learn pictures lock clean

run: $(RUN)
	@exec $(BIN)/passerelle run

test: $(TESTS)
	@$(BIN)/python -m tests.setup
	@$(BIN)/pytest -n 3 --dist worksteal

check: $(TESTS)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports
	@$(BIN)/python -m tests.audited

bench: $(PEERS)
	@$(BIN)/python -m tests.setup --database-only
	@$(BIN)/python -m tests.bench
	@$(BIN)/python -m tests.bench.peers --kills 20 --remember 100000 --into var/peers

# What takes too long for every day: a command a line. Each prints its report, and fails if a promise was not kept.
long: $(TESTS)
	@$(BIN)/python -m tests.setup --database-only
	@$(BIN)/python -m tests.chaos --kills 200 --messages 8000 --into var/long.json --page docs/long.md
	@$(BIN)/python -m tests.chaos.fuzz --updates 1000000 --corridor 20000
	@$(BIN)/python -m tests.chaos.endpoints
	@$(BIN)/python -m tests.bench.growth --long

# The models that understand words, from the rows of tests/understanding: the same rows give the same files.
learn: $(LEARN)
	@$(BIN)/python -m tests.understanding.learn
	@$(BIN)/python -m tests.understanding.score

pictures: $(TESTS)
	@$(BIN)/python -m tests.setup
	@$(BIN)/python -m tests.pictures

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(RUN): requirements.lock pyproject.toml | $(VENV)/bin/python
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# The lock of the tests holds that of the product: one look at it is enough. What is never imported needs no compiling.
$(TESTS): tests/requirements.lock requirements.lock pyproject.toml | $(VENV)/bin/python
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r tests/requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(RUN) $@

# The frameworks that the race is run against: nobody else needs them.
$(PEERS): tests/bench/requirements.lock $(TESTS)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r tests/bench/requirements.lock
	@touch $@

$(LEARN): tests/understanding/requirements.lock $(TESTS)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r tests/understanding/requirements.lock
	@touch $@

# Needs uv (pip install uv). Names no index.
lock:
	uv pip compile -q --universal --python-version 3.11 --no-header --no-strip-extras --no-emit-index-url --generate-hashes pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --no-header --no-strip-extras --no-emit-index-url --generate-hashes --extra tests pyproject.toml -o tests/requirements.lock
	uv pip compile -q --universal --python-version 3.11 --no-header --no-strip-extras --no-emit-index-url --generate-hashes --extra bench -c requirements.lock pyproject.toml -o tests/bench/requirements.lock
	uv pip compile -q --universal --python-version 3.11 --no-header --no-strip-extras --no-emit-index-url --generate-hashes --extra learn -c requirements.lock pyproject.toml -o tests/understanding/requirements.lock

clean:
	rm -rf $(VENV) var
