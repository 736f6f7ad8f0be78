# `make check` is what a change must pass: lint, types, tests.
PYTHON ?= python

.PHONY: check lint types test docs
check: lint types test

lint:
	$(PYTHON) -m ruff check . && $(PYTHON) -m ruff format --check .

types:
	$(PYTHON) -m mypy

test:
	$(PYTHON) -m pytest

docs:
	$(PYTHON) docs/make_outputs.py
	$(PYTHON) docs/make_register.py
