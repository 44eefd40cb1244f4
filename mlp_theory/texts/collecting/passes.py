"""What is done to a page before it is judged, in this order."""

from __future__ import annotations

from mlp_theory.texts.collecting.commutations import note_commutations
from mlp_theory.texts.collecting.equations import sort_equations
from mlp_theory.texts.collecting.finishing import enter_formulas, refuse_circles, refuse_misfits, settle_shapes
from mlp_theory.texts.collecting.formulas import read_definitions
from mlp_theory.texts.collecting.function_circles import refuse_function_circles
from mlp_theory.texts.collecting.laws import enter_laws, read_laws
from mlp_theory.texts.collecting.losses import make_losses_numbers
from mlp_theory.texts.collecting.orientation import note_orientation, note_stacked_rows
from mlp_theory.texts.collecting.passing import fills, respells, rewrites
from mlp_theory.texts.collecting.random_symbols import sort_laws
from mlp_theory.texts.collecting.stacks import turn_stacks
from mlp_theory.texts.collecting.statements import number_items, sort_declarations
from mlp_theory.texts.collecting.usage import (
    note_formal,
    note_literals,
    note_numbered,
    note_ranges,
    note_transposes,
    survey_letters,
)
from mlp_theory.texts.collecting.worded_domains import apply_words, note_words
from mlp_theory.texts.conventions.code_shapes import code_shapes
from mlp_theory.texts.conventions.differentials import own_differentials
from mlp_theory.texts.conventions.families import families
from mlp_theory.texts.conventions.increments import increments
from mlp_theory.texts.conventions.iterates import iterates
from mlp_theory.texts.conventions.labels import labels
from mlp_theory.texts.conventions.losses_passed_on import losses_passed_on
from mlp_theory.texts.conventions.own_names import own_names
from mlp_theory.texts.conventions.primes import primes
from mlp_theory.texts.conventions.sums import sums
from mlp_theory.texts.conventions.worded_losses import worded_losses
from mlp_theory.texts.conventions.worded_shapes import worded_shapes

PASSES = (
    # What is said otherwise than in signs becomes a statement.
    rewrites(worded_shapes, "before all that ask what is declared: a shape in words is a declaration like any other"),
    rewrites(worded_losses, "after the shapes: a loss that words declare to be an array is none of their own"),
    rewrites(code_shapes, "after the words: code is asked only of letters of which no statement says anything"),
    rewrites(losses_passed_on, "after all declarations: a loss is left out only where none of them gives it"),
    # What is one name, and which names are two things.
    respells(increments, "before the differentials, which would take an upright dX that is declared for a gradient"),
    respells(own_differentials, "before names are looked at: dZ is one of them where the page defines it"),
    rewrites(own_names, "before equations are sorted, in which p_i = p(x_i; β) = … would define p twice"),
    respells(labels, "before all that look at indices: f of W_f is none"),
    respells(iterates, "before the sums: the steps v_t of a column are no parts of a sum v"),
    respells(sums, "before the families: E_i beside E is one family, whatever its letter"),
    respells(primes, "before the families, whose names have no primes"),
    respells(families, "after the labels and the sums, whose letters tell no families apart"),
    # How letters are used, which must be known before the first name is read.
    fills(number_items, "from here on no statement comes or goes, and each can be asked what stands around it"),
    fills(note_transposes, "before the survey, to which t above a letter is an index or a transpose"),
    fills(note_ranges, "before the survey, which looks for the layers among the letters that run"),
    fills(survey_letters, "before anything is read: which letters are indices, layers, sizes"),
    fills(note_formal, "after the survey, which it corrects: a formal argument is no use of a name"),
    fills(note_orientation, "before a product is read: whether X has its examples as rows"),
    fills(note_stacked_rows, "before a product is read: which matrices are written as their rows"),
    fills(note_numbered, "before names are split: w_0 may be a name, or an entry"),
    fills(note_literals, "before sizes are read: 784 is drawn smaller unless an equation speaks of it"),
    fills(note_commutations, "before names are read: which of them the words call a commutation matrix"),
    # What each statement is: declarations first, whatever their place on the page.
    fills(sort_declarations, "before the equations: what is declared cannot be defined, or only once more"),
    fills(sort_laws, "after the declarations: x ∼ N(0, 1) declares x unless one of them does"),
    fills(sort_equations, "after all declarations: what is left defines, updates or claims"),
    fills(refuse_function_circles, "before any formula is read: a function made of itself would be read for ever"),
    # What definitions say.
    fills(note_words, "before the formulas are read, which mark what they declare: who is one-hot, or symmetric"),
    fills(read_definitions, "after all names are known: a formula may speak of what is defined further down"),
    fills(read_laws, "after the definitions: σ of N(0, σ²) may be explained further down"),
    fills(make_losses_numbers, "after the formulas are read, and before shapes are guessed: a loss is a number"),
    fills(settle_shapes, "after all that constrains a shape: only now is guessed what is still open"),
    fills(apply_words, "after shapes are settled: only a column can be one-hot, only a square matrix symmetric"),
    fills(refuse_misfits, "after shapes are settled: what did not fit is broken before it is entered"),
    fills(enter_formulas, "after shapes are settled, of which the nodes are made"),
    fills(turn_stacks, "after the formulas are entered: a matrix of the rows w_i is what has rows w_i"),
    fills(refuse_circles, "after the stacks, which turn some circles the right way round"),
    fills(enter_laws, "last: their parameters may be made of definitions that have just been refused"),
)
"""Each with the reason why it stands there."""
