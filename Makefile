# Saboq. `make serve` runs it, `make test` tests it; both do all of their own set-up. See docs/operations.md.
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
RUN := .venv/bin/python
export PORT

.PHONY: help serve setup test quick check format messages lock bench

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

serve: setup ## prepare what changed, then run the site on 127.0.0.1:$PORT
	@exec $(RUN) scripts/serve.py

setup:
	@$(PYTHON) scripts/setup.py

setup-tests:
	@$(PYTHON) scripts/setup.py --tests

test: setup-tests ## the whole suite, on SQLite and on PostgreSQL, then in the browser (ARGS= for pytest)
	@exec $(RUN) scripts/suite.py $(ARGS)

quick: setup-tests ## the suite on SQLite, without the browser (ARGS= for pytest)
	@exec $(RUN) scripts/suite.py --quick $(ARGS)

check: setup-tests ## format, lint, types, layers, templates, migrations, settings, messages
	@exec $(RUN) scripts/check.py

format: setup-tests ## lay out the code
	@$(RUN) -m ruff format . && $(RUN) -m ruff check --fix .

messages: setup-tests ## collect the words to translate into locale/
	@exec $(RUN) scripts/messages.py collect

lock: setup-tests ## compile requirements/*.in into pinned, hashed requirements/*.txt
	@exec $(RUN) scripts/lock.py

bench: setup-tests ## measure speed against a bare view: figure, bar, verdict
	@exec $(RUN) scripts/bench.py $(ARGS)
