# make handouts   print docs/ in every language into build/handouts
# make test       run the whole test suite
# make bench      time a build of 80 PDFs, beside other ways to print the same
# make soak       kill a hundred builds at random moments, and other long tests
PYTHON ?= python3
BIN := .venv/bin

.PHONY: handouts test lint bench soak clean

handouts: .venv/installed
	$(BIN)/sphinx-prolo build docs build/handouts

test: .venv/installed-test
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: .venv/installed-test
	$(BIN)/ruff check src tests benchmarks tools docs
	$(BIN)/ruff format --check src tests benchmarks tools docs
	$(BIN)/mypy

bench: .venv/installed-bench
	$(BIN)/python benchmarks/build.py --json build/bench.json --plot build/bench.svg

soak: .venv/installed-test
	$(BIN)/python benchmarks/soak.py
	$(BIN)/python -m pytest -m soak

# Stamps: a second run installs nothing; a changed pyproject.toml installs again.
.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[cjk]'
	touch $@

.venv/installed-test: pyproject.toml .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[cjk,test]'
	touch $@

.venv/installed-bench: pyproject.toml .venv/installed-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[cjk,test,bench]'
	touch $@

clean:
	rm -rf build .venv
