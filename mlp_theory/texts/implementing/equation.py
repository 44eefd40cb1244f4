"""Holding a function against the equation of a page that has a tag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from mlp_theory.errors import DataError
from mlp_theory.texts.checker import Checker
from mlp_theory.texts.implementing.against import Against, Smooth
from mlp_theory.texts.implementing.calling import arguments_of
from mlp_theory.texts.implementing.report import Implementation
from mlp_theory.texts.implementing.tagged import bare, outcome_of, tagged_item
from mlp_theory.texts.items import Item, UnreadablePageError
from mlp_theory.texts.judging.findings import Finding
from mlp_theory.texts.settings import Settings
from mlp_theory.texts.source.markdown import read_source
from mlp_theory.texts.source.pieces import Source
from mlp_theory.texts.syntax.unicode import show


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
        checker = Checker(source, settings)
        checker.prepare()
    except UnreadablePageError as error:
        raise DataError("The page cannot be read", expected="Markdown with LaTeX", got=str(error)) from None
    item, side = tagged_item(checker, tag)
    against = Against(checker.page, checker.judge.draws, who, function, parameters, part, settings.draws)
    outcome = outcome_of(checker, item, side, against)
    finding = outcome.finding
    if finding is not None and finding.verdict == "holds" and _is_false(checker, item, side):
        finding = Finding("unread", "the function computes the right side, but the equation itself is false: check it")
    verdict = {"holds": "agrees", "false": "differs"}.get(finding.verdict if finding else "", "untested")
    left, right = item.statement.sides[0].syn, item.statement.sides[side].syn
    read_as = " = ".join(" ".join(show(syn).split()) for syn in (left, right) if syn is not None)
    report = Implementation(
        path=source.path,
        line=item.place(side)[0],
        tag=bare(tag),
        function=who,
        equation=read_as,
        verdict=verdict,
        reason=outcome.reason,
        tolerance=against.tolerance or None,
        arguments={argument: letter.show for argument, letter in against.letters.items()},
        notes=tuple(against.notes),
    )
    if finding is None:
        return report
    report = replace(report, reason=finding.reason or outcome.reason, draws=finding.draws, error=finding.error)
    if verdict != "differs":
        return report
    code = _code(who, against, finding.values, finding.entry)
    return replace(report, sizes=finding.sizes, entry=finding.entry, values=finding.values, numpy=code)


def _is_false(checker: Checker, item: Item, side: int) -> bool:
    """Whether the page claims the equation, and it is not true."""
    return item.role not in ("defines", "update") and checker.guarded(item, 0, side).verdict == "false"


def _code(who: str, against: Against, values: tuple[float, float], entry: tuple[int, ...]) -> str:
    """NumPy that repeats a counterexample."""
    lines = ["import numpy as np"]
    path, _, name = who.rpartition(":")
    function = name.partition("[")[0] or who
    if path:
        lines += ["import runpy", "", f"{function} = runpy.run_path({path!r})[{function!r}]"]
    names = [p.name for p in against.parameters if p.name in against.letters]
    for argument, value in zip(names, against.arguments, strict=True):
        shown = f"np.array({value.tolist()!r})" if isinstance(value, np.ndarray) else repr(value)
        shown = value.source if isinstance(value, Smooth) else shown
        lines.append(f"{argument} = {shown}")
    keywords = {p.name for p in against.parameters if p.kind is p.KEYWORD_ONLY}
    given = ", ".join(f"{n}={n}" if n in keywords else n for n in names)
    part = "" if against.part is None else f"[{against.part}]"
    place = ", ".join(str(k - 1) for k in entry)
    lines += [
        f"result = np.reshape({function}({given}){part}, {against.shape})",
        f"left = result[{place}]",
        f"right = {values[1]!r}  # what the equation says",
    ]
    return "\n".join(lines)
