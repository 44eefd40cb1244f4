"""Derivations with one step damaged: every step, damaged in every way that a slip of the pen would."""

from dataclasses import dataclass

from mlp_theory.errors import ShapeError
from mlp_theory.symbolic.book import children
from mlp_theory.symbolic.calculus import algebra as al
from mlp_theory.symbolic.calculus.derivation import Derivation
from mlp_theory.symbolic.calculus.line import Line
from mlp_theory.symbolic.expressions import Call, Derivative, Named, Node, Number


class FixedLine(Line):
    """A line whose steps are given instead of found."""

    fixed: list = []  # noqa: RUF012 (each gets its own)

    @property
    def steps(self):
        return list(self.fixed)


@dataclass(frozen=True)
class Damage:
    """One step that is damaged: line and step counted from 1, the kind, and both sides of what is claimed now."""

    line: int
    step: int
    kind: str
    before: Node
    after: Node

    @property
    def place(self):
        return self.line, self.step


def damages_of(line, number, named):
    """Every step of a line, damaged in every way that leaves it an expression of the same shape."""
    for k, step in enumerate(line.steps, 1):
        seen = {step.after}
        for kind, after in damaged(step.after, named):
            if after not in seen and fits(after, al.shape_of(step.before)):
                seen.add(after)
                yield Damage(number, k, kind, step.before, after)


def names_of(derivation):
    """Everything that has a name, but for the loss."""
    return [line.name for line in derivation.lines if line.name] + derivation.definitions[:-1]


def with_damages(derivation, damages):
    """The derivation with some steps damaged."""
    lines = list(derivation.lines)
    for damage in damages:
        line = lines[damage.line - 1]
        copy = FixedLine(line.meaning, line.name)
        copy._whole = line.result
        copy.fixed = line.steps
        copy.fixed[damage.step - 1] = copy.fixed[damage.step - 1]._replace(after=damage.after)
        lines[damage.line - 1] = copy
    return Derivation(derivation.loss, derivation.definitions, lines, {})


def fits(node, shape):
    try:
        return al.shape_of(node) == shape
    except ShapeError:
        return False


def visible_parts(node):
    """All parts that are written: nothing behind a name, nor inside a derivative."""
    seen, todo = {}, [node]
    while todo:
        part = todo.pop()
        if part not in seen:
            seen[part] = None
            if not isinstance(part, (Named, Derivative)):
                todo += children(part)
    return list(seen)


def damaged(node, named):
    """The whole with one part damaged: the kind of damage, and what it makes of it."""
    yield "factor 1.001", al.times(Number(1.001), node)
    yield "sign", al.negative(node)
    for part in visible_parts(node):
        for kind, new in damaged_part(part, named):
            yield kind, al.replace(node, part, new)


def damaged_part(part, named):
    match part:
        case Call("transpose", (a,), _):
            yield "transpose", a
        case Call("matmul", factors, _):
            for k in range(len(factors)):
                if len(factors) > 1:
                    yield "missing factor", al.product(*factors[:k], *factors[k + 1 :])
                yield "transpose", al.product(*factors[:k], al.transpose(factors[k]), *factors[k + 1 :])
            for k in range(len(factors) - 1):
                yield "order", al.product(*factors[:k], factors[k + 1], factors[k], *factors[k + 2 :])
        case Call("times", factors, _):
            for k in range(len(factors)):
                if len(factors) > 1:
                    number = al.is_scalar(factors[k])
                    kind = "missing 1/n" if number else "missing factor"
                    yield kind, al.times(*factors[:k], *factors[k + 1 :])
        case Call("add", terms, signs):
            for k in range(len(terms)):
                yield "sign", Call("add", terms, tuple(-s if j == k else s for j, s in enumerate(signs)))
                if len(terms) > 1:
                    rest = tuple(s for j, s in enumerate(signs) if j != k)
                    yield "missing term", Call("add", (*terms[:k], *terms[k + 1 :]), rest)
        case Call("elementwise", (a,), ("step",)):
            yield "wrong mask", Call("elementwise", (al.negative(a),), ("step",))
            yield "wrong mask", Call("elementwise", (a,), ("sign",))
            for other in named:
                yield "wrong mask", Call("elementwise", (other,), ("step",))
            yield "wrong mask", al.ones(*al.shape_of(part))
        case Call("power", (a, Number(exponent)), _):
            yield "power", al.power(a, exponent + 1)
        case Named():
            for other in named:
                yield "wrong name", other
