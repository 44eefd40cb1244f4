"""Data: columns, seeds, and files that are what they claim to be."""

import gzip
import struct

import numpy as np
import pytest

from mlp_theory import datasets
from mlp_theory.datasets import blobs, circles, digits, mnist, moons, read_idx, spirals
from mlp_theory.errors import DataError, KindError, OptionError

PLANE = pytest.mark.parametrize("make", [moons, circles, blobs, spirals], ids=lambda f: f.__name__)


@PLANE
def test_toy_sets_are_columns_of_the_plane_with_whole_labels(make):
    X, t = make(n=60, rng=0)
    assert (X.shape, t.shape) == ((2, 60), (60,))
    assert X.dtype == np.float64
    assert t.dtype.kind == "i"
    assert X.flags.f_contiguous
    counts = np.bincount(t)
    assert counts.max() - counts.min() <= 1  # evenly shared


@PLANE
def test_one_seed_one_set_however_it_is_given(make):
    once, again, generator = make(rng=5), make(rng=5), make(rng=np.random.default_rng(5))
    np.testing.assert_array_equal(once.X, again.X)
    np.testing.assert_array_equal(once.X, generator.X)
    assert (make(rng=6).X != once.X).any()


def test_a_generator_moves_on_between_two_sets():
    rng = np.random.default_rng(0)
    assert (moons(rng=rng).X != moons(rng=rng).X).any()


def test_noise_is_its_standard_deviation():
    clean, noisy = moons(2000, noise=0, rng=0), moons(2000, noise=0.2, rng=0)
    # Without noise class 0 lies on the unit circle.
    radius = np.linalg.norm(clean.X[:, clean.t == 0], axis=0)
    np.testing.assert_allclose(radius, 1, atol=1e-12)
    spread = np.linalg.norm(noisy.X[:, noisy.t == 0], axis=0) - 1
    assert spread.std() == pytest.approx(0.2, rel=0.1)


def test_blobs_have_as_many_classes_and_inputs_as_asked():
    X, t = blobs(50, n_classes=5, n_inputs=4, rng=0)
    assert X.shape == (4, 50)
    assert set(t) == set(range(5))


def test_every_arm_of_a_spiral_is_the_first_one_turned():
    X, t = spirals(300, n_classes=5, noise=0, turns=2, rng=0)
    radius = np.linalg.norm(X, axis=0)
    assert 0.1 <= radius.min() < 0.15
    assert 0.95 < radius.max() <= 1
    turned = np.exp(2j * np.pi * (2 * radius + t / 5))
    np.testing.assert_allclose((X[0] + 1j * X[1]) / radius, turned, atol=1e-12)
    noisy = spirals(3000, n_classes=1, noise=0.2, turns=0, rng=0).X[1]  # an arm that does not turn is the first axis
    assert noisy.std() == pytest.approx(0.2, rel=0.1)


def test_digits_are_real_and_scaled():
    X, t = digits()
    assert X.shape == (64, 1797)
    assert (X.min(), X.max()) == (0, 1)
    assert np.bincount(t).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]


@pytest.mark.parametrize(
    ("make", "options", "error"),
    [
        (moons, {"n": 1}, OptionError),
        (moons, {"noise": -1}, OptionError),
        (circles, {"factor": 1}, OptionError),
        (blobs, {"n": 2, "n_classes": 3}, OptionError),
        (spirals, {"n": 2}, OptionError),
        (spirals, {"turns": -1}, OptionError),
        (moons, {"n": 1.5}, KindError),
        (moons, {"rng": "x"}, KindError),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_impossible_sets_are_refused(make, options, error):
    with pytest.raises(error):
        make(**options)


# ------------------------------------------------------------------ MNIST files


def idx(array):
    return (
        b"\0\0\x08"
        + bytes([array.ndim])
        + struct.pack(f">{array.ndim}I", *array.shape)
        + array.astype(np.uint8).tobytes()
    )


def write_mnist(folder):
    """Write four small IDX files, in the four ways in which they are named and packed."""
    rng = np.random.default_rng(0)
    (folder / "train-images-idx3-ubyte").write_bytes(idx(rng.integers(0, 256, (5, 28, 28))))
    (folder / "train-labels-idx1-ubyte.gz").write_bytes(gzip.compress(idx(np.arange(5) + 5)))
    (folder / "t10k-images.idx3-ubyte.gz").write_bytes(gzip.compress(idx(np.full((3, 28, 28), 255))))
    (folder / "t10k-labels.idx1-ubyte").write_bytes(idx(np.array([9, 8, 7])))


@pytest.fixture
def folder(tmp_path):
    write_mnist(tmp_path)
    return tmp_path


def test_mnist_is_read_from_a_folder(folder):
    train, test = mnist(folder)
    assert (train.X.shape, test.X.shape) == ((784, 5), (784, 3))
    assert (train.t.tolist(), test.t.tolist()) == ([5, 6, 7, 8, 9], [9, 8, 7])
    pixels = np.random.default_rng(0).integers(0, 256, (5, 28, 28))
    np.testing.assert_allclose(train.X[:, 2].reshape(28, 28), pixels[2] / 255)
    assert (test.X == 1).all()


def test_mnist_is_found_through_the_environment(folder, monkeypatch):
    monkeypatch.setenv(datasets.MNIST_VARIABLE, str(folder))
    assert mnist()[0].X.shape == (784, 5)


def test_a_named_folder_goes_before_the_environment(folder, monkeypatch):
    monkeypatch.setenv(datasets.MNIST_VARIABLE, "/nowhere")
    assert mnist(folder)[0].X.shape == (784, 5)


def test_without_files_openml_is_asked_and_its_rows_become_columns(monkeypatch):
    rows, labels = np.zeros((70000, 2)), np.array(["3"] * 60000 + ["7"] * 10000)
    rows[0] = [255, 51]
    monkeypatch.delenv(datasets.MNIST_VARIABLE, raising=False)
    monkeypatch.setattr("sklearn.datasets.fetch_openml", lambda *a, **k: (rows, labels))
    train, test = mnist()
    assert (train.X.shape, test.X.shape) == ((2, 60000), (2, 10000))
    np.testing.assert_allclose(train.X[:, 0], [1, 0.2])
    assert (set(train.t), set(test.t)) == ({3}, {7})


def test_without_files_and_without_a_net_the_way_out_is_named(monkeypatch):
    def offline(*args, **options):
        raise OSError("no route to host")

    monkeypatch.delenv(datasets.MNIST_VARIABLE, raising=False)
    monkeypatch.setattr("sklearn.datasets.fetch_openml", offline)
    with pytest.raises(DataError, match=r"(?s)no route to host.*set MLP_THEORY_MNIST"):
        mnist()


def test_a_missing_folder_and_a_missing_file_are_named(folder):
    with pytest.raises(DataError, match="no such folder"):
        mnist(folder / "elsewhere")
    (folder / "t10k-labels.idx1-ubyte").unlink()
    with pytest.raises(DataError, match="t10k-labels-idx1-ubyte"):
        mnist(folder)


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda b: b[:-1], "cut short"),
        (lambda b: b + b"x", "too long"),
        (lambda b: b[:6], "cut short"),
        (lambda b: b"", "foreign"),
        (lambda b: b"\x89PNG" + b[4:], "foreign"),
        (lambda b: b"\0\0\x0d\x01" + b[4:], "foreign"),  # an IDX file of floats
        (lambda b: b"\0\0\x08\x00", "cut short"),
        (lambda b: b"\0\0\x08\x03" + b"\xff" * 12 + b[16:], "cut short"),  # a header that promises 10**28 bytes
        (lambda b: gzip.compress(b)[:-9], "EOFError"),
        (lambda b: b"\x1f\x8b" + b, "BadGzipFile|error"),
    ],
    ids=[
        "truncated",
        "too long",
        "half a header",
        "empty",
        "png",
        "floats",
        "no axes",
        "huge",
        "cut gzip",
        "false gzip",
    ],
)
def test_damaged_files_are_refused_by_name(folder, damage, says):
    path = folder / "train-images-idx3-ubyte"
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(DataError, match=says) as caught:
        mnist(folder)
    assert str(path) in str(caught.value)


def test_images_and_labels_must_belong_together(folder):
    (folder / "t10k-labels.idx1-ubyte").write_bytes(idx(np.array([1, 2])))
    with pytest.raises(DataError, match="do not belong together"):
        mnist(folder)


@pytest.mark.parametrize("odd", ["~nosuchuser/x", 5, b"x\xff", ["a"], "a" * 5000, "a\0b"], ids=repr)
def test_what_is_no_folder_is_refused(odd):
    with pytest.raises(DataError, match="no such folder"):
        mnist(odd)


def test_labels_above_nine_and_images_of_two_sizes_are_refused(folder):
    (folder / "t10k-labels.idx1-ubyte").write_bytes(idx(np.array([9, 8, 200])))
    with pytest.raises(DataError, match="up to 200"):
        mnist(folder)
    write_mnist(folder)
    (folder / "t10k-images.idx3-ubyte.gz").write_bytes(gzip.compress(idx(np.ones((3, 8, 8)))))
    with pytest.raises(DataError, match="differ in size"):
        mnist(folder)


def test_an_idx_file_of_any_shape_can_be_read(tmp_path):
    array = np.arange(24).reshape(2, 3, 4)
    (tmp_path / "a").write_bytes(idx(array))
    np.testing.assert_array_equal(read_idx(tmp_path / "a"), array)
    with pytest.raises(DataError, match="FileNotFoundError"):
        read_idx(tmp_path / "b")
