r"""``A v = \lambda v`` of a matrix, a column and a number: a matrix with that eigenvector, made of a drawn one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mlp_theory.symbolic import Call, Node, Symbol
from mlp_theory.texts.claims.letters_known import factors_of, is_number, is_vector
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import show

_SYMMETRIC = ("symmetric", "definite", "semidefinite")


@dataclass(frozen=True)
class Eigenvector:
    """The letters of ``A v = λ v``."""

    matrix: Info
    vector: Info
    value: Info


def eigenvector_in(page: Page, left: Syn, right: Syn) -> Eigenvector | None:
    """The letters of such an equation, either way round; None where it is another one."""
    for a, b in ((left, right), (right, left)):
        first, second = factors_of(a), factors_of(b)
        if len(first) != 2 or len(second) != 2 or not is_vector(page, first[1]) or not is_number(page, second[0]):
            continue
        if show(first[1]).strip() != show(second[1]).strip():
            continue
        found = [_only(page, syn) for syn in (first[0], first[1], second[0])]
        if any(info is None for info in found):
            continue
        matrix, vector, value = (info for info in found if info is not None)
        square = page.dims.find(matrix.r) == page.dims.find(matrix.c) == page.dims.find(vector.r)
        if square and vector.kind == value.kind == "given":
            return Eigenvector(matrix, vector, value)
    return None


def sampled(page: Page, one: Eigenvector) -> tuple[Info, Node]:
    """A letter that is drawn, and the matrix with the eigenvector that is made of it.

    Of a symmetric M it is λ v vᵀ/vᵀv + P M P, where P projects on what is orthogonal to v; of any other
    M + (λ v − M v) vᵀ/vᵀv.
    """
    symmetric = one.matrix.kind == "defined" or one.matrix.domain in _SYMMETRIC
    info = replace(
        one.matrix, key=one.matrix.key + "~drawn", kind="given", domain="symmetric" if symmetric else "real", high=None
    )
    m, v, value = Symbol(info.key), Symbol(one.vector.key), Symbol(one.value.key)
    row = Call("divide", (_transposed(v), _times(_transposed(v), v)))
    if not symmetric:
        missing = _sum(Call("times", (value, v)), _times(m, v), -1)
        return info, _sum(m, _times(missing, row), 1)
    along = _times(v, row)
    projected = _sum(m, _times(along, m), -1)
    projected = _sum(projected, _times(projected, along), -1)
    return info, _sum(projected, Call("times", (value, along)), 1)


def _only(page: Page, syn: Syn) -> Info | None:
    """The one symbol of this name."""
    base = base_of(syn)
    infos = [info for info in page.infos.values() if info.base == base and info.count is None]
    return infos[0] if len(infos) == 1 else None


def _times(a: Node, b: Node) -> Node:
    return Call("matmul", (a, b))


def _transposed(a: Node) -> Node:
    return Call("transpose", (a,))


def _sum(a: Node, b: Node, sign: int) -> Node:
    return Call("add", (a, b), (1, sign))
