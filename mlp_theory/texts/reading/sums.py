"""A signed sum of terms, written out or with dots."""

from __future__ import annotations

from mlp_theory.texts.reading.base import BigOperator, ReaderBase
from mlp_theory.texts.shapes.entrywise import entrywise
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.differences import differences
from mlp_theory.texts.syntax.making import as_digit
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.replacing import with_index
from mlp_theory.texts.syntax.signs import signs_joined
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole


class Sums(ReaderBase):
    """Reads expressions: a term, or a sum of terms."""

    def expression(self, syn: Syn, scope: Scope) -> Term:
        """Read an expression without a relation."""
        self.depth += 1
        if self.depth > 120:
            raise UnreadError("nested too deeply", syn.start)
        try:
            return self._expression(syn, scope)
        finally:
            self.depth -= 1

    def _expression(self, syn: Syn, scope: Scope) -> Term:
        """Read an expression, and count no depth."""
        while syn.kind in ("single", "braces", "passed"):
            syn = syn[-1]
        if syn.kind == "list":
            parts = [part for part in syn.args if isinstance(part, Syn)]
            if len(parts) != 1:
                raise UnreadError(
                    "a list of expressions where one is expected", parts[1].start if len(parts) > 1 else syn.start
                )
            syn = parts[0]
        if syn.kind == "chain":
            raise UnreadError("a relation where an expression is expected", syn.start)
        if syn.kind == "sum":
            return self._sum(syn, scope)
        return self.product(atoms(syn), scope)

    def _sum(self, syn: Syn, scope: Scope) -> Term:
        """Terms with their signs."""
        signs, terms = [], []
        syn = signs_joined(syn)
        dotted = self._dotted_sum(syn, scope)
        if dotted is not None:
            return dotted
        for sign, term in syn.args:
            if sign == 0:
                raise UnreadError("± says two things at once", term.start)
            signs.append(sign)
            terms.append(self.product(list(term.args), scope))
        if len(terms) == 1 and signs[0] == 1:
            return terms[0]
        show = "".join(
            (" + " if s == 1 else " − ") + t.show if k else ("−" if s == -1 else "") + t.show
            for k, (s, t) in enumerate(zip(signs, terms, strict=True))
        )
        rows = {k for k, (_, t) in enumerate(syn.args) if self.page.rows_are_examples and _is_name(t)}
        term = entrywise(self.solver, "add", terms, tuple(signs), "the terms of a sum", frozenset(rows))
        term.show = f"({show})"
        term.weak = all(t.weak for t in terms)
        return term

    def _dotted_sum(self, syn: Syn, scope: Scope) -> Term | None:
        r"""``x_1 + x_2 + \cdots + x_n``: the general term from the first and the last."""
        terms = [term for _, term in syn.args]
        where = [k for k, t in enumerate(terms) if len(t.args) == 1 and t[0].kind == "dots"]
        if not where:
            return None
        if (
            len(where) != 1
            or where[0] < 1
            or where[0] != len(terms) - 2
            or any(s != 1 for s, _ in syn.args[: where[0]])
        ):
            raise UnreadError("dots between terms that do not show a pattern", terms[where[0]].start)
        first, last = terms[0], terms[-1]
        changed = differences(first, last)
        if not changed or any(whole(a) != whole(changed[0][0]) or whole(b) != whole(changed[0][1]) for a, b in changed):
            raise UnreadError("the first and the last term do not show one running index", last.start)
        start = number_of(changed[0][0])
        if start is None or start != int(start):
            raise UnreadError("dots that do not start with a number", first.start)
        for k, term in enumerate(terms[1 : where[0]], 1):
            if differences(term, with_index(first, changed, as_digit(int(start) + k))):
                raise UnreadError("this term does not continue the pattern of the first and the last", term.start)
        letter = "iota"
        body = with_index(first, changed, Syn("letter", (letter,), first.start, first.start))
        low, high = self._index(changed[0][0], scope), self._index(changed[0][1], scope, top=True)
        return self._over(BigOperator("sum", list(body.args), first.start), letter, low, high, scope)


def _is_name(term: Syn) -> bool:
    """Whether a term is one letter, with or without labels."""
    bare = term[0][0] if term[0].kind == "scripted" else term[0]
    return len(term.args) == 1 and base_of(bare) is not None
