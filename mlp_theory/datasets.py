"""Data to learn from, one example a column: toy sets of the plane, and real handwritten digits."""

from __future__ import annotations

import gzip
import os
import struct
import warnings
import zlib
from pathlib import Path
from typing import NamedTuple

import numpy as np

from mlp_theory.errors import DataError, check_count, check_number, random_generator

MNIST_VARIABLE = "MLP_THEORY_MNIST"


class Dataset(NamedTuple):
    """Inputs X, (d, n), float64 and column by column in memory; integer labels t, (n,)."""

    X: np.ndarray
    t: np.ndarray


def moons(n: int = 100, *, noise: float = 0.1, rng=None) -> Dataset:
    """Two half moons, each reaching into the other.

    Parameters
    ----------
    n : int
        How many points; the two classes share them evenly.
    noise : float
        Standard deviation of the noise on both coordinates.
    rng : numpy.random.Generator, int or None

    Returns
    -------
    X : (2, n)
    t : (n,) integers 0 and 1

    Examples
    --------
    >>> X, t = moons(n=200, noise=0.1, rng=0)
    >>> X.shape, t.shape, int(t.sum())
    ((2, 200), (200,), 100)
    """
    from sklearn.datasets import make_moons

    n, noise = check_count("moons", "n", n, least=2), check_number("moons", "noise", noise, least=0)
    return _columns(*make_moons(n, noise=noise, random_state=_seed("moons", rng)))


def circles(n: int = 100, *, noise: float = 0.1, factor: float = 0.5, rng=None) -> Dataset:
    """Two circles around one centre; `factor` is the inner radius over the outer one.

    Parameters
    ----------
    n : int
    noise : float
        Standard deviation of the noise on both coordinates.
    factor : float
        Between 0 and 1.
    rng : numpy.random.Generator, int or None

    Returns
    -------
    X : (2, n)
    t : (n,) integers, 0 outside and 1 inside
    """
    from sklearn.datasets import make_circles

    n, noise = check_count("circles", "n", n, least=2), check_number("circles", "noise", noise, least=0)
    factor = check_number("circles", "factor", factor, least=0, below=1)
    return _columns(*make_circles(n, noise=noise, factor=factor, random_state=_seed("circles", rng)))


def blobs(n: int = 100, *, n_classes: int = 3, n_inputs: int = 2, spread: float = 1.0, rng=None) -> Dataset:
    """Round clouds around random centres, one a class.

    Parameters
    ----------
    n, n_classes, n_inputs : int
    spread : float
        Standard deviation of each cloud.
    rng : numpy.random.Generator, int or None

    Returns
    -------
    X : (n_inputs, n)
    t : (n,) integers in [0, n_classes)
    """
    from sklearn.datasets import make_blobs

    n_classes = check_count("blobs", "n_classes", n_classes)
    n, n_inputs = check_count("blobs", "n", n, least=n_classes), check_count("blobs", "n_inputs", n_inputs)
    spread = check_number("blobs", "spread", spread, least=0)
    drawn = make_blobs(n, n_inputs, centers=n_classes, cluster_std=spread, random_state=_seed("blobs", rng))
    return _columns(*drawn[:2])


def spirals(n: int = 150, *, n_classes: int = 3, noise: float = 0.03, turns: float = 0.75, rng=None) -> Dataset:
    """Spiral arms around one centre, one a class: of radius 0.1 to 1, each the turned copy of the one before.

    Parameters
    ----------
    n, n_classes : int
    noise : float
        Standard deviation of the noise on both coordinates.
    turns : float
        How often an arm goes round the centre.
    rng : numpy.random.Generator, int or None

    Returns
    -------
    X : (2, n)
    t : (n,) integers in [0, n_classes)

    Examples
    --------
    >>> X, t = spirals(n=90, rng=0)
    >>> X.shape, np.bincount(t).tolist()
    ((2, 90), [30, 30, 30])
    """
    n_classes = check_count("spirals", "n_classes", n_classes)
    n = check_count("spirals", "n", n, least=n_classes)
    noise = check_number("spirals", "noise", noise, least=0)
    turns = check_number("spirals", "turns", turns, least=0)
    rng = random_generator("spirals", rng)
    t = rng.permutation(np.arange(n) % n_classes)
    radius = rng.uniform(0.1, 1, n)
    angle = 2 * np.pi * (turns * radius + t / n_classes)
    rows = radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return _columns(rows + noise * rng.standard_normal((n, 2)), t)


def digits() -> Dataset:
    """1,797 real handwritten digits of 8 × 8 pixels, scaled to [0, 1].

    Returns
    -------
    X : (64, 1797)
    t : (1797,) integers in [0, 10)

    References
    ----------
    Alpaydin & Kaynak (1998), *Optical recognition of handwritten digits*, UCI machine learning
    repository: the test part, as shipped with scikit-learn.
    """
    from sklearn.datasets import load_digits

    rows, t = load_digits(return_X_y=True)
    return _columns(rows / 16, t)


def mnist(folder: str | Path | None = None) -> tuple[Dataset, Dataset]:
    """The MNIST digits, 28 × 28 pixels scaled to [0, 1].

    Parameters
    ----------
    folder : path, optional
        Holds the four IDX files, gzipped or not. By default the folder that the environment variable
        ``MLP_THEORY_MNIST`` names; where there is none, they are fetched by
        `sklearn.datasets.fetch_openml`, which keeps a copy.

    Returns
    -------
    train, test : Dataset
        X (784, 60000) and t (60000,); X (784, 10000) and t (10000,).

    Raises
    ------
    DataError
        If a file is missing, cut short or no IDX file, or nothing can be fetched.

    References
    ----------
    LeCun, Bottou, Bengio & Haffner (1998), *Gradient-based learning applied to document recognition*.
    """
    folder = folder or os.environ.get(MNIST_VARIABLE)
    if not folder:
        return _fetch_mnist()
    try:
        folder = Path(folder).expanduser()
        found = folder.is_dir()
    except (TypeError, RuntimeError, ValueError, OSError):  # no path, no such user, a name with \0, one too long
        found = False
    if not found:
        raise DataError("mnist: no such folder", expected="a folder with the four IDX files", got=repr(folder)[:200])
    train, test = _read_part(Path(folder), "train"), _read_part(Path(folder), "t10k")
    if train.X.shape[0] != test.X.shape[0]:
        raise DataError(
            "mnist: training and test images differ in size",
            expected=f"{train.X.shape[0]} pixels each",
            got=f"{test.X.shape[0]} pixels each",
        )
    return train, test


def _columns(rows, t) -> Dataset:
    return Dataset(np.ascontiguousarray(rows, dtype=np.float64).T, np.asarray(t, dtype=np.int64))


def _seed(who: str, rng) -> int:
    """A seed for scikit-learn, which takes no Generator."""
    return int(random_generator(who, rng).integers(2**31))


def _fetch_mnist() -> tuple[Dataset, Dataset]:
    from sklearn.datasets import fetch_openml

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of retries: the error below says it all
            rows, t = fetch_openml("mnist_784", version=1, return_X_y=True, as_frame=False, parser="liac-arff")
    except Exception as error:  # the network fails in more ways than can be listed
        raise DataError(
            "mnist: no files, and nothing could be fetched",
            expected="the four IDX files in a folder, or a connection to openml.org",
            got=f"{type(error).__name__}: {error}",
            mend=f"pass the folder, or set {MNIST_VARIABLE}",
        ) from None
    rows, t = rows / 255, t.astype(np.int64)
    return _columns(rows[:60000], t[:60000]), _columns(rows[60000:], t[60000:])


def _read_part(folder: Path, part: str) -> Dataset:
    images = read_idx(_find(folder, f"{part}-images", "idx3-ubyte"))
    labels = read_idx(_find(folder, f"{part}-labels", "idx1-ubyte"))
    if images.ndim != 3 or labels.ndim != 1 or len(images) != len(labels) or not images.size or labels.max() > 9:
        raise DataError(
            f"mnist: the {part} files do not belong together",
            expected="n images and n labels from 0 to 9, n >= 1",
            got=f"images : {images.shape}, labels : {labels.shape}, up to {labels.max(initial=0)}",
        )
    return _columns(images.reshape(len(images), -1) / 255, labels)


def _find(folder: Path, stem: str, kind: str) -> Path:
    names = [f"{stem}{dot}{kind}{packed}" for dot in "-." for packed in ("", ".gz")]
    for name in names:
        if (folder / name).is_file():
            return folder / name
    raise DataError("mnist: a file is missing", expected=f"{names[0]}, or {names[1]}", got=f"neither in {folder}")


def read_idx(path: str | Path) -> np.ndarray:
    """Read an IDX file of unsigned bytes, gzipped or not.

    Parameters
    ----------
    path : path

    Returns
    -------
    array of uint8
        Of the shape that the file's header names.

    Raises
    ------
    DataError
        If it is missing, cut short, or no IDX file of unsigned bytes.
    """
    expected = "an IDX file of unsigned bytes"
    try:
        content = Path(path).read_bytes()
        if content[:2] == b"\x1f\x8b":
            content = gzip.decompress(content)
    except (OSError, EOFError, zlib.error, TypeError, ValueError) as error:
        raise DataError(f"cannot read {path}", expected=expected, got=f"{type(error).__name__}: {error}") from None
    if len(content) < 4 or content[:3] != b"\0\0\x08":
        raise DataError(f"{path} is foreign", expected=expected, got=f"a file that begins with {content[:4].hex(' ')}")
    axes = content[3]
    start = 4 + 4 * axes
    shape = struct.unpack(f">{axes}I", content[4:start]) if len(content) >= start else ()
    wanted = start + int(np.prod(shape, dtype=object))
    if len(content) != wanted or not 1 <= len(shape) <= 32:
        raise DataError(
            f"{path} is cut short or too long",
            expected=f"{wanted:,} bytes for shape {shape}",
            got=f"{len(content):,} bytes",
        )
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape)
