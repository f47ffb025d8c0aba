# Every job of this checkout. Each one installs what it needs and is quick where nothing is missing.

.DEFAULT_GOAL := help
.PHONY: help setup demo test check format bench pictures clean pango development
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

FITS := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON := $(shell for p in python3 python3.11 python3.12 python3.13 python3.14; do \
	command -v $$p >/dev/null 2>&1 && $$p -c '$(FITS)' && { echo $$p; break; }; done)
VERSION := $(if $(PYTHON),$(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])'))
BIN := .venv/bin
PROGRAM := .venv/.program-$(VERSION)
DEVELOPMENT := .venv/.development-$(VERSION)
SAMPLE := samples/database-outage.md
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
APT = $(if $(filter 0,$(shell id -u)),,sudo )env DEBIAN_FRONTEND=noninteractive apt-get
PYTEST_FLAGS ?= -q -n auto --dist loadfile

help:  ## List the jobs
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/' | expand -t 18

ifeq ($(PYTHON),)

# Only a machine without any Python gets one; an old one is its owner's affair.
setup demo test check format bench pictures:
	@command -v apt-get >/dev/null && ! command -v python3 >/dev/null || \
		{ echo "pmexport needs Python 3.11 or newer, and there is none on the PATH." >&2; exit 1; }
	@echo "Installing python3 and python3-venv"
	@$(APT) update -qq && $(APT) install -qq -y --no-install-recommends python3 python3-venv >/dev/null
	@$(MAKE) --no-print-directory $@

else

setup: $(PROGRAM) pango  ## Install Pango where it is missing, and pmexport into .venv

demo: setup  ## Export a sample to PDF, DOCX and HTML into out/
	@mkdir -p out
	$(BIN)/pmexport $(SAMPLE) --all -o out

test: development pango check  ## Run every check and every test
	$(BIN)/pytest $(PYTEST_FLAGS)

check: development  ## Run the quick checks: style, types, floors
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: development  ## Bring the code into its form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: setup  ## Compare with pandoc and md2pdf, in an environment of their own
	$(PYTHON) -m venv .venv/peers
	.venv/peers/bin/python -m pip --disable-pip-version-check --quiet install -r benchmarks/requirements.txt
	$(BIN)/python benchmarks/run.py --peers .venv/peers/bin $(BENCH_FLAGS)

pictures: setup  ## Draw the pictures of the documentation anew (needs pdftoppm, soffice, chromium)
	@mkdir -p docs/pictures
	$(BIN)/pmexport $(SAMPLE) --pdf --theme northwind -o out/picture.pdf
	pdftoppm -png -r 110 -f 1 -l 1 -singlefile out/picture.pdf docs/pictures/page-1
	$(BIN)/python scripts/brand_pictures.py

development: $(DEVELOPMENT)

$(PROGRAM): pyproject.toml
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Installing python$(VERSION)-venv"; \
		command -v apt-get >/dev/null || { echo "$(PYTHON) lacks its venv module: install it." >&2; exit 1; }; \
		$(APT) update -qq && $(APT) install -qq -y --no-install-recommends python$(VERSION)-venv >/dev/null; }
	@test -d .venv/lib/python$(VERSION) && $(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install --editable .
	@touch $@

$(DEVELOPMENT): $(PROGRAM)
	$(PIP) install --group dev
	@touch $@

LIBRARIES := libgobject-2.0.so.0 libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz.so.0 libharfbuzz-subset.so.0
PACKAGES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
HAS_PANGO := import ctypes, sys; [ctypes.CDLL(name) for name in sys.argv[1:]]

# Only Linux names its libraries so; elsewhere WeasyPrint finds them, or pmexport says what to install.
pango: $(PROGRAM)
	@test "$$(uname -s)" != Linux || $(BIN)/python -c '$(HAS_PANGO)' $(LIBRARIES) 2>/dev/null || { \
		command -v apt-get >/dev/null || { echo "PDF needs Pango: install it with this system's package manager." >&2; exit 1; }; \
		test "$$(id -u)" = 0 || command -v sudo >/dev/null || \
			{ echo "PDF needs Pango. As root: apt-get install $(PACKAGES)" >&2; exit 1; }; \
		echo "Installing $(PACKAGES)"; \
		$(APT) update -qq && $(APT) install -qq -y --no-install-recommends $(PACKAGES) >/dev/null; }

endif

clean:  ## Remove what the jobs made
	rm -rf .venv out build dist
