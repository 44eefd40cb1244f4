r"""Commands that no page defines, and that stand where only a name can: ``x_0 + \eps``, ``\CGF(\eta)``.

Their definitions lie in a file that is not there. What such a command prints is not known, but it is a name like any
other letter, undeclared unless the page says something of it. An operator is none: ``A \cup B``, ``\foo f``.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlp_theory.texts.latex.marked_groups import over_its_letter
from mlp_theory.texts.latex.statement import Side, Statement
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.syn import Syn, nodes, nodes_but, rebuilt

_KNOWN_TO_LATEX = frozenset(
    rf"\{name}"
    for name in """
        emptyset varnothing complement angle triangle square Box Diamond clubsuit diamondsuit heartsuit spadesuit flat
        natural sharp checkmark surd bot forall exists nexists lnot neg cup cap setminus wedge vee land lor uplus sqcup
        pause begin end left right middle item ref eqref cite label int iint oint limits hbox vbox argmin argmax
        uparrow downarrow updownarrow leftrightarrow hookrightarrow rightharpoonup S P dag ddag pounds copyright
        minimize maximize minimise maximise subjectto st suchthat cond over atop choose bmod mod pmod not d dd diff
        lfloor rfloor lceil rceil ulcorner urcorner llcorner lrcorner backslash colon binom dbinom tbinom xrightarrow
        xleftarrow bowtie rtimes ltimes amalg wr triangleleft triangleright smile frown supset supseteq subsetneq
        sqsubset sqsubseteq ni owns parallel nparallel nmid dashv hslash eth top prime bullet cdotp ldotp
        only uncover visible invisible onslide alert temporal
    """.split()  # noqa: SIM905  # a list of commands is read more easily without quotes
)
"""Signs of which it is known that they are no names, and words of which everybody knows it."""


def name_own(statements: list[Statement]) -> None:
    """Make letters of the commands that are names on this page."""
    names = _names(statements)
    if not names:
        return

    def change(syn: Syn) -> Syn:
        if syn.kind == "unknown" and str(syn[0]) in names:
            return _letter(syn)
        new = rebuilt(syn, change)
        return over_its_letter(new) if new.kind == "accent" and new is not syn else new

    for part in _parts(statements):
        if part.syn is not None:
            part.syn = change(part.syn)


def _parts(statements: list[Statement]) -> Iterator[Side]:
    for statement in statements:
        yield from statement.sides
        yield from statement.conditions  # pyright: ignore[reportReturnType]  # has a syn like a side


def _names(statements: list[Statement]) -> set[str]:
    """The commands that stand alone somewhere, or before round brackets wherever they stand."""
    alone: set[str] = set()
    before_brackets: set[str] = set()
    otherwise: set[str] = set()
    no_names: set[str] = set(_KNOWN_TO_LATEX)
    for part in _parts(statements):
        if part.syn is None:
            continue
        for term in nodes_but(part.syn, lambda node: node.kind in ("sub", "sup")):
            if term.kind == "term":
                for at, item in enumerate(term.args):
                    bare, _ = unscripted(item)
                    for name in _marked(bare):
                        behind = term.args[at + 1 :]
                        if behind and behind[0].kind == "braces":
                            no_names.add(name)
                        elif len(term.args) == 1:
                            alone.add(name)
                        elif behind and unscripted(behind[0])[0].kind == "parens":
                            before_brackets.add(name)
                        else:
                            otherwise.add(name)
    return (alone | (before_brackets - otherwise)) - no_names


def _marked(bare: Syn) -> Iterator[str]:
    """The command that this item is, marks over it aside."""
    yield from (str(node[0]) for node in nodes(bare) if node.kind == "unknown" and bare.kind in ("unknown", "accent"))


def _letter(syn: Syn) -> Syn:
    r"""A letter of its own; ``\I`` is not the I that stands for the identity."""
    letter = Syn("letter", syn.args, syn.start, syn.end)
    if len(str(syn[0])) > 2:
        return letter
    return Syn("font", (r"\mathcal", letter), syn.start, syn.end)
