"""Conditional probabilities, ``p(t | w)``, ``P(O = o | C = c)``: names that say what they depend on."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_theory.texts.reading.base import ReaderBase
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.records import Conditional
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole

PROBABILITIES = ("p", "P", "q", "Q")
BARS = ("\ue004", "|", r"\mid", r"\vert")


@dataclass(frozen=True)
class Arguments:
    """The arguments of ``(t | w, x)``: what they are, which variable takes each, how many stand before the bar."""

    values: list[Syn]
    variables: list[str]
    before: int

    @property
    def texts(self) -> list[str]:
        """How the values are written."""
        return [whole(value) for value in self.values]


def conditional_arguments(group: Syn, base: Base | None = None) -> Arguments | None:
    """The arguments in a bracket with a bar, or with an = behind a p; None for any other bracket.

    Of ``O = o`` the value o is one.
    """
    content = group[0] if group.kind in ("parens", "brackets") else group
    while isinstance(content, Syn) and content.kind == "single":
        content = content[-1]
    if not isinstance(content, Syn) or content.kind != "chain":
        return None
    signs = [str(sign) for sign in content.args[1::2]]
    bars = sum(sign in BARS for sign in signs)
    if any(sign not in (*BARS, "=") for sign in signs):
        return None
    if bars != 1 and not (bars == 0 and len(signs) == 1 and base is not None and base.letter in PROBABILITIES):
        return None
    values: list[Syn] = []
    variables: list[str] = []
    variable = ""
    before = 0
    for part, sign in zip(content.args[::2], [*signs, ""], strict=True):
        if not isinstance(part, Syn):
            return None
        if sign == "=":
            variable = whole(part)
            continue
        while part.kind in ("single", "braces"):
            part = part[-1]
        here = [p for p in part.args if isinstance(p, Syn)] if part.kind == "list" else [part]
        values += here
        variables += [variable, *[""] * (len(here) - 1)]
        variable = ""
        if sign in BARS:
            before = len(values)
    return Arguments(values, variables, before)


def index_of(syn: Syn, transposes: frozenset[str]) -> tuple[str, Syn] | None:
    """The name and the index of an argument that has just one, ``t_n`` or ``t^{(n)}``; a letter alone is an index."""
    items = atoms(syn)
    if len(items) != 1:
        return None
    if items[0].kind != "scripted":
        return "", items[0]
    bare, parts = items[0], ()
    while bare.kind == "scripted":
        parts = (*bare.args[1:], *parts)
        bare = bare[0]
    scripts = scripts_of(parts, transposes=transposes)
    brackets = [content for kind, content in scripts.sups if kind == "bracket" and content is not None]
    indices = [*scripts.subs, *brackets]
    if len(indices) != 1 or len(brackets) != len(scripts.sups) or scripts.words or scripts.primes:
        return None
    return whole(bare), indices[0]


class Conditionals(ReaderBase):
    """Reads conditional names that the page defines."""

    def _conditional(self, base: Base, scripts: Scripts, group: Syn, item: Syn, scope: Scope) -> Term | None:
        """What ``p(t | w)`` stands for; None where no bar stands in the bracket."""
        arguments = conditional_arguments(group, base)
        if arguments is None or (not arguments.before and base.key in self.page.infos):
            return None
        name = base.key + self.page.split(base, scripts, scope, self)[0]
        for known in self.page.conditionals:
            if known.name == name and known.bars == arguments.before and len(known.slots) == len(arguments.values):
                params = self._filled(known, arguments, scope)
                if params is not None and known.key:
                    return self._symbol(self.page.infos[known.key], item)
                if params is not None and known in self.opened:
                    raise UnreadError(f"{base.show}(… | …) is defined by itself, in a circle", item.start)
                if params is not None:
                    self.opened.append(known)
                    try:
                        return self.expression(known.body, Scope(loops=scope.loops, params=params))
                    finally:
                        self.opened.pop()
        raise UnreadError(f"{base.show}(… | …), which nothing defines for these arguments", item.start)

    def _filled(self, known: Conditional, arguments: Arguments, scope: Scope) -> dict[str, Term] | None:
        """The parameters of a conditional name; None where these arguments are not its own."""
        params: dict[str, Term] = {}
        for slot, argument, variable in zip(known.slots, arguments.values, arguments.variables, strict=True):
            if whole(argument) in [other.text for other in known.slots if other is not slot]:
                return None  # p(x | y) is another thing than p(y | x)
            short = "" in (slot.variable, variable) and (slot.variable or variable).lower()
            if slot.variable != variable and short != (slot.parameter or slot.text).lower():
                return None  # P(X = 1) is another thing than P(Y = 1)
            if not slot.parameter:
                if whole(argument) != slot.text:
                    return None
                continue
            if slot.indexed:
                found = index_of(argument, self.page.transposes)
                if found is None or found[0] != slot.text:
                    return None
                term = self._index(found[1], scope)
            else:
                term = self.expression(argument, scope)
            if slot.parameter in params:
                return None
            params[slot.parameter] = term
        return params
