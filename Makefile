# Every target does its own set-up; the continuous-integration run calls these targets and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
ASSETS := src/sagwan/web/assets/.ready
SHARED ?= ../shared

.PHONY: all install assets shots test check style types demo bench values scale names train lexicon diff gate fix lock smoke guide stories native clean

all: test

## install: the environment in .venv, every dependency pinned by hash, `.venv/bin/sagwan`
install: $(READY) $(ASSETS)

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 이상이 필요합니다 (make PYTHON=python3.11)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

## assets: fonts, charts and htmx for the web pages, from the npm registry, pinned by SHA-512 (no npm needed)
assets: $(ASSETS)

$(ASSETS): assets/package.json assets/package-lock.json assets/fetch.py
	$(PYTHON) assets/fetch.py
	@touch $@

## test: all that must hold before a change lands
test: check smoke $(ASSETS)
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

## check: style, types, the knowledge; the last two take a minute each, side by side
check: $(READY)
	@$(MAKE) --no-print-directory --jobs 2 style types lexicon

style: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

## smoke: the wheel, without any development dependency, reads one page
smoke: $(READY) $(ASSETS)
	@rm -rf build/smoke && mkdir -p build/smoke
	$(BIN)/python -m hatchling build --target wheel --directory build/smoke > /dev/null
	$(PYTHON) -m venv build/smoke/venv
	build/smoke/venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	build/smoke/venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps build/smoke/*.whl
	build/smoke/venv/bin/sagwan --help > /dev/null
	build/smoke/venv/bin/sagwan extract "$$(ls src/sagwan/samples/*.txt | head -n 1)" | $(BIN)/python -m json.tool > /dev/null
	@echo "smoke: 개발 의존성 없이 한 지면을 읽었습니다"

## native: the wheel of this platform, what reads compiled by mypyc (a C compiler, 4.6 CPU minutes on all cores), in build/native
native: $(READY) $(ASSETS)
	@rm -rf build/native && mkdir -p build/native
	HATCH_BUILD_HOOK_ENABLE_CUSTOM=true $(BIN)/python -m hatchling build --target wheel --directory build/native > /dev/null
	$(PYTHON) -m venv build/native/venv
	build/native/venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	build/native/venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps build/native/*.whl
	$(BIN)/sagwan extract src/sagwan/samples/*.txt > build/native/interpreted.jsonl
	build/native/venv/bin/sagwan extract src/sagwan/samples/*.txt | cmp - build/native/interpreted.jsonl
	@echo "native: 컴파일한 것도 견본 지면을 글자 하나까지 똑같이 읽습니다"

## demo: the packaged sample pages in a new ledger, then the web application over it (DEMO=--no-serve ends before it)
demo: $(READY) $(ASSETS)
	$(BIN)/sagwan demo --serve $(DEMO)

## shots: a picture of every web page at three widths, in shots/ (needs Chromium)
shots: $(READY) $(ASSETS)
	$(BIN)/python -m tests.web.shots

## bench: CPU seconds of the whole reading over those of bare Kiwi, in one run; compiled too where `make native` was run
bench: $(READY)
	OMP_NUM_THREADS=1 $(BIN)/python bench/reading.py
	@test ! -x build/native/venv/bin/python || { echo; echo "컴파일한 것으로 (make native):"; OMP_NUM_THREADS=1 build/native/venv/bin/python bench/reading.py; }

## values: the suites of numbers, money and dates beside the peers (CASES=FILE.jsonl)
values: $(READY)
	$(BIN)/python -m bench.values $(CASES)

## scale: each view and the search on a ledger of N invented articles, and how fast the side file is built (N=10000)
scale: $(READY)
	@mkdir -p build/scale
	$(BIN)/python -m bench.scale.make build/scale/$(or $(N),10000).ledger $(or $(N),10000)
	$(BIN)/python -m bench.scale.views build/scale/$(or $(N),10000).ledger --search

## names: the five-fold figures of the name tagger, and its score on a file (FILE=KLUE.tsv)
names: $(READY)
	OMP_NUM_THREADS=1 $(BIN)/python -m bench.names $(FILE)

## train: the name tagger and the parser anew from KLUE (needs the `train` extra)
train: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --editable '.[train]'
	OMP_NUM_THREADS=1 $(BIN)/python -m train.names $(or $(NER),$(SHARED)/klue/ner.tsv)
	OMP_NUM_THREADS=1 $(BIN)/python -m train.syntax --treebank $(or $(DP),$(SHARED)/klue/dp.tsv)

## lexicon: every example of every entry
lexicon: $(READY)
	$(BIN)/sagwan lexicon check

## fix: what a machine can mend by itself
fix: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
  --no-emit-index-url --no-emit-find-links

## lock: pin the dependencies anew
lock: $(READY)
	$(LOCK) --output-file requirements.lock pyproject.toml
	$(LOCK) --extra dev --extra export --extra items --extra mcp --output-file requirements-dev.lock pyproject.toml

## guide: the pictures of docs/guide, by the product itself
guide: $(READY)
	OMP_NUM_THREADS=1 $(BIN)/python -m bench.guide

## stories: each view of the sixty pages against its known answers, and twenty orders of the pages
stories: $(READY)
	OMP_NUM_THREADS=1 $(BIN)/python -m bench.stories

clean:
	rm -rf build dist out demo .mypy_cache .ruff_cache .pytest_cache

## gate: the figures on the gold pages beside their floors; GATE=--raise lifts the floors
gate: $(READY)
	$(BIN)/python -m bench.gate $(GATE)

## diff: which records a change gains and loses over the texts at hand (BASE=commit)
diff: $(READY)
	$(BIN)/sagwan diff $(or $(BASE),HEAD) --texts $(SHARED)/texts
