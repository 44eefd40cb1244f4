"""Set up before NumPy is imported: one BLAS thread (two shared cores are slower), no display."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("MPLBACKEND", "Agg")
