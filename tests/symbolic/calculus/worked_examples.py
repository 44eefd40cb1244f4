"""Jacobians, Hessians and differentials that several tests write out."""

from mlp_theory.symbolic import (
    det,
    differential,
    dims,
    function,
    hessian,
    inverse,
    jacobian,
    log,
    logdet,
    logsumexp,
    matrix,
    mean,
    one_hot,
    scalar,
    sigmoid,
    softmax,
    softplus,
    squared_norm,
    tanh,
    trace,
    vector,
)

d, K, m, n = dims("d K m n")
A, B, S = matrix("A", m, m), matrix("B", m, m), matrix("S", m, m, "invertible")
Q = matrix("Q", m, m, "symmetric")
U, R, V = matrix("U", d, m), matrix("R", m, n), matrix("V", n, K)
W, X, b, z, x = matrix("W", K, d), matrix("X", d, n), vector("b", K), vector("z", K), vector("x", d)
w, y, t = vector("w", d), vector("y", n), one_hot("t", K)
lam = scalar("lambda", "positive")
f = function("f")
scores = (X.T @ w).named("z")
s = sigmoid(scores).named("s")
logits = (W @ x + b).named("z")
Z = (W @ X + b).named("Z")

JACOBIANS = {
    "softmax": lambda: jacobian(softmax(z).named("p"), z),
    "softmax layer": lambda: jacobian(softmax(Z).named("P"), W),
    "log-sum-exp": lambda: jacobian(logsumexp(z), z),
    "A X B": lambda: jacobian(U @ R @ V, R),
    "a transpose": lambda: jacobian(R.T, R),
    "an inverse": lambda: jacobian(inverse(S), S),
    "a determinant": lambda: jacobian(det(S), S),
    "a Gram matrix": lambda: jacobian(R.T @ R, R),
    "a function of every entry": lambda: jacobian(f(R), R),
    "a function of a column": lambda: jacobian(f(z), z),
    "tanh layer, by its inputs": lambda: jacobian(tanh(W @ X), X),
    "linear layer, by its weights": lambda: jacobian(Z, W),
    "linear layer, by its bias": lambda: jacobian(Z, b),
    "a column, by its weights": lambda: jacobian(W @ x + b, W),
    "Hessian of log-sum-exp": lambda: hessian(logsumexp(z), z),
    "Hessian of logistic regression": lambda: hessian(mean(-(y * log(s) + (1 - y) * log(1 - s))), w),
    "Hessian from the scores": lambda: hessian(
        mean(softplus(scores) - y * scores) + lam / 2 * squared_norm(w), w
    ),
    "Hessian of softmax regression": lambda: hessian(logsumexp(logits) - t.T @ logits, W),
    "Hessian of softmax regression over a batch": lambda: hessian(
        mean(logsumexp(Z) - (one_hot("T", K, n) * Z).column_sums()), W
    ),
    "Hessian of least squares": lambda: hessian(squared_norm(W @ X) / (2 * n), W),
    "Hessian of a quadratic form": lambda: hessian(x.T @ matrix("A", d, d) @ x, x),
    "Hessian of a log-determinant": lambda: hessian(logdet(S), S),
}  # fmt: skip
"""Each with the letters that people use."""

DIFFERENTIALS = {
    "d softmax": lambda: differential(softmax(z).named("p"), z),
    "d softmax layer": lambda: differential(softmax(Z).named("P"), [W, b, X]),
    "d log-sum-exp": lambda: differential(logsumexp(z), z),
    "d A X B": lambda: differential(U @ R @ V, R),
    "d A X B, all": lambda: differential(U @ R @ V, [U, R, V]),
    "d inverse": lambda: differential(inverse(S), S),
    "d determinant": lambda: differential(det(S), S),
    "d log-determinant": lambda: differential(logdet(S), S),
    "d Gram matrix": lambda: differential(R.T @ R, R),
    "d function of every entry": lambda: differential(f(R), R),
    "d linear layer": lambda: differential(Z, [W, b]),
    "d trace": lambda: differential(trace(A @ Q), [A, Q]),
    "d squared norm": lambda: differential(squared_norm(Z), [W, b]),
    "d penalty": lambda: differential(lam * squared_norm(W), [W, lam]),
    "d network": lambda: differential(logsumexp(logits) - t.T @ logits, [W, b]),
}
