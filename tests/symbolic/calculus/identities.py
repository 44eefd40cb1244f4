"""Identities of the books: what is derived, how it is printed there, and its NumPy formula."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from mlp_theory.symbolic import (
    Expression,
    det,
    diag,
    differential,
    dims,
    exp,
    gradients,
    hessian,
    inner,
    inverse,
    jacobian,
    log,
    logdet,
    logsumexp,
    matrix,
    mean,
    one_hot,
    ones,
    relu,
    row,
    row_variance,
    scalar,
    softmax,
    sqrt,
    squared_norm,
    tanh,
    trace,
    vector,
)

d, h, K, n, m = dims("d h K n m")
A, B, C, S = (matrix(name, m, m) for name in "ABCX")
W, b, X, Y, T = matrix("W", K, d), vector("b", K), matrix("X", d, n), matrix("Y", K, n), one_hot("T", K, n)
W1, b1, W2, b2 = matrix("W_1", h, d), vector("b_1", h), matrix("W_2", K, h), vector("b_2", K)
G, Z, M, x, z, s = matrix("G", K, n), matrix("Z", K, n), matrix("M", K, n), vector("x", m), vector("z", K), scalar("s")
u, v, c, w, k = vector("a", m), vector("b", m), vector("c", m), vector("v", n), vector("v", K)
lam, tau, eps, gamma, beta = (
    scalar("lambda"),
    scalar("tau", "positive"),
    scalar("epsilon", "positive"),
    vector("gamma", K),
    vector("beta", K),
)
Gt = matrix("G", n, d)


def cross_entropy(Z: Expression) -> Expression:
    return mean(logsumexp(Z) - (T * Z).column_sums())


Zw = (W @ X + b).named("Z")
Z1 = (W1 @ X + b1).named("Z_1")
Z2 = (W2 @ relu(Z1).named("A_1") + b2).named("Z_2")
P_tau = softmax(Z / tau).named("P_tau")
std = sqrt(row_variance(Z) + eps).named("s")
Z_hat = ((Z - Z.row_means()) / std).named("Z_hat")


def lse_(Z):
    return np.log(np.exp(Z).sum(0, keepdims=True))


def softmax_(Z):
    return np.exp(Z - lse_(Z))


def residual(a):
    return softmax_(a["W"] @ a["X"] + a["b"]) - a["T"]


def residual_of_two(a):
    return softmax_(a["W_2"] @ np.maximum(a["W_1"] @ a["X"] + a["b_1"], 0) + a["b_2"]) - a["T"]


def sd_(a):
    return np.sqrt(a["Z"].var(1, keepdims=True) + a["epsilon"])


def hat_(a):
    return (a["Z"] - a["Z"].mean(1, keepdims=True)) / sd_(a)


@dataclass
class Identity:
    """What is derived, how the book prints it, and its NumPy formula."""

    name: str
    derived: Callable
    book: str
    numpy: Callable
    letters: dict = field(default_factory=dict)


def gradient(loss, by):
    return lambda: (g := gradients(loss, [by]), g[by])


def in_full(loss, by):
    return lambda: (g := gradients(loss, [by]).in_full(by), Expression(g.lines[0].result))


def of_differential(F, by):
    return lambda: (D := differential(F, by), D.result)


def of_jacobian(F, by):
    return lambda: (J := jacobian(F, by), J.result)


def of_hessian(F, by):
    return lambda: (H := hessian(F, by), H.result)


def batch_norm(a):
    gain = a["gamma"] / sd_(a) / a["G"].shape[1]
    G, H = a["G"], hat_(a)
    return gain * (a["G"].shape[1] * G - G.sum(1, keepdims=True) - H * (G * H).sum(1, keepdims=True))


inv = np.linalg.inv
IDENTITIES = [
    Identity("1 trace of a product", gradient(trace(A @ S @ B), S), "Aᵀ Bᵀ", lambda a: a["A"].T @ a["B"].T),
    Identity("2 trace with transpose", gradient(trace(A @ S.T @ B), S), "B A", lambda a: a["B"] @ a["A"]),
    Identity(
        "3 trace, quadratic", gradient(trace(S.T @ A @ S), S), "(A + Aᵀ) X", lambda a: (a["A"] + a["A"].T) @ a["X"]
    ),
    Identity(
        "4 trace, two sided",
        gradient(trace(A @ S.T @ B @ S @ C), S),
        "B X C A + Bᵀ X Aᵀ Cᵀ",
        lambda a: a["B"] @ a["X"] @ a["C"] @ a["A"] + a["B"].T @ a["X"] @ a["A"].T @ a["C"].T,
    ),
    Identity(
        "5 squared residual",
        gradient(squared_norm(W @ X - Y), W),
        "2 (W X − Y) Xᵀ",
        lambda a: 2 * (a["W"] @ a["X"] - a["Y"]) @ a["X"].T,
    ),
    Identity("6 bilinear form", gradient(u.T @ S @ v, S), "a bᵀ", lambda a: a["a"] @ a["b"].T),
    Identity("7 quadratic form", gradient(x.T @ A @ x, x), "(A + Aᵀ) x", lambda a: (a["A"] + a["A"].T) @ a["x"]),
    Identity(
        "8 Gram form",
        gradient(v.T @ S.T @ S @ c, S),
        "X (b cᵀ + c bᵀ)",
        lambda a: a["X"] @ (a["b"] @ a["c"].T + a["c"] @ a["b"].T),
    ),
    Identity(
        "9 least squares",
        gradient(squared_norm(A @ x - v), x),
        "2 Aᵀ (A x − b)",
        lambda a: 2 * a["A"].T @ (a["A"] @ a["x"] - a["b"]),
    ),
    Identity("10 log-sum-exp", gradient(log(exp(z).column_sums()), z), "softmax(z)", lambda a: softmax_(a["z"])),
    Identity("11 log-sum-exp, mean", gradient(mean(logsumexp(Z)), Z), "1/n P", lambda a: softmax_(a["Z"]) / 6),
    Identity(
        "12 cross-entropy, by the scores",
        gradient(cross_entropy(Z), Z),
        "1/n (P − T)",
        lambda a: (softmax_(a["Z"]) - a["T"]) / 6,
    ),
    Identity(
        "13 … the weights", gradient(cross_entropy(Zw), W), "1/n (P − T) Xᵀ", lambda a: residual(a) @ a["X"].T / 6
    ),
    Identity(
        "14 … the bias",
        gradient(cross_entropy(Zw), b),
        "1/n (P − T) 1",
        lambda a: residual(a).sum(1, keepdims=True) / 6,
    ),
    Identity("15 … the inputs", gradient(cross_entropy(Zw), X), "1/n Wᵀ (P − T)", lambda a: a["W"].T @ residual(a) / 6),
    Identity(
        "16 temperature",
        gradient(-mean((T * log(P_tau)).column_sums()), Z),
        "1/(n τ) (P_τ − T)",
        lambda a: (softmax_(a["Z"] / a["tau"]) - a["T"]) / (6 * a["tau"]),
    ),
    Identity(
        "17 two layers, the last weights",
        gradient(cross_entropy(Z2), W2),
        "1/n (P − T) A₁ᵀ",
        lambda a: residual_of_two(a) @ np.maximum(a["W_1"] @ a["X"] + a["b_1"], 0).T / 6,
    ),
    Identity(
        "18 two layers, the first weights",
        gradient(cross_entropy(Z2), W1),
        "1/n (W₂ᵀ (P − T) ⊙ 𝟙(Z₁ > 0)) Xᵀ",
        lambda a: (a["W_2"].T @ residual_of_two(a) / 6 * (a["W_1"] @ a["X"] + a["b_1"] > 0)) @ a["X"].T,
    ),
    Identity(
        "19 tanh", gradient(inner(G, tanh(Z)), Z), "G ⊙ (1 − tanh²(Z))", lambda a: a["G"] * (1 - np.tanh(a["Z"]) ** 2)
    ),
    Identity(
        "20 softplus", gradient(inner(G, log(1 + exp(Z))), Z), "G ⊙ σ(Z)", lambda a: a["G"] / (1 + np.exp(-a["Z"]))
    ),
    Identity("21 ReLU", gradient(inner(G, relu(Z)), Z), "G ⊙ 𝟙(Z > 0)", lambda a: a["G"] * (a["Z"] > 0)),
    Identity("22 Hadamard product", gradient(inner(G, Z * M), Z), "G ⊙ M", lambda a: a["G"] * a["M"]),
    Identity("23 transpose", gradient(inner(Gt, X.T), X), "Gᵀ", lambda a: a["G"].T, letters={"G": (6, 3)}),
    Identity("24 bias over columns", gradient(inner(G, Z + b), b), "G 1", lambda a: a["G"].sum(1, keepdims=True)),
    Identity("25 number before a matrix", gradient(inner(G, s * Z), s), "⟨G, Z⟩", lambda a: np.sum(a["G"] * a["Z"])),
    Identity("26 column sums", gradient(ones(K).T @ Z @ w, Z), "1 vᵀ", lambda a: np.ones((5, 1)) @ a["v"].T),
    Identity(
        "27 mean over the batch",
        gradient(k.T @ Z.row_means(), Z),
        "1/n v 1ᵀ",
        lambda a: a["v"] @ np.ones((1, 6)) / 6,
        letters={"v": (5, 1)},
    ),
    Identity("28 diag of a vector", gradient(trace(A @ diag(x)), x), "diag(A)", lambda a: np.diag(a["A"])[:, None]),
    Identity("29 L2 penalty", gradient(lam / 2 * squared_norm(W), W), "λ W", lambda a: a["lambda"] * a["W"]),
    Identity(
        "30 batch norm",
        in_full(inner(G, gamma * Z_hat + beta), Z),
        "1/n ((γ ⊘ s) 1ᵀ ⊙ (n G − G 1 1ᵀ − Ẑ ⊙ (G ⊙ Ẑ) 1 1ᵀ))",
        batch_norm,
    ),
    Identity("31 determinant", gradient(det(S), S), "det(X) X⁻ᵀ", lambda a: np.linalg.det(a["X"]) * inv(a["X"]).T),
    Identity("32 log-determinant", gradient(logdet(S), S), "X⁻ᵀ", lambda a: inv(a["X"]).T),
    Identity(
        "33 bilinear in the inverse",
        gradient(u.T @ inverse(S) @ v, S),
        "−X⁻ᵀ a bᵀ X⁻ᵀ",
        lambda a: -inv(a["X"]).T @ a["a"] @ a["b"].T @ inv(a["X"]).T,
    ),
    Identity(
        "34 differential of the inverse",
        of_differential(inverse(S), S),
        "−X⁻¹ (dX) X⁻¹",
        lambda a: -inv(a["X"]) @ a["dX"] @ inv(a["X"]),
    ),
    Identity("35 vec of a triple product", of_jacobian(A @ S @ B, S), "Bᵀ ⊗ A", lambda a: np.kron(a["B"].T, a["A"])),
    Identity(
        "36 softmax Jacobian",
        of_jacobian(softmax(z), z),
        "diag(p) − p pᵀ",
        lambda a: np.diagflat(softmax_(a["z"])) - softmax_(a["z"]) @ softmax_(a["z"]).T,
    ),
    Identity(
        "37 softmax differential",
        of_differential(softmax(Z).named("P"), Z),
        "P ⊙ (dZ − 1 1ᵀ (P ⊙ dZ))",
        lambda a: softmax_(a["Z"]) * (a["dZ"] - (softmax_(a["Z"]) * a["dZ"]).sum(0, keepdims=True)),
    ),
    Identity(
        "38 log-sum-exp Hessian",
        of_hessian(logsumexp(z), z),
        "diag(p) − p pᵀ",
        lambda a: np.diagflat(softmax_(a["z"])) - softmax_(a["z"]) @ softmax_(a["z"]).T,
    ),
    Identity("39 quadratic-form Hessian", of_hessian(x.T @ A @ x, x), "A + Aᵀ", lambda a: a["A"] + a["A"].T),
]
SHAPES = {
    **dict.fromkeys("ABCX", (4, 4)), **dict.fromkeys(("a", "b", "c", "x"), (4, 1)), **dict.fromkeys("GZMYT", (5, 6)),
    "W": (5, 3), "W_1": (4, 3), "b_1": (4, 1), "W_2": (5, 4), "b_2": (5, 1), "z": (5, 1), "v": (6, 1),
    "gamma": (5, 1), "beta": (5, 1), "lambda": (1, 1), "tau": (1, 1), "epsilon": (1, 1), "s": (1, 1),
    "dX": (4, 4), "dZ": (5, 6),
}  # fmt: skip
SIZES = {"d": 3, "h": 4, "K": 5, "n": 6, "m": 4}
NETWORK = {"X": (3, 6), "b": (5, 1)}
"""Of 5, 13 … 18, 23 and 24, where X are the examples and b is the bias."""


def arrays(identity, seed):
    rng = np.random.default_rng(seed)
    network = int(identity.name.split()[0]) in (5, *range(13, 19), 23, 24)
    shapes = {**SHAPES, **(NETWORK if network else {}), **identity.letters}
    out = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    out["T"] = np.eye(5)[:, rng.integers(0, 5, 6)]
    for positive in ("tau", "epsilon"):
        out[positive] = np.abs(out[positive]) + 0.5
    if not network:
        out["X"] = out["X"] + 4 * np.eye(4)
    return out


P, c_row = softmax(Z), row("c", n)
ALGEBRA = {
    "column sums of softmax": (ones(K).T @ P, ones(n).T),
    "shift invariance of lse": (logsumexp(Z + ones(K) @ c_row), logsumexp(Z) + c_row),
    "log-softmax": (log(P), Z - ones(K) @ logsumexp(Z)),
    "inner product is a trace": (trace(A.T @ B), ones(m).T @ (A * B) @ ones(m)),
    "moving a factor across": (inner(A, B @ C), inner(B.T @ A, C)),
    "moving a factor across, to the left": (inner(A, B @ C), inner(A @ C.T, B)),
    "moving a Hadamard factor": (inner(A, B * C), inner(A * B, C)),
    "diag pulls out": (diag(u) @ A @ diag(v), A * (u @ v.T)),
    "column sums of the logit gradient": (ones(K).T @ (P - T), 0 * ones(n).T),
}
