"""The rules for a derivative of one number by one entry, each applied wherever it fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from mlp_theory.symbolic.book import parts_of
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.applied import derivative_at
from mlp_theory.symbolic.calculus.entries.places import letters_in
from mlp_theory.symbolic.calculus.entries.terms import (
    Indices,
    add,
    delta,
    over,
    power,
    substitute,
    taken_by,
    times,
    with_parts,
)
from mlp_theory.symbolic.calculus.line import CitedLaw
from mlp_theory.symbolic.expressions import (
    Apply,
    Call,
    Compare,
    Derivative,
    Entry,
    Index,
    Named,
    Node,
    Number,
    Over,
)
from mlp_theory.symbolic.function_record import FUNCTIONS

Rule = Callable[[Node, Indices], Node | None]

Rules = Sequence[tuple[CitedLaw, Rule]]

RULES: list[tuple[CitedLaw, Rule]] = []
"""In the order in which they are tried."""


def rule(name: str, equation: str, first: bool = False) -> Callable[[Rule], Rule]:
    """Enter a rule; it gives None where it does not fit."""

    def enter(rewrite: Rule) -> Rule:
        RULES.insert(0 if first else len(RULES), (CitedLaw(name, equation), rewrite))
        return rewrite

    return enter


def everywhere(node: Node, rewrite: Callable[[Node], Node | None]) -> Node:
    """A rule applied wherever it fits, from outside, and to what it has made, until it fits nowhere."""
    new = rewrite(node)
    while new is not None and new is not node:
        node = new
        new = rewrite(node)
    out = with_parts(node, lambda part: everywhere(part, rewrite))
    return out if out is node else everywhere(out, rewrite)


def _with(rewrite: Rule, indices: Indices) -> Callable[[Node], Node | None]:
    return lambda node: rewrite(node, indices)


def steps_from(node: Node, rules: Rules = RULES) -> Iterator[tuple[Node, CitedLaw]]:
    """What an expression becomes, rule after rule, until none fits."""
    going = True
    while going:
        going = False
        indices = Indices(taken_by(node) | _letters_of(node))
        for reason, rewrite in rules:
            new = everywhere(node, _with(rewrite, indices))
            if new is not node:
                yield new, reason
                node, going = new, True
                break


def _letters_of(node: Node) -> set[str]:
    sums = {part.index for part in parts_of(node) if isinstance(part, Over)}
    return sums | letters_in(node)


def depends(node: Node, at: Entry) -> bool:
    """Whether an entry of the letter stands in it."""
    return any(part is at.body for part in parts_of(node))


def differentiated(node: Node) -> tuple[Node, Entry] | None:
    """What is differentiated and by which entry; of ∂L/∂Fᵢⱼ and of ∂Fᵢⱼ/∂Aᵣₛ nothing, as they stand for themselves."""
    match node:
        case Derivative(body, Entry() as at, _) if not isinstance(body, Named):
            return body, at
    return None


def by_entry(body: Node, at: Entry) -> Node:
    """Its derivative; 0 where the letter does not stand in it."""
    return Derivative(body, at, "gradient") if depends(body, at) else al.ZERO


@rule("derivative of a constant", r"\frac{\partial c}{\partial x} = 0")
def constant(node: Node, indices: Indices) -> Node | None:
    """Where the letter does not stand."""
    match differentiated(node):
        case body, at if not depends(body, at):
            return al.ZERO
    return None


@rule("sum rule", r"\frac{\partial}{\partial x} \sum_k f_k = \sum_k \frac{\partial f_k}{\partial x}")
def sum_rule(node: Node, indices: Indices) -> Node | None:
    """Term by term; a term without the letter is a constant, and goes."""
    match differentiated(node):
        case Call("add", terms, signs), at:
            return add([by_entry(term, at) for term in terms], signs)
        case Over(_, index, _, high, _, body, _), at:
            return over(index, high, by_entry(body, at))
    return None


@rule(
    "product rule",
    r"\frac{\partial (f g)}{\partial x} = \frac{\partial f}{\partial x} g + f \frac{\partial g}{\partial x}",
)
def product_rule(node: Node, indices: Indices) -> Node | None:
    """A term for every factor with the letter."""
    match differentiated(node):
        case Call("times", factors, _), at:
            where = [k for k, f in enumerate(factors) if depends(f, at)]
            return add([times(*factors[:k], by_entry(factors[k], at), *factors[k + 1 :]) for k in where])
    return None


@rule("chain rule for one number", r"\frac{\partial f(u)}{\partial x} = f'(u) \frac{\partial u}{\partial x}")
def chain_rule(node: Node, indices: Indices) -> Node | None:
    """The derivative of a function or a power, times that of what stands in it."""
    match differentiated(node):
        case Call("elementwise", (u,), (name,)), at:
            slope = derivative_at(FUNCTIONS[name], u)
            return al.ZERO if slope is None else times(slope, by_entry(u, at))
        case Call("power", (u, Number(p)), _), at:
            return times(Number(p), power(u, p - 1), by_entry(u, at))
        case Apply(key, (u,), order, False), at:
            return times(Apply(key, (u,), order + 1, False), by_entry(u, at))
    return None


@rule("an entry by an entry", r"\frac{\partial A_{ij}}{\partial A_{rs}} = \delta_{ir} \delta_{js}")
def entry_by_entry(node: Node, indices: Indices) -> Node | None:
    """One where it is the same entry."""
    match differentiated(node):
        case Entry(body, i, j), Entry(letter, r, s) if body is letter:
            return times(delta(i, r), delta(j, s))
    return None


@rule("distributive law", r"\sum_k (a_k + b_k) \delta_{kr} = \sum_k a_k \delta_{kr} + \sum_k b_k \delta_{kr}")
def distributive_law(node: Node, indices: Indices) -> Node | None:
    """So that no δ stands in brackets."""
    match node:
        case Call("times", factors, _):
            for k, factor in enumerate(factors):
                if isinstance(factor, Call) and factor.op == "add" and _has_delta(factor):
                    return add([times(*factors[:k], t, *factors[k + 1 :]) for t in factor.args], factor.data)
        case Over(_, index, _, high, _, Call("add", terms, signs), _) if any(map(_has_delta, terms)):
            return add([over(index, high, term) for term in terms], signs)
    return None


ONE_TERM = CitedLaw("δ leaves one term of the sum", r"\sum_k \delta_{kr} a_k = a_r")


@rule(ONE_TERM.name, ONE_TERM.equation)
def one_term_is_left(node: Node, indices: Indices) -> Node | None:
    """The index of a sum is what its δ says."""
    match node:
        case Over(_, index, _, _, _, body, _):
            other = _other_side(body, index, frozenset())
            return None if other is None else substitute(body, index, other)
    return None


def _has_delta(node: Node) -> bool:
    return any(isinstance(part, Compare) for part in parts_of(node))


def _other_side(node: Node, index: str, bound: frozenset[str]) -> Node | None:
    """What a δ among the factors says that an index is, in terms of what is known outside the sum."""
    match node:
        case Compare(_, i, j):
            for one, other in ((i, j), (j, i)):
                known = not letters_in(other) & {*bound, index}
                if isinstance(one, Index) and one.name == index and known:
                    return other
        case Call("times", factors, _):
            return next((o for f in factors if (o := _other_side(f, index, bound)) is not None), None)
        case Over(_, inner, _, _, _, body, _):
            return _other_side(body, index, bound | {inner})
    return None


@rule("order of sums", r"\sum_r a_r \sum_k b_k \delta_{rk} = \sum_k b_k \sum_r a_r \delta_{rk}")
def sums_exchanged(node: Node, indices: Indices) -> Node | None:
    """So that an index, which a δ says by those of a sum inside, stands further inside."""
    match node:
        case Over(_, index, _, high, _, body, _):
            factors = body.args if isinstance(body, Call) and body.op == "times" else (body,)
            for k, factor in enumerate(factors):
                if isinstance(factor, Over) and _is_said_inside(factor, index, frozenset()):
                    others = [f for j, f in enumerate(factors) if j != k]
                    name, inside = factor.index, factor.body
                    if any(name in _letters_of(f) for f in others):
                        name = indices.letter()
                        inside = substitute(inside, factor.index, Index(name))
                    rest = times(*factors[:k], inside, *factors[k + 1 :])
                    return over(name, factor.high, over(index, high, rest))
    return None


def _is_said_inside(node: Node, index: str, bound: frozenset[str]) -> bool:
    """Whether a δ says the index in terms of indices that are summed inside."""
    match node:
        case Compare(_, i, j):
            return any(one is Index(index) and letters_in(other) & bound for one, other in ((i, j), (j, i)))
        case Call("times", factors, _):
            return any(_is_said_inside(factor, index, bound) for factor in factors)
        case Over(_, inner, _, _, _, body, _):
            return inner != index and _is_said_inside(body, index, bound | {inner})
    return False
