"""The NumPy of every operation: helper functions that do not overflow, and a template for each."""

from __future__ import annotations

from mlp_theory.errors import OptionError
from mlp_theory.symbolic.function_record import FUNCTIONS
from mlp_theory.symbolic.numpy_source import OWN_SOURCES

HELPERS = {
    "softmax": '''def softmax(Z):
    """Softmax of each column, from scores shifted by the largest."""
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)
''',
    "logsumexp": '''def logsumexp(Z):
    """Log-sum-exp of each column, a row, from scores shifted by the largest."""
    largest = Z.max(axis=0, keepdims=True)
    return largest + np.log(np.exp(Z - largest).sum(axis=0, keepdims=True))
''',
    "log_softmax": '''def log_softmax(Z):
    """Logarithm of the softmax of each column, from scores shifted by the largest."""
    shifted = Z - Z.max(axis=0, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=0, keepdims=True))
''',
}
"""Functions that stand before the function where operations need them."""

OPERATIONS = {
    "softmax": "softmax({0})", "logsumexp": "logsumexp({0})", "largest entry": "{base0}.max(axis=0, keepdims=True)",
    "where largest": "np.where({base0}.max(axis=0, keepdims=True) == {compared0}, 1.0, 0.0)",
    "inverse": "np.linalg.inv({0})", "diagonal": "np.diag({0})[:, None]", "diagonal matrix": "np.diagflat({0})",
    "kron": "np.kron({0}, {1})", "vec": '{base0}.reshape(-1, 1, order="F")',
    "unvec": '{base0}.reshape({rows}, {columns}, order="F")',
    "inner of blocks": 'np.einsum("ikjl,kl->ij", {base0}.reshape({rows}, {rows1}, {columns}, {columns1}), {1})',
    "sum of blocks": 'np.einsum("ikjl,ij->kl", {base0}.reshape({rows1}, {rows}, {columns1}, {columns}), {1})',
}  # fmt: skip
"""Operations that give a matrix. In a template, {0} is an argument, {base0} the same as what a dot may follow,
{rows} and {columns} are the sizes of the result, {rows1} and {columns1} those of the second argument."""

NUMBERS = {
    "trace": "np.trace({0})", "determinant": "np.linalg.det({0})", "log-determinant": "np.linalg.slogdet({0})[1]",
    "norm": "np.linalg.norm({0})",
}  # fmt: skip
"""Operations that give a number."""

OF_NUMBERS = {
    "softmax": "1", "logsumexp": "{0}", "largest entry": "{0}", "where largest": "1", "diagonal": "{0}",
    "diagonal matrix": "{0}", "vec": "{0}", "unvec": "{0}", "trace": "{0}", "determinant": "{0}",
    "norm": "np.abs({0})", "log-determinant": "np.log(np.abs({0}))",
}  # fmt: skip
"""What operations come to where their argument is a number."""


def function_template(name: str) -> str:
    """The NumPy of a function of one number.

    Raises
    ------
    OptionError
        When it is a user's whose source does not stand alone.
    """
    template = FUNCTIONS[name].numpy
    if template is None:
        raise _without_source(name)
    return template


def operation_template(name: str, arguments: int) -> str:
    """The NumPy of an operation; a user's own is called by its name."""
    if name not in OWN_SOURCES:
        return OPERATIONS[name]
    return f"{own_name(name)}({', '.join(f'{{{k}}}' for k in range(arguments))})"


def own_name(name: str) -> str:
    """What a user's own operation is called in the code.

    Raises
    ------
    OptionError
        When its source is not known, or does not stand alone.
    """
    if OWN_SOURCES[name] is None:
        raise _without_source(name)
    return f"own_{name}"


def _without_source(name: str) -> OptionError:
    return OptionError(
        f"The source of {name} does not stand alone",
        expected="a value made of np and Python's own functions",
        got="names from elsewhere",
        mend="give its NumPy: numpy = 'Z / (1 + np.exp(-Z))'",
    )


def helpers() -> dict[str, str]:
    """The source of every function that the code may call, by its name there."""
    called = {f.numpy.partition("(")[0]: f.helper for f in FUNCTIONS.values() if f.numpy is not None and f.helper}
    own = {own_name(name): source for name, source in OWN_SOURCES.items() if source is not None}
    return {**called, **HELPERS, **own}
