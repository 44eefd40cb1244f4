# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 2 · From one example to a batch, to code
#
# **After this page you can** turn the gradients of one example into those of a whole batch, put the $1/n$ where it belongs,
# and write one step of training by hand, in a dozen lines that agree with the library to the last digits.
#
# *Needs:* [notebook 1](01-from-the-likelihood-to-the-gradient.ipynb); chapters [5](../derivations/05-mini-batches.md) and
# [6](../derivations/06-the-algorithm.md) lie open beside it. *Takes:* 60 minutes.
#
# For one example the gradient of the weights is an outer product, $\boldsymbol{\delta} \mathbf{a}^\top$. For a batch every
# text writes $\boldsymbol{\Delta} \mathbf{A}^\top$, and many say no more than that. The question of this page: **where did
# the sum over the examples go?**

# %%
import inspect

import matplotlib.pyplot as plt
import numpy as np
from IPython.display import display
from scipy.special import softmax

from mlp_theory import SGD, NNClassifier, check_gradients, check_text, check_ties, explain
from mlp_theory.datasets import moons
from mlp_theory.errors import ShapeError
from mlp_theory.network import one_hot as one_hot_columns
from mlp_theory.plots.style import COLOURS
from mlp_theory.symbolic import dims, gradients, logsumexp, matrix, mean, one_hot, relu, vector
from mlp_theory.texts import check_implementation

# %load_ext mlp_theory

# %% [markdown]
# ## Three examples, one layer
#
# A layer with three inputs and two units, a batch of three examples: three columns. Take small whole numbers. $\mathbf{A}$
# holds what the layer received, $\boldsymbol{\Delta}$ the derivatives by its scores, and column $s$ of both belongs to
# example $s$. Each example has its outer product, and all weights are shared, so the three have to be added.

# %%
A = np.array([[1, 2, 0], [0, 1, 3], [-1, 0, 2]])  # (inputs, n)
Delta = np.array([[1, 0, -2], [3, 1, 1]])  # (units, n)
outer = [Delta[:, [s]] @ A[:, [s]].T for s in range(3)]  # a column times a row, for each example

print(sum(outer))

# %% [markdown]
# Guess, before you run the next cell: which product of the two matrices has the same shape, two by three? And its entries?

# %%
print(Delta @ A.T)
assert (sum(outer) == Delta @ A.T).all()

# %% [markdown]
# The same numbers. Look at one of them, in row 1 and column 2, with the three examples one after the other:

# %%
terms = Delta[0] * A[1]  # row 1 of one, row 2 of the other: one number an example
print(terms, "sum to", terms.sum())
assert terms.sum() == (Delta @ A.T)[0, 1]

# %% [markdown]
# ## The sum is inside the product
#
# Entry $(i, j)$ of a product adds up row $i$ of the left factor times column $j$ of the right one. Row $i$ of
# $\boldsymbol{\Delta}$ runs through the examples, and so does column $j$ of $\mathbf{A}^\top$. **The sum over the examples
# is the sum inside the matrix product**: the examples are what the factors have in common, and what is in common is summed
# away. In the picture, three outer products, one an example, add up to the product on the right.

# %%
figure, axes = plt.subplots(1, 4, figsize=(9.5, 2.4), layout="constrained")
pictures = [(f"example {s + 1}", product) for s, product in enumerate(outer)] + [("Δ Aᵀ", Delta @ A.T)]
for ax, (title, product), sign in zip(axes, pictures, ["+", "+", "=", ""], strict=True):
    ax.imshow(product, cmap="PuOr", vmin=-9, vmax=9)
    for (i, j), number in np.ndenumerate(product):
        ax.text(j, i, number, ha="center", va="center")
    ax.set(title=title, xticks=[], yticks=[])
    ax.text(1.1, 0.5, sign, transform=ax.transAxes, fontsize=16, va="center", ha="center")

# %% [markdown]
# ## For all sizes
#
# Three examples are no proof. The checker draws sizes and numbers, and judges the claim for columns $\mathbf{q}_s$ and
# $\mathbf{r}_s$ of any kind; then the same for a whole layer with its mean loss, where $\boldsymbol{\delta}_s$ and
# $\mathbf{a}_s$ are the columns of $\boldsymbol{\Delta}$ and of $\mathbf{A}$.

# %% tags=["rounding"]
# %%check
# Let $\mathbf{q}_s \in \mathbb{R}^{K}$ and $\mathbf{r}_s \in \mathbb{R}^{H}$ for $s = 1, \dots, n$.
#
# $$\mathbf{Q} = \begin{bmatrix} \mathbf{q}_1 & \cdots & \mathbf{q}_n \end{bmatrix} \tag{5.12}$$
# $$\mathbf{R} = \begin{bmatrix} \mathbf{r}_1 & \cdots & \mathbf{r}_n \end{bmatrix} \tag{5.13}$$
#
# $$\sum_{s=1}^{n} \mathbf{q}_s \mathbf{r}_s^\top = \mathbf{Q} \mathbf{R}^\top \tag{5.14}$$

# %%
assert _.ok  # in IPython, _ is what the last cell showed
assert _.counts["holds"] == 1

# %% tags=["rounding"]
batch = r"""
Let $\mathbf{W} \in \mathbb{R}^{K \times H}$, $\mathbf{A} \in \mathbb{R}^{H \times n}$, $\mathbf{b} \in \mathbb{R}^{K}$
and $\mathbf{T} \in \{\mathbf{e}_1, \dots, \mathbf{e}_K\}^n$.

$$\mathbf{Z} = \mathbf{W} \mathbf{A} + \mathbf{b} \mathbf{1}^\top, \qquad \mathbf{P} = \mathrm{softmax}(\mathbf{Z})$$

$$L = -\frac{1}{n} \sum_{s=1}^{n} \sum_{i=1}^{K} T_{is} \log(P_{is})$$
"""
layer = check_text(
    batch
    + r"""
$$\boldsymbol{\Delta} = \frac{\partial L}{\partial \mathbf{Z}}$$

$$\boldsymbol{\Delta} = \frac{1}{n} (\mathbf{P} - \mathbf{T}) \tag{5.10}$$

$$\frac{\partial L}{\partial \mathbf{W}} = \sum_{s=1}^{n} \boldsymbol{\delta}_s \mathbf{a}_s^\top$$

$$\frac{\partial L}{\partial \mathbf{W}} = \boldsymbol{\Delta} \mathbf{A}^\top \tag{5.15}$$
"""
)
display(layer)
assert layer.ok
assert layer.counts["holds"] == 3

# %% [markdown]
# That was a test at many sizes. Now the reason. Derive the layer with the engine; `mean` makes one number of the row of
# losses, $\frac1n$ times their sum. Then open the gradient of $\mathbf{W}$ into entries.

# %%
K, H, n = dims("K H n")
W, inputs, b, T = matrix("W", K, H), matrix("A", H, n), vector("b", K), one_hot("T", K, n)
Z = (W @ inputs + b).named("Z")
of_layer = gradients(mean(logsumexp(Z) - (T * Z).column_sums()).named("L"), [Z, W, b, inputs])

print(of_layer.to_text(steps=False))
assert [str(of_layer[letter]) for letter in (Z, W, b, inputs)] == ["1/n (P − T)", "Δ Aᵀ", "Δ 1", "Wᵀ Δ"]

# %%
of_layer.in_entries(W)

# %% [markdown]
# Read it from the top. The paths from weight $W_{rs}$ to the loss go through the scores $Z_{ij}$, of every class $i$ and
# every example $j$: two sums. The two deltas say that only row $r$ of the scores contains it. One sum is left, over the
# examples $j$, and it is the inside of a product of matrices.
#
# ## Where the 1/n goes
#
# The loss is a *mean*, $L = \frac1n \sum_s \ell_s$. By its definition $\boldsymbol{\Delta} = \partial L / \partial \mathbf{Z}$
# has the $1/n$ in it, (5.10), and every later line hands it on. Many texts keep $\mathbf{D} = \mathbf{P} - \mathbf{T}$, the
# derivatives of the single losses, all the way back, and divide at the very end. Both are right. What is wrong is to mix
# them. Of these six lines, which are true?

# %% tags=["rounding"]
mixed = check_text(
    batch
    + r"""
$$\mathbf{D} = \mathbf{P} - \mathbf{T}, \qquad \boldsymbol{\Delta} = \frac{1}{n} \mathbf{D}$$

$$\frac{\partial L}{\partial \mathbf{W}} = \boldsymbol{\Delta} \mathbf{A}^\top$$

$$\frac{\partial L}{\partial \mathbf{W}} = \frac{1}{n} \mathbf{D} \mathbf{A}^\top \tag{5.27}$$

$$\frac{\partial L}{\partial \mathbf{Z}} = \mathbf{D}$$

$$\frac{\partial L}{\partial \mathbf{W}} = \mathbf{D} \mathbf{A}^\top$$

$$\frac{\partial L}{\partial \mathbf{W}} = \frac{1}{n} \boldsymbol{\Delta} \mathbf{A}^\top$$

$$\frac{\partial L}{\partial \mathbf{b}} = \frac{1}{n} \boldsymbol{\Delta} \mathbf{1}$$
"""
)
display(mixed)
claims = mixed.verdicts[-6:]
assert [claim.verdict for claim in claims] == ["holds", "holds", "false", "false", "false", "false"]

# %% [markdown]
# By how much is a false line wrong? Left stands the derivative, right what was claimed. Divide:

# %%
factors = [claim.counterexample.right / claim.counterexample.left for claim in claims[2:]]
drawn = claims[2].counterexample.sizes["n"]
print("claimed / true:", *np.round(factors, 4), "   at n =", drawn)
assert np.allclose(factors, [drawn, drawn, 1 / drawn, 1 / drawn])

# %% [markdown]
# It is the number of examples. A factor does not turn a gradient, so a network with this slip still learns, only with steps
# that are $n$ times too long or too short. And **a batch of one example hides it**, for then $n = 1$. Therefore the
# library's own check refuses to test with a single example:

# %%
try:
    check_gradients(NNClassifier([2, 2], rng=0), np.ones((2, 1)), np.array([0]))
except ShapeError as error:
    print(error)
else:
    raise AssertionError("one example was taken for a test")

# %% [markdown]
# ## The bias: add up the columns
#
# The bias is added in every column with the factor one: $\mathbf{Z} = \mathbf{W} \mathbf{A} + \mathbf{b} \mathbf{1}^\top$.
# Its gradient is $\boldsymbol{\Delta} \mathbf{1}$, (5.17): a product with ones adds up the rows. In NumPy, `axis=1` is the
# axis that *disappears*. The examples lie along it.

# %%
print("Δ 1               ", (Delta @ np.ones((3, 1))).ravel())
print("axis=1            ", Delta.sum(axis=1, keepdims=True).ravel(), " one number a unit")
print("axis=0            ", Delta.sum(axis=0, keepdims=True).ravel(), "one number an example: not a bias")

bias = np.zeros((2, 1))
kept, lost = Delta.sum(axis=1, keepdims=True), Delta.sum(axis=1)
print("shape of b - db   ", (bias - kept).shape)
print("without keepdims  ", (bias - lost).shape)
assert (Delta @ np.ones((3, 1)) == kept).all()
assert (bias - kept).shape == (2, 1)
assert (bias - lost).shape == (2, 2)

# %% [markdown]
# The last line is a classic. Without `keepdims=True` the sum is a flat array, NumPy spreads it over the rows, and after the
# update the bias is a *matrix*. No error is raised.
#
# ## Do the shapes decide?
#
# It is tempting to try transposes until the shapes fit. Two matrices can be multiplied in eight ways: either order, each
# with a transpose or without. How many of them have the shape of $\mathbf{W}$? First with sizes that all differ, then with
# square matrices.

# %%
def fitting(Delta, A):
    """The products of both factors, in either order, with transposes or without, that have the shape (K, H)."""
    lefts, rights = {"Δ": Delta, "Δᵀ": Delta.T}, {"A": A, "Aᵀ": A.T}
    pairs = [(x, y) for x in lefts.items() for y in rights.items()]
    pairs += [(y, x) for x, y in pairs]
    return {
        f"{name} {other}": one @ two
        for (name, one), (other, two) in pairs
        if one.shape[1] == two.shape[0] and (one.shape[0], two.shape[1]) == (Delta.shape[0], A.shape[0])
    }


rng = np.random.default_rng(0)
different = fitting(rng.normal(size=(2, 5)), rng.normal(size=(3, 5)))
D, S = rng.normal(size=(3, 3)), rng.normal(size=(3, 3))
square = fitting(D, S)
truth = sum(D[:, [s]] @ S[:, [s]].T for s in range(3))
right = [name for name, product in square.items() if np.allclose(product, truth)]

print("sizes 2, 3 and 5:", *different)
print("all sizes 3:     ", ",  ".join(square))
print("right:           ", *right)
assert list(different) == right == ["Δ Aᵀ"]
assert len(square) == 8

# %% [markdown]
# Where all sizes differ, the shapes decide. For square matrices all eight fit and seven are wrong. So derive, and test with
# sizes that differ.
#
# ## The box and the code
#
# Chapter 6 puts one step of training into a box, (6.1) to (6.12). The library's network is written from it, line by line,
# and each line cites the tag of its equation. `explain` lays them side by side. (`NNClassifier` has its `backward` from
# `MultilayerPerceptron`.) In chapter 6 $L$ is the number of layers, and the loss is $\mathcal{L}$:

# %% tags=["rounding"]
explain(NNClassifier.backward)

# %%
print(inspect.getsource(NNClassifier.backward).split('"""')[2].strip("\n"))

# %% [markdown]
# That is the loop around them. The code counts from zero: at `l` the `layer` is layer $l + 1$ of the equations. Its input is
# `A[l]`, for `A[0]` is $\mathbf{X}$, and `Z[l - 1]` are the scores of the layer before.
#
# A citation is only a comment. Does the line compute what the equation says? `check_ties` runs the network on numbers that
# are drawn for the pages, listens to every cited line, and compares it with the equation:

# %% tags=["rounding"]
ties = check_ties()
print(ties)
assert ties.ok

# %% [markdown]
# ## One step by hand
#
# Now write the box yourself, for two layers, with nothing but NumPy, and the tags as comments. All gradients come first,
# then all updates: (6.8) needs $\mathbf{W}_2$ as it was on the way forward.

# %%
def step_by_hand(X, T, parameters, alpha):
    """One step of gradient descent: the loss before it, and the parameters after it."""
    W_1, b_1, W_2, b_2 = parameters
    n = X.shape[1]

    Z_1 = W_1 @ X + b_1  # (6.1) and (6.2)
    A_1 = np.maximum(Z_1, 0)  # (6.3)
    Z_2 = W_2 @ A_1 + b_2  # (6.2)
    P = softmax(Z_2, axis=0)  # (6.4)
    loss = -(T * np.log(P)).sum() / n  # (6.5)

    Delta_2 = (P - T) / n  # (6.7)
    dW_2 = Delta_2 @ A_1.T  # (6.9)
    db_2 = Delta_2.sum(axis=1, keepdims=True)  # (6.10)
    Delta_1 = (W_2.T @ Delta_2) * (Z_1 > 0)  # (6.8)
    dW_1 = Delta_1 @ X.T  # (6.9)
    db_1 = Delta_1.sum(axis=1, keepdims=True)  # (6.10)

    slopes = [dW_1, db_1, dW_2, db_2]
    return loss, [old - alpha * slope for old, slope in zip(parameters, slopes, strict=True)]  # (6.11) and (6.12)


X, t = moons(n=100, noise=0.1, rng=0)  # X : (2, 100), one example a column; t : 100 labels
targets = one_hot_columns(t, 2)
model = NNClassifier([2, 10, 2], rng=0)
start = [array.copy() for layer in model.layers for array in (layer.W, layer.b)]

loss_by_hand, mine = step_by_hand(X, targets, start, alpha=0.5)
loss_of_library = model.loss(X, t)
model.backward()
SGD(model, lr=0.5).step()
theirs = [array for layer in model.layers for array in (layer.W, layer.b)]

assert abs(loss_by_hand - loss_of_library) < 1e-12
assert all(np.abs(one - other).max() < 1e-12 for one, other in zip(mine, theirs, strict=True))
assert np.abs(model.forward_probs(X).sum(axis=0) - 1).max() < 1e-12

# %% [markdown]
# The same loss, and the same parameters after the step, to $10^{-12}$.
#
# What if somebody is hasty, and updates $\mathbf{W}_2$ before $\boldsymbol{\Delta}_1$ is computed? Nothing complains. But
# then $\boldsymbol{\Delta}_2$ is that of the old network and $\mathbf{W}_2$ that of the new one. Is the result the gradient of
# either?

# %% tags=["training"]
W_2, b_2, new_W_2 = start[2], start[3], mine[2]
Z_1 = start[0] @ X + start[1]
A_1, on = np.maximum(Z_1, 0), Z_1 > 0
Delta_old = (softmax(W_2 @ A_1 + b_2, axis=0) - targets) / 100
Delta_new = (softmax(new_W_2 @ A_1 + b_2, axis=0) - targets) / 100

hasty = ((new_W_2.T @ Delta_old) * on) @ X.T
of_old = ((W_2.T @ Delta_old) * on) @ X.T  # the gradient by W_1 with W_2 before its update
of_new = ((new_W_2.T @ Delta_new) * on) @ X.T  # and with W_2 after it

off = [np.linalg.norm(hasty - true) / np.linalg.norm(true) for true in (of_old, of_new)]
print(f"the hasty gradient of W_1 is off by {off[0]:.0%} for the old W_2, by {off[1]:.0%} for the new one")
assert min(off) > 0.05

# %% [markdown]
# What remains is to repeat the step. Two hundred by hand, and the same two hundred with the library:

# %% tags=["training"]
parameters, by_hand = start, []
for _step in range(200):
    loss, parameters = step_by_hand(X, targets, parameters, alpha=0.5)
    by_hand.append(loss)

model = NNClassifier([2, 10, 2], rng=0)
sgd, by_library = SGD(model, lr=0.5), []
for _step in range(200):
    by_library.append(model.loss(X, t))
    model.backward()
    sgd.step()

ax = plt.subplots(figsize=(6.0, 3.4), layout="constrained")[1]
ax.plot(by_library, color=COLOURS[0], label="NNClassifier and SGD")
ax.plot(range(0, 200, 10), by_hand[::10], "o", markersize=4, color=COLOURS[1], label="by hand, every tenth step")
ax.set(xlabel="step", ylabel="loss", ylim=(0, None), title="Two moons: the loss, by hand and by the library")
ax.legend()

print("loss at the start and after 200 steps:", round(by_hand[0], 2), round(by_hand[-1], 2))
assert np.abs(np.subtract(by_hand, by_library)).max() < 1e-9
assert by_hand[-1] < 0.5 * by_hand[0]

# %% [markdown]
# The dots lie on the line. Rounding errors grow from step to step, so after two hundred steps we ask for $10^{-9}$ only.
#
# Whether the gradients are right for *other* numbers too is what `check_gradients` asks, one parameter after the other:

# %% tags=["rounding"]
report = check_gradients(model, X[:, :7], t[:7])
print(report.closing()[-1])
assert report.ok

# %% [markdown]
# ## The same from the engine
#
# A third way to the same numbers. The engine has derived the gradients of these two layers, so it can write them as NumPy.
# Compare its lines with yours:

# %%
K_0, K_1, K_2 = dims("K_0 K_1 K_2")
W_1, b_1, W_2, b_2 = matrix("W_1", K_1, K_0), vector("b_1", K_1), matrix("W_2", K_2, K_1), vector("b_2", K_2)
first = (W_1 @ matrix("X", K_0, n) + b_1).named("Z_1")
second = (W_2 @ relu(first).named("A_1") + b_2).named("Z_2")
truths = one_hot("T", K_2, n)
derived = gradients(mean(logsumexp(second) - (truths * second).column_sums()).named("L"), [W_1, b_1, W_2, b_2])

source = derived.to_numpy()
print(source[source.index("    n = X.shape[1]") :])
assert "Delta_2 = (P - T) / n" in source

# %%
engine = {}
exec(source, engine)
loss_of_engine, slopes = engine["gradients"](X, targets, *start)
stepped = [old - 0.5 * slopes[name] for old, name in zip(start, ["W_1", "b_1", "W_2", "b_2"], strict=True)]

assert abs(loss_of_engine - loss_by_hand) < 1e-12
assert all(np.abs(one - other).max() < 1e-12 for one, other in zip(stepped, mine, strict=True))

# %% [markdown]
# Hand, library and derivation agree. One difference is worth a look: the engine computes the loss from the scores, by
# log-sum-exp, where the hand-written line takes the logarithm of a probability. With scores of 1000 and 0 the probability of
# the second class is zero in double precision, and its logarithm is minus infinity:

# %%
extreme = np.array([[1000.0], [0.0]])
with np.errstate(divide="ignore"):
    print("log of softmax:    ", np.log(softmax(extreme, axis=0)).ravel())
print("score - log-sum-exp:", (extreme - engine["logsumexp"](extreme)).ravel())
assert np.isfinite(extreme - engine["logsumexp"](extreme)).all()

# %% [markdown]
# ## Exercises
#
# `mlp-theory exercises` writes this page with the solutions taken out. Write your answers where it says `# your turn`; the
# cell below each of them judges what you wrote.

# %% [markdown]
# ### Exercise 1 · Weights used twice
#
# A layer and its mirror image share one matrix:
# $\mathbf{H} = \mathrm{ReLU}(\mathbf{W} \mathbf{A} + \mathbf{b} \mathbf{1}^\top)$ and $\mathbf{Z} = \mathbf{W}^\top \mathbf{H}$.
# You are given $\boldsymbol{\Delta} = \partial L / \partial \mathbf{Z}$, with its $1/n$. What are the gradients by $\mathbf{W}$,
# $\mathbf{b}$ and $\mathbf{A}$? Count the paths from $\mathbf{W}$ to the loss first. Derive them on paper, then write a function
# for each, without a loop and without $n$. They are held against the derivatives of this page, which does not say the
# answer. A first try, with three slips:

# %%
TIED = r"""
Let $\mathbf{W} \in \mathbb{R}^{K \times d}$, $\mathbf{A} \in \mathbb{R}^{d \times n}$, $\mathbf{b} \in \mathbb{R}^{K}$
and $\mathbf{Y} \in \mathbb{R}^{d \times n}$.

$$\mathbf{H} = \mathrm{ReLU}(\mathbf{W} \mathbf{A} + \mathbf{b} \mathbf{1}^\top), \qquad \mathbf{Z} = \mathbf{W}^\top \mathbf{H}$$

$$L = \frac{1}{2n} \sum_{s=1}^{n} \sum_{i=1}^{d} (Z_{is} - Y_{is})^2, \qquad \boldsymbol{\Delta} = \frac{\partial L}{\partial \mathbf{Z}}$$

$$\mathbf{G} = \frac{\partial L}{\partial \mathbf{W}} \tag{W}$$

$$\mathbf{g} = \frac{\partial L}{\partial \mathbf{b}} \tag{b}$$

$$\mathbf{F} = \frac{\partial L}{\partial \mathbf{A}} \tag{A}$$
"""


def judged(function, tag, wanted):
    """What is wrong with one function; "right" where nothing is. The shape is wanted at K = 4, d = 6 and n = 7."""
    example = [np.ones(shape) for shape in [(6, 7), (6, 7), (4, 7), (4, 6)]]  # Delta, A, H and W
    try:
        answer = function(*example) if callable(function) else None
    except ValueError:
        return "two factors do not fit, where K = 4, d = 6 and n = 7"
    if answer is None:
        return "no answer yet"
    if np.shape(answer) != wanted:
        return f"has shape {np.shape(answer)} and not {wanted}, where K = 4, d = 6 and n = 7"
    found = check_implementation(function, TIED, tag)
    if found.ok:
        return "right"
    if not found.values:
        return found.reason
    mine, true = found.values
    too_small = ", n times too small" if np.isclose(mine * found.sizes["n"], true) else ""
    return f"{found.reason}{too_small}: entry {found.entry} is {mine:.3f}, the derivative is {true:.3f}"


def all_judged(dW, db, dA):
    """The three of them."""
    return {"dW": judged(dW, "W", (4, 6)), "db": judged(db, "b", (4, 1)), "dA": judged(dA, "A", (6, 7))}


said = all_judged(
    dW=lambda Delta, A, H, W: ((W @ Delta) * (H > 0)) @ A.T,  # one path is forgotten
    db=lambda Delta, A, H, W: ((W @ Delta) * (H > 0)).sum(axis=1),  # no keepdims
    dA=lambda Delta, A, H, W: W @ ((W @ Delta) * (H > 0)),  # no transpose
)
print(*said.items(), sep="\n")
assert "right" not in said.values()

# %% tags=["solution"]
# dW : (K, d), db : (K, 1) and dA : (d, n): three functions of (Delta, A, H, W);
# Delta and A : (d, n), H : (K, n), W : (K, d)
dW = db = dA = None
# solution


def dW(Delta, A, H, W):
    """W is used twice: the path through H, and the one of Wᵀ H itself."""
    return ((W @ Delta) * (H > 0)) @ A.T + H @ Delta.T


def db(Delta, A, H, W):
    """The path through H only."""
    return ((W @ Delta) * (H > 0)).sum(axis=1, keepdims=True)


def dA(Delta, A, H, W):
    """Once by W to H, and once by Wᵀ to A."""
    return W.T @ ((W @ Delta) * (H > 0))


# %% tags=["judge"]
said = all_judged(dW, db, dA)
print(*said.items(), sep="\n")
assert set(said.values()) == {"right"}, "not yet: read above what is wrong"

# %% [markdown]
# ### Exercise 2 · One example a row
#
# Most libraries have one example a *row*: $\mathbf{Z} = \mathbf{X} \mathbf{W} + \mathbf{1} \mathbf{b}$, where $\mathbf{b}$ is a
# row. All factors change their places. The loss is a squared error, $\lVert \mathbf{Z} - \mathbf{Y} \rVert_F^2 / 2n$, where
# $\lVert \cdot \rVert_F^2$ is the sum of all squared entries. With $\mathbf{G} = \frac1n (\mathbf{Z} - \mathbf{Y})$, what are the
# gradients by $\mathbf{W}$, $\mathbf{b}$ and $\mathbf{X}$? Our formulas, copied, do not fit:

# %% tags=["rounding"]
def complaint(page, *answers):
    """What is still wrong with answers in LaTeX; empty where nothing is."""
    if not all(isinstance(answer, str) and answer for answer in answers):
        return "no answer yet: write each in the cell above, as LaTeX"
    if any(rf"\{word}" in answer for answer in answers for word in ("partial", "nabla")):
        return "an answer must not contain a derivative"
    report = page(*answers)
    display(report)
    if not report.ok:
        return "not yet: the page above says which line is false or unread, and where"
    return "" if report.counts["holds"] >= len(answers) else "not every answer was judged: is one no equation?"


def rows(by_W, by_b, by_X):
    """The page with three right-hand sides, as LaTeX, judged."""
    given = r"""
Let $\mathbf{X} \in \mathbb{R}^{n \times d}$, $\mathbf{W} \in \mathbb{R}^{d \times K}$,
$\mathbf{b} \in \mathbb{R}^{1 \times K}$ and $\mathbf{Y} \in \mathbb{R}^{n \times K}$.

$$\mathbf{Z} = \mathbf{X} \mathbf{W} + \mathbf{1} \mathbf{b}, \qquad L = \frac{1}{2n} \lVert \mathbf{Z} - \mathbf{Y} \rVert_F^2$$

$$\mathbf{G} = \frac{1}{n} (\mathbf{Z} - \mathbf{Y})$$
"""
    letters = {r"\mathbf{W}": by_W, r"\mathbf{b}": by_b, r"\mathbf{X}": by_X}
    claims = [rf"$$\frac{{\partial L}}{{\partial {letter}}} = {by}$$" for letter, by in letters.items()]
    return check_text("\n\n".join([given, *claims]))


copied = rows(r"\mathbf{G} \mathbf{X}^\top", r"\mathbf{G} \mathbf{1}", r"\mathbf{W}^\top \mathbf{G}")
display(copied)
assert copied.counts["false"] == 3

# %% tags=["solution"]
# a right-hand side each, as LaTeX in r"...", in the letters \mathbf{G}, \mathbf{X}, \mathbf{W}, \mathbf{1}
by_W, by_b, by_X = "", "", ""
# solution
by_W = r"\mathbf{X}^\top \mathbf{G}"
by_b = r"\mathbf{1}^\top \mathbf{G}"
by_X = r"\mathbf{G} \mathbf{W}^\top"

# %% tags=["judge", "rounding"]
problem = complaint(rows, by_W, by_b, by_X)
assert not problem, problem

# %% [markdown]
# ### Exercise 3 · A price on large weights
#
# Add $\frac{\lambda}{2} \lVert \mathbf{W} \rVert_F^2$ to the mean loss of the batch, an *L2 penalty*. Which line of the
# gradients changes, and how? Does the $1/n$ reach the new term? Is the bias punished? Two common answers, and the verdicts:

# %% tags=["rounding"]
def penalised(by_W, by_b):
    """The page with two right-hand sides, as LaTeX, judged."""
    given = r"""
Let $\mathbf{W} \in \mathbb{R}^{K \times H}$, $\mathbf{A} \in \mathbb{R}^{H \times n}$, $\mathbf{b} \in \mathbb{R}^{K}$,
$\mathbf{T} \in \{\mathbf{e}_1, \dots, \mathbf{e}_K\}^n$ and $\lambda \in \mathbb{R}_{>0}$.

$$\mathbf{Z} = \mathbf{W} \mathbf{A} + \mathbf{b} \mathbf{1}^\top, \qquad \mathbf{P} = \mathrm{softmax}(\mathbf{Z})$$

$$L = -\frac{1}{n} \sum_{s=1}^{n} \sum_{i=1}^{K} T_{is} \log(P_{is}) + \frac{\lambda}{2} \lVert \mathbf{W} \rVert_F^2$$

$$\boldsymbol{\Delta} = \frac{1}{n} (\mathbf{P} - \mathbf{T})$$
"""
    letters = {r"\mathbf{W}": by_W, r"\mathbf{b}": by_b}
    claims = [rf"$$\frac{{\partial L}}{{\partial {letter}}} = {by}$$" for letter, by in letters.items()]
    return check_text("\n\n".join([given, *claims]))


common = penalised(
    r"\boldsymbol{\Delta} \mathbf{A}^\top + \frac{\lambda}{n} \mathbf{W}",
    r"\boldsymbol{\Delta} \mathbf{1} + \lambda \mathbf{b}",
)
display(common)
assert common.counts["false"] == 2

# %% tags=["solution"]
# a right-hand side each, in the letters \boldsymbol{\Delta}, \mathbf{A}, \mathbf{W}, \mathbf{b}, \mathbf{1}, \lambda
by_W, by_b = "", ""
# solution
by_W = r"\boldsymbol{\Delta} \mathbf{A}^\top + \lambda \mathbf{W}"
by_b = r"\boldsymbol{\Delta} \mathbf{1}"

# %% tags=["judge", "rounding"]
problem = complaint(penalised, by_W, by_b)
assert not problem, problem

# %% [markdown]
# In the library this is the line `layer.dW += self.l2 * layer.W` of `backward`, and no line for the bias. The name is
# `NNClassifier([...], l2=...)`.
#
# ## What is still wrong, and where to go next
#
# * The sum over the examples is found, and the $1/n$ has its place. But a gradient can be wrong in ways that no formula shows:
#   at a kink, in float32, with a batch of one. How to test a gradient so that one can trust the test is the question of
#   [notebook 3](03-check-a-gradient.ipynb).
# * Our loop takes the whole data set in each step. Mini-batches, and longer memories than one step (momentum, Adam), are in
#   `fit`.
# * A low loss on the training data is not the aim: the last lines of [chapter 6](../derivations/06-the-algorithm.md).
# * From a tag to the code and back: `mlp-theory explain 6.9`, `mlp-theory explain NNClassifier.backward`. To hold a
#   function of your own against an equation:
#   `mlp-theory check --implements mine.py:dW --of 5.15 derivations/05-mini-batches.md`.
