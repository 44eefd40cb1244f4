"""Opening a matrix law: from a step of a derivation, or from a gradient, to its proof in entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, count

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.book import children
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.entries.equality import equality
from mlp_theory.symbolic.calculus.entries.proof import Proof, arbitrary_loss, prove
from mlp_theory.symbolic.calculus.entries.proof_page import InEntries
from mlp_theory.symbolic.calculus.entries.terms import taken_by
from mlp_theory.symbolic.calculus.line import Step
from mlp_theory.symbolic.calculus.simplify import simplify
from mlp_theory.symbolic.calculus.sweep import pulled_back
from mlp_theory.symbolic.calculus.worked import Worked
from mlp_theory.symbolic.expressions import Derivative, Differential, Named, Node, Number, Size, Variable

LETTERS = ("A", "B", "C", "D", "E", "H", "M", "Q", "R", "U")
"""What parts without a name are called."""


def step_in_entries(step: Step) -> InEntries:
    """Open one step of a derivation: a pull-back as the chain rule over entries, a law of algebra as both its sides.

    Parameters
    ----------
    step : Step
        One of ``gradients(...).steps``.

    Returns
    -------
    InEntries
        It prints itself, and checks itself.

    Raises
    ------
    OptionError
        When an operation in it has no meaning in entries, and when a step only gives a name.

    Examples
    --------
    >>> from mlp_theory.symbolic import dims, gradients, matrix, squared_norm
    >>> d, K = dims("d K")
    >>> W = matrix("W", K, d)
    >>> print(step_in_entries(gradients(squared_norm(W), [W]).steps[0]))
    L = ‖W‖_F²
    ∂L/∂Wᵣₛ
        = ∂(Σᵢ₌₁ᴷ Σⱼ₌₁ᵈ Wᵢⱼ²)/∂Wᵣₛ     { an entry of the squared norm }
        = Σᵢ₌₁ᴷ Σⱼ₌₁ᵈ ∂Wᵢⱼ²/∂Wᵣₛ       { sum rule }
        = 2 Σᵢ₌₁ᴷ Σⱼ₌₁ᵈ Wᵢⱼ ∂Wᵢⱼ/∂Wᵣₛ  { chain rule for one number }
        = 2 Σᵢ₌₁ᴷ Σⱼ₌₁ᵈ Wᵢⱼ δᵢᵣ δⱼₛ    { an entry by an entry }
        = 2 Wᵣₛ                        { δ leaves one term of the sum }
        = (2 W)ᵣₛ                      { an entry of the product, entry by entry }
    """
    if step.uses:
        return InEntries((_of_uses(step.uses),))
    if step.at is None or isinstance(step.at[0], Derivative):
        raise OptionError(
            "There is nothing to open in this step", expected="a pull-back or a law of algebra", got=step.law
        )
    try:
        return InEntries((_of_both_sides(step, step.at),))
    except OptionError:  # it may hold by what stands behind a name
        spelled_out = tuple(_without_names(side) for side in step.at)
        if spelled_out == step.at:
            raise
        return InEntries((_of_both_sides(step, spelled_out),))


def _of_both_sides(step: Step, sides: Sequence[Node]) -> Proof:
    letters = _Letters(taken_by(*sides))
    before, after = (_as_letters(side, letters) for side in sides)
    return equality(before, after, step.law, step.reason, letters.given)


def _without_names(node: Node) -> Node:
    """The same where every name outside of derivatives is what it stands for."""
    found: dict[Node, Node] = {}
    for part in al.postorder(node, known=lambda p: isinstance(p, (Derivative, Differential))):
        found[part] = found[part.body] if isinstance(part, Named) else al.rebuilt(part, found)
    return found.get(node, node)


def _of_uses(uses: Sequence[tuple[Node, Node, int]]) -> Proof:
    """The proof of one pull-back: every use a function F of letters, and L an arbitrary function of these."""
    taken = taken_by(*(use for _, use, _ in uses))
    letters = _Letters(taken)
    by = letters.of(children(uses[0][1])[uses[0][2]])
    assert isinstance(by, Variable)
    functions: dict[Node, Named] = {}
    loss = _loss_of(uses)
    for G, use, _ in uses:
        assert isinstance(G, Derivative)
        if use not in functions:
            known = G.wrt.key if isinstance(G.wrt, Named) and G.wrt is not loss else None
            body = al.rebuilt(use, {arg: letters.of(arg) for arg in children(use)})
            functions[use] = Named(known or letters.free(("F", "S", "V", "Y")), body)
    if [use for _, use, _ in uses] == [loss.body]:  # L itself
        loss = Named(loss.key, functions[loss.body].body)
        term, _ = pulled_back(al.ONE, loss.body, uses[0][2])
        return prove(loss, (), by, simplify(_or_zero(term, by)), stands_for=letters.given)
    made = tuple(functions.values())
    loss = arbitrary_loss(made, letters.taken | {F.key for F in made}, loss.key)
    terms: list[Node] = []
    for _, use, k in uses:
        F = functions[use]
        term, _ = pulled_back(Derivative(loss, F, "gradient"), F.body, k)
        terms.append(_or_zero(term, by))
    return prove(loss, made, by, al.plus(*terms), stands_for=letters.given)


def _loss_of(uses: Sequence[tuple[Node, Node, int]]) -> Named:
    whole = uses[0][0]
    assert isinstance(whole, Derivative)
    assert isinstance(whole.body, Named)
    return whole.body


def _or_zero(term: Node | None, by: Node) -> Node:
    return al.zeros(*al.shape_of(by)) if term is None else term


class _Letters:
    """A letter for every argument: its own where it has one.

    What is in `held` has another letter where it stands as an argument: there it is held fixed.
    """

    def __init__(self, taken: Iterable[str], held: Iterable[Named] = ()):
        self.taken, self.held = set(taken), set(held)
        self.found: dict[Node, Node] = {}
        self.given: dict[Variable, Node] = {}

    def free(self, names: Iterable[str]) -> str:
        numbered = (f"A_{k}" for k in count(1))  # when all letters are taken
        name = next(name for name in chain(names, numbered) if name not in self.taken)
        self.taken.add(name)
        return name

    def of(self, node: Node) -> Node:
        if node not in self.found:
            self.found[node] = self._new(node)
        return self.found[node]

    def _new(self, node: Node) -> Node:
        if isinstance(node, (Variable, Number, Size)):
            return node
        if isinstance(node, Named) and node not in self.held:
            return Variable(node.key, *al.shape_of(node), frozenset())
        letter = Variable(self.free(LETTERS), *al.shape_of(node), frozenset())
        self.given[letter] = node
        return letter


def gradient_in_entries(derivation: Worked, wanted: str) -> InEntries:
    """Every pull-back on the way to one gradient, from the nearest names on.

    Parameters
    ----------
    derivation : Worked
    wanted : str
        The name of a letter of the loss, or of a part of it.

    Raises
    ------
    OptionError
        When the loss does not depend on it, or an operation on the way has no meaning in entries.
    """
    parts = [part for part in al.postorder(derivation.loss) if isinstance(part, (Named, Variable))]
    found = next((part for part in parts if part.key == wanted and part is not derivation.loss), None)
    if found is None:
        raise OptionError(
            f"The loss does not depend on {wanted}",
            expected=f"one of {', '.join(sorted({part.key for part in parts} - {derivation.loss.key}))}",
            got=wanted,
        )
    names: dict[Named, Named] = {
        line.meaning.wrt: line.name
        for line in derivation.lines
        if line.name and isinstance(line.meaning, Derivative) and isinstance(line.meaning.wrt, Named)
    }
    every = [part for part in parts if isinstance(part, Named)]
    proofs: list[Proof] = []
    todo: list[Variable | Named] = [found]
    done: set[Node] = set()
    while todo:
        by = todo.pop()
        if by in done:
            continue
        done.add(by)
        users = [F for F in every if _stands_in(by, F)]
        if derivation.loss in users and len(users) > 1:
            users.remove(derivation.loss)
            users += _direct_uses(by, derivation.loss)
        proofs.append(_of_users(derivation.loss, users, by, {F: names[F] for F in users if F in names}))
        todo.extend(F for F in users if F in every and F is not derivation.loss and F not in names)
    return InEntries(tuple(reversed(proofs)))


def _stands_in(by: Node, F: Named) -> bool:
    """Whether it stands in the body of F, and not behind another name there."""
    todo = [F.body]
    while todo:
        part = todo.pop()
        if part is by:
            return True
        if not isinstance(part, Named):
            todo.extend(children(part))
    return False


def _direct_uses(by: Node, loss: Named) -> list[Named]:
    """What stands in the loss without a name and is made of this letter directly: ‖W‖², with names of their own."""
    letters = _Letters(taken_by(loss))
    inside = al.postorder(loss.body, known=lambda p: isinstance(p, Named))
    uses = [part for part in inside if any(child is by for child in children(part))]
    return [Named(letters.free(("F", "S", "V", "Y")), use) for use in uses]


def _of_users(loss: Named, users: Sequence[Named], by: Variable | Named, adjoints: dict[Named, Named]) -> Proof:
    """The chain rule over the entries of everything that is made of a letter directly."""
    letters = _Letters(taken_by(loss, *users), held=users)
    letter = letters.of(by)
    assert isinstance(letter, Variable)
    functions = [Named(F.key, _as_letters(F.body, letters)) for F in users]
    names: dict[Named, Named] = {}
    sweeps: list[tuple[Named, Node]] = []
    if users == [loss]:
        (arbitrary,), functions = functions, []
        sweeps.append((arbitrary, al.ONE))
    else:
        arbitrary = arbitrary_loss(functions, letters.taken, loss.key)
        for old, F in zip(users, functions, strict=True):
            G: Node = Derivative(arbitrary, F, "gradient")
            if old in adjoints:
                G = names[F] = Named(adjoints[old].key, G)
            sweeps.append((F, G))
    raw = al.plus(*(_pulled_through(F.body, letter, G) for F, G in sweeps))
    short = simplify(raw)
    try:
        return prove(arbitrary, functions, letter, short, names, letters.given)
    except OptionError:
        return prove(arbitrary, functions, letter, raw, names, letters.given)


def _as_letters(node: Node, letters: _Letters) -> Node:
    """The same where every name, and every derivative, is a letter of its own."""
    found: dict[Node, Node] = {}
    for part in al.postorder(node, known=_is_closed):
        found.update({child: letters.of(child) for child in children(part) if _is_closed(child)})
        found[part] = al.rebuilt(part, found)
    return letters.of(node) if _is_closed(node) else found[node]


def _is_closed(node: Node) -> bool:
    return isinstance(node, (Named, Derivative, Differential))


def _pulled_through(body: Node, by: Node, G: Node) -> Node:
    """∂L/∂by, from G = ∂L/∂body: the pull-backs of all operations between them."""
    adjoints: dict[Node, list[Node]] = {body: [G]}
    parts = al.postorder(body)
    reached = {by}
    for part in parts:
        if any(child in reached for child in children(part)):
            reached.add(part)
    for part in reversed(parts):
        if part is by or part not in reached or part not in adjoints:
            continue
        whole = al.plus(*adjoints[part])
        for k, child in enumerate(children(part)):
            if child in reached:
                term, _ = pulled_back(whole, part, k)
                if term is not None:
                    adjoints.setdefault(child, []).append(term)
    return al.plus(*adjoints[by]) if by in adjoints else al.zeros(*al.shape_of(by))
