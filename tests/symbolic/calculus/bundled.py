"""Networks of every kind: depths, activations, losses; without names, with shared weights, with residual sums."""

from mlp_theory.symbolic import (
    Expression,
    dims,
    logsumexp,
    matrix,
    mean,
    one_hot,
    relu,
    sigmoid,
    softplus,
    squared_norm,
    tanh,
    vector,
)

d, h, K, n = dims("d h K n")
X, T, Y = matrix("X", d, n), one_hot("T", K, n), matrix("Y", K, n)
ACTIVATIONS = {"relu": relu, "tanh": tanh, "sigmoid": sigmoid, "softplus": softplus}


def nll(Z):
    """The mean of lse(z) − tᵀz."""
    return mean(logsumexp(Z) - (T * Z).column_sums())


def squared_error(Z):
    """The mean over the examples of ½ ‖z − y‖²."""
    return (1 / (2 * n)) * squared_norm(Z - Y)


LOSSES = {"nll": nll, "squared error": squared_error}


def network(depth, activation, loss, names=True):
    """A plain network: its loss, and all its parameters."""
    A, parameters = X, []
    for layer in range(1, depth + 1):
        W = matrix(f"W_{layer}", K if layer == depth else h, d if layer == 1 else h)
        b = vector(f"b_{layer}", K if layer == depth else h)
        Z = W @ A + b
        Z = Z.named(f"Z_{layer}") if names else Z
        A = activation(Z) if layer < depth else Z
        A = A.named(f"A_{layer}") if names and layer < depth else A
        parameters += [W, b]
    return loss(A), parameters


def shared(steps, activation, loss):
    """One matrix in every layer."""
    W, V, U = matrix("W", h, h), matrix("V", K, h), matrix("U", h, d)
    A = (U @ X).named("A_0")
    for step in range(1, steps + 1):
        A = activation((W @ A).named(f"Z_{step}")).named(f"A_{step}")
    return loss(V @ A), [W, V, U]


def residual(depth, activation, loss):
    """A_l = A_{l−1} + f(W_l A_{l−1})."""
    A, parameters = (matrix("U", h, d) @ X).named("A_0"), [matrix("U", h, d)]
    for layer in range(1, depth + 1):
        W = matrix(f"W_{layer}", h, h)
        A = (A + activation((W @ A).named(f"Z_{layer}"))).named(f"A_{layer}")
        parameters.append(W)
    V = matrix("V", K, h)
    return loss(V @ A), [*parameters, V]


def bundled() -> dict[str, tuple[Expression, list[Expression]]]:
    """All of them, by what they are."""
    out = {}
    for loss_name, loss in LOSSES.items():
        for name, f in ACTIVATIONS.items():
            for depth in (1, 2, 3, 4):
                if depth > 1 or name == "relu":
                    out[f"{depth} layers, {name}, {loss_name}"] = network(depth, f, loss)
            out[f"2 layers without names, {name}, {loss_name}"] = network(2, f, loss, names=False)
            out[f"shared, {name}, {loss_name}"] = shared(3, f, loss)
            out[f"residual, {name}, {loss_name}"] = residual(2, f, loss)
    return out
