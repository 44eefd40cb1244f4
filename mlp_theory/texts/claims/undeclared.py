"""Letters that the page neither declares nor defines: whose typography says what they are, and whose does not."""

from __future__ import annotations

from collections.abc import Iterable

from mlp_theory.texts.symbols.records import Arbitrary, Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.kinds import is_call, is_letter, is_term
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.spelled_words import spelled_at
from mlp_theory.texts.syntax.sums_and_products import neighbours
from mlp_theory.texts.syntax.syn import Syn, nodes

OPERATORS = {"d", "D", "delta", "Delta", "partial", "star", "ast", "circ", "bullet", "diamond", "dagger"}
"""Letters that act on what stands behind them where nothing says otherwise: ``d x²`` and ``x ⋆ x`` are no products."""

SHORTEST_WORD = 4
"""So many letters without a space between them are a word: ``loss``; ``ABC`` may be a product."""

IMAGINARY = {"i", "j"}
"""In ``e^{iθ}`` they are no numbers that could be drawn."""


def speaks_for_itself(page: Page, info: Info, sides: tuple[Syn, Syn]) -> bool:
    """Whether a letter of which the page says nothing can be tried as what its typography makes it.

    A word, also one that is written as its letters, an operator, an index, a layer, the V of a gradient ``dV`` and
    what is written with its arguments are no numbers and no arrays.
    """
    base = info.base
    plain = not base.word and base.style not in ("bb", "cal", "scr", "frak")
    acts = base.letter in OPERATORS or base.key in page.survey.called
    runs = base.letter in page.index_letters or "[" in info.key
    return plain and not acts and not runs and not _stands_behind_d(info, sides) and not _spells_a_word(info, sides)


def _stands_behind_d(info: Info, sides: tuple[Syn, Syn]) -> bool:
    """Whether it is written as dV, in one."""
    for item, following in neighbours(sides):
        base = base_of(under_scripts(following))
        if is_letter(item, "d") and base is not None and base.key == info.base.key and following.start == item.end:
            return True
    return False


def _spells_a_word(info: Info, sides: tuple[Syn, Syn]) -> bool:
    """Whether it is one of many letters that stand side by side without a space."""
    words = [spelled_at(list(node.args), k) for node in nodes(sides) if is_term(node) for k in range(len(node.args))]
    return any(len(word) >= SHORTEST_WORD and word.isalpha() and info.base.letter in word for word in words)


def unknown_functions(functions: Iterable[Arbitrary], sides: tuple[Syn, Syn]) -> dict[str, str]:
    """The functions that nothing declares, and of which a claim may say what they are; with the sentence that says so.

    An f that stands among other factors is any function, as the page works with it. One that stands alone on a side is
    said to be something; and of a number like 𝒩(x; μ, σ²) everybody knows what it is.
    """
    alone = {base_of(under_scripts(items[0])) for side in sides if len(items := atoms(side)) == 2 and is_call(items[1])}
    keys = {base.key for base in alone if base is not None}
    says = "{} is neither declared nor defined"
    return {f.key: says.format(f.show) for f in functions if f.scalar or f.key in keys}
