# ruff: noqa: E501  # a display stands on one line, as on any page

"""Principal components by Lagrange multipliers and by the error of reconstruction."""

PAGES = {
    "Principal components by Lagrange multipliers": (
        r"""
# Principal components by Lagrange multipliers

Let $x_1, \dots, x_n \in \mathbb{R}^d$ be data points with mean

$$\bar{x} = \frac{1}{n} \sum_{i=1}^n x_i$$

and covariance matrix

$$S = \frac{1}{n} \sum_{i=1}^n (x_i - \bar{x})(x_i - \bar{x})^\top$$

Project every point on a direction $w \in \mathbb{R}^d$. The variance of the projected data is

$$\frac{1}{n} \sum_{i=1}^n (w^\top x_i - w^\top \bar{x})^2 = w^\top S w$$

We maximise $w^\top S w$ subject to

$$w^\top w = 1$$

The Lagrangian is

$$L(w, \lambda) = w^\top S w - \lambda (w^\top w - 1)$$

with derivatives

$$\frac{\partial L}{\partial w} = 2 S w - 2 \lambda w$$

$$\frac{\partial L}{\partial \lambda} = 1 - w^\top w$$

Setting the derivative with respect to $w$ to zero we get

$$S w = \lambda w$$

so $w$ is an eigenvector of $S$ with eigenvalue $\lambda$. Multiplying by $w^\top$ from the left shows that
the variance is

$$w^\top S w = \lambda$$

hence the best direction is the eigenvector with the largest eigenvalue.
""",
        "declares defines defines declares holds supposes defines holds holds supposes holds",
        {"w": "u", "S": "C", r"\lambda": r"\mu", "x": "y", "L": r"\mathcal{L}"},
        [
            (r"= 2 S w - 2 \lambda w", r"= S w - \lambda w"),
            (r"= 2 S w - 2 \lambda w", r"= 2 S w - \lambda w"),
            (r"= 1 - w^\top w", r"= w^\top w - 1"),
            (r"w^\top S w = \lambda$$", r"w^\top S w = 2\lambda$$"),
            (r"w^\top S w = \lambda$$", r"w^\top S w = \lambda^2$$"),
            (r"w^\top \bar{x})^2 = w^\top S w", r"w^\top \bar{x})^2 = n w^\top S w"),
        ],
    ),
    "PCA": (
        r"""
# PCA

**Centering.** Put the samples in the columns of $\mathbf{X} \in \mathbb{R}^{d \times n}$, let
$\mathbf{1} \in \mathbb{R}^n$ be the vector of ones, $\boldsymbol{\mu} = \frac{1}{n} \mathbf{X} \mathbf{1}$
the sample mean, and

$$\tilde{\mathbf{X}} = \mathbf{X} - \boldsymbol{\mu} \mathbf{1}^\top = \mathbf{X}\left(\mathbf{I} - \frac{1}{n} \mathbf{1}\mathbf{1}^\top\right)$$

**Covariance.** The sample covariance matrix is

$$\mathbf{S} = \frac{1}{n} \tilde{\mathbf{X}} \tilde{\mathbf{X}}^\top = \frac{1}{n} \mathbf{X}\mathbf{X}^\top - \boldsymbol{\mu}\boldsymbol{\mu}^\top$$

**Reconstruction.** Let $\mathbf{U} \in \mathbb{R}^{d \times k}$ have orthonormal columns,
$\mathbf{U}^\top \mathbf{U} = \mathbf{I}$. The reconstruction error is

$$E = \frac{1}{n} \|\tilde{\mathbf{X}} - \mathbf{U}\mathbf{U}^\top \tilde{\mathbf{X}}\|_F^2 = \operatorname{tr}(\mathbf{S}) - \operatorname{tr}(\mathbf{U}^\top \mathbf{S} \mathbf{U})$$

so minimising the error is the same as maximising the variance
$\operatorname{tr}(\mathbf{U}^\top \mathbf{S} \mathbf{U})$.
""",
        "declares holds defines defines holds defines holds declares holds defines holds",
        {"X": "Y", "S": "C", "U": "W", "k": "m", "d": "p"},
        [
            (r"\frac{1}{n} \mathbf{1}\mathbf{1}^\top\right)", r"\mathbf{1}\mathbf{1}^\top\right)"),
            (r"- \boldsymbol{\mu}\boldsymbol{\mu}^\top$$", r"+ \boldsymbol{\mu}\boldsymbol{\mu}^\top$$"),
            (
                r"= \operatorname{tr}(\mathbf{S}) - \operatorname{tr}",
                r"= \operatorname{tr}(\mathbf{S}) - 2\operatorname{tr}",
            ),
        ],
    ),
    "PCA, examples as rows": (
        r"""
## PCA, examples as rows

Assume the rows of $X \in \mathbb{R}^{n \times p}$ are centered, so that the covariance matrix is

$$C = \frac{1}{n} X^T X$$

For a unit vector $v \in \mathbb{R}^p$ the scores are $z = X v$ and their variance is

$$\frac{1}{n} z^T z = \frac{1}{n} v^T X^T X v = v^T C v$$

Introduce a multiplier $\alpha \in \mathbb{R}$ and define

$$\mathcal{L}(v, \alpha) = v^T C v + \alpha (1 - v^T v)$$

$$\nabla_v \mathcal{L} = 2 C v - 2 \alpha v = 0$$

$$\Rightarrow C v = \alpha v$$

$$\nabla_\alpha \mathcal{L} = 1 - v^T v = 0 \quad\Rightarrow\quad v^T v = 1$$

The second derivative is

$$\nabla_v^2 \mathcal{L} = 2 (C - \alpha I)$$
""",
        "declares defines declares defines holds holds declares defines holds supposes supposes holds holds "
        "holds holds",
        {"X": "Z", "C": "S", "v": "w", r"\alpha": r"\lambda", "z": "t"},
        [
            (r"= 2 C v - 2 \alpha v", r"= 2 C v + 2 \alpha v"),
            ("= v^T C v$$", "= n v^T C v$$"),
            (r"\nabla_v^2 \mathcal{L} = 2 (C", r"\nabla_v^2 \mathcal{L} = (C"),
            (r"\nabla_\alpha \mathcal{L} = 1 - v^T v", r"\nabla_\alpha \mathcal{L} = 1 - 2 v^T v"),
        ],
    ),
    "First principal component": (
        r"""
# First principal component

Given the sample covariance $\boldsymbol{\Sigma} \in \mathbb{R}^{p\times p}$ (symmetric), the first principal
component solves

$$\max_{\mathbf{u}} \ \mathbf{u}^\top \boldsymbol{\Sigma} \mathbf{u} \quad \text{s.t.} \quad \mathbf{u}^\top \mathbf{u} = 1$$

with $\mathbf{u} \in \mathbb{R}^p$. We form the Lagrangian

$$\mathcal{L}(\mathbf{u}, \lambda) = \mathbf{u}^\top \boldsymbol{\Sigma} \mathbf{u} - \lambda(\mathbf{u}^\top \mathbf{u} - 1)$$

and differentiate:

$$\frac{\partial \mathcal{L}}{\partial \mathbf{u}} = 2\boldsymbol{\Sigma}\mathbf{u} - 2\lambda\mathbf{u} = 0 \implies \boldsymbol{\Sigma}\mathbf{u} = \lambda\mathbf{u}$$

The explained variance is
$\mathbf{u}^\top \boldsymbol{\Sigma} \mathbf{u} = \lambda \mathbf{u}^\top\mathbf{u} = \lambda$.
""",
        "declares supposes declares defines holds supposes supposes holds holds",
        {"u": "w", r"\Sigma": "S", r"\lambda": r"\alpha"},
        [
            (r"= 2\boldsymbol{\Sigma}\mathbf{u} - 2\lambda", r"= 2\boldsymbol{\Sigma}\mathbf{u} - \lambda"),
            (r"= \lambda \mathbf{u}^\top\mathbf{u} = \lambda", r"= \lambda \mathbf{u}^\top\mathbf{u} = 2\lambda"),
        ],
    ),
}
"""Each page, its verdicts, other letters for it, and slips: what stands there, and what is put in its place."""
