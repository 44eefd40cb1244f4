"""Networks to derive the gradients of."""

from mlp_theory.symbolic import Expression, dims, logsumexp, matrix, mean, one_hot, relu, vector

d, h, K, n = dims("d h K n")


def classifier(depth: int) -> tuple[Expression, list[Expression]]:
    """The loss of a classifier with `depth` layers, and its parameters W₁, b₁, W₂, b₂, …"""
    X, T = matrix("X", d, n), one_hot("T", K, n)
    A, parameters = X, []
    for layer in range(1, depth + 1):
        inputs, outputs = d if layer == 1 else h, K if layer == depth else h
        W, b = matrix(f"W_{layer}", outputs, inputs), vector(f"b_{layer}", outputs)
        Z = (W @ A + b).named(f"Z_{layer}")
        A = relu(Z).named(f"A_{layer}") if layer < depth else Z
        parameters += [W, b]
    return mean(logsumexp(A) - (T * A).column_sums()).named("L"), parameters
