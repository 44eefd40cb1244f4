"""The notations, in the order in which they are asked what the next factor is; and the reader that reads by them."""

from __future__ import annotations

from mlp_theory.texts.reading.applications import application
from mlp_theory.texts.reading.atom import atom
from mlp_theory.texts.reading.bars import lengths
from mlp_theory.texts.reading.big_operators import big_operator_term
from mlp_theory.texts.reading.conditionals import conditional
from mlp_theory.texts.reading.densities import density
from mlp_theory.texts.reading.extreme_places import extreme_place
from mlp_theory.texts.reading.extremes import extreme
from mlp_theory.texts.reading.fraction_derivatives import fraction_derivative
from mlp_theory.texts.reading.fractions import quotient
from mlp_theory.texts.reading.function_words import function_word
from mlp_theory.texts.reading.gradients import gradient
from mlp_theory.texts.reading.indicators import indicator
from mlp_theory.texts.reading.inline_derivatives import inline_derivative
from mlp_theory.texts.reading.landau import landau
from mlp_theory.texts.reading.loss_gradients import loss_gradient
from mlp_theory.texts.reading.moments import moment
from mlp_theory.texts.reading.ones import ones
from mlp_theory.texts.reading.reader import Grammar, Notation, Reader
from mlp_theory.texts.reading.sums import expression
from mlp_theory.texts.reading.upright_d import upright_d
from mlp_theory.texts.shapes.solver import Solver
from mlp_theory.texts.symbols.state import Page

NOTATIONS: tuple[Notation, ...] = (
    big_operator_term,  # Σ, Π: takes all that follows, so nothing may take a piece of it before
    inline_derivative,  # ∂L/∂W, ∂_W L: its slash is no division
    gradient,  # ∇_W L: its subscript is a variable, no index
    fraction_derivative,  # \frac{∂L}{∂W}: before it is a quotient of two products
    quotient,  # \frac{a}{b}: what is left of the fractions
    upright_d,  # \mathrm{d}F: where the page has increments; before d is a word or a letter
    loss_gradient,  # dW: where d is no name, before it is a product d · W
    moment,  # \mathbb{E}[x]: before E is a function of x
    extreme_place,  # \argmin_w L(w): before arg and min are words
    extreme,  # \max_i x_i: before max is a word with an argument
    function_word,  # \exp(z): before the word is a name
    indicator,  # \mathbf 1_{z > 0}: before it is a column of ones with an index
    ones,  # \mathbf 1_n: before the 1 is a number
    density,  # \mathcal{N}(x; \mu, \sigma^2): before its bracket is a conditional name, or a list
    conditional,  # p(t | w): before p is a function and the bar a relation
    landau,  # \mathcal{O}(h^2): before it is any loss of h^2
    lengths,  # |a||b|: before each is what bars mean alone
    application,  # f(z): before f is a name and the bracket a factor; what is left is one item alone
)

GRAMMAR = Grammar(NOTATIONS, expression, atom)


def reader_of(page: Page, solver: Solver, *, claim: bool) -> Reader:
    """A reader of expressions of a page.

    Parameters
    ----------
    page : Page
        Its symbols and conventions.
    solver : Solver
        Where the constraints go.
    claim : bool
        Whether free indices may appear, and unknown symbols are noted instead of entered.
    """
    return Reader(solver, claim, page=page, grammar=GRAMMAR, layout=page.layout)
