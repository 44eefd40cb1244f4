"""The source text that code for a counterexample is made of: helper functions, and a template for each operation."""

PRELUDE = '''import numpy as np

def difference(f, v, key, h=1e-6):
    """Central differences of f by every entry of v[key]: shape (*f, *v[key])."""
    x = v[key]
    out = np.zeros((*f(v).shape, *x.shape))
    for k in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[k] = h
        out[(..., *k)] = (f({**v, key: x + step}) - f({**v, key: x - step})) / (2 * h)
    return out

def gradient(D):
    return D[0, 0]

def jacobian(D):
    return D.reshape(D.shape[0] * D.shape[1], -1)

def scalar(x):
    return np.asarray(x, dtype=float).reshape(-1)[0]

def number(x):
    return np.array([[float(x)]])

def softmax(Z):
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)

def logsumexp(Z):
    return Z.max(axis=0, keepdims=True) + np.log(np.exp(Z - Z.max(axis=0)).sum(axis=0, keepdims=True))
'''
"""What the code begins with."""

TAKEN = {"np", "v", "number", "scalar", "sides", "left", "right", "difference", "gradient", "jacobian"}
"""Names that a function of the code may not have."""

CALLS = {
    "times": "({0} * {1})", "divide": "({0} / {1})", "matmul": "({0} @ {1})", "transpose": "{0}.T",
    "power": "{0} ** {1}",
    "column sums": "{0}.sum(axis=0, keepdims=True)", "total": "number({0}.sum())", "trace": "number(np.trace({0}))",
    "diagonal matrix": "np.diag({0}.ravel())", "diagonal": "np.diag({0})[:, None]", "kron": "np.kron({0}, {1})",
    "vec": "{0}.reshape(-1, 1, order='F')", "inverse": "np.linalg.inv({0})",
    "determinant": "number(np.linalg.det({0}))",
    "squared norm": "number(({0} ** 2).sum())", "mean of entries": "number({0}.mean())",
}  # fmt: skip
"""Operations whose code is nothing but their arguments, put in."""

LAYOUTS = {
    "gradient": "gradient({0})", "row": "gradient({0}).T", "by a number": "{0}[:, :, 0, 0]",
    "jacobian": "jacobian({0})", "transposed": "jacobian({0}).T",
}  # fmt: skip
"""The layouts of a derivative, from all its differences."""

OWN_SOURCES: dict[str, str | None] = {}
"""Users' operations: the source of ``own_NAME``, or None where it is not known."""
