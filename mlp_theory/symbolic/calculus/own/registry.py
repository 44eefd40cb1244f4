"""Registering operations of one's own: into all tables at once, or into none."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import numpy as np

from mlp_theory.errors import KindError, OptionError
from mlp_theory.symbolic import numpy_source, words
from mlp_theory.symbolic.calculus import algebra, table
from mlp_theory.symbolic.calculus.applied import applied
from mlp_theory.symbolic.calculus.expression import Expression
from mlp_theory.symbolic.calculus.own.entrywise import Entrywise
from mlp_theory.symbolic.calculus.own.evaluation import evaluated
from mlp_theory.symbolic.calculus.own.operation import OwnOperation, RegisteredOperation, argument_names
from mlp_theory.symbolic.calculus.own.proof import prove
from mlp_theory.symbolic.calculus.own.source import is_python_name, own_source, runs_like
from mlp_theory.symbolic.calculus.pushforward import forget_differentials
from mlp_theory.symbolic.calculus.writing import alphabets
from mlp_theory.symbolic.function_record import FUNCTIONS, Function, enter, withdraw
from mlp_theory.symbolic.operations import OPERATIONS

_WORD = re.compile(r"\\(?:mathrm|operatorname|text|mathsf|textrm)\{([A-Za-z][A-Za-z0-9]+)\}")
_own: dict[str, str] = {}
"""The operations and functions of users, each with its word."""


def register(kind: type[OwnOperation] | OwnOperation) -> OwnOperation:
    r"""Prove an operation of one's own, and enter it: from then on it is derived, checked and read like ours.

    Its pull-back is held against complex steps of its value, on random arrays of several shapes.

    Parameters
    ----------
    kind : subclass of OwnOperation, or one of its objects

    Returns
    -------
    OwnOperation
        Call it with expressions: ``swish(W @ X)``.

    Raises
    ------
    LawError
        When the pull-back is not that of the value; it names the entry that is wrong, and both numbers.
    ShapeError
        When the value or the pull-back has another shape than it should.
    KindError
        When the value is not defined for complex numbers, or something is missing.
    OptionError
        When the name or the word is taken, or no name.
    DataError
        When the value raises or is not finite.
    """
    if inspect.isclass(kind) and inspect.isabstract(kind):
        missing = ", ".join(sorted(kind.__abstractmethods__))
        raise KindError(
            "An operation says its shape, its value and its pull-back",
            expected=missing,
            got="none of it" if len(missing) > 20 else f"{kind.__name__} without {missing}",
        )
    try:
        operation = kind() if inspect.isclass(kind) else kind
    except TypeError as error:
        raise KindError(
            "This class cannot be made into an operation without more",
            expected="a class without arguments, or one of its objects: register(Scaled(2.0))",
            got=str(error),
        ) from None
    if not isinstance(operation, OwnOperation):
        raise KindError("This is no operation", expected="a subclass of OwnOperation", got=repr(kind))
    word = _check_names(operation.name, operation.latex)
    entry = RegisteredOperation(operation, argument_names(f"{operation.name}.value", operation.value))
    _enter(entry, word)
    with _taken_back_on_error(operation.name):
        arrays = prove(entry)
        numpy_source.OWN_SOURCES[operation.name] = _source(operation, entry.arguments, operation.value, arrays)
    return operation


def register_function(
    name: str,
    value: Callable[[Any], Any],
    derivative: Callable[[Expression], Expression | float | None],
    *,
    latex: str = "",
    numpy: str | None = None,
    between: tuple[float, float] = (-np.inf, np.inf),
    kink: float | None = None,
) -> Callable[[Expression], Expression]:
    r"""Prove a function of one number, applied entry by entry, and enter it: see `register`.

    Parameters
    ----------
    name : str
    value : callable
        f in plain NumPy, entry by entry; the array may be complex.
    derivative : callable
        f' of an expression, as an expression; None where it is zero.
    latex : str, optional
        The word with which it is written and read; by default ``\mathrm{name}``.
    numpy : str, optional
        NumPy for its value; by default the source of `value`.
    between : (float, float)
        The numbers for which it is defined.
    kink : float, optional
        Where its formula changes: nothing is judged next to it.

    Returns
    -------
    callable
        Of an expression, an expression.

    Raises
    ------
    LawError, KindError, OptionError, ShapeError, DataError
        As `register`.
    """
    word = _check_names(name, latex)
    for what, given in (("value", value), ("derivative", derivative)):
        if not callable(given):
            raise KindError(f"{name} needs its {what}", expected=f"a function: {what}=lambda Z: …", got=repr(given))

    def quiet(x: Any) -> Any:
        with np.errstate(all="ignore"):
            return np.asarray(value(x))

    function = Function(
        name=name, words=(words.spoken(word),), latex=rf"\mathrm{{{word}}}", numpy=None,
        value=quiet, derivative=derivative, between=between, kink=kink, straight=kink is not None,
    )  # fmt: skip
    enter(function)
    _own[name] = words.spoken(word)
    with _taken_back_on_error(name):
        arguments = argument_names(name, value)[:1]
        operation = Entrywise(replace(function, value=value), numpy)
        source = _source(operation, arguments, value, prove(RegisteredOperation(operation, arguments), kink))
        if source is not None:
            enter(replace(function, numpy=f"own_{name}({{0}})", helper=source))

    def apply(Z: Expression) -> Expression:
        return applied(name, Z)

    apply.__name__, apply.__doc__ = name, f"{name}, entry by entry."
    return apply


def forget(name: str) -> None:
    """Take an operation or function of one's own out of all tables.

    Raises
    ------
    OptionError
        When there is none of this name.
    """
    if name not in _own:
        raise OptionError(
            "This is not registered", expected=f"one of {', '.join(sorted(_own)) or 'none'}", got=repr(name)
        )
    word = _own.pop(name)
    if name in FUNCTIONS:
        withdraw(name)
    words.OWN_WORDS.pop(word, None)
    for other in (alphabets.OPERATIONS, table.TABLE, OPERATIONS, numpy_source.OWN_SOURCES):
        other.pop(name, None)
    algebra.forget_shapes()
    forget_differentials()  # another of this name may have another derivative


@contextmanager
def registered(kind: type[OwnOperation] | OwnOperation) -> Iterator[OwnOperation]:
    """`register` for the time of a ``with``."""
    operation = register(kind)
    try:
        yield operation
    finally:
        forget(operation.name)


def _enter(entry: RegisteredOperation, word: str) -> None:
    name = entry.name
    table.TABLE[name] = entry
    OPERATIONS[name] = evaluated(name, entry.own.value)
    alphabets.OPERATIONS[name] = rf"\mathrm{{{word}}}"
    words.OWN_WORDS[words.spoken(word)] = words.OwnWord(
        name, len(entry.arguments), lambda shapes: entry.shape(shapes, ())
    )
    _own[name] = words.spoken(word)


def _check_names(name: Any, latex: str) -> str:
    """The word of an operation; that it and the name are free."""
    if not is_python_name(name):
        raise OptionError(
            "An operation needs a name", expected="a Python name of two letters or more, such as swish", got=repr(name)
        )
    taken = name in table.TABLE or name in OPERATIONS or name in FUNCTIONS or name in numpy_source.TAKEN
    if taken:
        mine = name in _own
        raise OptionError(
            f"The name {name} is taken",
            expected="a name of its own",
            got=name,
            mend=f"forget({name!r}) first" if mine else f"call it my_{name}",
        )
    text = latex or rf"\mathrm{{{name.replace('_', '')}}}"
    found = _WORD.fullmatch(text.strip())
    if found is None:
        raise OptionError(
            f"{name} is written as a word", expected=r"latex = r'\mathrm{swish}', of letters and digits", got=latex
        )
    if words.is_word(words.spoken(found[1])):
        raise OptionError(
            f"The word of {name} is taken", expected=r"a word of its own, latex = r'\mathrm{…}'", got=text
        )
    return found[1]


def _source(
    operation: OwnOperation, arguments: tuple[str, ...], value: Callable[..., Any], arrays: Sequence[np.ndarray]
) -> str | None:
    """The source of its value, if it runs and computes the same; what the user gave as `numpy` must."""
    try:
        source = own_source(operation.name, value, arguments, operation.numpy)
    except SyntaxError:
        raise OptionError(
            f"{operation.name}.numpy is no expression of Python",
            expected="such as 'Z / (1 + np.exp(-Z))'",
            got=repr(operation.numpy),
        ) from None
    if source is None or runs_like(source, operation.name, value, arrays):
        return source
    if operation.numpy is None:
        return None
    raise OptionError(
        f"{operation.name}.numpy computes something else than {operation.name}.value",
        expected=f"the same, in the names {', '.join(arguments)}",
        got=operation.numpy,
    )


@contextmanager
def _taken_back_on_error(name: str) -> Iterator[None]:
    try:
        yield
    except BaseException:
        forget(name)
        raise
