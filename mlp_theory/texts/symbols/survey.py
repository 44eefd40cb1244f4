"""How a page uses its names, noted before anything is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.derivative_parts import differential
from mlp_theory.texts.syntax.factor_kinds import fraction
from mlp_theory.texts.syntax.kinds import in_parens, is_call, is_worded
from mlp_theory.texts.syntax.names import SMALL_NUMBERS, Base, base_of, word_of
from mlp_theory.texts.syntax.peeling import lone, unbracketed, under_scripts, unscripted
from mlp_theory.texts.syntax.ranges import Binder, binder_of
from mlp_theory.texts.syntax.script_parts import all_above, has_sub
from mlp_theory.texts.syntax.scripts import is_transposed
from mlp_theory.texts.syntax.sums_and_products import factors, neighbours, summands
from mlp_theory.texts.syntax.syn import Syn, kept, nodes


@dataclass
class Survey:
    """How the page uses its names: which letters are indices, which are layers, who carries what.

    Attributes
    ----------
    bound, told : set of str
        The letters that sums bind, and those of which the page says how far they run: i = 1, …, n.
    ranges : dict of str to pair of Syn
        The first and the last of what a letter runs over.
    shifted, brackets : set of str
        The letters that a number is added to, as l − 1, and those in brackets above a name.
    bases : dict of str to Base
        Each name by its key, as in all that follows.
    plain : dict of str to int
        How often a name stands without an index.
    subs, sups : dict of str to list
        Each list of indices below a name, and each text in brackets above it.
    bare_sup : dict of str to set of str
        The letters above a name without brackets: a layer, or an exponent.
    divisors, multiplying : set of str
        What something is divided by, and what multiplies from the left, as W in W x.
    columns : set of str
        Small letters that are no numbers: transposed before a name, as w in wᵀ x, or what a softmax is taken of; and
        capitals that are none: what stands beside X w in a residual, as Y − X w.
    applied : dict of str to int
        How often a bracket follows.
    called : set of str
        What a bracket follows with nothing above between: f(x), and not Wᵀ(x).
    numbered : set of str
        Names whose numbers tell steps or layers, w_0, w_1, and no entries.
    """

    bound: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    ranges: dict[str, tuple[Syn, Syn]] = field(default_factory=dict)
    shifted: set[str] = field(default_factory=set)
    brackets: set[str] = field(default_factory=set)
    bases: dict[str, Base] = field(default_factory=dict)
    plain: dict[str, int] = field(default_factory=dict)
    subs: dict[str, list[list[str]]] = field(default_factory=dict)
    sups: dict[str, list[str]] = field(default_factory=dict)
    bare_sup: dict[str, set[str]] = field(default_factory=dict)
    divisors: set[str] = field(default_factory=set)
    multiplying: set[str] = field(default_factory=set)
    columns: set[str] = field(default_factory=set)
    applied: dict[str, int] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)
    numbered: set[str] = field(default_factory=set)


def look_shift(survey: Survey, index: Syn) -> None:
    """Note a letter that is shifted by a number: l − 1."""
    letter = shifted_letter(index)
    if letter is not None:
        survey.shifted.add(letter)


def shifted_letter(index: Syn) -> str | None:
    """The letter of an index that is shifted by a number: l of ``l - 1``."""
    terms = summands(unbracketed(index))
    if len(terms) == 2:
        (_, first), (_, second) = terms
        base = base_of(first)
        if base is not None and number_of(second) is not None:
            return base.letter
    return None


def look_bound(survey: Survey, syn: Syn) -> None:
    """Note the letters that sums bind, and how far they run."""
    for binder in _binders_in(syn):
        survey.bound.update(binder.letters)
        if binder.ends is not None:
            survey.ranges.setdefault(binder.letters[0], binder.ends)


@kept
def _binders_in(syn: Syn) -> list[Binder]:
    return [binder for node in nodes(syn) if (binder := binder_of(node)) is not None]


def look_applied(survey: Survey, syn: Syn) -> None:
    """Count where a bracket follows a name."""
    for item, following in neighbours(syn):
        base = base_of(under_scripts(item))
        if base is not None and is_call(under_scripts(following)):
            survey.applied[base.key] = survey.applied.get(base.key, 0) + 1
            if not all_above(unscripted(item)[1]):
                survey.called.add(base.key)


def look_products(survey: Survey, syn: Syn, transposes: frozenset[str]) -> None:
    """Note matrices that multiply from the left, W of ``W x`` and ``W X``: each row of W makes one row of it.

    Of ``U Vᵀ`` nobody knows: it can be made of rows of both, or be a sum over columns of both, as ``X Xᵀ`` is.
    """
    for item, following in neighbours(syn):
        (left, parts), (right, others) = unscripted(item), unscripted(following)
        matrix, factor = base_of(left), base_of(right)
        if matrix is not None and factor is not None and not matrix.upper and is_transposed(parts, transposes):
            survey.columns.add(matrix.key)
        argument = base_of(lone(right[0])) if in_parens(right) else None
        if argument is not None and is_worded(left) and word_of(left) == "softmax":
            survey.columns.add(argument.key)
        if matrix is None or factor is None or not matrix.upper or matrix == factor or factor.word:
            continue
        if not (has_sub(parts) or is_transposed(parts, transposes) or is_transposed(others, transposes)):
            survey.multiplying.add(matrix.key)


def look_residuals(survey: Survey, syn: Syn) -> None:
    """Note capitals that are columns: Y of ``Y − X w``, as X w is one."""
    for node in nodes(syn):
        terms = summands(node) if node.kind == "sum" else []
        if len(terms) != 2 or {sign for sign, _ in terms} != {1, -1}:
            continue
        for (_, alone), (_, made) in (terms, terms[::-1]):
            data, (matrix, *more) = base_of(lone(alone)), [base_of(factor) for factor in factors(made)]
            column = more[0] if len(more) == 1 else None
            if data is None or matrix is None or column is None or not (data.upper and matrix.upper):
                continue
            if not (column.upper or column.word or column.letter in SMALL_NUMBERS) and data != matrix:
                survey.columns.add(data.key)


def look_divisors(survey: Survey, syn: Syn) -> None:
    """Note capital letters that something is divided by: they are numbers. Nothing is divided by the W of ∂L/∂W."""
    for node in nodes(syn):
        parts = fraction(node)
        if parts is None:
            continue
        above, below = atoms(parts[0]), atoms(parts[1])
        if above and below and None is not differential(above[0]) == differential(below[0]):
            continue
        for item in below:
            base = base_of(item)
            if base is not None and base.upper and not base.bold:
                survey.divisors.add(base.key)
