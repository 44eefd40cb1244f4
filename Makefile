# make run    the main job: checks the gradients, trains, draws, writes out/index.html
# make test   the tests, about 3 minutes on two quiet cores: all of them, but for the sweeps, of which it takes samples
# make test-all   the same, and then the rest of the sweeps (make sweeps): about 10 minutes
# make lab    JupyterLab, with the notebooks; LAB=--allow-root in a container, LAB=--no-browser far away
# make bench  the measurements; ONLY=speed runs one of them. MLP_THEORY_MNIST names the folder of the MNIST files.
# make lint   style and types; make notebooks   execute the notebooks and keep what they say
# Each sets up .venv first, from pyproject.toml alone. PYTHON=python3.12 chooses another interpreter.

PYTHON ?= python3
BIN := .venv/bin
# Small matrices on shared cores: one BLAS thread is faster than several.
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: run test sweeps test-all lab bench lint format notebooks clean
.DELETE_ON_ERROR:

run: .venv/run.stamp
	$(BIN)/python -m mlp_theory tour --out out

# A file stays with one process: what its tests share is made once.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

test: .venv/test.stamp
	$(PYTEST) -m "not sweep"

# What `make test` leaves out: hundreds of seeds, thousands of mutants, fuzzing, every notebook executed.
sweeps: .venv/test.stamp
	$(PYTEST) -m sweep

# Every test, once.
test-all: test
	$(MAKE) sweeps

lab: .venv/lab.stamp
	$(BIN)/jupyter lab $(LAB) notebooks

notebooks: .venv/test.stamp
	$(BIN)/python -m tests.notebooks.build $(ONLY)

bench: .venv/test.stamp
	$(BIN)/python -m tests.benchmarks $(ONLY)

lint: .venv/lint.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/pyright

format: .venv/lint.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf .venv out

# What each job needs beside the package itself.
.venv/run.stamp: EXTRA :=
.venv/test.stamp: EXTRA := [test]
.venv/lint.stamp: EXTRA := [test,lint]
.venv/lab.stamp: EXTRA := [notebooks]

.venv/%.stamp: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "mlp_theory needs Python 3.11 or newer; say which: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || { echo "making .venv"; $(PYTHON) -m venv .venv; }
	@echo "installing mlp_theory$(EXTRA) into .venv"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.$(EXTRA)'
	@touch $@
