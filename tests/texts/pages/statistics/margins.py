# ruff: noqa: E501  # a display stands on one line, as on any page

"""The hinge loss and the dual of the soft margin."""

PAGES = {
    "Support vector machines": (
        r"""
# Support vector machines

Let $x_i \in \mathbb{R}^d$ and $y_i \in \{-1, 1\}$ for $i = 1, \dots, n$. The hinge loss of a single example is

$$\ell_i(w) = \max(0, 1 - y_i w^\top x_i)$$

where $w \in \mathbb{R}^d$. A subgradient is

$$\nabla_w \ell_i(w) = \begin{cases} -y_i x_i & \text{if } y_i w^\top x_i < 1 \\ 0 & \text{otherwise} \end{cases}$$

The objective of the linear SVM is

$$J(w) = \frac{\lambda}{2} \|w\|^2 + \frac{1}{n} \sum_{i=1}^n \max(0, 1 - y_i w^\top x_i)$$

with $\lambda > 0$, and its subgradient is

$$\nabla_w J(w) = \lambda w - \frac{1}{n} \sum_{i=1}^n \mathbb{1}[y_i w^\top x_i < 1] \, y_i x_i$$
""",
        "declares declares defines declares holds defines declares holds",
        {"w": r"\theta", "x": "u", "y": "t", "n": "m", r"\lambda": "c"},
        [
            (r"-y_i x_i & \text", r"y_i x_i & \text"),
            (r"= \lambda w - \frac{1}{n}", r"= \lambda w + \frac{1}{n}"),
            (r"= \lambda w - \frac{1}{n}", r"= \lambda w - "),
        ],
    ),
    "The soft-margin dual": (
        r"""
# The soft-margin dual

We solve

$$\min_{w, b, \xi} \frac{1}{2} \|w\|^2 + C \sum_{i=1}^n \xi_i \quad \text{subject to} \quad y_i (w^\top x_i + b) \ge 1 - \xi_i, \quad \xi_i \ge 0$$

for $w, x_i \in \mathbb{R}^d$, $b, \xi_i \in \mathbb{R}$, $y_i \in \{-1, 1\}$ and $C > 0$. With multipliers
$\alpha_i \ge 0$ and $\mu_i \ge 0$ the Lagrangian is

$$L(w, b, \xi, \alpha, \mu) = \frac{1}{2} \|w\|^2 + C \sum_{i=1}^n \xi_i - \sum_{i=1}^n \alpha_i \left( y_i (w^\top x_i + b) - 1 + \xi_i \right) - \sum_{i=1}^n \mu_i \xi_i$$

The derivatives are

$$\frac{\partial L}{\partial w} = w - \sum_{i=1}^n \alpha_i y_i x_i$$

$$\frac{\partial L}{\partial b} = -\sum_{i=1}^n \alpha_i y_i$$

$$\frac{\partial L}{\partial \xi_i} = C - \alpha_i - \mu_i$$

Setting them to zero gives

$$w = \sum_{i=1}^n \alpha_i y_i x_i, \qquad \sum_{i=1}^n \alpha_i y_i = 0, \qquad \alpha_i + \mu_i = C$$

Substituting back we obtain the dual

$$\max_\alpha \sum_{i=1}^n \alpha_i - \frac{1}{2} \sum_{i=1}^n \sum_{j=1}^n \alpha_i \alpha_j y_i y_j x_i^\top x_j$$
""",
        "supposes declares declares declares declares defines holds holds holds holds supposes supposes",
        {"w": r"\theta", "x": "u", "y": "t", r"\alpha": r"\lambda", r"\mu": r"\nu", r"\xi": "s"},
        [
            (r"= w - \sum_{i=1}^n \alpha_i y_i x_i", r"= w + \sum_{i=1}^n \alpha_i y_i x_i"),
            (r"b} = -\sum_{i=1}^n \alpha_i y_i", r"b} = -\sum_{i=1}^n \alpha_i"),
            (r"= C - \alpha_i - \mu_i", r"= C - \alpha_i + \mu_i"),
            (r"w = \sum_{i=1}^n \alpha_i y_i x_i", r"w = -\sum_{i=1}^n \alpha_i y_i x_i"),
            (r"\alpha_i + \mu_i = C", r"\alpha_i - \mu_i = C"),
            (r"\sum_{i=1}^n \alpha_i y_i = 0", r"\sum_{i=1}^n \alpha_i = 0"),
        ],
    ),
}
"""Each page, its verdicts, other letters for it, and slips: what stands there, and what is put in its place."""
