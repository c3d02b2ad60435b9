# Everything a person or a machine does with Candela. `make help` lists it; `.ci/run` uses the same.
# Each command sets up by itself what it needs; beforehand there must be make and Python >= 3.11
# with venv. Written for GNU make 3.81 too (macOS).

HOST ?= 127.0.0.1
PORT ?= 8501
CANDELA_DATA_DIR ?= var
export CANDELA_DATA_DIR
# Where compiled modules may not be kept, each start compiles 1,700 of them anew: 8 s instead of 3.
unexport PYTHONDONTWRITEBYTECODE

PYTHON := .venv/bin/python
SERVE = exec $(PYTHON) -m streamlit run app.py --server.headless true --server.address "$(HOST)" --server.port "$(PORT)"
PYTEST = $(PYTHON) -m pytest
ARGS ?=
# In CI a machine busier than ours gets one more try at a browser story; it is listed as RERUN.
AGAIN = $(if $(CI),--reruns 1 -raR,)

.DEFAULT_GOAL := help
.PHONY: help run demo test test-wide test-fast check bench bench-contacts shots format lock clean venv venv-dev

help: ## list these commands
	@echo "Candela. Settings: HOST=$(HOST) PORT=$(PORT) CANDELA_DATA_DIR=$(CANDELA_DATA_DIR)"
	@sed -n 's/^\([a-z][a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

run: venv ## set up and start Candela on HOST:PORT; its data lie in CANDELA_DATA_DIR
	@$(SERVE)

demo: venv ## start with a fresh sample agency in CANDELA_DATA_DIR/demo and print its accounts
	@unset CANDELA_DATABASE_URL; \
	CANDELA_DATA_DIR="$$CANDELA_DATA_DIR/demo"; export CANDELA_DATA_DIR; \
	$(PYTHON) -m tools.demo && $(SERVE)

test: venv-dev ## the suite: DuckDB and PostgreSQL, then real Chromium (ARGS="-k word" chooses)
	@$(PYTHON) -m tools.postgres
	@$(PYTHON) -m tools.chromium
	@failed=0; \
	$(PYTEST) -n 2 --database both -m "not browser" $(ARGS) || failed=1; \
	$(PYTEST) -n 2 --dist loadscope --database both tests/browser $(AGAIN) $(ARGS) || failed=1; \
	exit $$failed

test-wide: venv-dev ## the browser suite in every language on both databases, pages and access matrix whole
	@$(PYTHON) -m tools.postgres
	@$(PYTHON) -m tools.chromium
	@CANDELA_TEST_EVERY_CASE=1 $(PYTEST) -n 2 --dist loadscope --database both tests/browser tests/pages tests/services/test_access_matrix.py $(ARGS)

test-fast: venv-dev ## what runs while you write: DuckDB only, no browser, nothing that takes long
	@$(PYTEST) -n 2 --database duckdb -m "not browser and not postgres and not thorough" $(ARGS)

check: venv-dev ## lint, format, types and layers; names every step that failed
	@$(PYTHON) -m tools.check

bench: venv-dev ## statements, data time and CPU per page and role, as multiples (ARGS for its options)
	@$(PYTHON) -m benchmarks $(ARGS)

bench-contacts: venv-dev ## what contact detection finds, misses and invents, and how fast (ARGS: further sets)
	@$(PYTHON) -m benchmarks.contacts $(ARGS)

shots: venv-dev ## picture every page and role, wide and 390 px, light and dark, into build/shots
	@$(PYTHON) -m tools.chromium
	@$(PYTHON) -m tools.shots $(ARGS)

format: venv-dev ## put the code into its form and mend what can be mended by a machine
	@$(PYTHON) -m ruff check --fix-only --quiet . ; $(PYTHON) -m ruff format .

lock: venv-dev ## renew constraints.txt after a requirement has changed
	@sh tools/lock.sh $(PYTHON)

clean: ## remove .venv, caches and build output; your data (CANDELA_DATA_DIR) stay
	@rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

venv:
	@sh tools/venv.sh run

venv-dev:
	@sh tools/venv.sh dev
