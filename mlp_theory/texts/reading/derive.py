"""The derivative of a body or a term by variables, one after the other."""

from __future__ import annotations

from mlp_theory.symbolic.function_record import ELEMENTWISE_WORDS
from mlp_theory.texts.reading.derivative_variables import variable_term, variable_with_transpose
from mlp_theory.texts.reading.factors import product
from mlp_theory.texts.reading.own_arguments import with_its_arguments
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.reading.terms import call_term, divided, number_term, times
from mlp_theory.texts.shapes.derivatives import derivative
from mlp_theory.texts.shapes.requirements import require_scalar
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.formulas import is_entrywise
from mlp_theory.texts.symbols.function_names import is_function, is_function_letter
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.factor_kinds import is_bracket, is_function_word
from mlp_theory.texts.syntax.kinds import in_braces
from mlp_theory.texts.syntax.names import base_of, word_of
from mlp_theory.texts.syntax.peeling import under_scripts
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole
from mlp_theory.texts.verdicts.reasons.unread_operations import MissingOperand


def derive(
    reader: Reader, body: list[Syn], variables: list[tuple[Syn, int]], order: int, scope: Scope, at: int
) -> Term:
    """The derivative of a body by variables; the last one named is taken first."""
    if not body:
        raise UnreadError(MissingOperand("a derivative of nothing"), at)
    body = with_its_arguments(reader.page, body, [variable for variable, _ in variables])
    term = product(reader, body, scope)
    if order == 1 and len(variables) == 1 and _entrywise_in(reader.page, body, variables[0][0], scope):
        reader.could_be_entrywise = True
        if reader.entrywise:
            term = call_term("total", [term], 1, 1)  # whose gradient is the derivative of each entry
    flat = [variable for variable, times in variables for _ in range(times)]
    if len(flat) != order and order > 1 and len(flat) == 1:
        flat = flat * order
    return derive_term(reader, term, flat, scope, at)


def derive_term(reader: Reader, term: Term, variables: list[Syn], scope: Scope, at: int) -> Term:
    """The derivative of a term by variables, one after the other."""
    for variable in reversed(variables):
        target, transposed = variable_with_transpose(reader.page, variable)
        if in_braces(target):
            target = atoms(target)[0]
        wrt = variable_term(reader, target, scope)
        letter = base_of(atoms(target)[0])
        if letter is not None and letter.key in reader.unknown:
            reader.arguments.add(letter.key)
        term = derivative_by(reader, term, wrt, transposed, at)
        if wrt.mark == "squared":
            # ∂/∂σ² = (∂/∂σ) / (2σ), where σ is the letter that the page knows.
            require_scalar(reader.solver, wrt, "a variable with a square")
            term = divided(reader.solver, term, times(reader.solver, number_term(2), wrt))
    return term


def derivative_by(reader: Reader, body: Term, wrt: Term, transposed: bool, at: int) -> Term:
    """The derivative of one term by another, in the layout of the page."""
    reader.page.layout_matters = True
    return derivative(reader.solver, body, wrt, at, transposed=transposed, layout=reader.layout, tensor=reader.tensor)


def _entrywise_in(page: Page, body: list[Syn], variable: Syn, scope: Scope) -> bool:
    """Whether a body is an entrywise function of the variable: ``tanh(x)`` by x, or σ alone where it is σ(x)."""
    bare = under_scripts(body[0])
    base, text = base_of(bare), whole(atoms(variable)[0])
    if len(body) == 1 and base is not None and base.key in page.functions:
        return page.functions[base.key].decoration == (text,) and is_entrywise(page, base)
    if len(body) != 2 or not is_bracket(body[1]) or whole(atoms(body[1][0])[0]) != text:
        return False
    if base is not None and (is_function(page, base, scope) or is_function_letter(base)):
        return is_entrywise(page, base)
    return is_function_word(body[0]) and word_of(bare) in ELEMENTWISE_WORDS
