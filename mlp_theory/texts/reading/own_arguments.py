"""A function that stands alone under a derivative, ``∇f``, ``∂L/∂a``: its value at the letters it is defined with."""

from __future__ import annotations

from mlp_theory.texts.symbols.records import FunctionDef
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.making import as_applied
from mlp_theory.texts.syntax.mentions import named, names_in
from mlp_theory.texts.syntax.names import base_of
from mlp_theory.texts.syntax.peeling import lone
from mlp_theory.texts.syntax.syn import Syn


def with_its_arguments(page: Page, body: list[Syn], variables: list[Syn]) -> list[Syn]:
    """``L(a, y)`` for the L of ∂L/∂a, where the page defines L as a function of letters, and what it is derived by."""
    if len(body) != 1:
        return body
    arguments = own_arguments(page, body[0])
    keys = [base.key if (base := base_of(argument)) is not None else "" for argument in arguments]
    asked = [name[0].key if (name := named(atoms(variable)[0])) is not None else "" for variable in variables]
    return list(atoms(as_applied(body[0], arguments))) if arguments and set(asked) <= set(keys) else body


def filled(function: FunctionDef, given: list[Syn]) -> list[Syn]:
    """The arguments of ``Q(w)`` behind ``Q(X, y, w) = …``: what is not given stands for itself.

    An argument takes the place of the letter that it is made of, w_t that of w; if none is made of a parameter, they
    are the first ones.
    """
    if not 0 < len(given) < len(function.params) or function.index is not None:
        return given
    own = [_as_written(function, key) for key in function.params]
    names = [name[0].key if (name := named(lone(argument))) is not None else "" for argument in given]
    places = [function.params.index(key) if key in function.params else -1 for key in names]
    if set(places) == {-1}:
        places = list(range(len(given)))
    if -1 in places or len(set(places)) < len(places):
        return given
    taken = dict(zip(places, given, strict=True))
    out = [taken.get(place, syn) for place, syn in enumerate(own)]
    return [syn for syn in out if syn is not None] if None not in out else given


def own_arguments(page: Page, name: Syn) -> list[Syn]:
    """The bare letters that a function of the page is defined with; [] of any other name."""
    base = base_of(name)
    function = page.functions.get(base.key) if base is not None else None
    if function is None or function.decoration or function.index is not None or function.root is not None:
        return []
    found = [_as_written(function, key) for key in function.params]
    return [syn for syn in found if syn is not None] if None not in found else []


def _as_written(function: FunctionDef, key: str) -> Syn | None:
    """A parameter as it stands in the formula, without what hangs on it."""
    for base, _, syn in names_in(function.body):
        name = named(syn)
        if base.key == key and name is not None:
            return name[1]
    return None
