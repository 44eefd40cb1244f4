"""Points whose plain mean is an expectation: of polynomials in many independent entries exactly.

A tensor grid over the entries of a matrix is too large. Instead the entries are the coordinates of a linear
code over the field of p elements (an orthogonal array; Rao, J. R. Stat. Soc. Suppl. 9, 1947): any `strength`
of them together take every combination of levels equally often, so a monomial in that many of them has its
exact mean, as far as the levels have the moments of the distribution. The code is closed under negation: what is
even or odd in all entries at once, as E[ReLU(w)²] = E[w²]/2, is exact as well.
"""

from __future__ import annotations

import functools
import itertools
import math
from typing import NamedTuple

import numpy as np

MOMENTS = {"normal": (1.0, 3.0, 15.0), "uniform": (1.0, 9 / 5, 27 / 7)}
"""The second, fourth and sixth moment, of variance 1."""

MAX_POINTS = 60_000
MANY, FEWEST = 29, 11
"""Levels: with fewer than 29, none that are equally likely have the sixth moment of a normal distribution."""


class Rule(NamedTuple):
    """How many variables one monomial may have, and how many levels each variable has at least."""

    strength: int
    fewest: int


RULES = (Rule(2, FEWEST), Rule(2, MANY), Rule(4, FEWEST))
"""The cheap ones first."""

FEW = 2
"""As many variables have a fine grid of Gaussian quadrature, good for smooth functions of any kind."""


class NoRuleError(Exception):
    """Too many variables for this strength."""


def prime_from(n: int) -> int:
    """The smallest prime that is at least n."""
    while any(n % k == 0 for k in range(2, math.isqrt(n) + 1)):
        n += 1
    return n


@functools.cache
def levels(kind: str, p: int, variant: int) -> np.ndarray:
    """P levels, equally likely, symmetric, with the first five moments of the distribution; seven for many levels.

    Level k and level p − k are opposite. The variants differ in their higher moments.
    """
    from scipy import optimize, special  # a third of a second, which few pages need

    half = (np.arange(1, (p - 1) // 2 + 1) + 0.08 * variant) / p
    base = special.ndtri(0.5 + half * (p - 1) / p) if kind == "normal" else math.sqrt(12) * half
    matched = 3 if p >= MANY else 2
    powers = base ** np.array([[1], [3], [5]])[:matched]
    wanted = np.array(MOMENTS[kind][:matched])

    def excess(c: np.ndarray) -> np.ndarray:
        return np.array([2 * np.sum((c @ powers) ** k) / p for k in (2, 4, 6)[:matched]]) / wanted - 1

    c = optimize.root(excess, np.eye(matched)[0], tol=1e-15).x
    assert np.max(np.abs(excess(c))) < 1e-13, "levels with the wrong moments"
    a = c @ powers
    return np.concatenate([[0.0], a, -a[::-1]])


def array_of_strength(kind: str, variables: int, rule: Rule, variant: int) -> np.ndarray:
    """Points (points, variables), each of mean 0 and variance 1, for monomials in as many variables as the strength."""
    strength = rule.strength
    p = prime_from(max(variables, rule.fewest))
    if p**strength > MAX_POINTS:
        raise NoRuleError(f"{variables} variables need more than {MAX_POINTS:,} points")
    rng = np.random.default_rng([variant, variables])
    places = rng.permutation(p)[:variables]
    columns = np.stack([places**k % p for k in range(strength)])  # Vandermonde: any `strength` are independent
    messages = np.array(list(itertools.product(range(p), repeat=strength)))
    return levels(kind, p, variant)[messages @ columns % p]


def grid(kind: str, variables: int, variant: int) -> tuple[np.ndarray, np.ndarray]:
    """Points and weights of Gaussian quadrature for few variables."""
    from scipy import special

    n = 41 + 6 * variant  # odd: 0 is a point, and a kink there does less harm
    if kind == "normal":
        x, w = special.roots_hermitenorm(n)
    else:
        x, w = special.roots_legendre(n)
        x = math.sqrt(3) * x
    points = np.array(list(itertools.product(x, repeat=variables)))
    weights = np.prod(np.array(list(itertools.product(w / w.sum(), repeat=variables))), axis=1)
    return points, weights


def coins(variables: int) -> np.ndarray:
    """All outcomes (outcomes, variables) of so many coins: 0 or 1."""
    if 2**variables > MAX_POINTS:
        raise NoRuleError(f"{variables} coins have more than {MAX_POINTS:,} outcomes")
    return np.array(list(itertools.product((0.0, 1.0), repeat=variables)))
