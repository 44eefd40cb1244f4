# ruff: noqa: E501  # a display stands on one line, as on any page

"""Logistic regression as statisticians write it: log-likelihood, score, Newton steps, labels ±1."""

PAGES = {
    "Logistic regression": (
        r"""
# Logistic regression

Let $\sigma(z) = \frac{1}{1 + e^{-z}}$. Its derivative is

$$\sigma'(z) = \sigma(z)(1 - \sigma(z))$$

We have $n$ observations $x_i \in \mathbb{R}^d$ with labels $y_i \in \{0, 1\}$, and model

$$P(y_i = 1 \mid x_i) = \sigma(w^\top x_i)$$

with a parameter vector $w \in \mathbb{R}^d$. The log-likelihood is

$$\ell(w) = \sum_{i=1}^n \left[ y_i \log \sigma(w^\top x_i) + (1 - y_i) \log (1 - \sigma(w^\top x_i)) \right]$$

which simplifies to

$$\ell(w) = \sum_{i=1}^n \left[ y_i w^\top x_i - \log(1 + e^{w^\top x_i}) \right]$$

The score is

$$\nabla_w \ell(w) = \sum_{i=1}^n (y_i - \sigma(w^\top x_i)) x_i$$

and the Hessian is

$$\nabla_w^2 \ell(w) = -\sum_{i=1}^n \sigma(w^\top x_i)(1 - \sigma(w^\top x_i)) x_i x_i^\top$$

Since the Hessian is negative semi-definite, $\ell$ is concave.
""",
        "defines holds declares declares defines declares defines holds holds holds",
        {"w": r"\beta", "x": "u", "y": "t", "n": "N", "d": "p"},
        [
            (r"= \sigma(z)(1 - \sigma(z))", r"= \sigma(z)(1 + \sigma(z))"),
            (r"- \log(1 + e^{w^\top x_i})", r"- \log(1 + e^{-w^\top x_i})"),
            (r"\sum_{i=1}^n (y_i - \sigma(w^\top x_i)) x_i", r"\sum_{i=1}^n (\sigma(w^\top x_i) - y_i) x_i"),
            (r"= -\sum_{i=1}^n \sigma", r"= \sum_{i=1}^n \sigma"),
        ],
    ),
    "Newton's method and IRLS": (
        r"""
# Newton's method and IRLS

Collect the inputs in the rows of $X \in \mathbb{R}^{n \times p}$ and the labels in $y \in \{0,1\}^n$. For
$\beta \in \mathbb{R}^p$ let

$$p = \sigma(X\beta), \qquad W = \operatorname{diag}(p \odot (1 - p))$$

where $\sigma(a) = 1/(1 + e^{-a})$ is applied entrywise. The negative log-likelihood is

$$\ell(\beta) = -\left( y^\top \log p + (1 - y)^\top \log(1 - p) \right)$$

Its gradient and Hessian are

$$\nabla_\beta \ell = X^\top (p - y)$$

$$\nabla^2_\beta \ell = X^\top W X$$

A Newton step is therefore

$$\beta^{\text{new}} = \beta - (X^\top W X)^{-1} X^\top (p - y)$$

With the working response $z = X\beta - W^{-1}(p - y)$ it becomes a weighted least squares problem:

$$\beta^{\text{new}} = (X^\top W X)^{-1} X^\top W z$$
""",
        "declares declares declares defines defines defines defines holds holds defines defines holds",
        {r"\beta": r"\theta", "p": r"\pi", "W": "R", "y": "t"},
        [
            (r"\ell = X^\top (p - y)", r"\ell = X^\top (y - p)"),
            (r"\ell = X^\top W X", r"\ell = X^\top X"),
            (r"= (X^\top W X)^{-1} X^\top W z", r"= (X^\top W X)^{-1} X^\top z"),
        ],
    ),
    "Logistic loss with labels ±1": (
        r"""
# Logistic loss with labels ±1

With labels $y_i \in \{-1, +1\}$ the model is $P(y_i \mid x_i) = \sigma(y_i w^\top x_i)$ where
$x_i, w \in \mathbb{R}^d$ and

$$\sigma(a) = \frac{1}{1 + e^{-a}}, \qquad 1 - \sigma(a) = \sigma(-a)$$

The regularised negative log-likelihood becomes

$$L(w) = \sum_{i=1}^n \log\left(1 + e^{-y_i w^\top x_i}\right) + \frac{\lambda}{2} \|w\|^2$$

with $\lambda > 0$. We obtain

$$\frac{\partial L}{\partial w} = -\sum_{i=1}^n y_i \sigma(-y_i w^\top x_i) x_i + \lambda w$$

$$\frac{\partial L}{\partial w} = -\sum_{i=1}^n \frac{y_i x_i}{1 + e^{y_i w^\top x_i}} + \lambda w$$

$$\frac{\partial^2 L}{\partial w \, \partial w^\top} = \sum_{i=1}^n \sigma(y_i w^\top x_i)(1 - \sigma(y_i w^\top x_i)) x_i x_i^\top + \lambda I$$
""",
        "declares defines declares defines holds defines declares holds holds holds",
        {"w": r"\theta", "x": "z", "y": "t", r"\lambda": r"\gamma"},
        [
            (r"-\sum_{i=1}^n y_i \sigma(-y_i", r"-\sum_{i=1}^n y_i \sigma(y_i"),
            (r"-\sum_{i=1}^n \frac{y_i x_i}", r"\sum_{i=1}^n \frac{y_i x_i}"),
            (r"x_i x_i^\top + \lambda I", r"x_i x_i^\top + 2\lambda I"),
            (r"1 - \sigma(a) = \sigma(-a)", r"1 - \sigma(a) = -\sigma(a)"),
        ],
    ),
    "The logit model": (
        r"""
# The logit model

A binary response $y \in \{0, 1\}$ with covariates $x \in \mathbb{R}^p$ is modelled by

$$\pi = P(y = 1 \mid x) = \frac{\exp(x^\top\beta)}{1 + \exp(x^\top\beta)} = \frac{1}{1 + \exp(-x^\top\beta)}$$

so that the log-odds are linear:

$$\log\frac{\pi}{1 - \pi} = x^\top\beta$$

One observation contributes

$$\ell(\beta) = y\log\pi + (1 - y)\log(1 - \pi)$$

to the log-likelihood, and

$$\frac{\partial \pi}{\partial \beta} = \pi(1 - \pi)x$$

$$\frac{\partial \ell}{\partial \beta} = (y - \pi)x$$

$$\frac{\partial^2 \ell}{\partial \beta \, \partial \beta^\top} = -\pi(1 - \pi)xx^\top$$
""",
        "declares declares defines defines holds holds defines holds holds holds",
        {r"\beta": "w", r"\pi": r"\mu", "x": "u", "y": "t"},
        [
            (r"\frac{1}{1 + \exp(-x^\top\beta)}", r"\frac{1}{1 + \exp(x^\top\beta)}"),
            (r"= (y - \pi)x", r"= (\pi - y)x"),
            (r"= \pi(1 - \pi)x", r"= \pi x"),
            (r"= -\pi(1 - \pi)xx^\top", r"= \pi(1 - \pi)xx^\top"),
        ],
    ),
    "Logistic regression, hypothesis notation": (
        r"""
# Logistic regression, hypothesis notation

The hypothesis is $h_\theta(x) = g(\theta^T x)$ with $g(z) = \frac{1}{1 + e^{-z}}$. We first note

$$g'(z) = g(z)(1 - g(z))$$

Given a training set of $m$ examples with $x^{(i)} \in \mathbb{R}^n$ and $y^{(i)} \in \{0, 1\}$ for
$i = 1, \ldots, m$, the log-likelihood is

$$\ell(\theta) = \sum_{i=1}^m y^{(i)} \log h_\theta(x^{(i)}) + (1 - y^{(i)}) \log(1 - h_\theta(x^{(i)}))$$

Its partial derivatives are

$$\frac{\partial}{\partial \theta_j} \ell(\theta) = \sum_{i=1}^m \left(y^{(i)} - h_\theta(x^{(i)})\right) x_j^{(i)}$$

or as a vector

$$\nabla_\theta \ell(\theta) = \sum_{i=1}^m \left(y^{(i)} - h_\theta(x^{(i)})\right) x^{(i)}$$
""",
        "defines defines holds declares declares defines holds holds",
        {r"\theta": "w", "m": "N", "n": "d"},
        [
            (
                r"\left(y^{(i)} - h_\theta(x^{(i)})\right) x_j^{(i)}",
                r"\left(h_\theta(x^{(i)}) - y^{(i)}\right) x_j^{(i)}",
            ),
            (r"\left(y^{(i)} - h_\theta(x^{(i)})\right) x^{(i)}", r"\left(1 - h_\theta(x^{(i)})\right) x^{(i)}"),
        ],
    ),
}
"""Each page, its verdicts, other letters for it, and slips: what stands there, and what is put in its place."""
