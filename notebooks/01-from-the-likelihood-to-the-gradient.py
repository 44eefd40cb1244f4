# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 1 · From the likelihood to the gradient
#
# **After this page you can** turn "make the data likely" into a loss, differentiate that loss by every score, weight and
# bias of a network, and find the slip in a gradient that is wrong.
#
# *Needs:* the chain rule for one variable, and products of matrices; chapters [2](../derivations/02-likelihood-to-loss.md),
# [3](../derivations/03-the-last-layer.md) and [4](../derivations/04-the-layers-before.md) lie open beside it.
# *Takes:* 60 minutes.
#
# A classifier gives every class a score. Softmax makes probabilities of the scores, and the loss is minus the logarithm of
# the probability of the right class: exponentials, a fraction, a logarithm. The question of this page: **why is the
# gradient of all that just $\mathbf{p} - \mathbf{t}$, what the model said minus what was right?**
#
# A number in brackets, as (2.6), is that of an equation in the chapters: the sixth of chapter 2.

# %%
import matplotlib.pyplot as plt
import numpy as np
from IPython.display import display
from scipy.special import expit, softmax

from mlp_theory import NNClassifier, check_gradients, check_text
from mlp_theory.errors import ShapeError
from mlp_theory.network import LeakyReLU, ReLU
from mlp_theory.plots.style import COLOURS
from mlp_theory.symbolic import (
    dims,
    function,
    function_of_matrix,
    general_layer,
    gradients,
    logsumexp,
    matrix,
    one_hot,
    vector,
)

# %load_ext mlp_theory

# %% [markdown]
# ## The smallest example
#
# Three classes, one example. The scores are 2, 1 and 0, and the second class is right. All is a column, as everywhere in
# this project: one example, one column. The target $\mathbf{t}$ is *one-hot*: a one in the row of the right class, zeros
# elsewhere. Softmax makes every score positive and divides by the sum: $p_i = \exp(z_i) / (\exp(z_1) + \dots + \exp(z_K))$,
# with $K = 3$ classes here.

# %%
z = np.array([[2.0], [1.0], [0.0]])  # the scores
t = np.array([[0.0], [1.0], [0.0]])  # the target: a single one, in the row of the right class
p = softmax(z, axis=0)
loss = -np.log((t * p).sum())

print("p    ", p.ravel().round(3))
print("loss ", loss.round(3))
assert abs(p.sum() - 1) < 1e-12

# %% [markdown]
# Before any calculus, guess. The model gives the right class 0.245. If the score of the *first* class, a wrong one, rises
# a little, does the loss rise or fall? By how much for each 0.01 of score? And the score of the right class?
#
# Then nudge each score up and down by a millionth, and see what the loss does.

# %%
def loss_at(z):
    """The loss of three scores, when the second class is right."""
    return -np.log(softmax(z, axis=0)[1, 0])


h = 1e-6
nudges = h * np.eye(3)  # column i moves score i
slopes = [(loss_at(z + nudges[:, [i]]) - loss_at(z - nudges[:, [i]])) / (2 * h) for i in range(3)]

print("slopes", np.round(slopes, 3))
print("p - t ", (p - t).ravel().round(3))
assert np.allclose(slopes, (p - t).ravel(), atol=1e-8)

# %% [markdown]
# They agree. A wrong class pushes the loss up by its own probability; the right class pulls it down by what its
# probability lacks to one. One example is no proof, but we know what to look for.
#
# Each slope is a *partial derivative*, $\partial L / \partial z_i$: only $z_i$ is nudged, the other scores stand still. All of
# them together are the *gradient* $\partial L / \partial \mathbf{z}$. **A gradient has the shape of its variable**: that of a
# column is a column, and below that of a matrix will be a matrix, each slope in the place of the entry that was nudged.
#
# ## From a likelihood to a loss
#
# The probability that the model gave to what came is a product in which all factors but one are one:
#
# $$q = \prod_{i=1}^{K} p_i^{t_i} \tag{2.6}$$
#
# For a data set, multiply again, over all examples. Why does nobody make that product large directly? Because no computer
# can hold it:

# %%
probabilities = np.full(1000, 0.245)  # a thousand examples, each as likely as ours

print("product         ", np.prod(probabilities))
print("sum of -logs    ", -np.log(probabilities).sum().round(1))
assert np.prod(probabilities) == 0.0

# %% [markdown]
# A logarithm turns the product into a sum, and a power into a factor. The minus sign turns "as large as possible" into "as
# small as possible". Two rules, and the loss stands there. The next cell is not Python but a page of mathematics, in
# ordinary Markdown and LaTeX. `%%check` reads it, draws random sizes and numbers for all letters, and judges every line.
# The set $\{\mathbf{e}_1, \dots, \mathbf{e}_K\}$ holds the one-hot columns: $\mathbf{e}_k$ has its one in row $k$.

# %% tags=["rounding"]
# %%check
# Let $\mathbf{z} \in \mathbb{R}^{K}$ and $\mathbf{t} \in \{\mathbf{e}_1, \dots, \mathbf{e}_K\}$.
# Let $i \in \{1, \dots, K\}$ and $k \in \{1, \dots, K\}$.
#
# $$S = \sum_{j=1}^{K} \exp(z_j), \qquad p_i = \frac{\exp(z_i)}{S}, \qquad q = \prod_{i=1}^{K} p_i^{t_i}$$
#
# The logarithm turns the product into a sum.
# $$
# \begin{align}
# -\log(q) &= -\sum_{i=1}^{K} \log\left( p_i^{t_i} \right) \\
# &= -\sum_{i=1}^{K} t_i \log(p_i) \tag{2.9}
# \end{align}
# $$
#
# It turns the fraction into a difference, and undoes the exponential.
# $$-\log(p_k) = -z_k + \log(S) \tag{2.10}$$
#
# Both together:
# $$-\sum_{i=1}^{K} t_i \log(p_i) = -\mathbf{t}^\top \mathbf{z} + \log(S) \tag{2.11}$$

# %%
assert _.ok and _.counts["holds"] == 4  # in IPython, _ is what the last cell showed

# %% [markdown]
# "Holds at 12 draws" means that both sides were computed at twelve sets of random numbers, and agreed. What is left is
# rounding: relative errors of $10^{-16}$, or more where two numbers that are nearly equal are subtracted.
#
# ## The step that needs the one
#
# One step in (2.11) is easily overlooked. Multiply out $-\sum_i t_i (z_i - \log S)$, and $\log S$ comes with the factor
# $\sum_i t_i$. Where did the factor go? It is one, *because* $\mathbf{t}$ is one-hot. Take any other column $\mathbf{u}$ in
# its place, and the checker says what the step needs and the page does not say, until the factor is written.
# $\mathbf{1}$ is a column of ones, so $\mathbf{1}^\top \mathbf{u}$ is the sum of the entries of $\mathbf{u}$:

# %% tags=["rounding"]
star = check_text(r"""
Let $\mathbf{z} \in \mathbb{R}^{K}$ and $\mathbf{u} \in \mathbb{R}^{K}$, and $i \in \{1, \dots, K\}$.

$$S = \sum_{j=1}^{K} \exp(z_j), \qquad p_i = \frac{\exp(z_i)}{S}$$

$$-\sum_{i=1}^{K} u_i \log(p_i) = -\mathbf{u}^\top \mathbf{z} + \log(S)$$

$$-\sum_{i=1}^{K} u_i \log(p_i) = -\mathbf{u}^\top \mathbf{z} + (\mathbf{1}^\top \mathbf{u}) \log(S) \tag{2.12}$$
""")
display(star)
assert [v.verdict for v in star.verdicts[-2:]] == ["holds-if", "holds"]

# %% [markdown]
# The engine knows it too. It derives with letters instead of numbers. Sizes have names, and what is assumed of a letter is
# declared: `one_hot` assumes $\mathbf{1}^\top \mathbf{t} = 1$, `vector` assumes nothing. Write the loss once with each. In the
# answer $\odot$ multiplies entry by entry, and $\mathbf{1} \mathbf{1}^\top \mathbf{u}$ is that sum, once in every row:

# %%
(K,) = dims("K")
scores = vector("z", K)
log_S = logsumexp(scores).named("s")  # log S, computed so that nothing overflows
u, target = vector("u", K), one_hot("t", K)

of_any = gradients(-(u.T @ (scores - log_S)), [scores])
of_one_hot = gradients(-(target.T @ (scores - log_S)), [scores])

print("any u:    ", of_any[scores])
print("one-hot t:", of_one_hot[scores], "   assumed of", *of_one_hot.assumptions)
assert str(of_any[scores]) == "p ⊙ (1 1ᵀ u) − u" and not of_any.assumptions
assert str(of_one_hot[scores]) == "p − t" and of_one_hot.assumptions

# %% [markdown]
# The factor $\mathbf{1}^\top \mathbf{u}$ stays where nothing says that it is one. Where it goes, the derivation says what it
# assumed.
#
# ## When there are two paths, add
#
# The chain rule that you know has one path: $x$ moves $u$, and $u$ moves $y$. The scores of a network reach the loss on
# many. The smallest case has two: $y = u \cdot v$ with $u = x^2$ and $v = 3x$. At $x = 2$ these are $u = 4$ and $v = 6$. Nudge
# $x$ by 0.001. Then $u$ rises by 0.004, which alone moves $y$ by $6 \cdot 0.004 = 0.024$; and $v$ rises by 0.003, which
# alone moves $y$ by $4 \cdot 0.003 = 0.012$. Guess what both do together.

# %%
x, h = 2.0, 1e-6
u, v = x**2, 3 * x
along_u = v * 2 * x  # ∂y/∂u = v, times du/dx = 2x
along_v = u * 3  # ∂y/∂v = u, times dv/dx = 3
measured = ((x + h) ** 2 * 3 * (x + h) - (x - h) ** 2 * 3 * (x - h)) / (2 * h)  # both move

print("along u:", along_u, "  along v:", along_v, "  measured:", round(measured, 4))
assert abs(measured - (along_u + along_v)) < 1e-6

# %% [markdown]
# **Multiply along a path, add over the paths.** With any number of numbers $u_1, \dots, u_m$ between $x$ and $y$:
#
# $$\frac{\partial y}{\partial x} = \sum_{i=1}^{m} \frac{\partial y}{\partial u_i} \frac{\partial u_i}{\partial x}$$
#
# That is the chain rule of this page and of all that follow: a sum over paths.
#
# ## The gradient, every step with its reason
#
# Now the whole way, from the loss $L = \log S - \mathbf{t}^\top \mathbf{z}$ to its gradient; $\mathrm{lse}$, *log-sum-exp*,
# is $\log S$. There are two paths from $\mathbf{z}$ to $L$, so the first row has two terms. Each row is one rewriting, with
# the law beside it. (In the product rule the transpose of $\mathbf{t}^\top$ stands as $(\mathbf{t}^\top)^\top$, until the
# last row tidies up.)

# %%
of_scores = gradients((logsumexp(scores) - target.T @ scores).named("L"), [scores])
of_scores

# %% [markdown]
# Should you believe it? Every step is an equation, so every step can be evaluated at random numbers. `check` does that,
# by a method that knows none of the laws (nudges along the imaginary axis, *complex steps*, which lose no digits), and asks
# `scipy.optimize.check_grad` about the result.

# %% tags=["rounding"]
checked = of_scores.check()
print(checked)
assert checked.ok and str(of_scores[scores]) == "p − t"

# %% [markdown]
# ## Why it is true: entry by entry
#
# The engine works with whole columns. What happens to a single score $z_r$ is hidden in the law "the derivative of
# log-sum-exp is softmax". `in_entries` opens it: sums over entries, and the Kronecker delta $\delta_{ir}$, which is one
# where $i = r$ and zero elsewhere.

# %%
of_scores.in_entries(scores)

# %% [markdown]
# Here is the answer to the question. In the sum of the exponentials only one contains $z_r$, and it is its own derivative.
# The logarithm puts it over the sum. So **the softmax comes back by itself**, and the delta picks $t_r$ out of the other sum.
#
# ## The same by hand, both cases
#
# Chapter 3 goes another way: it takes one class $k$ as the right one, and looks at two cases. Either $z_i$ is the score of
# the right class, or it is that of another. Type it as you would write it on paper; all that is asked is that each line
# is true.

# %% tags=["rounding"]
# %%check
# Let $\mathbf{z} \in \mathbb{R}^{K}$ and $\mathbf{t} \in \{\mathbf{e}_1, \dots, \mathbf{e}_K\}$.
# Let $i \in \{1, \dots, K\}$ and $k \in \{1, \dots, K\}$.
#
# $$S = \sum_{m=1}^{K} \exp(z_m), \qquad p_i = \frac{\exp(z_i)}{S}, \qquad L = -\sum_{k=1}^{K} t_k \log(p_k)$$
#
# The two parts of $-\log(p_k) = -z_k + \log(S)$:
# $$\frac{\partial z_k}{\partial z_i} = \delta_{ik} \tag{3.6}$$
# $$\frac{\partial \log(S)}{\partial z_i} = \frac{1}{S} \frac{\partial S}{\partial z_i} = \frac{\exp(z_i)}{S} = p_i \tag{3.7}$$
#
# Both cases, and one line for both:
# $$-\frac{\partial \log(p_k)}{\partial z_i} = \begin{cases} p_i - 1 & \text{if } i = k \\ p_i & \text{if } i \ne k \end{cases} \tag{3.8}$$
# $$-\frac{\partial \log(p_k)}{\partial z_i} = p_i - \delta_{ik} \tag{3.9}$$
#
# Collected over the classes:
# $$
# \begin{align}
# \frac{\partial L}{\partial z_i} &= \sum_{k=1}^{K} t_k (p_i - \delta_{ik}) \\
# &= p_i \sum_{k=1}^{K} t_k - \sum_{k=1}^{K} t_k \delta_{ik} \\
# &= p_i - t_i \tag{3.10}
# \end{align}
# $$
# $$\frac{\partial L}{\partial \mathbf{z}} = \mathbf{p} - \mathbf{t} \tag{3.11}$$

# %%
assert _.ok and _.counts["holds"] == 11

# %% [markdown]
# ## Three slips, found
#
# A wrong gradient looks just as good. Here are three that people make: the sign is turned; the case $i \ne k$ is forgotten,
# as if every score were that of the right class; and in the derivative of the softmax itself, a minus is lost.

# %% tags=["rounding"]
slips = check_text(r"""
Let $\mathbf{z} \in \mathbb{R}^{K}$ and $\mathbf{t} \in \{\mathbf{e}_1, \dots, \mathbf{e}_K\}$.
Let $i \in \{1, \dots, K\}$ and $k \in \{1, \dots, K\}$.

$$S = \sum_{m=1}^{K} \exp(z_m), \qquad p_i = \frac{\exp(z_i)}{S}, \qquad L = -\sum_{k=1}^{K} t_k \log(p_k)$$

$$\frac{\partial L}{\partial \mathbf{z}} = \mathbf{t} - \mathbf{p}$$

$$-\frac{\partial \log(p_k)}{\partial z_i} = p_i - 1$$

$$\frac{\partial p_k}{\partial z_i} = \begin{cases} p_k (1 - p_i) & \text{if } i = k \\ p_k p_i & \text{if } i \ne k \end{cases}$$
""")
display(slips)
assert slips.counts["false"] == 3 and not slips.ok

# %% [markdown]
# No line is only "wrong": each comes with a counterexample, an entry and the two numbers that should be equal. The entry of
# the second slip is (4, 3), the indices in the order in which the line names them: $k = 4$ and $i = 3$. They differ, so it
# is the case $i \ne k$ that was forgotten. In the third they differ too, and there the two numbers differ by the sign alone.
#
# A counterexample is a program that runs. It knows nothing of the checker, only NumPy and central differences.

# %% tags=["rounding"]
example = slips.verdicts[-1].counterexample
names = {}
exec(example.numpy, names)

print("at K =", example.sizes["K"], "in entry", example.entry)
print("left ", names["left"].round(4))
print("right", names["right"].round(4))
assert slips.verdicts[-2].counterexample.entry == (4, 3) and example.entry == (3, 4)
assert np.isclose(names["left"], -names["right"])

# %% [markdown]
# ## What the gradient is good for
#
# The gradient is a promise about small steps: along $-\mathbf{g}$ the loss falls, at first with the slope
# $-\lVert\mathbf{g}\rVert^2$. On the left the smallest example as bars: what the model says, what is right, and the
# difference, which sums to zero, (3.12). On the right the loss along $\mathbf{z} - \eta\,(\mathbf{p} - \mathbf{t})$, with
# the straight line that the gradient promises.

# %%
g = p - t
eta = np.linspace(0, 6, 61)
losses = np.array([loss_at(z - step * g) for step in eta])

figure, (left, right) = plt.subplots(1, 2, figsize=(9.0, 3.4), layout="constrained")
classes = np.arange(3)
for place, (bars, label) in enumerate([(p, "p, what the model says"), (t, "t, what is right"), (g, "p − t")]):
    left.bar(classes + 0.27 * (place - 1), bars.ravel(), width=0.25, color=COLOURS[place], label=label)
left.axhline(0, color="black", linewidth=0.8)
left.set(xticks=classes, xticklabels=["class 1", "class 2 (right)", "class 3"], ylim=(-0.9, 1.9))
left.set_title("The gradient by the three scores")
left.legend(loc="upper right", fontsize="small")
right.plot(eta, losses, color=COLOURS[0], label="the loss")
right.plot(eta[:17], loss - eta[:17] * (g**2).sum(), "--", color=COLOURS[1], label="what the gradient promises")
right.set(xlabel="step η", ylabel="loss", ylim=(0, 1.6), title="The loss along z − η (p − t)")
right.legend()

assert abs(g.sum()) < 1e-12  # (3.12)
assert (np.diff(losses) < 0).all()
assert np.isclose((losses[1] - losses[0]) / eta[1], -(g**2).sum(), rtol=0.05)

# %% [markdown]
# The curve leaves the line: the promise holds near $\eta = 0$ only.
#
# ## The weights: an outer product
#
# Scores are not what we can turn. They come from weights: $\mathbf{z} = \mathbf{W} \mathbf{a} + \mathbf{b}$, where row $i$
# of $\mathbf{W}$ belongs to class $i$. The engine keeps watch over the shapes. A transpose too many is refused, and both
# shapes are named:

# %%
(d,) = dims("d")
W, b, a = matrix("W", K, d), vector("b", K), vector("a", d)
try:
    W.T @ a
except ShapeError as error:
    print(error)
else:
    raise AssertionError("a product that does not fit was not refused")

# %% [markdown]
# The right one fits. On the way back, $\partial L / \partial \mathbf{z}$ is used three times, so it gets a name,
# $\boldsymbol{\delta}$.

# %%
last = (W @ a + b).named("z")
of_layer = gradients((logsumexp(last) - target.T @ last).named("L"), [W, b, a])

for letter in (W, b, a):
    print(f"∂L/∂{letter} = {of_layer[letter]}")
assert [str(gradient) for gradient in of_layer.values()] == ["δ aᵀ", "δ", "Wᵀ δ"]
assert all(of_layer[letter].shape == letter.shape for letter in (W, b, a))

# %% [markdown]
# Why is the gradient of $\mathbf{W}$ an *outer* product, a column times a row? Open it. The first row adds over the paths
# from $W_{rs}$ to $L$, one through each score $z_i$. The letter $\boldsymbol{\delta}$ is taken now, so the Kronecker delta is
# written as $\mathbb{1}(i = r)$, "one where $i = r$"; the reason "δ leaves one term" means it, and not our
# $\boldsymbol{\delta}$. And $\psi$ stands for whatever makes the loss of the scores.

# %%
of_layer.in_entries(W)

# %% [markdown]
# The weight $W_{rs}$ acts on the score $z_r$ alone, and there it multiplies $a_s$. So entry $(r, s)$ of the gradient is
# $\delta_r a_s$: row $r$ is the input, laid down, times one number, (3.14). All rows below each other are
# $\boldsymbol{\delta} \mathbf{a}^\top$, (3.15). The bias is added to the score with the factor one, and its gradient is
# $\boldsymbol{\delta}$ itself, (3.17).
#
# ## The layer before
#
# What comes before the last layer? Its input $\mathbf{a}$ is the output of a hidden layer. Take the letters of chapter 4: a
# layer $\mathbf{u} = \mathbf{V} \mathbf{y} + \mathbf{c}$, $\mathbf{h} = \phi(\mathbf{u})$ with any activation $\phi$, the
# layer after it, $\mathbf{s} = \mathbf{M} \mathbf{h} + \mathbf{g}$, and then *any* function $\psi$ that makes one number of
# $\mathbf{s}$. The engine need not know which.

# %%
H, N = dims("H N")
V, c, y = matrix("V", H, d), vector("c", H), vector("y", d)
M, offset = matrix("M", N, H), vector("g", N)
inside = (V @ y + c).named("u")
hidden = function("phi")(inside).named("h")
after = (M @ hidden + offset).named("s")
of_hidden = gradients(function_of_matrix("psi")(after).named("J"), [hidden, inside, V, c])
of_hidden

# %% [markdown]
# A bar is short for a derivative of $J$: $\bar{\mathbf{s}} = \partial J / \partial \mathbf{s}$. Two things happen on the way
# back. The matrix $\mathbf{M}$ comes back transposed, and then each entry is multiplied by its own $\phi'(u_j)$: only $u_j$
# moves $h_j$, so there is one path, and that is the $\odot$. Guess where the transpose comes from, then open its step ($\chi$
# stands for the rest of the way to $J$):

# %%
of_hidden.in_entries(hidden)

# %% [markdown]
# All $N$ units of the next layer listen to $h_r$, each with its own weight $M_{ir}$: $N$ paths. The chain rule adds over
# the *listeners* $i$, down a column of $\mathbf{M}$. A sum down a column is a row of $\mathbf{M}^\top$ times a column. **The
# transpose is the sum over the listeners.**
#
# For ReLU, $\phi'$ is one where the score is positive and zero where it is negative. At zero there is no derivative; the
# value zero is a convention, (4.8), and the code keeps to it:

# %%
slope = ReLU().derivative(np.array([-1.0, 0.0, 2.0]))
print(slope)
assert (slope == [0, 0, 1]).all()

# %% [markdown]
# ## Every layer
#
# Nothing above asked which layer it was. Derive three layers and look at what changes from one to the next:

# %%
sizes = dims("K_0 K_1 K_2 K_3")
weights = [matrix(f"W_{l}", sizes[l], sizes[l - 1]) for l in (1, 2, 3)]
biases = [vector(f"b_{l}", sizes[l]) for l in (1, 2, 3)]
f = function("f")

z_1 = (weights[0] @ vector("x", sizes[0]) + biases[0]).named("z_1")
z_2 = (weights[1] @ f(z_1).named("a_1") + biases[1]).named("z_2")
z_3 = (weights[2] @ f(z_2).named("a_2") + biases[2]).named("z_3")
right_class = one_hot("t", sizes[3])
of_all = gradients((logsumexp(z_3) - right_class.T @ z_3).named("L"), [*weights, *biases])

print(of_all.to_text(steps=False))
assert [str(of_all[w]) for w in weights] == ["δ₁ xᵀ", "δ₂ a₁ᵀ", "δ₃ a₂ᵀ"]

# %% [markdown]
# The weights of all layers have gradients of one form; only the last $\boldsymbol{\delta}$ starts differently. Three
# layers are an example again. For *every* layer the argument is an induction: the derivative by the last scores is known;
# and if the one of layer $l + 1$ is known, one step gives the one of layer $l$. `general_layer` derives that step with $l$
# as a letter, any activation $f$ and any loss $\ell$. It takes many examples at once, one a column, which is the matter of
# notebook 2; with a single column read $\mathbf{b}_l \mathbf{1}^\top$ as $\mathbf{b}_l$ and $\boldsymbol{\Delta}_l \mathbf{1}$ as
# $\boldsymbol{\delta}_l$:

# %%
induction = general_layer()
induction

# %% tags=["rounding"]
page = check_text(induction.to_markdown())  # the page that it writes, read back and judged
display(page)
assert page.ok and page.counts["holds"] == 3

# %% [markdown]
# In this page $M$ is the number of layers, so $\mathbf{Z}_M$ are the last scores. The checker builds whole networks, of three
# layers and of four, and tests every layer of each.
#
# ## Two classes: the sigmoid
#
# A test that one can see. With two classes and the scores $x$ and $0$, the first probability is
# $\exp(x) / (\exp(x) + 1)$: the sigmoid of $x$, written $\sigma(x)$. So a network without a hidden layer, with
# $\mathbf{W} = (1, 0)^\top$ and no bias, must draw the sigmoid. The line is `scipy.special.expit`, the dots are the network.

# %%
two = NNClassifier([1, 2], rng=0)
two.layers[0].W = np.array([[1.0], [0.0]])
x = np.linspace(-2, 2, 50)[None, :]  # 50 examples, one column each
first = two.forward_probs(x)[0]

ax = plt.subplots(figsize=(6.0, 3.2), layout="constrained")[1]
ax.plot(x.ravel(), expit(x.ravel()), color=COLOURS[0], label="scipy.special.expit")
ax.plot(x.ravel(), first, "o", markersize=4, color=COLOURS[1], label="softmax of the scores x and 0")
ax.set(xlabel="x", ylabel="probability of the first class", title="Softmax of two scores is the sigmoid")
ax.legend()

assert np.abs(first - expit(x.ravel())).max() <= 1e-15

# %% [markdown]
# In a deep network, too, the probabilities of an example sum to one, whatever the weights are. And to *name* the class no
# softmax is needed: the largest score has the largest probability.

# %%
deep = NNClassifier([500, 100, 50, 40, 10], rng=0)
sample = np.random.default_rng(0).uniform(size=(500, 1))
said = deep.forward_probs(sample)

assert abs(said.sum() - 1) < 1e-12
assert said.argmax() == deep.forward(sample).argmax()

# %% [markdown]
# ## Exercises
#
# `mlp-theory exercises` writes this page with the solutions taken out. Write your answers where it says `# your turn`; the
# cell below each of them judges what you wrote. In LaTeX a bold letter is `\mathbf{x}`, and an answer is written between
# `r"` and `"`, so that Python leaves the backslashes alone. The judge of such answers:

# %%
def complaint(page, *answers):
    """What is still wrong with answers in LaTeX; empty where nothing is."""
    if not all(isinstance(answer, str) and answer for answer in answers):
        return "no answer yet: write each in the cell above, as LaTeX"
    if any(rf"\{word}" in answer for answer in answers for word in ("partial", "nabla")):
        return "an answer must not contain a derivative: that ∂L/∂b equals ∂L/∂z is true, and no answer"
    report = page(*answers)
    display(report)
    if not report.ok:
        return "not yet: the page above says which line is false or unread, and where"
    return "" if report.counts["holds"] >= len(answers) else "not every answer was judged: is one no equation?"


assert complaint(check_text, "").startswith("no answer")

# %% [markdown]
# ### Exercise 1 · Yes or no
#
# With two classes one score $z = \mathbf{w}^\top \mathbf{x} + b$ is enough. The probability of "yes" is
# $p = \sigma(z) = 1 / (1 + \exp(-z))$, the target $t$ is one or zero, and the loss is the *binary cross-entropy*. Derive its
# gradients by $z$, by $\mathbf{w}$ and by $b$. The page is given up to there; the right-hand sides are your part.
#
# A wrong answer is told where it is wrong. This one stopped after the logarithm, forgot the second term, and laid down a
# column that should stand:

# %% tags=["rounding"]
def yes_or_no(by_z, by_w, by_b):
    """The page with three right-hand sides, as LaTeX, judged."""
    given = r"""
Let $\mathbf{w} \in \mathbb{R}^{d}$, $\mathbf{x} \in \mathbb{R}^{d}$, $b \in \mathbb{R}$ and $t \in \{0, 1\}$.

$$z = \mathbf{w}^\top \mathbf{x} + b, \qquad p = \sigma(z), \qquad L = -t \log(p) - (1 - t) \log(1 - p)$$
"""
    letters = {"z": by_z, r"\mathbf{w}": by_w, "b": by_b}
    claims = [rf"$$\frac{{\partial L}}{{\partial {letter}}} = {by}$$" for letter, by in letters.items()]
    return check_text("\n\n".join([given, *claims]))


wrong = yes_or_no(r"-\frac{t}{p}", r"-\frac{t}{p} \mathbf{x}^\top", r"-\frac{t}{p}")
display(wrong)
assert wrong.counts["false"] == 3

# %% tags=["solution"]
# a right-hand side each, in the letters p, t and \mathbf{x}
by_z, by_w, by_b = "", "", ""
# solution
by_z = r"p - t"
by_w = r"(p - t) \mathbf{x}"
by_b = r"p - t"

# %% tags=["judge", "rounding"]
problem = complaint(yes_or_no, by_z, by_w, by_b)
assert not problem, problem

# %% [markdown]
# The relative error is larger here, $10^{-9}$ perhaps, and still rounding: where $p$ is close to one, $1 - p$ loses digits.
#
# ### Exercise 2 · Where are the transposes?
#
# Two linear layers in a row and a squared error. With $\mathbf{e} = \mathbf{W} \mathbf{V} \mathbf{x} - \mathbf{y}$ the loss is
# $L = \frac12 \mathbf{e}^\top \mathbf{e}$. Somebody remembered which letters stand in the gradients, but not their order, nor
# the transposes. Put it right.

# %%
def two_linear_layers(by_W, by_V, by_x):
    """The page with three right-hand sides, as LaTeX, judged."""
    given = r"""
Let $\mathbf{W} \in \mathbb{R}^{K \times H}$, $\mathbf{V} \in \mathbb{R}^{H \times d}$,
$\mathbf{x} \in \mathbb{R}^{d}$ and $\mathbf{y} \in \mathbb{R}^{K}$.

$$\mathbf{e} = \mathbf{W} \mathbf{V} \mathbf{x} - \mathbf{y}, \qquad L = \frac{1}{2} \mathbf{e}^\top \mathbf{e}$$
"""
    letters = {r"\mathbf{W}": by_W, r"\mathbf{V}": by_V, r"\mathbf{x}": by_x}
    claims = [rf"$$\frac{{\partial L}}{{\partial {letter}}} = {by}$$" for letter, by in letters.items()]
    return check_text("\n\n".join([given, *claims]))


remembered = two_linear_layers(
    r"\mathbf{V} \mathbf{x} \mathbf{e}", r"\mathbf{W} \mathbf{e} \mathbf{x}", r"\mathbf{V} \mathbf{W} \mathbf{e}"
)
display(remembered)
assert remembered.counts["false"] == 3

# %% tags=["solution"]
# a right-hand side each, such as r"\mathbf{e} \mathbf{x}^\top"
by_W, by_V, by_x = "", "", ""
# solution
by_W = r"\mathbf{e} \mathbf{x}^\top \mathbf{V}^\top"
by_V = r"\mathbf{W}^\top \mathbf{e} \mathbf{x}^\top"
by_x = r"\mathbf{V}^\top \mathbf{W}^\top \mathbf{e}"

# %% tags=["judge", "rounding"]
problem = complaint(two_linear_layers, by_W, by_V, by_x)
assert not problem, problem

# %% [markdown]
# ### Exercise 3 · A leaky layer, in code
#
# A layer with another activation and another loss, this time in NumPy: $\mathbf{u} = \mathbf{V} \mathbf{y} + \mathbf{c}$,
# $\mathbf{h} = \phi(\mathbf{u})$ and $L = \frac12 \lVert \mathbf{h} - \mathbf{r} \rVert^2$. The activation is the *leaky* ReLU:
# $\phi(v) = v$ where $v > 0$, and $0.1\,v$ elsewhere. Derive the gradients by $\mathbf{V}$ and $\mathbf{c}$, first on paper,
# then write them as code. `leaky.value` and `leaky.derivative` are $\phi$ and $\phi'$. A first try, and what is said of it:

# %%
leaky = LeakyReLU(0.1)


def leaky_loss(V, c, y, r):
    """L of one example; V : (H, d), c : (H, 1), y : (d, 1), r : (H, 1)."""
    return 0.5 * ((leaky.value(V @ y + c) - r) ** 2).sum()


def judged(gradients_of_layer):
    """What is said of dV and of dc, held against differences of the loss."""
    rng = np.random.default_rng(1)
    V, c, y, r = (rng.normal(size=shape) for shape in [(4, 3), (4, 1), (3, 1), (4, 1)])
    answer = gradients_of_layer(V, c, y, r)
    if not isinstance(answer, tuple) or len(answer) != 2 or answer[0] is None or answer[1] is None:
        return {"both": "no answer yet: return dV, dc"}
    shapes = {"dV": (np.shape(answer[0]), V.shape), "dc": (np.shape(answer[1]), c.shape)}
    wrong = {name: f"has shape {got}, not {want}" for name, (got, want) in shapes.items() if got != want}
    if wrong:
        return wrong
    by_V = check_gradients(lambda V: leaky_loss(V, c, y, r), lambda V: gradients_of_layer(V, c, y, r)[0], at=V)
    by_c = check_gradients(lambda c: leaky_loss(V, c, y, r), lambda c: gradients_of_layer(V, c, y, r)[1], at=c)
    return {name: said.rows[0].reason or said.rows[0].verdict for name, said in [("dV", by_V), ("dc", by_c)]}


def without_the_slope(V, c, y, r):
    """A first try: the derivative of the activation is forgotten."""
    error = leaky.value(V @ y + c) - r
    return error @ y.T, error


print(judged(without_the_slope))
assert judged(without_the_slope)["dc"] == "not the gradient (3 of 4 entries)"

# %% [markdown]
# For the numbers of the test three of the four units have a negative score. There the slope 0.1 is missing; for the fourth
# the slope is one, and nobody would notice.

# %% tags=["solution"]
def layer_gradients(V, c, y, r):
    """Return dV and dc, in the shapes of V and c."""
    # solution
    u = V @ y + c
    du = (leaky.value(u) - r) * leaky.derivative(u)
    return du @ y.T, du

# %% tags=["judge", "rounding"]
said = judged(layer_gradients)
print(said)
assert said == {"dV": "ok", "dc": "ok"}, "not yet: read above what is wrong"

# %% [markdown]
# ## What is still wrong, and where to go next
#
# * All of this was *one* example, but for the last derivation. Where the sum over the examples goes, and the $1/n$, is the
#   question of [notebook 2](02-from-one-example-to-a-batch-to-code.ipynb) and of
#   [chapter 5](../derivations/05-mini-batches.md).
# * "Holds" means: at all draws that were tried. That is no proof. The derivation is: a row of steps, each by a law.
# * The smallest loss on the examples at hand is not what we want in the end; the last remark of
#   [chapter 2](../derivations/02-likelihood-to-loss.md) says why.
# * The lines of code that compute these equations: `mlp-theory explain 6.8`, or
#   `mlp-theory explain NNClassifier.backward`.
# * Derive a network of your own: `mlp-theory derive --units 784 128 10 --activation relu --loss nll`.
