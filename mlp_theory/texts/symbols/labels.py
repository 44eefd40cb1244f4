"""What hangs on a name taken apart: labels that belong to it, indices that pick a part, powers."""

from __future__ import annotations

from mlp_theory.texts.symbols.layers import layer_number
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.symbols.subscripts import is_label
from mlp_theory.texts.syntax.atoms import number_of
from mlp_theory.texts.syntax.differing import split_digits
from mlp_theory.texts.syntax.mentions import letters_in, mentions
from mlp_theory.texts.syntax.names import Base
from mlp_theory.texts.syntax.scripts import Scripts
from mlp_theory.texts.syntax.syn import Syn
from mlp_theory.texts.syntax.unicode import whole


def split_scripts(page: Page, base: Base, scripts: Scripts, scope: Scope, notes: Notes) -> tuple[str, list[Syn], list]:
    """Labels, indices and powers: what belongs to the name, what picks a part, what is done to it.

    Returns
    -------
    label : str
        ``[2]`` for a layer, ``_w`` and ``(w)`` for a word: with the letter it is the key of a symbol.
    indices : list of Syn
        That of a sample first.
    sups : list of (kind, content)
        What is left above, as `scripts_of` gives it.
    """
    label, samples, sups = _split_above(page, base, scripts, scope, notes)
    subs = list(scripts.subs)
    if len(subs) == 1 and any(len(texts) == 2 for texts in page.survey.subs.get(base.key, [])):
        subs = split_digits(subs)
    if subs and base.key in page.layering.below and not _declared_entries(page, base, label):
        label, indices = _split_layers(page, base, label, subs, scope)
        return label, samples + indices, sups
    if subs and is_label(page, base, label, subs, scope, notes):
        text = "".join(whole(sub) for sub in subs)
        return label + (f"[{text}]" if text.isdigit() else f"_{text}"), samples, sups
    return label, samples + subs, sups


def _split_above(
    page: Page, base: Base, scripts: Scripts, scope: Scope, notes: Notes
) -> tuple[str, list[Syn], list[tuple[str, Syn | None]]]:
    """The label that words and superscripts give, the indices of samples, and what is done to the name."""
    label, samples, sups = "".join(f"_{word}" for word in scripts.words), [], []
    for kind, content in scripts.sups:
        number = layer_number(page, content, scope) if content is not None else None
        if kind in ("bracket", "square"):
            assert content is not None
            letters = letters_in(content)
            runs = letters and (letters <= (page.index_letters | set(scope.axes)) or notes.claim)
            if number is not None and (kind == "square" or _is_layer_above(page, base, content)):
                label += f"[{number}]"
            elif runs or number is not None:
                samples.append(content)
            else:
                label += f"({whole(content)})"
        elif kind == "power" and base.key in page.layering.above and number is not None:
            label += f"[{number}]"
        else:
            sups.append((kind, content))
    return label, samples, sups


def _is_layer_above(page: Page, base: Base, content: Syn) -> bool:
    """Whether what stands in round brackets above this name is a layer, where it can be the number of one."""
    letter_of_layer = number_of(content) is None
    return letter_of_layer or base.key in page.layering.bracketed or not _numbers_samples(page, base)


def _numbers_samples(page: Page, base: Base) -> bool:
    """Whether brackets on this name number samples: x^{(i)}."""
    texts = page.survey.sups.get(base.key, [])
    return any(not text.isdigit() and text not in page.layering.tops for text in texts)


def _split_layers(page: Page, base: Base, label: str, subs: list[Syn], scope: Scope) -> tuple[str, list[Syn]]:
    """The label with the layers among the subscripts of a name that carries them, and the other subscripts."""
    layers = page.layering.names | set(scope.loops)
    indices = []
    for position, sub in enumerate(subs):
        number = layer_number(page, sub, scope)
        last_number = number_of(sub) is not None and position == len(subs) - 1 and "[" not in label
        if number is not None and (
            letters_in(sub) & layers or (last_number and _layers_stand_last(page, base, len(subs)))
        ):
            label += f"[{number}]"
        else:
            indices.append(sub)
    return label, indices


def _layers_stand_last(page: Page, base: Base, count: int) -> bool:
    """Whether numbers below this name are layers: it has lists of that length with a layer last."""
    lists = page.survey.subs.get(base.key, [])
    return any(len(texts) == count and mentions(texts[-1], page.layering.names) for texts in lists)


def _declared_entries(page: Page, base: Base, label: str) -> bool:
    """Whether the name is declared as one array, of which a subscript then picks an entry."""
    info = page.infos.get(base.key + label)
    if info is None or not info.declared or not info.has_value:
        return False
    # A plain g beside g_1, g_2, … that have been declared too: those are no entries of it.
    return not any(key.startswith(f"{info.key}[") and other.declared for key, other in page.infos.items())
