r"""``\mathbb{E}[x]``, ``\mathrm{Var}(x)`` and ``\mathrm{Cov}(x, y)`` over what the page calls random."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Expectation, Number
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.scripted import hung_on
from mlp_theory.texts.shapes.powers import power
from mlp_theory.texts.shapes.requirements import require_same_shape
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.factor_kinds import is_bracket
from mlp_theory.texts.syntax.kinds import is_text
from mlp_theory.texts.syntax.lists import arguments
from mlp_theory.texts.syntax.names import base_of, text_of
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.spelled_words import spelled_at
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.verdicts.reasons.unknown_letters import UnreadLaw
from mlp_theory.texts.verdicts.reasons.unread_functions import WrongArguments
from mlp_theory.texts.verdicts.reasons.unread_operations import UnreadScript

MOMENTS = {"e": "mean", "expectation": "mean", "var": "variance", "variance": "variance", "cov": "covariance"}


def moment_kind(page: Page, bare: Syn) -> str | None:
    """Which moment a name stands for, unless the page has another use for it."""
    base = base_of(bare)
    if base is None or base.key in page.infos or base.key in page.functions:
        return None
    if is_text(bare):
        return MOMENTS.get(text_of(str(bare[0])).lower() if "{" in str(bare[0]) else str(bare[0]).lower())
    if base.style == "bb":
        return {"E": "mean", "V": "variance"}.get(base.letter)
    return "mean" if base.letter == "E" and page.random and not base.bold and not base.plain_accents else None


def moment(reader: Reader, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
    """A mean, variance or covariance, and the place after it; None when it is none."""
    item, (bare, parts) = items[k], unscripted(items[k])
    kind = moment_kind(reader.page, bare)
    if kind is None and reader.page.random:
        letters = spelled_at(items, k)
        kind = MOMENTS.get(letters.lower())
        k += len(letters) - 1 if kind is not None else 0
    if kind is None or k + 1 >= len(items) or not is_bracket(items[k + 1]):
        return None
    if reader.page.unread_laws or not reader.page.random:
        reason = "a distribution on this page is not read" if reader.page.unread_laws else "nothing here is random"
        raise UnreadError(UnreadLaw(f"a {kind}, but {reason}"), item.start)
    scripts = scripts_of(parts, transposes=reader.page.habits.transposes)
    over = _over_what(reader.page, scripts, item)
    group, hung = unscripted(items[k + 1])
    pieces = arguments(group)
    if len(pieces) != (2 if kind == "covariance" else 1):
        raise UnreadError(WrongArguments(f"{kind} of {len(pieces)} quantities"), item.start)
    term = _moment_of(reader, kind, [reader.expression(piece, scope) for piece in pieces], over)
    for name, exponent in scripts.sups:
        if name != "power" or exponent is None:
            raise UnreadError(UnreadScript(f"a {kind} with this above it"), item.start)
        term = power(reader.solver, term, reader.expression(exponent, scope), item.start)
    return hung_on(reader, term, hung, item, scope), k + 2


def _over_what(page: Page, scripts: Scripts, item: Syn) -> tuple[str, ...]:
    """The symbols that a subscript names; none: all that are random."""
    keys = [base.key for base in map(base_of, scripts.subs) if base is not None]
    if not page.random.issuperset(keys):
        raise UnreadError(UnreadLaw("a mean over what is not random"), item.start)
    if len(keys) != len(scripts.subs) or scripts.words or scripts.condition is not None:
        raise UnreadError(UnreadLaw("a mean over this"), item.start)
    return tuple(sorted(keys))


def _moment_of(reader: Reader, kind: str, terms: list[Term], over: tuple[str, ...]) -> Term:
    """E[x], E[(x − E x)²] entry by entry, E[(x − E x)(y − E y)]."""
    x = terms[0]
    if kind == "mean":
        return Term(x.r, x.c, lambda: Expectation(x.node(), over), f"E[{x.show}]", (x,))
    y = terms[-1]
    if kind == "covariance":
        require_same_shape(reader.solver, x, y, "the two sides of a covariance")

    def make() -> Expectation:
        a, b = (Call("add", (t.node(), Expectation(t.node(), over)), (1, -1)) for t in (x, y))
        product = Call("power", (a, Number(2.0)), ()) if kind == "variance" else Call("times", (a, b), ())
        return Expectation(product, over)

    name = "Var" if kind == "variance" else "Cov"
    return Term(x.r, x.c, make, f"{name}({', '.join(t.show for t in terms)})", tuple(terms))
