# Every target sets up what it needs; a machine with Python 3.11 to 3.13 and make is enough.
# `make test-real` also needs Node, npm, Java 17 and Chromium, and `make bench` valgrind and wrk: both install what they
# need on a Debian machine that has none. `make ask` and `make deploy` need Node and npm.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORDS := $(wildcard skill/languages/*/*.po)
HEARD := $(wildcard skill/languages/*/heard.yaml)
DYNAMODB := .work/dynamodb-local/DynamoDBLocal.jar

.DEFAULT_GOAL := help
.PHONY: help talk page explore ask test test-real check format lint types imports words models diagrams pages story \
    generated hearing turns reports serve package deploy load fuzz bench lock clean

help: ## Show what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

talk: $(VENV)/talk words ## Talk to the skill on this machine, with no account
	@$(BIN)/python -m simulator $(ARGS)

page: $(VENV)/talk words ## Talk to the skill in the browser alone
	@$(BIN)/python -m simulator page $(ARGS)

explore: $(VENV)/talk words ## Let the local Alexa walk the whole skill by itself
	@$(BIN)/python -m simulator explore $(ARGS)

ask: $(VENV)/talk words node_modules ## Run the real ASK CLI with no account, e.g. ARGS="dialog --replay replays/lost_package.json"
	@$(BIN)/python -m tools.ask $(ARGS)

test: $(VENV)/dev words ## Run the tests
	$(BIN)/python -m pytest -m "not real" $(ARGS)

test-real: $(VENV)/cloud words node_modules $(DYNAMODB) ## Run the tests that need Node, a browser or DynamoDB Local, and the SMAPI validation
	./tools/install_program.sh chromium fonts-dejavu-core
	./tools/install_program.sh valgrind
	$(BIN)/python -m tools.smapi_spec
	CASE_COMPASS_REAL=1 $(BIN)/python -m pytest -m real $(ARGS)

check: lint types imports generated test ## All that CI checks, but for test-real

format: $(VENV)/dev ## Format the code
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

lint: $(VENV)/dev words ## Format and lint, of the code and of the interaction models
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/python -m tools.lint

types: $(VENV)/dev ## Strict types
	$(BIN)/mypy

imports: $(VENV)/dev ## The arrows between the rooms
	$(BIN)/lint-imports

words: $(VENV)/words ## Compile the word catalogues

models: $(VENV)/dev ## Build the interaction models from heard.yaml
	$(BIN)/python -m tools.build_models

diagrams: $(VENV)/dev ## Draw the decisions into docs/
	$(BIN)/python -m tools.draw_decisions

pages: $(VENV)/dev words ## Write the pages of all words, facts and services into docs/
	$(BIN)/python -m tools.show_words
	$(BIN)/python -m tools.coverage
	$(BIN)/python -m tools.show_services

story: $(VENV)/dev words ## Record the talk over several days into docs/
	$(BIN)/python -m tools.record_story

generated: $(VENV)/dev words ## Check that what is generated and committed is fresh
	$(BIN)/python -m tools.build_models --check
	$(BIN)/python -m tools.draw_decisions --check
	$(BIN)/python -m tools.show_words --check
	$(BIN)/python -m tools.coverage --check
	$(BIN)/python -m tools.show_services --check
	$(BIN)/python -m tools.record_story --check

hearing: $(VENV)/dev ## Report how well people are heard
	$(BIN)/python -m tools.hearing $(ARGS)

turns: $(VENV)/dev words ## Count how many turns it takes to the card
	$(BIN)/python -m tests.scripts.turns

reports: $(VENV)/dev words ## Write reports of hearing, coverage and timing into .work/reports
	$(BIN)/python -m tools.reports $(ARGS)

serve: $(VENV)/web words ## Serve the skill to Alexa as a web service, by the settings in docs/serve.md
	@$(BIN)/python -m skill.web

package: $(VENV)/dev words ## Build what AWS Lambda runs, into .work/package
	$(BIN)/python -m tools.package $(ARGS)

deploy: $(if $(findstring --offline,$(ARGS)),$(VENV)/cloud,$(VENV)/talk) words node_modules ## Deploy with the real ASK CLI, or try it with ARGS=--offline
	@$(BIN)/python -m tools.deploy $(ARGS)

load: $(VENV)/cloud words $(DYNAMODB) ## Let many people talk to the web service at once, on each store
	$(BIN)/python -m tests.load --store sqlite $(ARGS)
	$(BIN)/python -m tests.load --store dynamodb $(ARGS)

fuzz: $(VENV)/dev words ## Send a million broken requests through the doors
	$(BIN)/python -m tests.fuzz $(or $(ARGS),--inputs 1000000)

bench: $(VENV)/cloud words $(DYNAMODB) ## Measure, as ratios to a baseline of the same run
	./tools/install_program.sh valgrind
	./tools/install_program.sh wrk
	$(BIN)/python -m benchmarks $(ARGS)

lock: ## Lock the dependencies anew (needs uv)
	./tools/lock.sh

clean: ## Remove what was installed and built
	rm -rf $(VENV) node_modules $(dir $(DYNAMODB)) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache skill/languages/*/*.mo

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] <= (3, 13) else "Python 3.11, 3.12 or 3.13 is needed; name one with make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/talk: requirements/talk.txt | $(VENV)/bin/python
	@echo "Installing what the local Alexa needs (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/talk.txt
	@touch $@

$(VENV)/dev: requirements/dev.txt | $(VENV)/bin/python
	@echo "Installing what the checks need (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@ $(VENV)/talk $(VENV)/web

$(VENV)/web: requirements/web.txt | $(VENV)/talk
	@echo "Installing what the web service needs (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/web.txt
	@touch $@

$(VENV)/cloud: requirements/cloud.txt | $(VENV)/dev
	@echo "Installing what the pretended cloud needs (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/cloud.txt
	@touch $@

$(VENV)/words: $(WORDS) | $(VENV)/talk
	@$(BIN)/python -m tools.compile_words
	@touch $@

node_modules: package.json package-lock.json
	./tools/install_node.sh
	npm ci --no-audit --no-fund
	@touch $@

$(DYNAMODB): tools/install_dynamodb.sh | node_modules
	./tools/install_dynamodb.sh
	@touch $@
