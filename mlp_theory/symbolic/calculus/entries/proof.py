"""A pull-back proved in entries: the chain rule over the entries of F, rule after rule, and back to matrices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from mlp_theory.errors import OptionError, UncheckedPageError
from mlp_theory.symbolic.book import parts_of
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.entries.normal import same
from mlp_theory.symbolic.calculus.entries.numbers import EntryDraw
from mlp_theory.symbolic.calculus.entries.places import counts, letters_in, parts_along, ranges_of
from mlp_theory.symbolic.calculus.entries.rules import RULES, Rules, steps_from
from mlp_theory.symbolic.calculus.entries.terms import INNER, OUTER, Indices, add, entry, taken_by, times, total
from mlp_theory.symbolic.calculus.entries.unfolding import lettered, unfold
from mlp_theory.symbolic.calculus.line import NAME, CitedLaw, Step
from mlp_theory.symbolic.calculus.writing.names import unicode_name
from mlp_theory.symbolic.dimensions import Dim
from mlp_theory.symbolic.expressions import Apply, Call, Derivative, Entry, Named, Node, Over, Size, Variable

DRAWS, ATTEMPTS = 3, 12

CHAIN_RULE = CitedLaw(
    "chain rule, over the entries of {}",
    r"\frac{\partial L}{\partial x} = \sum_i \sum_j "
    r"\frac{\partial L}{\partial F_{ij}} \frac{\partial F_{ij}}{\partial x}",
)
AN_ENTRY = CitedLaw("an entry of the {}", r"(AB)_{ij} = \sum_k A_{ik} B_{kj}")
MOST_WORDS = 2
"""Operations that are named one by one."""

ORDER = CitedLaw("order of factors and terms", r"a b = b a")


@dataclass(frozen=True)
class Proof:
    """One law in entries, line by line.

    Attributes
    ----------
    letters : tuple of Variable
        What the functions are made of.
    names : tuple of Named
        The functions F, and L of them, in order.
    ranges : dict of str to Dim
        How far each free index counts.
    steps : tuple of Step
        Each with both sides whole; the first begins with what is proved, the last ends with the entry of a matrix.
    stands_for : tuple of (Variable, Node)
        What a letter stands for that the derivation does not have.
    """

    letters: tuple[Variable, ...]
    names: tuple[Named, ...]
    ranges: dict[str, Dim]
    steps: tuple[Step, ...]
    stands_for: tuple[tuple[Variable, Node], ...] = field(default=())

    @property
    def forms(self) -> list[Node]:
        """What is proved, and the right side of every step."""
        return [self.steps[0].before, *(step.after for step in self.steps)]

    def errors(self, draws: int = DRAWS, seed: int = 0) -> list[float | None]:
        """Of each step the largest difference of its sides, in units of their rounding; None where untested."""
        counted = [Size(dim) for dim in self.ranges.values()]
        parts = [p for form in self.forms for p in parts_of(form)]
        inside = [p for p in parts if isinstance(p, (Variable, Size)) or (isinstance(p, Call) and _says_sizes(p))]
        worst: list[float | None] = []
        for step in self.steps:
            found: list[float] = []
            for number in range(ATTEMPTS):
                draw = EntryDraw(self.names, 3 * ATTEMPTS * seed + number, [*counted, *inside, *self.letters])
                error = draw.difference(step.before, step.after, self.ranges)
                if error is not None and error == error and not draw.world.near_kink:
                    found.append(error)
                if len(found) == draws:
                    break
            worst.append(max(found) if len(found) == draws else None)
        return worst

    @property
    def ok(self) -> bool:
        """Whether each step begins where the last one ended, and holds at random arrays."""
        joined = all(a.after is b.before for a, b in zip(self.steps, self.steps[1:], strict=False))
        return joined and bool(self.steps) and all(e is not None and e <= 1 for e in self.errors())

    def assert_ok(self) -> None:
        """Raise with the first step that does not hold.

        Raises
        ------
        UncheckedPageError
        """
        for k, (step, error) in enumerate(zip(self.steps, self.errors(), strict=True), 1):
            if error is None or error > 1:
                raise UncheckedPageError(
                    "A proof in entries does not hold", expected="every step true", got=f"step {k}, {step.law}"
                )
        if not self.ok:
            raise UncheckedPageError("A proof in entries has a gap", expected="one step after the other", got="a gap")


def _says_sizes(node: Call) -> bool:
    """A matrix that is told by its sizes, or a part that has to fit."""
    return node.op in ("ones", "zeros", "identity", "commutation", "part")


def chain(first: Node, forms: Iterable[tuple[Node, CitedLaw]]) -> list[Step]:
    """Steps from one form to the next; what changes nothing is left out."""
    steps: list[Step] = []
    for form, reason in forms:
        if form is not first:
            steps.append(Step(first, reason.name, form, reason.equation))
            first = form
    return steps


def prove(
    loss: Named,
    functions: Sequence[Named],
    by: Variable,
    matrix: Node,
    adjoints: Mapping[Named, Named] | None = None,
    stands_for: Mapping[Variable, Node] | None = None,
) -> Proof:
    """Prove that ∂L/∂A is this matrix, entry by entry, from what the entries of the operations are.

    Parameters
    ----------
    loss : Named
        L, as a function of `functions`.
    functions : sequence of Named
        All F in which the letter stands; none where L itself is written with the letter.
    by : Variable
        A.
    matrix : Node
        What ∂L/∂A is said to be, with ∂L/∂F in it.
    adjoints : mapping of Named to Named, optional
        Names for ∂L/∂F, by F; `matrix` is written with them.
    stands_for : mapping of Variable to Node, optional
        What letters stand for.

    Raises
    ------
    OptionError
        When an operation has no meaning in entries, or when the proof does not arrive at this matrix.
    """
    adjoints = adjoints or {}
    taken = taken_by(loss, *functions, *adjoints.values(), matrix, by)
    r, s, ranges = free_indices(taken, by, matrix)
    taken |= ranges.keys()
    at = Entry(by, r, s)
    first = Derivative(loss, at, "gradient")
    forms = [*_forward(loss, functions, at, taken, adjoints)]
    forms += back(forms[-1][0], entry(matrix, r, s), taken)
    letters = tuple(dict.fromkeys(p for n in (*functions, loss) for p in parts_of(n.body) if isinstance(p, Variable)))
    names = (*functions, loss, *adjoints.values())
    return Proof(letters, names, ranges, tuple(chain(first, forms)), tuple((stands_for or {}).items()))


def free_indices(taken: set[str], node: Node, other: Node) -> tuple[Node, Node, dict[str, Dim]]:
    """A row and a column of two expressions of one shape, and how far their letters count."""
    outer = Indices(taken, OUTER)
    r, s = (outer.along(node, axis, (other, axis)) for axis in (0, 1))
    rows, columns = al.shape_of(node)
    return r, s, ranges_of(r, rows) | ranges_of(s, columns)


def _forward(
    loss: Named, functions: Sequence[Named], at: Entry, taken: set[str], adjoints: Mapping[Named, Named]
) -> Iterator[tuple[Node, CitedLaw]]:
    """From ∂L/∂Aᵣₛ to what is left when no derivative of F stands in it."""
    meant: dict[Entry, tuple[Node, list[str]]] = {}
    terms = []
    for F in functions:
        indices, (rows, columns) = Indices(taken), al.shape_of(F)
        i, j = indices.along(F, 0), indices.along(F, 1)
        left = [letter for letter in INNER if letter not in taken | letters_in(i) | letters_in(j)]
        for row, k, height in counts(i, rows, parts_along(F, 0)):
            for column, l, width in counts(j, columns, parts_along(F, 1)):
                here = Entry(F, row, column)
                links = times(Derivative(loss, here, "gradient"), Derivative(here, at, "gradient"))
                terms.append(total(k, height, total(l, width, links)))
                meant[here] = _meaning(Entry(F.body, row, column), left)
    if functions:
        form = add(terms)
        yield (
            form,
            CitedLaw(CHAIN_RULE.name.format(" and ".join(unicode_name(F.key) for F in functions)), CHAIN_RULE.equation),
        )
        known = {
            Derivative(loss, e, "gradient"): Entry(adjoints[F], e.i, e.j)
            for e in meant
            if isinstance(F := e.body, Named) and F in adjoints
        }
        if known:
            form = _put_in(form, known)
            yield form, NAME
        new = _put_in(
            form, {Derivative(e, at, "gradient"): Derivative(m, at, "gradient") for e, (m, _) in meant.items()}
        )
        words = list(dict.fromkeys(word for _, found in meant.values() for word in found))
    else:
        body, words = _meaning(Entry(loss.body, al.ONE, al.ONE), [letter for letter in INNER if letter not in taken])
        new = Derivative(body, at, "gradient")
    yield new, _an_entry(words)
    yield from steps_from(new)


def _meaning(whole: Node, letters: Sequence[str]) -> tuple[Node, list[str]]:
    forms = unfold(whole)
    return lettered(forms[-1][0], tuple(letters)), list(dict.fromkeys(word for _, words in forms for word in words))


def _put_in(node: Node, new: dict[Node, Node]) -> Node:
    """Other expressions in the place of some, inside sums and products."""
    match node:
        case Over(kind, index, low, high, conditions, body, loop):
            return Over(kind, index, low, high, conditions, _put_in(body, new), loop)
        case Call(op, args, data):
            return Call(op, tuple(_put_in(arg, new) for arg in args), data)
    return new.get(node, node)


def opened(whole: Node, rules: Rules = RULES) -> list[tuple[Node, CitedLaw]]:
    """All forms from an entry of a matrix to entries of letters, each with the reason that led to it; no δ in a sum."""
    forms = [(form, _an_entry(words)) for form, words in unfold(whole)]
    return [*forms, *steps_from(forms[-1][0], rules)]


def back(last: Node, whole: Node, taken: set[str], rules: Rules = RULES) -> list[tuple[Node, CitedLaw]]:
    """From what is left to the entry of the matrix: the matrix is opened, and read backwards."""
    forms = opened(whole, rules)
    if not same(forms[-1][0], last):
        raise OptionError(
            "The proof in entries does not arrive at this matrix",
            expected="the same terms on both sides, by what the operations mean and not by what is assumed of letters",
            got="a matrix whose entries are others",
        )
    parts = set(parts_of(last))
    used = [part.index for part in parts_of(last) if isinstance(part, Over)]
    free = [letter for letter in dict.fromkeys((*sorted(used), *INNER)) if letter not in taken]

    def likeness(letters: tuple[str, ...]) -> int:
        return len(parts & set(parts_of(lettered(forms[-1][0], (*letters, *free[4:])))))

    letters = (*max(permutations(free[:4]), key=likeness), *free[4:])
    forms = [(lettered(form, letters), reason) for form, reason in forms]
    reasons = [ORDER, *(reason for _, reason in forms[:0:-1])]
    return [(form, reason) for (form, _), reason in zip(reversed(forms), reasons, strict=True)]


def _an_entry(words: Sequence[str]) -> CitedLaw:
    if not words:  # an inverse, whose entries stand for themselves
        return NAME
    if len(words) > MOST_WORDS:
        return CitedLaw("an entry of every operation", AN_ENTRY.equation)
    return CitedLaw(AN_ENTRY.name.format(" and the ".join(words)), AN_ENTRY.equation)


def arbitrary_loss(functions: Sequence[Node], taken: set[str], name: str = "L") -> Named:
    """An L that depends on some matrices in an arbitrary smooth way."""
    free = next(name for name in ("psi", "phi", "chi", "omega", "psi_0") if name not in taken)
    return Named(name, Apply(free, tuple(functions), 0, True))
