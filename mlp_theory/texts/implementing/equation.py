"""Holding a function against the equation of a page that has a tag."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from mlp_theory.errors import DataError, OptionError
from mlp_theory.texts.checker import Checker
from mlp_theory.texts.implementing.against import Against, Smooth
from mlp_theory.texts.implementing.calling import arguments_of
from mlp_theory.texts.implementing.report import Implementation
from mlp_theory.texts.items import Item, UnreadablePageError
from mlp_theory.texts.judging.findings import Finding
from mlp_theory.texts.markdown import read_source
from mlp_theory.texts.pieces import Source
from mlp_theory.texts.reader import Scope
from mlp_theory.texts.settings import Settings
from mlp_theory.texts.shapes import MisfitError
from mlp_theory.texts.syntax import UnreadError
from mlp_theory.texts.trials import Link, try_link
from mlp_theory.texts.unicode import show
from mlp_theory.texts.verdicts import Outcome, unread


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
    item, side = _tagged(checker, tag)
    against = Against(checker.page, checker.judge.draws, who, function, parameters, part, settings.draws)
    outcome = _outcome(checker, item, side, against)
    finding = outcome.finding
    if finding is not None and finding.verdict == "holds" and _is_false(checker, item, side):
        finding = Finding("unread", "the function computes the right side, but the equation itself is false: check it")
    verdict = {"holds": "agrees", "false": "differs"}.get(finding.verdict if finding else "", "untested")
    left, right = item.statement.sides[0].syn, item.statement.sides[side].syn
    read_as = " = ".join(" ".join(show(syn).split()) for syn in (left, right) if syn is not None)
    report = Implementation(
        path=source.path,
        line=item.place(side)[0],
        tag=_bare(tag),
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


def _tagged(checker: Checker, tag: str) -> tuple[Item, int]:
    """The equation with a tag, and the side that the tag stands beside."""
    tags: list[str] = []
    for item in checker.items:
        statement = item.statement
        for k, found in enumerate(statement.tags):
            if found is None or not item.own or not statement.relations:
                continue
            tags.append(_bare(found))
            if tags[-1] == _bare(tag):
                last = len(statement.sides) - 1
                alone = sum(t is not None for t in statement.tags) == 1
                return item, last if alone else min(k + 1, last)
    nearest = difflib.get_close_matches(_bare(tag), tags, n=1)
    raise OptionError(
        "No equation of the page has this tag",
        expected=f"one of {', '.join(tags)}" if tags else r"an equation with \tag{3.7}; the page has none",
        got=tag,
        mend=f"did you mean {nearest[0]}?" if nearest else None,
    )


def _is_false(checker: Checker, item: Item, side: int) -> bool:
    """Whether the page claims the equation, and it is not true."""
    return item.role not in ("defines", "update") and checker._guarded(item, 0, side).verdict == "false"


def _bare(tag: str) -> str:
    return tag.strip().strip("()").strip()


def _outcome(checker: Checker, item: Item, side: int, against: Against) -> Outcome:
    """What comes of it at every layer that the equation speaks of; the first that does not agree decides."""
    sides = item.statement.sides
    broken = next((s for s in (sides[0], sides[side]) if s.syn is None), None)
    if side == 0 or broken is not None:
        error = broken.error if broken is not None else None
        return unread(error or UnreadError("it has no right side"))
    if item.definition is not None and item.definition.kind == "function":
        return Outcome("unread", "it defines a function; hold yours against an equation that applies it")
    checker.page.layout = item.layout
    left, right = sides[0].syn, sides[side].syn
    assert left is not None
    assert right is not None
    link = Link(item, 0, side, left, right, "=")
    try:
        scopes: list[Scope] = checker._scopes(item, 0, side)
    except (UnreadError, MisfitError) as error:
        return unread(error)
    last: Outcome | None = None
    for scope in scopes:
        against.loops = scope.loops
        outcome = try_link(checker.page, against, link, scope)  # type: ignore[arg-type]
        if outcome.verdict == "skip":
            continue
        if outcome.verdict != "holds":
            where = ", ".join(f"{letter} = {layer}" for letter, layer in scope.loops.items())
            if where and outcome.finding is not None:
                outcome.finding.reason = f"for {where}: {outcome.finding.reason}"
            return outcome
        last = outcome
    return last or Outcome("unread", "no layer has all that it speaks of")


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
