# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 3 · Check a gradient
#
# **After this page you can** check any gradient against the function it belongs to, say why a small number from a
# gradient check may mean nothing and a large one no harm, and find the line that is wrong in a layer or a loss of
# your own.
#
# *Needs:* [chapter 5](../derivations/05-mini-batches.md); chapter 6 helps. *Takes:* 45 minutes.
#
# A wrong gradient still trains. It trains worse, and nobody tells you. So the question of this page: **how do you
# find out whether a gradient is right, without trusting the derivation that it came from?**

# %%
import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import check_grad

from mlp_theory import Linear, Network, NNClassifier, check_gradients, check_text, plot_gradient_check
from mlp_theory.network import Block, Parameter, ReLU, SquaredError
from mlp_theory.plots.style import COLOURS

# %% [markdown]
# ## Take a small step and look
#
# The derivative says how much the function changes when you take a small step. So take one. For each entry of
# $\mathbf{x}$, with a small $h$ and the unit vector $\mathbf{e}_i$:
#
# $$\frac{\partial f}{\partial x_i} \approx \frac{f(\mathbf{x} + h\, \mathbf{e}_i) - f(\mathbf{x})}{h}$$
#
# This is a *forward difference*. It uses values of $f$ and no calculus. The smallest example is half a sum of
# squares, whose gradient is $\mathbf{x}$ itself.


# %%
def half_squares(x):
    return 0.5 * float(x @ x)


x = np.array([0.5, -1.5, 2.0])
h = np.sqrt(np.finfo(float).eps)
differences = np.array([(half_squares(x + h * e) - half_squares(x)) / h for e in np.eye(3)])
print(f"h = {h:.1e}")
print(differences.round(5))
assert np.allclose(differences, x, atol=1e-6)

# %% [markdown]
# `scipy.optimize.check_grad` does just this, with this $h$, and returns one number: the length of the difference,
# $\lVert \mathbf{g} - \mathbf{d} \rVert_2$, where $\mathbf{g}$ is the gradient that you claim and $\mathbf{d}$ holds
# the forward differences. Small is good.

# %%
score = check_grad(half_squares, lambda x: x, x)
assert np.isclose(score, np.linalg.norm(x - differences), rtol=1e-3, atol=0)
assert score < 1e-6

# %% [markdown]
# ## A whole network
#
# L. Daza's article *A NumPy implementation of a neural network from scratch* checks a network with 500 inputs, hidden
# layers of 100, 50 and 40 units and 10 classes in this way. It has 57,600 weights and biases. Here is the same
# network in this package. `check_gradients` hands every W and every b to `check_grad`, and then does some more, which
# is what the rest of this page is about. Each W and each b gets a number. Guess which of the eight is the largest.

# %%
rng = np.random.default_rng(0)
model = NNClassifier([500, 100, 50, 40, 10], rng=rng)
X, t = rng.random((500, 7)), rng.integers(0, 10, 7)
report = check_gradients(model, X, t)
assert model.theta.size == 57600
assert report.ok

# %% tags=["rounding"]
article = {  # one example
    (1, "W"): 2.83e-06, (1, "b"): 1.17e-07,
    (2, "W"): 5.29e-07, (2, "b"): 1.39e-07,
    (3, "W"): 5.19e-07, (3, "b"): 6.91e-08,
    (4, "W"): 2.01e-07, (4, "b"): 9.24e-08,
}  # fmt: skip
print("layer     the article, n = 1   here, n = 7")
for row in report.rows:
    print(f"{row.layer}  d{row.name}     {article[row.layer, row.name]:.0e}              {row.check_grad:.0e}")
assert max(row.check_grad for row in report.rows) <= 1e-5
assert max(report.rows, key=lambda row: row.check_grad).title == "dW of layer 1"

# %% [markdown]
# dW of layer 1: each number is the length of a vector of small errors, and this vector is the longest, with 50,000
# entries. The article's numbers and ours have the same sizes; the draws of the weights and of the data differ, and
# all of it is nothing but rounding. The picture shows the errors relative to the size of each gradient. Now the eight
# bars are about equally long: a bar no longer grows with its layer.

# %%
ax = plot_gradient_check(report)

# %% [markdown]
# So all is well? Six things can go wrong with a check like this. They follow, each with its smallest example.
#
# ## One example is not enough
#
# The article checks with a single example. Take one linear layer and half the mean squared error:
#
# $$\mathbf{Z} = \mathbf{W} \mathbf{X}, \qquad L = \frac{1}{2n} \lVert \mathbf{Z} - \mathbf{T} \rVert_F^2$$
#
# As in [(5.15)](../derivations/05-mini-batches.md), the gradient is a product that sums over the examples, and the
# $1/n$ is in it once. Below are the right gradient and three wrong ones. Which of them will a check with $n = 1$
# find?


# %%
def half_mean_squares(W, X, T):
    return 0.5 * float(((W @ X - T) ** 2).sum()) / X.shape[1]


claims = {
    "right": lambda D, X, n: D @ X.T / n,
    "1/n forgotten": lambda D, X, n: D @ X.T,
    "1/n twice": lambda D, X, n: D @ X.T / n**2,
    "first example only": lambda D, X, n: D[:, :1] @ X[:, :1].T,
}

rng = np.random.default_rng(0)
W, X7, T7 = rng.normal(size=(2, 3)), rng.normal(size=(3, 7)), rng.normal(size=(2, 7))
assert np.isclose(half_mean_squares(W, X7, W @ X7 + 1), 1)

# %%
scores = {}
for n in (1, 7):
    X, T = X7[:, :n], T7[:, :n]
    for name, claim in claims.items():
        scores[name, n] = check_grad(
            lambda w: half_mean_squares(w.reshape(2, 3), X, T),
            lambda w: claim(w.reshape(2, 3) @ X - T, X, n).ravel(),
            W.ravel(),
        )
print("                      n = 1   n = 7")
for name in claims:
    print(f"{name:20}", *(f"{'pass' if scores[name, n] < 1e-5 else 'FAIL':>6}" for n in (1, 7)))
assert all(scores[name, 1] < 1e-6 for name in claims)
assert [scores[name, 7] < 1e-6 for name in claims] == [True, False, False, False]
assert min(scores[name, 7] for name in claims if name != "right") > 0.1

# %% [markdown]
# None. With one example a sum is a mean and $1/n$ is $1$: every mistake of this kind passes. `check_gradients`
# therefore refuses a single column.

# %%
model = NNClassifier([3, 5, 2], rng=0)
try:
    check_gradients(model, X7[:, :1], [1])
    refused = ""
except ValueError as error:
    refused = str(error)
print(refused)
assert "n >= 2" in refused

# %% [markdown]
# There is a second accident of this kind. If $n$ equals the number of classes, $1/K$ in place of $1/n$ passes. So the
# check takes columns twice until $n$ is no size of a layer, and says so in its notes.

# %%
report = check_gradients(model, X7[:, :5], [0, 1, 0, 1, 1])
print(*report.notes)
assert report.ok
assert len(report.notes) == 1

# %% [markdown]
# ## An absolute norm is not enough
#
# $10^{-5}$ is small beside $1$. Is it small? Multiply the loss by $c$: a change of units, no more. Here is the
# gradient that is right, and one that is **twice too large**, with the number of `check_grad` for each.

# %% tags=["rounding"]
x = np.array([0.3, -0.7, 1.1])
x *= np.sqrt(4 / (x @ x))  # of length 2
print("loss of size   right    twice too large")
absolute = {}
for c in (1e-9, 1e-6, 1.0, 1e9):
    for factor in (1, 2):
        absolute[c, factor] = check_grad(lambda x: c * half_squares(x), lambda x: factor * c * x, x)
    print(f"{c:7.0e}        {absolute[c, 1]:.0e}    {absolute[c, 2]:.0e}")
assert np.isclose(absolute[1e-6, 2], 2e-6, rtol=1e-3)
assert absolute[1e9, 1] > 1 > 1e-5 > absolute[1e-6, 2]

# %% [markdown]
# On a loss of size $10^{-6}$ the wrong gradient scores 2e-06, and any bar such as $10^{-5}$ lets it pass. On a loss
# of size $10^9$ the right gradient scores more than 1, and the bar stops it. No bar is right, because the number has
# the units of the loss. Divide by the size of the gradient, and the units are gone:
#
# $$\frac{\lVert \mathbf{g} - \mathbf{d} \rVert_2}{\lVert \mathbf{d} \rVert_2}$$
#
# `check_gradients(f, grad, at=x)` takes any function and what you think is its gradient; this quotient is the
# `relative` of its rows.

# %%
for c in (1e-9, 1e-6, 1.0, 1e9):
    right, wrong = (
        check_gradients(lambda x: c * half_squares(x), lambda x: factor * c * x, at=x).rows[0] for factor in (1, 2)
    )
    assert right.ok
    assert right.relative < 1e-6
    assert wrong.verdict == "wrong"
    assert np.isclose(wrong.relative, 1, rtol=1e-3)

# %% [markdown]
# Twice too large is a relative error of 1, whatever the size of the loss. A common recipe divides by the larger of 1
# and the size. That is the old trap again: below 1 the number is absolute.
#
# What if the gradient is zero? Then there is no size to divide by: 0 agrees with 0, and so does twice 0. The check
# goes to points close by, where the gradient is not zero.

# %%
at_the_minimum = check_gradients(half_squares, lambda x: 2 * x, at=np.zeros(3))
assert at_the_minimum.rows[0].verdict == "wrong"
assert at_the_minimum.rows[0].draws > 1

# %% [markdown]
# And still a length is *one* number for many entries. Take 10,000 entries of which one, a small one, has the wrong
# sign.


# %% tags=["rounding"]
def one_wrong_sign(W):
    G = W.copy()
    G[3, 5] *= -1
    return G


W = np.random.default_rng(0).normal(size=(100, 100))
W[3, 5] = 1e-4
quotient = np.linalg.norm(one_wrong_sign(W) - W) / np.linalg.norm(W)
report = check_gradients(lambda W: half_squares(W.ravel()), one_wrong_sign, at=W)
print(f"relative error of the whole: {quotient:.0e}")
print(report.failures[0].complaint)
assert quotient < 1e-5
assert report.failures[0].worst == (3, 5)

# %% [markdown]
# The quotient of the whole is 2e-06 and looks like rounding. That is why `check_gradients` judges **entry by entry**,
# each against its own size, and names the worst one.
#
# ## float32 is not enough
#
# Half the sum of squares once more, but computed in float32, as on many graphics cards. The gradient is correct. What
# will `check_grad` say?


# %%
def half_squares_float32(x):
    return float((x.astype(np.float32) ** 2).sum() / 2)


x = np.array([0.5, -0.5, 0.5])
score = check_grad(half_squares_float32, lambda x: x, x)
print(f"check_grad: {score:.2f}, the length of the gradient: {np.linalg.norm(x):.2f}")
assert np.isclose(score, np.linalg.norm(x))

# %% [markdown]
# The error is as long as the gradient itself: the differences are all *zero*. The step is the root of the machine
# epsilon of float64, about $1.5 \cdot 10^{-8}$. Beside 0.5 the numbers of float32 lie $6 \cdot 10^{-8}$ apart. So the
# step is rounded away, and the function stands still.

# %%
assert np.float32(0.5 + h) == np.float32(0.5)
assert np.spacing(np.float32(0.5)) > 3 * h

# %% [markdown]
# A longer step moves the function again, but a long step is a coarse one: three digits are all that is left.

# %% tags=["rounding"]
score = check_grad(half_squares_float32, lambda x: x, x, epsilon=1e-3)
print(f"with a step of 1e-03: {score:.0e}")
assert 1e-4 < score < 1e-2

# %% [markdown]
# What to do: check in float64, train in what you like. `check_gradients` checks a float32 network as a copy in
# float64, with the same weights.

# %%
model = NNClassifier([3, 5, 2], rng=0, dtype=np.float32)
report = check_gradients(model, X7, [0, 1, 0, 1, 1, 0, 0])
print(*report.notes)
assert report.ok
assert model.dtype == np.float32

# %% [markdown]
# A function that rounds inside cannot be copied into float64. For such a function the check first measures how finely
# its values are resolved, and then chooses its steps accordingly.

# %%
assert check_gradients(half_squares_float32, lambda x: x, at=x).ok
assert not check_gradients(half_squares_float32, lambda x: 2 * x, at=x).ok

# %% [markdown]
# ## A kink is no mistake
#
# ReLU is $\max(0, z)$, and by convention its derivative at 0 is 0. Add up three of them at $\mathbf{z} = \mathbf{0}$.
# The code below is correct. Its score?

# %%
relu = ReLU()
zeros = np.zeros(3)
score = check_grad(lambda z: float(relu.value(z).sum()), relu.derivative, zeros)
print(f"{score:.4f}, the root of 3: {np.sqrt(3):.4f}")
assert np.isclose(score, np.sqrt(3))

# %% [markdown]
# A forward difference looks to the right only. There the slope is 1, the convention says 0, and each of the three
# entries is off by 1. Nothing is wrong: at a kink there is no derivative to compare with.
#
# It is enough to be *near* a kink. The picture shows differences with a step of 0.4, so long that one can see it.
# Within a step of the kink they see a part of both sides, and give neither slope.

# %%
z = np.linspace(-1, 1, 401)
step = 0.4
forward = (relu.value(z + step) - relu.value(z)) / step
central = (relu.value(z + step) - relu.value(z - step)) / (2 * step)
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(z, relu.derivative(z), color=COLOURS[7], label="derivative of ReLU")
ax.plot(z, forward, "--", color=COLOURS[5], label="forward difference, h = 0.4")
ax.plot(z, central, "-.", color=COLOURS[0], label="central difference, h = 0.4")
ax.set(xlabel="z", ylabel="slope", title="Within a step of the kink a difference is no derivative")
ax.legend(frameon=False)
off = ~np.isclose(forward, relu.derivative(z))
assert z[off].min() > -step - 1e-9
assert z[off].max() < 1e-9

# %% [markdown]
# When does a network stand on a kink? Biases start at zero, so every column of zeros in $\mathbf{X}$ gives a whole
# column of zeros in $\mathbf{Z}$. `check_gradients` notices. At a kink the slopes to the left and to the right keep
# their distance however short the step is. Then it judges nothing there, goes to points close by, and asks that three
# of them agree.

# %%
X0, t0 = X7.copy(), np.array([0, 1, 0, 1, 1, 0, 0])
X0[:, 2] = 0
model = NNClassifier([3, 5, 2], rng=0)


def loss_of_b(b):
    model.layers[0].b = b.reshape(5, 1)
    return model.loss(X0, t0)


def gradient_of_b(b):
    loss_of_b(b)
    model.backward()
    return model.layers[0].db.ravel().copy()


by_scipy = check_grad(loss_of_b, gradient_of_b, np.zeros(5))
model.layers[0].b = np.zeros((5, 1))
report = check_gradients(model, X0, t0)
print(f"check_grad, db of layer 1: {by_scipy:.2f}")
print(*report.closing(), sep="\n")
assert by_scipy > 0.01
assert report.ok

# %% [markdown]
# Going elsewhere is no way to let things pass: a wrong gradient is wrong close by as well. And where nothing can be
# told anywhere, the verdict is `untested`, which is not `ok`. A loss with dropout, drawn anew at each call, is such a
# case.

# %%
noise = np.random.default_rng(0)
twice = check_gradients(lambda z: float(relu.value(z).sum()), lambda z: 2 * relu.derivative(z), at=zeros)
dropout = check_gradients(lambda z: float(z @ (noise.random(40) < 0.5)), lambda z: 0.5 * np.ones(40), at=np.ones(40))
print(twice.rows[0].verdict)
print(f"{dropout.rows[0].verdict}: {dropout.rows[0].reason}")
assert twice.rows[0].verdict == "wrong"
assert dropout.rows[0].verdict == "untested"
assert not dropout.ok

# %% [markdown]
# ## Forward differences have a floor
#
# Why does a correct gradient not score 0? And why is the step $10^{-8}$ and not $10^{-15}$? Two errors pull in
# opposite directions. By Taylor's formula, cutting off after the first term costs about
# $\frac{h}{2} \lvert f'' \rvert$: **shorter is better**. But each value of $f$ is rounded, by about
# $\varepsilon \lvert f \rvert$ with $\varepsilon = 2 \cdot 10^{-16}$, and the division by $h$ magnifies that:
# **longer is better**.
#
# Two other ways to take the step:
#
# $$
# \begin{align}
# f'(x) &\approx \frac{f(x + h) - f(x - h)}{2h} && \text{central difference: it costs about } h^2 \\
# f'(x) &\approx \frac{\mathrm{Im}\, f(x + \mathrm{i} h)}{h} && \text{complex step: } h^2 \text{ too, no subtraction}
# \end{align}
# $$
#
# Guess where the lowest point of each curve lies. The function is $\log(1 + e^z)$ at $z = 1$; its derivative is
# $\sigma(1)$.

# %%
softplus = lambda z: np.log(1 + np.exp(z))
true, z = 1 / (1 + np.exp(-1.0)), 1.0
steps = 10.0 ** np.arange(-15.5, 0.01, 0.25)
errors = {
    "forward difference": np.abs((softplus(z + steps) - softplus(z)) / steps - true) / true,
    "central difference": np.abs((softplus(z + steps) - softplus(z - steps)) / (2 * steps) - true) / true,
    "complex step": np.abs(softplus(z + 1j * steps).imag / steps - true) / true,
}
fig, ax = plt.subplots(figsize=(6.5, 4.2), layout="constrained")
for (name, error), k, marker in zip(errors.items(), (5, 0, 2), "osv", strict=True):
    ax.loglog(steps, np.maximum(error, 1e-17), marker=marker, markersize=4, color=COLOURS[k], label=name)
ax.loglog(steps, np.finfo(float).eps / steps, ":", color=COLOURS[7], label="ε/h, rounding")
ax.axvline(h, color="0.7", linewidth=1, zorder=0)
ax.text(0.7 * h, 0.5, "step of check_grad", color="0.4", fontsize=9, ha="right")
ax.set(xlabel="step h", ylabel="relative error", ylim=(1e-17, 10), title="Each way to take a step has its best step")
ax.legend(frameon=False, loc="center left", bbox_to_anchor=(0.01, 0.36), fontsize=9)
forward, central, complex_step = errors.values()
assert forward.min() > central.min() > complex_step.min()

# %% tags=["rounding"]
for name in ("forward difference", "central difference"):
    print(f"{name}: best {errors[name].min():.0e}, at h = {steps[errors[name].argmin()]:.0e}")
print(f"complex step: {complex_step[steps < 1e-8].max():.0e} or less for every h below 1e-08")
assert 1e-12 < forward.min() < 1e-7
assert central.min() < 1e-9
assert complex_step[steps < 1e-8].max() < 1e-14

# %% [markdown]
# The forward difference draws a V. On the right, its error falls with $h$; on the left, it rises like
# $\varepsilon/h$. The two branches meet where $h$ is about $\sqrt{\varepsilon} = 1.5 \cdot 10^{-8}$, the step of
# `check_grad`, and what remains there is about $10^{-8}$. (A single dot may lie lower by luck.) That is the *floor*
# of a forward difference. The central one falls with $h^2$, and its V is deeper. The complex step shares this right
# branch and has no left one: it stays at the last digit (an error of zero is drawn at the lower edge). But it needs a
# function that takes complex numbers.
#
# The floor also says **how close is close enough**. In float64 a correct gradient has a relative error of about
# $10^{-7}$, or less. Slips are factors, signs and lost terms, so they seldom fall below $10^{-2}$. What lies between
# is worth a look: float32 somewhere inside, a kink, or one wrong entry of many. `check_gradients` allows each entry
# $10^{-4}$ of its size, and looks again, with central differences at many steps, at those entries that forward
# differences cannot settle.
#
# ## The starting point must be a copy
#
# The check of a network moves parameters and puts them back. In this package `theta` holds all of them, and every W
# and b is a part of it, a *view*. Here are forward differences by hand for a correct gradient, once from
# `model.theta` and once from a copy of it.


# %%
def by_hand(f, gradient, x, h=1e-6):
    g, d = gradient(x), np.zeros(x.size)
    for i in range(x.size):
        step = h * (np.arange(x.size) == i)
        d[i] = (f(x + step) - f(x)) / h
    return np.linalg.norm(g - d)


assert by_hand(half_squares, lambda x: x, np.array([1.0, 2.0])) < 1e-5

# %%
t7 = np.array([0, 1, 0, 1, 1, 0, 0])
model = NNClassifier([3, 5, 2], rng=0)
start = model.theta.copy()


def loss_at(theta):
    model.theta = theta  # assigning copies into the vector
    return model.loss(X7, t7)


def gradient_at(theta):
    loss_at(theta)
    model.backward()
    return model.dtheta.copy()


length = np.linalg.norm(gradient_at(start))
of_the_view = by_hand(loss_at, gradient_at, model.theta)
model.theta = start
of_a_copy = by_hand(loss_at, gradient_at, model.theta.copy())
print(f"length of the gradient {length:.3f}, from theta {of_the_view:.3f}, from a copy {of_a_copy:.3f}")
assert np.isclose(of_the_view, length, rtol=1e-3)
assert of_a_copy < 1e-4

# %% [markdown]
# From the view, the score is the length of the gradient: the differences are zero again. `x` *is* the vector of the
# network. The call `f(x + step)` writes into it, and so the `f(x)` that follows is taken at the moved point too.
#
# SciPy copies its starting point, so its number is safe. But its last call leaves the network one step from where it
# was. A check of one parameter after another then wanders off. `check_gradients` leaves every parameter as it was, to
# the last bit.

# %%
model.theta = start
assert check_grad(loss_at, gradient_at, model.theta) < 1e-6
assert (model.theta != start).any()

model.theta = start
assert check_gradients(model, X7, t7).ok
assert (model.theta == start).all()

# %% [markdown]
# ## Check a layer of your own
#
# A layer of your own is a `Block`. It has a `forward`, and a `backward` that is given
# $\partial L / \partial \mathbf{Y}$ and returns $\partial L / \partial \mathbf{A}$. A parameter is declared together
# with its gradient. `backward` *adds* to that gradient, with `+=`, since a block that stands in two places of a network
# gets a part from each. The network sets all gradients to zero before it begins. As an example take a *residual* layer,
# which adds something to what it was given:
#
# $$\mathbf{Y} = \mathbf{A} + \mathbf{W} \tanh(\mathbf{A})$$
#
# Here is a first attempt. One line is wrong. Can you see it?


# %%
class Residual(Block):
    """Y = A + W tanh(A)."""

    W, dW = Parameter(), Parameter()

    def __init__(self, n_rows, rng):
        self.n_inputs = self.n_outputs = n_rows
        self.allocate(W=(n_rows, n_rows))
        self.W = rng.normal(size=(n_rows, n_rows))

    def forward(self, A):
        return A + self.W @ np.tanh(A)

    def backward(self, dY, A):
        self.dW += dY @ np.tanh(A).T
        return (self.W.T @ dY) * (1 - np.tanh(A) ** 2)


rng = np.random.default_rng(0)
network = Network([Linear(3, 4, rng=rng), Residual(4, rng), Linear(4, 2, rng=rng)])
report = check_gradients(network, X7, t7)
assert [row.title for row in report.failures] == ["dW of layer 1", "db of layer 1"]

# %% [markdown]
# The bars of the picture say where to look. Layer 2 is the residual one, and its own dW is right. So is layer 3. What
# is wrong is layer 1, which is a plain `Linear`, tested long ago.

# %%
ax = plot_gradient_check(report)

# %% [markdown]
# A gradient flows from the last layer to the first, so read the bars from below. A wrong layer that you trust has
# been handed something wrong **by the layer after it**. The suspect is what the residual layer returns; its own dW
# does not depend on that. And indeed: $\mathbf{A}$ reaches $\mathbf{Y}$ in two ways, and the plain one, with its
# $\partial L / \partial \mathbf{Y}$, was forgotten. Before we mend the code, we let the mathematics be checked too,
# with a loss $\ell$ about which nothing is known:

# %%
page = r"""
Let $\mathbf{A} \in \mathbb{R}^{K \times n}$, $\mathbf{W} \in \mathbb{R}^{K \times K}$ and
$\ell : \mathbb{R}^{K \times n} \to \mathbb{R}$.

$$\mathbf{Y} = \mathbf{A} + \mathbf{W} \tanh(\mathbf{A}), \qquad L = \ell(\mathbf{Y}), \qquad \mathbf{G} = \frac{\partial L}{\partial \mathbf{Y}}$$

$$\frac{\partial L}{\partial \mathbf{W}} = \mathbf{G} \tanh(\mathbf{A})^\top$$

$$\frac{\partial L}{\partial \mathbf{A}} = (\mathbf{W}^\top \mathbf{G}) \odot (1 - \tanh^2(\mathbf{A}))$$

$$\frac{\partial L}{\partial \mathbf{A}} = \mathbf{G} + (\mathbf{W}^\top \mathbf{G}) \odot (1 - \tanh^2(\mathbf{A}))$$
"""
judgements = [verdict.verdict for verdict in check_text(page).verdicts if verdict.verdict in ("holds", "false")]
print(*judgements)
assert judgements == ["holds", "false", "holds"]

# %% [markdown]
# The line for dW holds, the line that was typed into `backward` is false, and the one with the forgotten term holds.


# %%
class MendedResidual(Residual):
    def backward(self, dY, A):
        return dY + super().backward(dY, A)


rng = np.random.default_rng(0)
mended = Network([Linear(3, 4, rng=rng), MendedResidual(4, rng), Linear(4, 2, rng=rng)])
assert check_gradients(mended, X7, t7).ok


# %% [markdown]
# The other kind of mistake is in the gradient of the parameter itself. Say that you divide by $n$ there, although the
# loss has done so. Then that gradient is named, and no other.


# %%
class DividedAgain(MendedResidual):
    def backward(self, dY, A):
        dA = super().backward(dY, A)
        self.dW /= A.shape[1]
        return dA


rng = np.random.default_rng(0)
divided = Network([Linear(3, 4, rng=rng), DividedAgain(4, rng), Linear(4, 2, rng=rng)])
report = check_gradients(divided, X7, t7)
row = report.failures[0]
print(f"{row.title} is {row.verdict}, {row.measured / row.claimed:.3f} times too small in the worst entry")
assert [row.title for row in report.failures] == ["dW of layer 2"]
assert np.isclose(row.measured / row.claimed, 7, rtol=1e-4)

# %% [markdown]
# The factor is 7, and there are 7 examples. Such a factor tells which slip it is: $n$ for a lost $1/n$, 2 for the
# exponent of a square, $-1$ for a sign.
#
# One thing remains untested so far: what a *first* block returns, which no parameter needs. If the first block has no
# parameters, the check looks at $\partial L / \partial \mathbf{X}$ by itself; else you can ask for it.

# %%
report = check_gradients(mended, X7, t7, wrt_inputs=True)
assert report.ok
assert report.rows[-1].name == "X"

# %% [markdown]
# ## Check a loss of your own
#
# A squared error runs after every outlier. The *log-cosh* loss is quadratic for small errors and grows like the
# absolute value for large ones. For $m$ outputs and $n$ examples:
#
# $$L = \frac{1}{n m} \sum_{i=1}^{m} \sum_{s=1}^{n} \log \cosh(Z_{is} - T_{is})$$
#
# A loss is two functions: one returns $L$ (and what the gradient will need), the other
# $\boldsymbol{\Delta} = \partial L / \partial \mathbf{Z}$. The rest comes from `SquaredError`. The derivative of
# $\log \cosh$ is $\tanh$. This is the first attempt:


# %%
class LogCosh(SquaredError):
    name = "log-cosh"

    def __call__(self, Z, T):
        R = np.abs(Z - T)  # log cosh r = r + log(1 + exp(-2r)) - log 2, without an overflow
        return float((R + np.log1p(np.exp(-2 * R)) - np.log(2)).mean()), Z

    def gradient(self, P, T):
        return np.tanh(P - T) / T.shape[1]


X, Y = X7, np.random.default_rng(1).normal(size=(2, 7))
assert check_gradients(Network([Linear(3, 1, rng=0)], loss=LogCosh()), X, Y[:1]).ok

# %% [markdown]
# It passes, with one output. And with two?

# %%
report = check_gradients(Network([Linear(3, 2, rng=0)], loss=LogCosh()), X, Y)
for row in report.failures:
    print(f"{row.title}: {row.claimed / row.measured:.3f} times what it should be")
assert len(report.failures) == 2
assert all(np.isclose(row.claimed / row.measured, 2, rtol=1e-4) for row in report.failures)

# %% [markdown]
# `.mean()` divides by all $n m$ entries, the gradient by $n$ alone. With $m = 1$ this cannot be seen. It is the
# lesson of the single example again: **in a check let no size be 1 and no two sizes be equal.** Every gradient is
# wrong by the same factor, so the mistake is where all of them come from, in the loss.


# %%
class MendedLogCosh(LogCosh):
    def gradient(self, P, T):
        return np.tanh(P - T) / T.size


report = check_gradients(Network([Linear(3, 2, rng=0)], loss=MendedLogCosh()), X, Y)
assert report.ok

# %% [markdown]
# ## Exercises
#
# Your turn. Every answer is judged by `check_gradients`, and a wrong one is told where it is wrong.
#
# ### Exercise 1 · A slope to be learnt
#
# A *PReLU* passes positive entries on, and multiplies the others by a slope $a_i$ that is learnt, one for each row:
#
# $$Y_{is} = \begin{cases} A_{is} & \text{if } A_{is} > 0 \\ a_i A_{is} & \text{else} \end{cases}$$
#
# Write its `backward`: add to `self.da`, of the shape of `a`, as `Residual` adds to its `dW`, and return
# $\partial L / \partial \mathbf{A}$.


# %% tags=["solution"]
class PReLU(Block):
    """Y = A where A > 0, else a ⊙ A: one slope per row, to be learnt."""

    a, da = Parameter(), Parameter()

    def __init__(self, n_rows):
        self.n_inputs = self.n_outputs = n_rows
        self.allocate(a=(n_rows, 1))
        self.a = np.full((n_rows, 1), 0.25)

    def forward(self, A):
        return np.where(A > 0, A, self.a * A)

    def backward(self, dY, A):
        # solution
        self.da += np.where(A > 0, 0, dY * A).sum(axis=1, keepdims=True)
        return np.where(A > 0, 1, self.a) * dY


# %% tags=["judge"]
def with_slopes(block):
    return Network([Linear(3, 4, rng=1), block, Linear(4, 2, rng=2)])


dA = PReLU(4).backward(np.ones((4, 7)), np.ones((4, 7)))
assert dA is not None, "write your answer above: backward returns nothing yet"
assert np.shape(dA) == (4, 7), f"backward returns the gradient by A, of shape (4, 7); it returned {np.shape(dA)}"
check_gradients(with_slopes(PReLU(4)), X7, t7).assert_ok()


class SlopeForgotten(PReLU):  # what a slip looks like: what is returned as if a were 1
    def backward(self, dY, A):
        super().backward(dY, A)
        return dY


slip = check_gradients(with_slopes(SlopeForgotten(4)), X7, t7)
print("Your backward is right. With a slip in what it returns these would be wrong:")
print(*(f"  {row.title}" for row in slip.failures), sep="\n")
assert [row.layer for row in slip.failures] == [1, 1]

# %% [markdown]
# ### Exercise 2 · A loss with a kink
#
# The *hinge* loss wants each score $z_i$ on the side of its label $y_i = \pm 1$, and at least 1 away from zero:
#
# $$L = \frac{1}{n} \sum_{i=1}^{n} \max(0,\ 1 - y_i z_i)$$
#
# Write its gradient with respect to $\mathbf{z}$. It is judged at a point of no particular kind, and at
# $\mathbf{z} = \mathbf{y}$, where every entry stands on its kink. What does your function return there, and does it
# matter?


# %%
def hinge(z):
    return float(np.maximum(0, 1 - y * z).mean())


y = np.array([1.0, -1.0, 1.0, 1.0, -1.0])
assert hinge(np.zeros(5)) == 1


# %% tags=["solution"]
def hinge_gradient(z):
    # solution
    return np.where(y * z < 1, -y, 0) / len(y)


# %% tags=["judge", "rounding"]
z_plain = np.array([0.3, 0.8, 2.0, -1.5, -0.2])
assert hinge_gradient(z_plain) is not None, "write your answer above: hinge_gradient returns nothing yet"
check_gradients(hinge, hinge_gradient, at=z_plain).assert_ok()
at_the_kink = check_gradients(hinge, hinge_gradient, at=y)
at_the_kink.assert_ok()
slip = check_gradients(hinge, lambda z: -hinge_gradient(z), at=z_plain)
print("Your gradient is right; at the kink:", at_the_kink.closing()[0])
print("With a slip in the sign:", slip.failures[0].complaint)
assert at_the_kink.rows[0].draws > 1

# %% [markdown]
# At the kink the solution of this page returns 0, the slope of the flat side; with `<=` for `<` it would return the
# other one, $-y_i / n$. It does not matter: there is no derivative to be right about, so both pass, and in training
# almost no score stands exactly there.
#
# ### Exercise 3 · One of three is wrong
#
# One softmax layer with an $L_2$ term: $\mathbf{Z} = \mathbf{W} \mathbf{X} + \mathbf{b} \mathbf{1}^\top$, and $L$ is
# the mean of the negative log-likelihoods plus $\frac{\lambda}{2} \lVert \mathbf{W} \rVert_F^2$. Below are three
# gradients. Two are right. Find the wrong one first by reading, with chapter 5 at hand, and then with
# `check_gradients`. Name it, and write what it should be.


# %%
def log_likelihood_loss(W, b, X):
    Z = W @ X + b
    return float(np.log(np.exp(Z).sum(axis=0)).mean() - (T3 * Z).sum() / X.shape[1]) + 0.05 * float((W**2).sum())


def probabilities(W, b, X):
    E = np.exp(W @ X + b)
    return E / E.sum(axis=0)


given = {
    "dW": lambda W, b, X: (probabilities(W, b, X) - T3) @ X.T / X.shape[1] + 0.1 * W,
    "db": lambda W, b, X: (probabilities(W, b, X) - T3).mean(axis=1, keepdims=True),
    "dX": lambda W, b, X: W.T @ (probabilities(W, b, X) - T3),
}
rng = np.random.default_rng(0)
W3, b3, X3 = rng.normal(size=(3, 4)), rng.normal(size=(3, 1)), rng.normal(size=(4, 6))
T3 = np.eye(3)[:, [0, 1, 2, 0, 1, 1]]
assert np.isclose(log_likelihood_loss(0 * W3, 0 * b3, X3), np.log(3))

# %% tags=["solution"]
culprit = "..."  # "dW", "db" or "dX"


def mended_gradient(W, b, X):
    """What given[culprit] should be."""
    # solution
    return W.T @ (probabilities(W, b, X) - T3) / X.shape[1]


culprit = "dX"


# %% tags=["judge"]
def judged(name, gradient):
    point = {"dW": W3, "db": b3, "dX": X3}

    def at(function):
        return lambda value: function(**{"W": W3, "b": b3, "X": X3, name[1:]: value})

    return check_gradients(at(log_likelihood_loss), at(gradient), at=point[name])


wrong_ones = [name for name, gradient in given.items() if not judged(name, gradient).ok]
assert culprit in given, f"write your answer above: culprit is one of {', '.join(given)}"
assert [culprit] == wrong_ones, f"{culprit} is right: {judged(culprit, given[culprit]).closing()[-1]}"
assert mended_gradient(W3, b3, X3) is not None, "write your answer above: mended_gradient returns nothing yet"
judged(culprit, mended_gradient).assert_ok()
row = judged(culprit, given[culprit]).rows[0]
print(f"Your answers are right. {culprit} was {row.claimed / row.measured:.3f} times too large, and n = {X3.shape[1]}")
assert np.isclose(row.claimed / row.measured, X3.shape[1], rtol=1e-4)

# %% [markdown]
# The two that are right look no better than the one that is wrong. `db` has `mean` where chapter 5 has a sum: it
# divides $\mathbf{P} - \mathbf{T}$ by $n$ late and not early, as (5.28) does. `dX` looks like (5.19), but
# $\mathbf{P} - \mathbf{T}$ is not yet $\boldsymbol{\Delta}$.
#
# ## What is still wrong
#
# * A check says that `backward` is the gradient of `loss`. It says nothing about whether the **loss** is the one you
#   want: a wrong loss with its own gradient passes. For that there are derivations.
# * It looks at one point. A branch that is not taken there is not tested: check with data that reaches every branch.
# * It is slow: at least one loss for every parameter. It is a tool for small networks, and for tests.
# * It names the gradient, not the line. The line comes from reading: `mlp-theory explain NNClassifier.backward`
#   prints the equation beside each line of code, and `mlp-theory explain 6.9` the lines that cite an equation.
#
# Where to go next: [chapter 6](../derivations/06-the-algorithm.md) puts the gradients together into the algorithm,
# and in [notebook 4](04-decision-boundaries.ipynb) such networks are trained. On the command line,
# `mlp-theory gradcheck --units 500 100 50 40 10` does the check of this page, and exits with 1 when a gradient is
# wrong.
