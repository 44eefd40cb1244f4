"""Pages of a few equations, surveyed and not read, and names as a page writes them."""

from mlp_theory.texts.latex.parsing import parse
from mlp_theory.texts.symbols.entering import declare_symbol
from mlp_theory.texts.symbols.notes import Notes
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.symbols.surveying import survey_page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.scripts import scripts_of

NOWHERE = Scope()


def page_of(*equations):
    """A page on which these equations stand."""
    page = Page()
    survey_page(page, [parse(latex) for latex in equations])
    return page


def item(latex):
    """The one thing that this is."""
    (only,) = atoms(parse(latex))
    return only


def name(latex):
    """The first name with its scripts, as the functions of a page take it."""
    base, parts, _ = next(names_in(parse(latex)))
    return base, scripts_of(parts)


def declare(page, latex, r, c, **more):
    """Declare a letter without scripts, r×c; sizes are letters or numbers."""
    for size in (r, c):
        if isinstance(size, str):
            page.dims.make_rigid(size)
    return declare_symbol(page, name(latex)[0], "", r, c, **more)


def notes_of(page, claim=False):
    """The notes of somebody who reads a definition, or a claim."""
    return Notes(page.solver, claim=claim)
