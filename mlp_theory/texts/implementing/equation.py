"""Holding a function against the equation of a page that has a tag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from mlp_theory.errors import DataError
from mlp_theory.texts.checker import bench_for
from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.claims import judged
from mlp_theory.texts.implementing.against import Against
from mlp_theory.texts.implementing.calling import arguments_of
from mlp_theory.texts.implementing.implementation import Implementation
from mlp_theory.texts.implementing.repeating import code_of
from mlp_theory.texts.implementing.tagged import bare, outcome_of, tagged_item
from mlp_theory.texts.items import Item, Role, UnreadablePageError
from mlp_theory.texts.judging.findings import Finding
from mlp_theory.texts.settings import Settings
from mlp_theory.texts.source.markdown import read_source
from mlp_theory.texts.source.pieces import Source
from mlp_theory.texts.syntax.unicode import show
from mlp_theory.texts.verdicts.agreement import Agreement
from mlp_theory.texts.verdicts.kinds.false import FALSE
from mlp_theory.texts.verdicts.kinds.unread import UNREAD
from mlp_theory.texts.verdicts.reasons.of_functions import EquationFalse


def check_implementation(
    function: Callable[..., Any],
    page: str | Source,
    tag: str,
    *,
    name: str | None = None,
    part: int | None = None,
    settings: Settings | None = None,
) -> Implementation:
    r"""Hold a function of NumPy arrays against one equation of a page.

    Its arguments are matched by name with the letters of the page (``W``, ``Z_1``, ``lambda_``, ``Delta``, ``dW`` for
    ∂L/∂W), drawn as the page declares and defines them, and its result is compared with the right side.

    Parameters
    ----------
    function : callable
    page : str or Source
        Markdown with LaTeX.
    tag : str
        Of the equation: ``3.7`` for ``\tag{3.7}``.
    name : str, optional
        What the function is called in the report.
    part : int, optional
        Which of several results is meant.
    settings : Settings, optional

    Returns
    -------
    Implementation

    Raises
    ------
    OptionError
        When no equation has that tag, or the page does not know an argument.
    KindError
        When it is no function, or its arguments have no names.
    DataError
        When the page cannot be read.

    Examples
    --------
    >>> page = r"Let $A \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$."
    >>> page += r"$$y = A x + x^\top x \, \mathbf{1} \tag{1}$$"
    >>> check_implementation(lambda A, x: A @ x + (x**2).sum(), page, "1").verdict
    'agrees'
    >>> print(check_implementation(lambda A, x: A @ x + x.sum(), page, "1", name="mine"))
    mine DIFFERS from (1)   y = Ax + xᵀ x 1
        <text>, line 1
        arguments: A is A, x is x
        6 of 6 entries differ
        in entry (1, 1) the function gives 2.47454, the equation 4.06481, at m = 6, n = 4
    """
    settings = settings or Settings()
    who = name or getattr(function, "__name__", "the function")
    parameters = arguments_of(who, function)
    source = page if isinstance(page, Source) else read_source(page)
    try:
        bench = bench_for(source, settings)
    except UnreadablePageError as error:
        raise DataError("The page cannot be read", expected="Markdown with LaTeX", got=str(error)) from None
    item, side = tagged_item(bench.items, tag)
    against = Against(bench.page, bench.judge.draws, who, function, parameters, part, settings.draws)
    outcome = outcome_of(bench, item, side, against)
    finding = outcome.finding
    if finding is not None and finding.kind.confirms and _is_false(bench, item, side):
        says = "the function computes the right side, but the equation itself is false: check it"
        finding = Finding(UNREAD, EquationFalse(says))
    agreement = _agreement(finding)
    left, right = item.statement.sides[0].syn, item.statement.sides[side].syn
    read_as = " = ".join(" ".join(show(syn).split()) for syn in (left, right) if syn is not None)
    report = Implementation(
        path=source.path,
        line=item.place(side)[0],
        tag=bare(tag),
        function=who,
        equation=read_as,
        agreement=agreement,
        why=outcome.why,
        tolerance=against.tolerance or None,
        arguments={argument: letter.show for argument, letter in against.letters.items()},
        notes=tuple(against.notes),
    )
    if finding is None:
        return report
    report = replace(report, why=finding.reason or outcome.why, draws=finding.draws, error=finding.error)
    if agreement is not Agreement.DIFFERS:
        return report
    code = code_of(who, against, finding.values, finding.entry)
    return replace(report, sizes=finding.sizes, entry=finding.entry, values=finding.values, numpy=code)


def _is_false(bench: Bench, item: Item, side: int) -> bool:
    """Whether the page claims the equation, and it is not true."""
    return item.role not in (Role.DEFINITION, Role.UPDATE) and judged(bench, item, 0, side).kind is FALSE


def _agreement(finding: Finding | None) -> Agreement:
    """What the draws have shown of the function."""
    if finding is None or not finding.kind.decides:
        return Agreement.UNTESTED
    return Agreement.AGREES if finding.kind.confirms else Agreement.DIFFERS
