# Python 3.11 or newer and terraform (or tofu) on PATH are all that is needed; `make help` names the targets.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
ENVIRONMENT := .venv/bin/python
PROVIDER := PYTHONPATH=src $(or $(PYTHON),python3) -m terraform_twilio.cli
TABLES := src/terraform_twilio/catalogue/compiled/schema.bin
TABLES_FROM := $(shell find src/terraform_twilio/catalogue src/terraform_twilio/engine src/terraform_twilio/terraform \
	-name compiled -prune -o -path '*/catalogue/data*' -type d -print -o \
	-type f \( -name '*.py' -o -name '*.json' \) -print 2>/dev/null)
export PYTHON

help: ## name the targets
	@sed -n 's/^\([a-z][a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

setup: .venv/ready ## make the environment of the tests in .venv

tables: $(TABLES) ## compile the catalogue into what a launch reads

catalogue: needs-python ## compile Twilio's documents: make catalogue DOCUMENTS=folder
	@test -n "$(DOCUMENTS)" || { echo "Which documents? make catalogue DOCUMENTS=folder (see CONTRIBUTING.md)"; exit 1; }
	PYTHONPATH=src $(PYTHON) -m terraform_twilio.compiler $(DOCUMENTS)

docs: tables ## write the registry's pages from the catalogue and the examples
	@PYTHONPATH=src $(PYTHON) -m terraform_twilio.documentation

install: tables ## install the provider for terraform and tofu: make install [ARGUMENTS=--address=twilio/twilio]
	@$(PROVIDER) install $(ARGUMENTS)

emulator: needs-python ## run the local Twilio: make emulator [ARGUMENTS="--port 8080"]
	@$(PROVIDER) emulator $(ARGUMENTS)

demo: tables needs-terraform ## init, apply, plan and output the quickstart on the local Twilio
	@examples/demo

demo-clean: needs-python ## destroy what the demo made and stop its Twilio
	@examples/demo clean

test: needs-terraform setup tables ## all tests but those that take minutes: make test [ARGUMENTS=tests/unit]
	@$(ENVIRONMENT) -m pytest -m "not long" $(ARGUMENTS)

test-all: needs-terraform setup tables ## all tests in two runs side by side, then the mutants
	@$(MAKE) --no-print-directory --keep-going --jobs=2 --output-sync=target test-lives test-rest
	@$(MAKE) --no-print-directory mutants

LIVES := tests/acceptance tests/lifecycle

test-lives: setup tables needs-terraform ## of test-all, every resource type and data source; writes docs/coverage.md
	@$(ENVIRONMENT) -m pytest $(LIVES)

test-rest: setup tables needs-terraform ## of test-all, everything else
	@$(ENVIRONMENT) -m pytest $(LIVES:%=--ignore=%)

mutants: setup ## break the engine on purpose in a copy of the tree, and name the tests that see it
	@PYTHONPATH=tests $(ENVIRONMENT) -m mutants

bench: setup tables needs-terraform ## measure start-up, memory and whole commands against their budgets
	@PYTHONPATH=src $(ENVIRONMENT) bench/report.py

$(TABLES): $(TABLES_FROM) | needs-python
	@PYTHONPATH=src $(PYTHON) -m terraform_twilio.engine.build

.venv/ready: requirements-test.txt | needs-python
	@$(ENVIRONMENT) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@$(ENVIRONMENT) -m pip install --quiet --disable-pip-version-check -r requirements-test.txt
	@touch $@

needs-python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and not on PATH: install it, then try again."; exit 1; }

needs-terraform:
	@command -v terraform >/dev/null || command -v tofu >/dev/null || { \
	echo "Neither terraform nor tofu is on PATH: install Terraform 1.0 or OpenTofu 1.6 or newer, then try again."; exit 1; }

.PHONY: help setup tables catalogue docs install emulator demo demo-clean test test-all test-lives test-rest mutants bench needs-python needs-terraform
