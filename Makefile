# `make` lists what can be done. Each command first sets up what it needs, which takes no time when nothing has changed.
# More words for the command go into ARGS: make test ARGS="-k search"

.DEFAULT_GOAL := help
.PHONY: help serve admin build test check format bench audit fuzz packages pictures lock setup clean site-ready dev-ready

# The Python that .venv was made with, else the newest here from 3.11 on. To choose: make serve PYTHON=python3.12
PYTHON ?= $(shell for python in .venv/bin/python python3.14 python3.13 python3.12 python3.11 python3; do \
	if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$python; break; fi; done)
SETUP = python='$(PYTHON)'; test -n "$$python" \
	|| { echo 'No Python 3.11 or newer is on this machine: install one (on Debian and Ubuntu: sudo apt install python3 python3-venv), then run the same command again.' >&2; exit 1; }; \
	"$$python" scripts/setup.py
# Playwright's own Node needs a library (libatomic) that a small Debian lacks; ours is known to run.
WITH_BROWSER = chromium="$$($(SETUP) browser)" && PLAYWRIGHT_NODEJS_PATH="$$PWD/.venv/bin/node" CHROMIUM="$$chromium"
PRETTIER = .venv/bin/node node_modules/prettier/bin/prettier.cjs --log-level warn
TSC = .venv/bin/node node_modules/typescript/bin/tsc

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

serve: site-ready ## Show the site on this machine, and follow what you edit
	@.venv/bin/kit serve $(ARGS)

admin: site-ready ## Edit tools and pages in a form in the browser
	@$(SETUP) form && .venv/bin/kit admin --open $(ARGS)

build: site-ready ## Build the site into site/
	@.venv/bin/kit build $(ARGS)

test: dev-ready ## Run the tests, in Chromium too
	@$(SETUP) server && $(WITH_BROWSER) .venv/bin/python -m pytest $(ARGS)

check: dev-ready ## Check code, types, format, content and its language, without changing anything
	@bad=0; \
	.venv/bin/ruff check --quiet --output-format concise . || bad=1; \
	.venv/bin/ruff format --quiet --check --output-format concise . || { echo 'Python files are not formatted: run `make format`.'; bad=1; }; \
	.venv/bin/mypy --no-error-summary || bad=1; \
	if find assets/ts -name '*.ts' 2>/dev/null | grep -q .; then $(TSC) --noEmit && $(TSC) --noEmit -p tests/scripts || bad=1; fi; \
	$(PRETTIER) --check . || bad=1; \
	.venv/bin/zizmor --offline --quiet --min-severity medium .github || bad=1; \
	.venv/bin/kit fmt --check || { echo 'Content files are not in canonical form: run `make format`.'; bad=1; }; \
	.venv/bin/kit schema --check || { echo 'Schemas are not up to date: run `make format`.'; bad=1; }; \
	.venv/bin/kit check || bad=1; \
	.venv/bin/kit spell || bad=1; \
	.venv/bin/kit lix --check || bad=1; \
	exit $$bad

format: dev-ready ## Format code and content, and renew the schemas
	@.venv/bin/ruff check --quiet --select I --fix-only . && .venv/bin/ruff format --quiet . && $(PRETTIER) --write . \
	&& .venv/bin/kit fmt && .venv/bin/kit schema

packages: ## Look up whether the packages that we use have known holes
	@$(SETUP) audit && .venv/bin/kit ci audit $(ARGS)

bench: dev-ready ## Measure what the site costs to build and load, and how well it is searched
	@$(WITH_BROWSER) .venv/bin/python -m tests.bench $(ARGS)

fuzz: dev-ready ## Try files and links as nobody writes them, for half an hour
	@.venv/bin/python -m tests.fuzz $(ARGS)

audit: dev-ready ## Look at every page with axe-core, and write a report for the accessibility statement
	@.venv/bin/kit build && $(WITH_BROWSER) .venv/bin/python -m tests.audit $(ARGS)

pictures: dev-ready ## Take the pictures of the editors' guide anew
	@$(SETUP) form && $(WITH_BROWSER) .venv/bin/python -m tests.guide $(ARGS)

lock: ## Renew the lock files to the newest versions that pyproject.toml and package.json allow
	@$(SETUP) lock

setup: dev-ready ## Set up all that developing needs, and no more

clean: ## Remove all that these commands made, to begin afresh
	@rm -rf .venv node_modules .cache .hypothesis site
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

site-ready:
	@$(SETUP) site

dev-ready:
	@$(SETUP) dev
