"""What is done to a page before it is judged, in this order."""

from __future__ import annotations

from mlp_theory.texts.collecting.commutations import note_commutations
from mlp_theory.texts.collecting.equations import sort_equations
from mlp_theory.texts.collecting.finishing import enter_formulas, refuse_circles, refuse_misfits, settle_shapes
from mlp_theory.texts.collecting.formal_arguments import note_formal
from mlp_theory.texts.collecting.function_circles import refuse_function_circles
from mlp_theory.texts.collecting.laws import enter_laws, read_laws
from mlp_theory.texts.collecting.loss_shapes import make_losses_numbers
from mlp_theory.texts.collecting.orientation import note_orientation, note_softmax_of_rows, note_stacked_rows
from mlp_theory.texts.collecting.passing import fills, respells, rewrites
from mlp_theory.texts.collecting.random_symbols import sort_laws
from mlp_theory.texts.collecting.reading_definitions import read_definitions
from mlp_theory.texts.collecting.rooted_letters import root_letters
from mlp_theory.texts.collecting.several_meanings import tell_meanings_apart
from mlp_theory.texts.collecting.sorting import number_items, sort_declarations
from mlp_theory.texts.collecting.stacks import turn_stacks
from mlp_theory.texts.collecting.suppositions import note_suppositions
from mlp_theory.texts.collecting.usage import (
    note_literals,
    note_numbered,
    note_ranges,
    note_transposes,
    survey_letters,
)
from mlp_theory.texts.collecting.values_in_passing import note_values
from mlp_theory.texts.collecting.worded_conditions import note_worded_conditions
from mlp_theory.texts.collecting.worded_domains import apply_words
from mlp_theory.texts.conventions.array_indices import array_indices
from mlp_theory.texts.conventions.bold_and_plain import bold_and_plain
from mlp_theory.texts.conventions.code_shapes import code_shapes
from mlp_theory.texts.conventions.counted_from_one import counted_from_one
from mlp_theory.texts.conventions.declared_increments import declared_increments
from mlp_theory.texts.conventions.delta_gradients import delta_gradients
from mlp_theory.texts.conventions.differentials import own_differentials
from mlp_theory.texts.conventions.dotted_polynomials import dotted_polynomials
from mlp_theory.texts.conventions.families import families
from mlp_theory.texts.conventions.generic_arguments import generic_arguments
from mlp_theory.texts.conventions.iterates import iterates
from mlp_theory.texts.conventions.last_functions import last_functions
from mlp_theory.texts.conventions.letter_labels import letter_labels
from mlp_theory.texts.conventions.listed_columns import listed_columns
from mlp_theory.texts.conventions.log_densities import log_densities
from mlp_theory.texts.conventions.log_names import log_names
from mlp_theory.texts.conventions.long_sums import long_sums
from mlp_theory.texts.conventions.losses_passed_on import losses_passed_on
from mlp_theory.texts.conventions.own_names import own_names
from mlp_theory.texts.conventions.parameter_labels import parameter_labels
from mlp_theory.texts.conventions.primes import primes
from mlp_theory.texts.conventions.repeated_indices import repeated_indices
from mlp_theory.texts.conventions.samples_beside import samples_beside
from mlp_theory.texts.conventions.single_step import single_step
from mlp_theory.texts.conventions.sizes_below import sizes_below
from mlp_theory.texts.conventions.stacked_states import stacked_states
from mlp_theory.texts.conventions.totals import totals
from mlp_theory.texts.conventions.typed_functions import typed_functions
from mlp_theory.texts.conventions.worded_losses import worded_losses
from mlp_theory.texts.conventions.worded_rows import worded_rows
from mlp_theory.texts.conventions.worded_shapes import worded_shapes
from mlp_theory.texts.conventions.written_out import written_out

PASSES = (
    # What the page says otherwise than in signs becomes a statement.
    rewrites(worded_shapes, "first: it asks which formulas stand side by side, and new ones would stand between"),
    rewrites(worded_losses, "before code and silence speak of a loss: what the words say of it is more"),
    rewrites(code_shapes, "after the words: code is asked only of names of which no statement says anything"),
    rewrites(losses_passed_on, "after all declarations: a loss is left out only where none of them gives it"),
    rewrites(worded_rows, "after the words that ask what stands beside a formula: it puts new ones between"),
    rewrites(dotted_polynomials, "before indices are counted: such dots become a sum, which may begin at 0"),
    rewrites(counted_from_one, "after the dots that are sums; before a list of entries is asked where it begins"),
    rewrites(listed_columns, "before any list is a column: of columns it is a matrix"),
    rewrites(written_out, "after words and code: a list of its entries declares what neither of them gives"),
    rewrites(typed_functions, "last of these: what is declared elsewhere says more of an argument than its function"),
    rewrites(last_functions, "after what types functions: what is typed is not named by a chain"),
    # One name for each thing.
    fills(tell_meanings_apart, "first of the names: what has another meaning is no name of what stands before it"),
    rewrites(generic_arguments, "beside the meanings: an argument that stands for any sample is another name"),
    rewrites(samples_beside, "after the generic arguments: a column that is declared stands for any sample too"),
    rewrites(array_indices, "before names are looked at: A[i, j] is one of them, and its bracket no row"),
    rewrites(long_sums, "after the entries, whose letters are indices; before sums are asked over what they run"),
    respells(
        log_names, "before names are looked at: log p is one of them where p has no arguments, and is nothing else"
    ),
    respells(declared_increments, "before names are looked at: an upright dX that is declared is one of them"),
    respells(delta_gradients, "before dZ is looked for: δZ is another way to write it, where the page says so"),
    respells(own_differentials, "before names are looked at: dZ is one of them where the page defines it"),
    rewrites(repeated_indices, "before families and sums are sought: what is summed without a sign is summed"),
    rewrites(log_densities, "before any name on a left side is looked at: p(x) is one, where log p(x) stands"),
    rewrites(own_names, "before the sums are sought in E = E(w) = Σ_i E_i, and before p(x_i; β) defines p twice"),
    respells(sizes_below, "before the labels: of what is written with its size below it, that size is none"),
    respells(bold_and_plain, "before the labels: of one letter in two weights neither is a label of the other"),
    respells(letter_labels, "before all that look at names and indices: the f of W_f is neither"),
    respells(stacked_states, "before the steps are gone: by these it tells two states from two columns"),
    respells(single_step, "after the labels, among them the letters of states; before steps are read as layers"),
    respells(parameter_labels, "beside the labels: the θ of h_θ is no index either, but the formula depends on it"),
    respells(
        iterates, "after the labels, whose letters have no steps, and before E_t could be taken for the part of a sum"
    ),
    respells(primes, "before the families: h' and h are two names, whatever their indices"),
    respells(totals, "before the families: E_i and E_j beside their sum E are one family"),
    respells(families, "last of the names: what is one family by another mark is none by its letter"),
    # How letters are used.
    fills(number_items, "from here on no statement comes or goes, and each can be asked what stands around it"),
    fills(note_worded_conditions, "before any condition is read: what words say of a letter restricts no draw"),
    fills(note_ranges, "before the survey, which looks for layers among the letters that run"),
    fills(note_transposes, "before the survey, to which t above a letter is an index or a transpose"),
    fills(survey_letters, "before any name is read: which letters are indices, layers, sizes"),
    fills(note_formal, "after the survey, which it corrects: a formal argument is no use of a name"),
    fills(note_orientation, "before any product is read: whether the examples of X are its rows"),
    fills(note_softmax_of_rows, "before any softmax is read: of each row, if the words say so"),
    fills(note_stacked_rows, "before any product is read: which matrices are written as their rows"),
    fills(note_commutations, "before any formula is read: what the words call a commutation matrix"),
    fills(note_numbered, "before declarations split names: w_0 may be a name, or an entry"),
    fills(note_literals, "before declarations read sizes: 784 is drawn smaller unless an equation speaks of it"),
    # What each statement is.
    fills(sort_declarations, "before laws and equations, wherever it stands: what is declared is not new to them"),
    fills(sort_laws, "before the equations: x ∼ N(0, 1) declares x, unless a declaration does"),
    fills(note_values, "after the declarations, which tell what is given; before an equation could define x = 0"),
    fills(note_suppositions, "after the values, which suppose nothing; before x = (AᵀA)⁻¹Aᵀb could define x"),
    fills(sort_equations, "after all declarations: what is left defines, updates or claims"),
    fills(refuse_function_circles, "before any formula is read: a function of itself would be read for ever"),
    fills(root_letters, "after all that could give a letter: one whose declaration is not read is free"),
    # What definitions say.
    fills(read_definitions, "after all names are known: a formula may speak of what is defined further down"),
    fills(read_laws, "after the definitions: a law is refused with the σ that it is made of"),
    fills(make_losses_numbers, "before the sizes are solved for, and after all that could say otherwise"),
    fills(settle_shapes, "after all that constrains a size: only now is guessed what is still open"),
    fills(apply_words, "after the sizes: only a column can be one-hot, and only a square matrix symmetric"),
    fills(refuse_misfits, "after the sizes, and before anything is entered: what does not fit stays out"),
    fills(enter_formulas, "after the sizes, which stand in the nodes"),
    fills(turn_stacks, "after the formulas: a matrix of the columns x_i is what its columns are taken from"),
    fills(refuse_circles, "after the stacks, which turn some circles the right way round"),
    fills(enter_laws, "last: nothing is made of them"),
)
"""Each with the reason why it stands there."""
