r"""Letters that are labels: ``W_f``, ``W^Q``, ``\sigma_B``, although f, Q or B is a symbol or an index elsewhere."""

from __future__ import annotations

from mlp_theory.texts.conventions.respelling import Change, Parts, left_name, lone_letter, lone_sub, names_of, respell
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.survey import Survey
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.names import Base, base_of
from mlp_theory.texts.syntax.syn import Syn

INDICES = frozenset({"i", "j", "k", "l", "m", "n", "t", "s"})
GATES = frozenset({"f", "o", "g"})
LAYERS = frozenset({"l", "ell", "L", "T", "t"})
WORDS = frozenset({"new", "old", "next", "prev", "best", "init", "opt", "pred"})


def name_labels(items: list[Item], survey: Survey) -> Change:
    """Write the letters that only tell names apart as words, so that nobody takes them for symbols or indices.

    Parameters
    ----------
    items : list of Item
        Of the page; changed in place.
    survey : Survey
        Which letters are bound by sums, told to run, or shifted.

    Returns
    -------
    Change
        What has been done to each name.
    """
    below, above = _defined_by(items, survey) | _gates(items, survey) | _minibatches(items, survey), _above(items)
    numbers = _standing_alone(items)
    entries = {key for key, lists in survey.subs.items() if any(len(t) > 1 and not "".join(t).isupper() for t in lists)}

    def change(base: Base, parts: Parts) -> tuple[str, Parts] | None:
        new = []
        for part in parts:
            inner = _letters(part[0]) if part.kind in ("sub", "sup") else ""
            below_here = part.kind == "sub" and lone_sub(parts) is not None and (base.key, lone_sub(parts)) in below
            below_here |= part.kind == "sub" and base.key not in entries and _is_name(base, inner, numbers)
            above_here = part.kind == "sup" and ((base.key, inner) in above or _is_name(base, inner, numbers))
            word = Syn("text", (f"\\text{{{inner}}}",), part.start, part.end)
            new.append(Syn(part.kind, (word,), part.start, part.end) if below_here or above_here else part)
        return ("", tuple(new)) if tuple(new) != parts else None

    respell(items, change)
    return change


def _runs(letter: str, survey: Survey) -> bool:
    return letter in survey.bound or letter in survey.ranges or letter in survey.shifted


def _defined_by(items: list[Item], survey: Survey) -> set[tuple[str, str]]:
    """``i = σ(W_i x + b_i)``: a letter is no index of what it is made of."""
    out: set[tuple[str, str]] = set()
    for item in items:
        name = left_name(item)
        if name is None or name[0].word:
            continue
        letter = name[0].letter
        if letter in survey.bound or (letter in survey.ranges and not name[1]):
            continue
        for side in item.statement.sides[1:]:
            for base, parts in names_of(side.syn):
                if lone_sub(parts) == letter and base.letter != letter and (base.upper or not _runs(letter, survey)):
                    out.add((base.key, letter))
    return {(key, x) for key, x in out if not any(k == key and y != x for k, y in _indices(items, survey))}


def _indices(items: list[Item], survey: Survey) -> set[tuple[str, str]]:
    """Names with a letter below that runs: they have entries, and the letter below is no label."""
    return {
        (base.key, letter)
        for item in items
        for side in item.statement.sides
        for base, parts in names_of(side.syn)
        if (letter := lone_sub(parts)) is not None and _runs(letter, survey)
    }


def _gates(items: list[Item], survey: Survey) -> set[tuple[str, str]]:
    """``W_i, W_f, W_o ∈ …``: one list that declares a letter with several labels, as LSTM notes do."""

    def all_labels(letters: set[str], upper: bool) -> bool:
        running = {x for x in letters if _runs(x, survey)}
        gates = running <= {"i"} and bool(letters & GATES)
        return not letters <= INDICES and len(letters) > 1 and (not running or gates or (upper and running < letters))

    lists = []
    for item in items:
        if item.statement.relations[:1] != [r"\in"] or item.statement.conditions:
            continue
        found: dict[tuple[str, bool], set[str]] = {}
        for base, parts in names_of(item.statement.sides[0].syn):
            letter = lone_sub(parts)
            if letter is not None:
                found.setdefault((base.key, base.upper), set()).add(letter)
        lists.append(found)
    return {
        (key, letter)
        for found in lists
        for (key, upper), letters in found.items()
        if all_labels(letters, upper)
        for letter in letters
    }


def _minibatches(items: list[Item], survey: Survey) -> set[tuple[str, str]]:
    r"""``\sigma_B^2 = …``: a capital letter below what is defined, and no other letter ever stands there."""
    defined = {
        (name[0].key, letter)
        for item in items
        if (name := left_name(item)) is not None
        and (letter := lone_sub(name[1])) is not None
        and letter.isupper()
        and letter not in LAYERS
        and not _runs(letter, survey)
    }
    others: dict[str, set[object]] = {}
    for item in items:
        for side in item.statement.sides:
            for base, parts in names_of(side.syn):
                subs = [p for p in parts if p.kind == "sub"]
                if subs:
                    others.setdefault(base.key, set()).add(lone_sub(parts))
    return {(key, letter) for key, letter in defined if others[key] == {letter}}


def _above(items: list[Item]) -> set[tuple[str, str]]:
    """``W^Q, W^K ∈ …``: a capital letter, or several letters, above a name where it is declared."""
    out: set[tuple[str, str]] = set()
    for item in items:
        if item.statement.relations[:1] != [r"\in"]:
            continue
        for base, parts in names_of(item.statement.sides[0].syn):
            for part in parts:
                inner = _letters(part[0]) if part.kind == "sup" else ""
                capital = len(inner) == 1 and inner.isupper() and inner not in LAYERS
                if (capital or (len(inner) > 1 and inner[-1] != "T")) and (base.upper or base.bold):
                    out.add((base.key, inner))
    return out


def _is_name(base: Base, inner: str, numbers: set[str]) -> bool:
    r"""``y^{LS}``, ``L_{CE}``, ``\beta^{new}``: capitals or a word are no indices, unless the page has such numbers."""
    if inner in WORDS:
        return base.letter != "e"
    several = len(inner) > 1 and inner.isupper() and inner[-1] != "T" and base.style != "bb"
    return several and base.letter != "e" and not set(inner) <= numbers


def _standing_alone(items: list[Item]) -> set[str]:
    """The capital letters that the page writes by themselves somewhere."""
    return {
        base.letter
        for item in items
        for side in item.statement.sides
        for base, parts in names_of(side.syn)
        if base.upper and not parts and not _inside_label(side.syn, base)
    }


def _inside_label(syn: object, base: Base) -> bool:
    """Whether a letter stands on this side among several letters below or above a name, and nowhere else."""
    found = [False]
    outside = [False]

    def visit(node: object, above: bool) -> None:
        if isinstance(node, tuple):
            for part in node:
                visit(part, above)
        elif isinstance(node, Syn):
            if node.kind == "letter" and base_of(node) == base:
                (found if above else outside)[0] = True
            label = node.kind in ("sub", "sup") and len(_letters(node[0])) > 1
            visit(node.args, above or label)

    visit(syn, False)
    return found[0] and not outside[0]


def _letters(arg: Syn) -> str:
    """The plain letters that this consists of; "" when there is anything else."""
    letters = [lone_letter(part) for part in atoms(arg)]
    return "".join(x for x in letters if x) if all(x is not None and len(x) == 1 for x in letters) else ""
