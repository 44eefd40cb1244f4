# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 5 · Handwritten digits
#
# **After this page you can** train a network on real images, see from two curves whether it learns or memorises, look at
# what it gets wrong and how sure it is of it, and use the gradient by the input to ask what it looks at.
#
# *Needs:* [chapter 6](../derivations/06-the-algorithm.md) and [notebook 4](04-decision-boundaries.ipynb).
# *Takes:* 45 minutes.
#
# Points of the plane could be drawn. An image of $8 \times 8$ pixels is a point with 64 coordinates, and nobody can
# draw the boundary between the eights and the ones. The question of this page: **how do we know what such a network has
# learnt?**

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.model_selection import train_test_split

from mlp_theory import NNClassifier, check_gradients, check_text, fit, plot_gradient_check, plot_learning_curve
from mlp_theory.datasets import digits
from mlp_theory.plots import COLOURS, MARKERS

TRAINING = dict(epochs=60, batch_size=32, optimizer="adam", lr=0.003)

# %% [markdown]
# ## The data
#
# 1,797 digits, written by people on paper forms, scanned and reduced to $8 \times 8$ grey values from 0 (paper) to 1
# (ink). They come with scikit-learn; nothing is fetched. One image is one column of `X`.

# %%
X, t = digits()
assert X.shape == (64, 1797) and (X.min(), X.max()) == (0, 1)


def show(ax, column, title="", **options):
    """Draw a column of 64 numbers as an image of 8 × 8."""
    ax.imshow(np.reshape(column, (8, 8)), **({"cmap": "gray_r", "vmin": 0, "vmax": 1} | options))
    ax.set_title(title, fontsize=9)
    ax.set_axis_off()


fig, axes = plt.subplots(2, 10, figsize=(10, 2.4), layout="constrained")
for k in range(10):
    for ax, i in zip(axes[:, k], np.flatnonzero(t == k), strict=False):
        show(ax, X[:, i], f"{k}")
assert np.bincount(t).min() > 170  # about as many of each

# %% [markdown]
# ## Three parts
#
# A network with thousands of weights can learn a thousand images by heart. So the images are dealt into three parts, the
# classes in equal shares. The *training* part is for the gradients. The *validation* part is for us: we look at it as
# often as we like, and choose by it. The *test* part is used once, in the end, because what has been chosen by some data
# looks too good on them.

# %%
rest, test = train_test_split(np.arange(len(t)), test_size=450, stratify=t, random_state=0)
train, validation = train_test_split(rest, test_size=449, stratify=t[rest], random_state=0)
assert len(train) == 898 and not set(train) & set(validation) and not set(rest) & set(test)

X_train, t_train = X[:, train], t[train]
X_val, t_val = X[:, validation], t[validation]

# %% [markdown]
# ## Before training
#
# The network: 64 pixels, 100 ReLU units, 10 scores. Two looks before the first step. Is its loss that of somebody who
# guesses (exercise 1 asks what that is)? And is the gradient of *this* network on *these* data right?

# %%
model = NNClassifier([64, 100, 10], rng=0)
untrained = model.layers[0].W.copy()  # a copy: W itself is going to change
assert 2.0 < model.loss(X_train, t_train) < 3.0

report = check_gradients(model, X_train[:, :20], t_train[:20])
ax = plot_gradient_check(report)
assert report.ok and model.theta.size == 7510

# %% [markdown]
# ## The simplest that could work
#
# Every result needs something to be compared with. A linear model has no hidden layer: 64 weights and a bias for each
# digit. All networks of this page are trained as `TRAINING` says: in each of 60 *epochs* the images are shuffled, dealt
# into batches of 32, and every batch is one step. `"adam"` takes these steps; it is gradient descent that averages over
# the last gradients and gives every weight a step of its own.

# %% tags=["training"]
linear = NNClassifier([64, 10], rng=0)
fit(linear, X_train, t_train, rng=0, **TRAINING)
print(f"linear model, validation: {linear.evaluate(X_val, t_val).accuracy:.2f} of the images right")
assert 0.9 < linear.evaluate(X_val, t_val).accuracy < 0.98

# %% [markdown]
# That is better than many expect, and it is the bar. Guess what a hidden layer adds.
#
# ## Two curves
#
# Now the network. The loss on the validation part is taken after every epoch; no gradient is. Beside it learns a second
# network of the same kind which is given only 200 of the images.

# %%
history = fit(model, X_train, t_train, validation=(X_val, t_val), rng=0, **TRAINING)
scarce = NNClassifier([64, 100, 10], rng=0)
little = fit(
    scarce, X_train[:, :200], t_train[:200], validation=(X_val, t_val), rng=0, **(TRAINING | {"epochs": 300})
)

fig, axes = plt.subplots(1, 2, figsize=(10, 3.4), layout="constrained", sharey=True)
plot_learning_curve(history, ax=axes[0], title="898 images")
plot_learning_curve(little, ax=axes[1], title="200 images")
limits = axes[0].set_ylim(0, 0.6)

of_many, of_few = (np.array([each.loss for each in h.validation]) for h in (history, little))
assert history.loss[-1] < 0.01 and of_many[-1] > 10 * history.loss[-1]  # the gap
assert of_few[-1] > 1.1 * of_few.min() and of_few.argmin() < 200  # past its best
assert of_few.min() > 1.5 * of_many.min()

# %% tags=["training"]
accuracy = model.evaluate(X_val, t_val).accuracy
print(f"898 images, validation: {accuracy:.2f} right")
print(f"200 images, validation: {scarce.evaluate(X_val, t_val).accuracy:.2f} right")
assert model.evaluate(X_train, t_train).accuracy == scarce.evaluate(X_train[:, :200], t_train[:200]).accuracy == 1
assert accuracy > linear.evaluate(X_val, t_val).accuracy

# %% [markdown]
# Both networks name *all* of their own images rightly, so the training loss says nothing about which is better. The
# dotted curves do. With 898 images the validation loss falls and then stays. With 200 it falls, turns, and rises again
# while the training loss goes on falling: from there on the network gets surer of everything, of its errors on new
# images too, and they cost more and more. That is *over-fitting*. More data help most; stopping at the lowest point of
# the dotted curve helps too.
#
# ## Width and the L2 penalty
#
# Two knobs, one picture each: the validation accuracy of three seeds as dots, their median as a line. Half the epochs
# are enough to compare.

# %%
def accuracies(hidden, l2=0.0):
    """Validation accuracies of three networks, one a seed."""
    out = []
    for seed in range(3):
        network = NNClassifier([64, *hidden, 10], l2=l2, rng=seed)
        fit(network, X_train, t_train, rng=seed, **(TRAINING | {"epochs": 30}))
        out.append(network.evaluate(X_val, t_val).accuracy)
    return out


by_width = {width: accuracies([width]) for width in (3, 10, 30, 100, 200)}
by_l2 = {l2: accuracies([100], l2) for l2 in (1e-4, 1e-3, 1e-2, 1e-1)}

fig, axes = plt.subplots(1, 2, figsize=(9, 3.2), layout="constrained")
for ax, found, label in zip(axes, (by_width, by_l2), ("hidden units", "λ, with 100 hidden units"), strict=True):
    for x, values in found.items():
        ax.plot([x] * 3, values, "o", color=COLOURS[0], alpha=0.5)
    ax.plot(list(found), [np.median(values) for values in found.values()], color=COLOURS[0])
    ax.set(xscale="log", xlabel=label, ylabel="validation accuracy")
    ax.grid(alpha=0.3)

median = {x: np.median(values) for x, values in (by_width | by_l2).items()}
assert median[3] < median[10] < median[100]
assert abs(median[200] - median[100]) < 0.015
assert abs(median[1e-3] - median[1e-4]) < 0.015 and median[1e-1] < 0.9

# %% [markdown]
# Too narrow is bad, too wide is only slow: after 100 units the curve is flat. A small $\lambda$ does next to nothing
# for the accuracy here, and a large one forbids the weights that are needed. We have found no reason to change the
# network.
#
# ## What it gets wrong
#
# A number hides what kind of errors it counts. Here are those of our network on the validation part, with the true
# digit, the digit it said, and the probability it gave to its own answer.

# %%
P = model.forward_probs(X_val)  # (10, 449): every column sums to one
said, sure = P.argmax(axis=0), P.max(axis=0)
errors = np.flatnonzero(said != t_val)
errors = errors[np.argsort(-sure[errors])]  # the surest first
assert np.array_equal(said, model.predict(X_val)) and 4 <= len(errors) <= 20

fig, axes = plt.subplots(1, 8, figsize=(10, 1.9), layout="constrained")
for ax in axes:
    ax.set_axis_off()
for ax, i in zip(axes, errors, strict=False):
    show(ax, X_val[:, i], f"a {t_val[i]}, said {said[i]}\nat {sure[i]:.2f}")

# %% [markdown]
# You would hesitate over some of them as well. But of one or two the network is nearly certain.
#
# Which digits are taken for which? One network makes too few errors to tell, so five are counted together. Row: the
# digit that it was; column: the digit that was said. What is right, on the diagonal, is left out.

# %%
five = [NNClassifier([64, 100, 10], rng=seed) for seed in range(5)]
confusion = np.zeros((10, 10), dtype=int)
for seed, network in enumerate(five):
    fit(network, X_train, t_train, rng=seed, **TRAINING)
    np.add.at(confusion, (t_val, network.predict(X_val)), 1)
wrong = confusion - np.diag(np.diag(confusion))
assert confusion.sum() == 5 * len(t_val)

fig, ax = plt.subplots(figsize=(4, 3.6), layout="constrained")
ax.imshow(wrong, cmap="Blues")
for i, j in np.argwhere(wrong):
    ax.text(j, i, wrong[i, j], ha="center", va="center", color="white" if wrong[i, j] > wrong.max() / 2 else "black")
ax.set(xticks=range(10), yticks=range(10), xlabel="said", ylabel="true", title="Errors of five networks")
assert (wrong > 0).sum() < 45  # of 90 possible confusions
assert wrong.sum(axis=1).argmax() == 8

# %% [markdown]
# Errors are not spread evenly. Most pairs never happen, and no other digit is missed as often as the eight, which loses
# one of its loops and becomes a one, a two or a five.
#
# ## How sure it is
#
# The probabilities sum to one because softmax makes them. That does not make them *true*. They would be, if among all
# the images of which the network says 0.8, it were right in 80 of 100. So sort the answers by the probability that came
# with them, and count: those of the five networks, and those of five that are trained with $\lambda = 0.01$.

# %%
calm = [NNClassifier([64, 100, 10], l2=0.01, rng=seed) for seed in range(5)]
for seed, network in enumerate(calm):
    fit(network, X_train, t_train, rng=seed, **TRAINING)
edges = (0.6, 0.8, 0.9, 0.97)

fig, ax = plt.subplots(figsize=(4.6, 3.8), layout="constrained")
ax.plot([0.3, 1], [0.3, 1], ":", color="#999999", label="as sure as it is right")
confidence = {}
for k, (name, networks) in enumerate({"λ = 0": five, "λ = 0.01": calm}.items()):
    answers = np.hstack([network.forward_probs(X_val) for network in networks])  # (10, 5 · 449)
    certainty, right = answers.max(axis=0), answers.argmax(axis=0) == np.tile(t_val, 5)
    confidence[name] = certainty.mean(), right.mean()
    part = np.digitize(certainty, edges)
    points = [(certainty[part == b].mean(), right[part == b].mean()) for b in np.unique(part)]
    ax.plot(*np.transpose(points), "-", marker=MARKERS[k], color=COLOURS[k], label=name)
ax.set(xlabel="mean probability of the answers", ylabel="part of them that is right")
ax.legend()

assert abs(confidence["λ = 0"][0] - confidence["λ = 0"][1]) < 0.03
assert confidence["λ = 0.01"][1] - confidence["λ = 0.01"][0] > 0.05
surest = np.argsort(-sure)[: len(t_val) // 2]
assert (said[surest] == t_val[surest]).all()  # not one error in the surer half

# %% [markdown]
# Without a penalty the mean probability and the accuracy agree to within three points of a hundred; the few answers in
# doubt lie on both sides of the dotted line. With $\lambda = 0.01$ the weights are small, so the scores are, and the
# networks are right more often than they say: they are *under-confident*. And the probabilities are of use: among the
# surer half of the answers of our first network there is no error, so a person need check only the rest.
#
# ## What the first layer sees
#
# A unit of the first layer has 64 weights, one a pixel, so they can be drawn as an image: red is negative, blue is
# positive. Here are the ten units with the largest outgoing weights: in the first row as they were before training, in
# the second after it. The third row is another network, trained with $\lambda = 0.001$: its ten units with the largest
# weights.

# %%
strokes = NNClassifier([64, 100, 10], l2=0.001, rng=0)
fit(strokes, X_train, t_train, rng=0, **TRAINING)
loudest = np.argsort(-np.abs(model.layers[1].W).sum(axis=0))[:10]
largest = np.argsort(-np.linalg.norm(strokes.layers[0].W, axis=1))[:10]

fig, axes = plt.subplots(3, 10, figsize=(10, 3.4), layout="constrained")
rows = {
    "before training": untrained[loudest],
    "after training": model.layers[0].W[loudest],
    "after training, λ = 0.001": strokes.layers[0].W[largest],
}
for row, (title, weights) in zip(axes, rows.items(), strict=True):
    for ax, w in zip(row, weights, strict=True):
        show(ax, w, cmap="RdBu", vmin=-abs(w).max(), vmax=abs(w).max())
    row[0].set_title(title, fontsize=9, loc="left")

blank = ~X_train.any(axis=1)  # pixels that have ink in no image
assert 0 < blank.sum() < 10
assert np.array_equal(model.layers[0].W[:, blank], untrained[:, blank])
assert np.abs(strokes.layers[0].W[:, blank]).max() < 0.5 * np.abs(untrained[:, blank]).max()

# %% [markdown]
# Without a penalty, training adds to the random beginning and leaves it there: noise with something in it. The `assert`
# shows why. By (6.9) the gradient is $\boldsymbol{\Delta}_1 \mathbf{X}^\top$, and the row of $\mathbf{X}$ of a pixel
# that never has ink is zero. So its weights are, bit for bit, what they were drawn as. The penalty pulls everything to
# zero that the data do not hold up, and what is left looks like strokes and gaps.
#
# ## What it looks at in one image
#
# `backward` goes one step further when asked: `model.backward(wrt_inputs=True)` also returns
# $\partial L / \partial \mathbf{X} = \mathbf{W}_1^\top \boldsymbol{\Delta}_1$, one column an image. It says for every
# pixel how the loss would change with a little more ink there (exercise 3 derives it). First see that it does what it
# says: move every pixel by $\varepsilon$ in the direction of the sign of its derivative, and the loss should rise by
# $\varepsilon \sum |\partial L / \partial X_{js}|$.

# %%
model.loss(X_val, t_val)
dX = model.backward(wrt_inputs=True)
assert dX.shape == X_val.shape

epsilon = 1e-6
rise = model.evaluate(X_val + epsilon * np.sign(dX), t_val).loss - model.evaluate(X_val, t_val).loss
assert np.isclose(rise, epsilon * np.abs(dX).sum(), rtol=1e-3)

# %% [markdown]
# Now a step that is not small: a tenth of the way from paper to ink, in every pixel. A hundredth would be invisible;
# this much is a light grey. Guess how many of the images the network still gets right. And how many if the signs are
# thrown with a coin?

# %% tags=["training"]
push = 0.1 * np.sign(dX)
coin = 0.1 * np.random.default_rng(0).choice([-1, 1], X_val.shape)
pushed, tossed = np.clip(X_val + push, 0, 1), np.clip(X_val + coin, 0, 1)
by_gradient, by_coins = (model.evaluate(moved, t_val).accuracy for moved in (pushed, tossed))
print(f"gradient: {by_gradient:.2f} right\ncoins: {by_coins:.2f} right")
assert by_coins > accuracy - 0.04
assert 0.3 < by_gradient < 0.6

some = np.flatnonzero((said == t_val) & (model.predict(pushed) != t_val))[:8]
fig, axes = plt.subplots(3, 8, figsize=(9, 3.9), layout="constrained")
for (top, middle, bottom), i in zip(axes.T, some, strict=True):
    show(top, X_val[:, i], f"said {said[i]}")
    show(middle, dX[:, i], cmap="RdBu_r", vmin=-abs(dX[:, i]).max(), vmax=abs(dX[:, i]).max())
    show(bottom, pushed[:, i], f"said {model.predict(pushed[:, [i]])[0]}")

# %% [markdown]
# Top: the image. Middle: its derivative, red where more ink raises the loss, blue where it lowers it. Bottom: the image
# after the step. You still read the digit; the network reads another. Coins of the same size hardly harm it: less than
# 4 of 100 images are lost to them, and about half of all to the gradient. In 64 dimensions most directions are
# harmless, and the gradient finds the one that is not, because each pixel contributes a little to the same end.
#
# ## The test, once
#
# All looking and choosing was done on the validation part. Now the 450 images that nothing has seen.

# %% tags=["training"]
final = model.evaluate(X[:, test], t[test]).accuracy
error = np.sqrt(final * (1 - final) / len(test))
print(f"test: {final:.2f} right")
assert abs(final - accuracy) < 4 * error + 0.02 and 0.94 < final < 1
assert 0.002 < error < 0.012

# %% [markdown]
# With 450 images, such a number has a standard error of about 0.007. So a difference of half a point between two
# networks, on this test, is nothing.
#
# ## Exercises
#
# ### Exercise 1 · What does guessing cost?
#
# An untrained network knows nothing: all its scores are about equal. Suppose they are all the same number $c$. What is
# the loss of an example with $K$ classes? Write it as LaTeX, in a string named `guessing`; and for ten classes as a
# number, `cost`; three decimals will do.

# %% tags=["solution"]
guessing, cost = r"", None
# solution
guessing, cost = r"\log(K)", np.log(10)

# %% tags=["judge"]
question = r"""
Let $\mathbf{t} \in \{\mathbf{e}_1, \dots, \mathbf{e}_K\}$ and $c \in \mathbb{R}$.

$$\mathbf{z} = c \mathbf{1}, \qquad \ell = -\mathbf{t}^\top \mathbf{z} + \log\left( \sum_{j=1}^{K} \exp(z_j) \right)$$

$$\ell = """
assert guessing, "write your answer above: guessing is empty"
assert r"\mathbf" not in guessing, "only numbers: neither t nor z"
check_text(question + guessing + "$$").assert_ok()
assert cost is not None, "write your answer above: cost is None"
zero = NNClassifier([64, 100, 10], init="zeros").loss(X_train, t_train)
assert abs(cost - zero) < 1e-3, f"cost is {cost}, and the loss of a network with all weights zero {zero:.3f}"

slip = check_text(question + r"c + \log(K)$$").verdicts[-1]
print(f"Your answers hold. Without the score of the right class, c + log K is {slip.verdict}, {slip.reason}")
assert slip.verdict == "false"

drawn = [NNClassifier([64, 100, 10], rng=seed).loss(X_train, t_train) for seed in range(10)]
assert zero < np.median(drawn) < zero + 0.5

# %% [markdown]
# The score $c$ drops out, as in (2.4), and the target does not matter. With weights drawn at random the scores differ a
# little for no reason, and the loss is somewhat *above* $\log 10$: to be wrong with confidence costs more than to admit
# a guess. A first loss far above it, 10 or 50, says that the weights begin too large.
#
# ### Exercise 2 · Every image in its turn
#
# 449 validation images are few. *Cross-validation* uses them all: deal the $n$ examples into $k$ folds at random, train
# $k$ networks, each without one fold, and test each on the fold it has not seen. Write `folds(n, k, rng)`, which
# returns a list of $k$ arrays of indices. Every index from 0 to $n - 1$ is in exactly one of them, and their sizes
# differ by at most one.

# %% tags=["solution"]
def folds(n, k, rng):
    """Deal the numbers 0 to n − 1 at random into k arrays, of nearly the same size."""
    # solution
    return np.array_split(rng.permutation(n), k)


assert callable(folds)

# %% tags=["judge"]
def complaint(folds):
    """What is wrong with the folds; empty where nothing is."""
    dealt = folds(103, 5, np.random.default_rng(0))
    if dealt is None:
        return "write your answer above: folds returns nothing yet"
    if len(dealt) != 5:
        return f"five folds were asked for, and {dealt!r} came"
    if np.ptp([len(fold) for fold in dealt]) > 1:
        return f"the sizes {[len(fold) for fold in dealt]} differ by more than one"
    counts = np.bincount(np.concatenate(dealt), minlength=103)
    if len(counts) > 103 or (counts != 1).any():
        return f"index {int(np.argmax(counts != 1))} is in {counts[np.argmax(counts != 1)]} folds, not in one"
    if all((np.diff(np.sort(fold)) == np.diff(np.sort(fold))[0]).all() for fold in dealt):
        return "the folds are cut in order, not dealt at random"
    return ""


assert complaint(lambda n, k, rng: [rng.permutation(n)[f::k] for f in range(k)]).endswith("folds, not in one")
assert "at random" in complaint(lambda n, k, rng: np.array_split(np.arange(n), k))
assert not complaint(folds), complaint(folds)

scores = []
for fold in folds(len(rest), 5, np.random.default_rng(0)):
    others, held = np.setdiff1d(rest, rest[fold]), rest[fold]
    network = NNClassifier([64, 100, 10], rng=0)
    fit(network, X[:, others], t[others], rng=0, **TRAINING)
    scores.append(network.evaluate(X[:, held], t[held]).accuracy)
assert len(scores) == 5 and 0.95 < np.mean(scores) < 1 and np.std(scores) < 0.02

# %% [markdown]
# The first slip that the judge tries shuffles anew for each fold, so that the folds overlap: an image may be in the
# training and in the test. The number then looks better than it is, and nothing else gives it away.
#
# ### Exercise 3 · The gradient by the input
#
# For a network with one hidden layer, derive $\partial L / \partial \mathbf{X}$ from
# $\boldsymbol{\Delta}_1 = \partial L / \partial \mathbf{Z}_1$ as (5.19) does it for $\mathbf{A}$. Write its right side
# as LaTeX, in a string named `by_inputs`. Then write all of it as code, for a network of ReLU units, without calling
# `backward`.

# %% tags=["solution"]
by_inputs = r""


def input_gradient(model, X, t):
    """∂L/∂X of an NNClassifier([d, h, K]), of the shape of X."""
    # solution
    first, last = model.layers
    T = np.eye(model.n_classes)[:, t]
    dZ2 = (model.forward_probs(X) - T) / X.shape[1]
    dZ1 = (last.W.T @ dZ2) * (first.forward(X) > 0)
    return first.W.T @ dZ1


by_inputs = r"\mathbf{W}_1^\top \boldsymbol{\Delta}_1"
assert callable(input_gradient)

# %% tags=["judge"]
question = r"""
Let $\mathbf{X} \in \mathbb{R}^{d \times n}$ and $\mathbf{T} \in \{\mathbf{e}_1, \dots, \mathbf{e}_K\}^n$. There are $H$ hidden
units: $\mathbf{W}_1 \in \mathbb{R}^{H \times d}$, $\mathbf{b}_1 \in \mathbb{R}^{H}$, $\mathbf{W}_2 \in \mathbb{R}^{K \times H}$,
$\mathbf{b}_2 \in \mathbb{R}^{K}$, $f : \mathbb{R} \to \mathbb{R}$.

$$\mathbf{Z}_1 = \mathbf{W}_1 \mathbf{X} + \mathbf{b}_1 \mathbf{1}^\top, \qquad \mathbf{A}_1 = f(\mathbf{Z}_1)$$

$$\mathbf{Z}_2 = \mathbf{W}_2 \mathbf{A}_1 + \mathbf{b}_2 \mathbf{1}^\top, \qquad \mathbf{P} = \mathrm{softmax}(\mathbf{Z}_2)$$

$$L = -\frac{1}{n} \mathbf{1}^\top (\mathbf{T} \odot \log(\mathbf{P})) \mathbf{1}$$

$$\boldsymbol{\Delta}_2 = \frac{1}{n} (\mathbf{P} - \mathbf{T}), \qquad
\boldsymbol{\Delta}_1 = \left( \mathbf{W}_2^\top \boldsymbol{\Delta}_2 \right) \odot f'(\mathbf{Z}_1)$$

$$\frac{\partial L}{\partial \mathbf{X}} = """
assert by_inputs, "write your answer above: by_inputs is empty"
assert r"\partial" not in by_inputs, "by_inputs is to be made of products, without derivatives by Z_1 or X"
check_text(question + by_inputs + "$$").assert_ok()

X_few, t_few = X_val[:, :4], t_val[:4]
network = NNClassifier([64, 12, 10], rng=0)


def loss(X):
    """The loss as a function of the inputs alone."""
    return network.loss(X, t_few)


yours = input_gradient(network, X_few, t_few)
assert yours is not None, "write your answer above: input_gradient returns nothing yet"
assert np.shape(yours) == X_few.shape, f"a gradient by X has its shape, {X_few.shape}; yours has {np.shape(yours)}"
check_gradients(loss, lambda X: input_gradient(network, X, t_few), at=X_few).assert_ok()
network.loss(X_few, t_few)
assert np.allclose(yours, network.backward(wrt_inputs=True), rtol=1e-9, atol=1e-12)

slip = check_text(question + r"\mathbf{W}_1 \boldsymbol{\Delta}_1$$").verdicts[-1]
print(f"Your answers hold. Without the transpose it would be {slip.verdict}, {slip.reason}")
assert slip.verdict == "false"
slip = check_gradients(loss, lambda X: len(t_few) * input_gradient(network, X, t_few), at=X_few)  # the 1/n is lost
assert slip.failures[0].verdict == "wrong"

# %% [markdown]
# ## What is still wrong
#
# * The forms of these images were filled in by thirteen people, each of whom may be in all three parts. A network that
#   meets a *new* hand will do worse than 0.97, and no split of these images at random can show it.
# * A pixel is a pixel to this network; that two of them are neighbours it has to find out. Move all digits by one pixel
#   and see what becomes of the accuracy.
# * The images are small. `mlp-theory train --data mnist --units 128 64` takes those of $28 \times 28$, if you have the
#   files (`--mnist-dir`, or the variable `MLP_THEORY_MNIST`).
# * The lines of the code behind this page: `mlp-theory explain NNClassifier.backward`. The equations:
#   [chapter 6](../derivations/06-the-algorithm.md). To go back to the beginning, and derive the gradient yourself:
#   [notebook 1](01-from-the-likelihood-to-the-gradient.ipynb).
