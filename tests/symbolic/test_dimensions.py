"""Dimensions with names: they unify or refuse, and what was tried can be forgotten."""

import pytest

from mlp_theory.symbolic import Dimensions, plus


@pytest.fixture
def dims():
    """K and n are sizes of their own; p and q may be any."""
    known = Dimensions()
    for name in ("K", "n", "d"):
        known.name(name, rigid=True)
        known.make_rigid(name)
    for name in ("p", "q"):
        known.name(name, rigid=False)
    return known


@pytest.mark.parametrize(
    ("a", "b"), [(3, 3), ("K", "K"), ("p", "K"), ("K", "p"), ("p", 3), (1, "p"), ("p", "q"), (plus("K", -1), "p")]
)
def test_two_sizes_that_may_be_one_become_one(dims, a, b):
    assert dims.can_unify(a, b)
    assert dims.unify(a, b)
    assert dims.find(a) == dims.find(b)


@pytest.mark.parametrize(
    ("a", "b"), [(3, 4), ("K", "n"), ("K", 3), (1, "K"), (plus("K", -1), "K"), (plus("K", -1), plus("K", 1))]
)
def test_two_sizes_of_their_own_refuse_and_nothing_has_changed(dims, a, b):
    before = dict(dims.bound), set(dims.free), len(dims.trail)
    assert not dims.can_unify(a, b)
    assert not dims.unify(a, b)
    assert (dict(dims.bound), set(dims.free), len(dims.trail)) == before


def test_what_is_one_with_the_same_is_one(dims):
    assert dims.unify("p", "q")
    assert dims.unify("q", "K")
    assert dims.find("p") == "K"
    assert not dims.unify("p", "n")


def test_of_two_free_names_the_readers_stays(dims):
    fresh = dims.fresh()
    assert dims.unify("p", fresh)
    assert dims.find(fresh) == "p"


def test_fresh_names_are_all_different(dims):
    assert len({dims.fresh("rows") for _ in range(100)}) == 100


def test_unify_all_goes_as_far_as_it_can(dims):
    assert not dims.unify_all(("p", "K"), ("K", "n"), ("q", "n"))
    assert (dims.find("p"), dims.find("q")) == ("K", "n")


# ------------------------------------------------------------------ linear sizes


@pytest.mark.parametrize(
    ("a", "b", "factor", "total"),
    [
        (2, 3, 1, 5),
        (2, 3, -1, -1),
        ("K", 0, 1, "K"),
        ("K", "K", -1, 0),
        ("K", -1, 1, ("linear", (("K", 1),), -1)),
        ("d", "d", 1, ("linear", (("d", 2),), 0)),
        (0, "d", 2, ("linear", (("d", 2),), 0)),
        ("n", "K", 1, ("linear", (("K", 1), ("n", 1)), 0)),
        (("linear", (("K", 1),), -1), 1, 1, "K"),
        (("linear", (("K", 1), ("n", 1)), 0), "n", -1, "K"),
    ],
)
def test_sizes_are_added(a, b, factor, total):
    assert plus(a, b, factor) == total


def test_the_order_of_a_sum_does_not_matter(dims):
    assert plus("n", "K") == plus("K", "n")
    assert dims.unify(plus(plus("n", 1), "K"), plus("K", plus(1, "n")))


def test_a_linear_size_follows_the_names_in_it(dims):
    double = plus("p", "p")
    assert dims.unify("p", 4)
    assert dims.find(double) == 8
    assert dims.find(plus("p", -1)) == 3


def test_a_linear_size_of_names_that_turn_out_one(dims):
    assert dims.unify("p", "K")
    assert dims.find(plus("p", "K")) == ("linear", (("K", 2),), 0)


def test_a_size_is_no_part_of_itself(dims):
    """p = p + 1 has no solution."""
    assert not dims.unify("p", plus("p", 1))
    assert dims.find("p") == "p"


@pytest.mark.parametrize(
    ("dim", "shown"), [(3, "3"), ("K", "K"), (plus("K", -1), "K−1"), (plus("d", "d"), "2d"), (plus("K", 1), "K+1")]
)
def test_a_size_is_shown_as_a_reader_writes_it(dims, dim, shown):
    assert dims.show(dim) == shown


# ------------------------------------------------------------------ trying and forgetting


def test_an_attempt_is_forgotten(dims):
    with dims.attempt():
        assert dims.unify("p", "K")
        assert dims.unify("q", 7)
        assert dims.find("p") == "K"
    assert (dims.find("p"), dims.find("q")) == ("p", "q")
    assert dims.unify("p", "n")


def test_an_attempt_that_fails_with_an_error_is_forgotten_too(dims):
    def fail():
        with dims.attempt():
            dims.unify("p", "K")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert dims.find("p") == "p"


def test_attempts_nest(dims):
    with dims.attempt():
        dims.unify("p", "K")
        with dims.attempt():
            dims.unify("q", "n")
        assert (dims.find("p"), dims.find("q")) == ("K", "q")
    assert dims.find("p") == "p"


def test_undo_forgets_what_came_after_the_mark(dims):
    dims.unify("p", "K")
    mark = len(dims.trail)
    dims.unify("q", "n")
    fresh = dims.fresh(large=True)
    dims.undo(mark)
    assert (dims.find("p"), dims.find("q"), dims.is_free(fresh), fresh in dims.large) == ("K", "q", False, False)


# ------------------------------------------------------------------ free, rigid, large


def test_freezing_makes_named_sizes_rigid_and_leaves_nameless_ones_free(dims):
    nameless = dims.fresh("rows")
    dims.freeze()
    assert not dims.unify("p", "q")
    assert not dims.unify("p", 3)
    assert dims.unify(nameless, "p")


def test_freezing_leaves_what_is_known(dims):
    dims.unify("p", "K")
    dims.freeze()
    assert dims.find("p") == "K"
    assert dims.roots() == {"K", "n", "d", "q"}


def test_roots_and_literals(dims):
    dims.unify("p", 5)
    assert dims.roots() == {"K", "n", "d", "q"}
    assert dims.literals() == {5}


def test_a_large_size_is_not_1(dims):
    large = dims.fresh(large=True)
    assert not dims.unify(large, 1)
    assert not dims.may_be_one(large)
    assert dims.settled(large)
    assert dims.unify(large, 4)


def test_what_is_one_with_a_large_size_is_large(dims):
    large = dims.fresh(large=True)
    assert dims.unify(large, "p")
    assert not dims.unify("p", 1)
    assert not dims.unify(large, 1)


def test_that_a_size_is_large_is_forgotten_with_the_attempt(dims):
    large = dims.fresh(large=True)
    with dims.attempt():
        dims.unify(large, "p")
    assert dims.unify("p", 1)


@pytest.mark.parametrize(
    ("dim", "one", "may_be_one", "settled"),
    [(1, True, True, True), (3, False, False, True), ("K", False, False, True), ("p", False, True, False)],
)
def test_what_is_known_of_1(dims, dim, one, may_be_one, settled):
    assert (dims.is_one(dim), dims.may_be_one(dim), dims.settled(dim)) == (one, may_be_one, settled)


@pytest.mark.parametrize(("name", "known"), [("K", True), ("p", True), ("m", False)])
def test_which_names_the_page_has_used(dims, name, known):
    assert dims.known(name) is known
