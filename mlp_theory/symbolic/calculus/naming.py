"""Names that a derivation gives: Δ₂ to ∂L/∂Z₂, P to a softmax, V₁, V₂, … to long parts of a loss without names."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.expressions import Call, Named, Node, Number, Variable

LONG = 24
"""A part that takes more signs to write gets a name."""


NEW_LETTERS = "VUSHRMFBCD"
"""For parts without a name, with numbers: the first that nothing has for itself, as V₁ is read as a part of V."""


class Namer:
    """Finds names that nothing else has.

    Parameters
    ----------
    parts : iterable of Node
        Everything that has names already.
    """

    def __init__(self, parts: Iterable[Node]):
        parts = list(parts)
        self.taken = {part.key for part in parts if isinstance(part, (Variable, Named))}
        self.bodies: dict[Node, Node] = {part.body: part for part in parts if isinstance(part, Named)}

    def free(self, letter: str, index: str = "") -> str:
        """The letter with its index, or with a number where that is taken."""
        name = letter + index
        count = 0
        while name in self.taken:
            count += 1
            name = f"{letter}{index}_{count}"
        self.taken.add(name)
        return name

    def softmaxes(self, parts: Iterable[Node]) -> list[Named]:
        """P for each softmax that the derivatives of some parts are written with, unless it has a name."""
        scored = [p for p in parts if isinstance(p, Call) and p.op in ("logsumexp", "softmax")]
        return [named for named in map(self._softmax, scored) if named is not None]

    def _softmax(self, node: Call) -> Named | None:
        probabilities = Call("softmax", node.args, ())
        if probabilities in self.bodies or al.tree_size(node.args[0], 1) > 1:
            return None
        letter = "p" if al.shape_of(probabilities)[1] == 1 else "P"
        named = Named(self.free(letter), probabilities)
        self.bodies[probabilities] = named
        return named

    def adjoint(self, part: Node) -> str:
        """Δ₂ for ∂L/∂Z₂, Ā₁ for ∂L/∂A₁, G₁ for what has no name."""
        if not isinstance(part, Named):
            return self.free("G")
        letter, *index = part.key.split("_")
        tail = "".join(f"_{i}" for i in index)
        if letter in ("Z", "z"):
            name = ("Delta" if letter == "Z" else "delta") + tail
            if name not in self.taken:
                self.taken.add(name)
                return name
        return self.free(f"{letter}_bar", tail)


def numerators(bodies: dict[Node, Node]) -> dict[Node, Node]:
    """D = Q ⊙ r for every named quotient Q = D ⊘ r whose numerator has no name: so that D is written by it."""
    out: dict[Node, Node] = {}
    for body, named in bodies.items():
        if not isinstance(body, Call) or body.op != "times":
            continue
        above = [f for f in body.args if _divisor(f) is None]
        below = [r for f in body.args if (r := _divisor(f)) is not None]
        if len(above) == 1 and below and isinstance(above[0], Call) and above[0] not in bodies:
            hidden = al.postorder(*below, known=lambda p: isinstance(p, (Named, Variable)))
            if above[0] not in hidden and not al.is_scalar(above[0]):
                out[above[0]] = al.times(named, *below)
    return out


def _divisor(node: Node) -> Node | None:
    """R of 1 ⊘ r, also where r is repeated by ones."""
    match node:
        case Call("power", (r, Number(-1.0)), _):
            return r
        case Call("matmul", (Call("power", (r, Number(-1.0)), _), Call("ones") as ones), _):
            return al.product(r, ones)
        case Call("matmul", (Call("ones") as ones, Call("power", (r, Number(-1.0)), _)), _):
            return al.product(ones, r)
    return None


def with_names(node: Node, bodies: dict[Node, Node]) -> Node:
    """An expression where every part that has a name is written by it."""
    found: dict[Node, Node] = {}
    known = bodies.get
    for part in al.postorder(node, known=lambda p: isinstance(p, (*al.OPAQUE, Variable))):
        new = al.rebuilt(part, found)
        new = known(part) or known(new, new)
        if new is not part:
            found[part] = new
    return found.get(node, node)


def with_names_for_long_parts(node: Node) -> tuple[Node, dict[Node, Node]]:
    """The same expression, where each part too long to be read is given a name; and what became of each part."""
    return with_new_names(node, lambda _, new: al.tree_size(new, LONG) > LONG)


def with_new_names(node: Node, chosen: Callable[[Node, Node], bool]) -> tuple[Node, dict[Node, Node]]:
    """The same expression, where the chosen parts are called V₁, V₂, …; and what became of each part.

    A part is chosen as it was, and as it is with the names in it.
    """
    parts = al.postorder(node)
    namer = Namer(parts)
    letters = {name.split("_")[0] for name in namer.taken if "_" not in name or not name.split("_")[1].isdigit()}
    letter = next(letter for letter in (*NEW_LETTERS, "part") if letter not in letters)
    found: dict[Node, Node] = {}
    number = 0
    for part in parts:
        new = al.rebuilt(part, found)
        if part is not node and not isinstance(part, (Named, Variable)) and chosen(part, new):
            number += 1
            while f"{letter}_{number}" in namer.taken:
                number += 1
            new = Named(namer.free(letter, f"_{number}"), new)
        if new is not part:
            found[part] = new
    return found.get(node, node), found
