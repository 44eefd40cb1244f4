# ruff: noqa: E501  # a display stands on one line, as on any page

"""Sheets of derivatives: matrices, traces, determinants, activation functions."""

PAGES = {
    "Matrix calculus in one page": (
        r"""
# Matrix calculus in one page

Throughout $x, a, b \in \mathbb{R}^n$, $A \in \mathbb{R}^{n \times n}$, and gradients of scalars are columns.

- $\dfrac{\partial (a^\top x)}{\partial x} = a$
- $\dfrac{\partial (x^\top a)}{\partial x} = a$
- $\dfrac{\partial (x^\top x)}{\partial x} = 2x$
- $\dfrac{\partial (x^\top A x)}{\partial x} = (A + A^\top) x$
- $\dfrac{\partial (a^\top x x^\top b)}{\partial x} = (a b^\top + b a^\top) x$
- $\dfrac{\partial \|x\|}{\partial x} = \dfrac{x}{\|x\|}$
- $\dfrac{\partial \|x - a\|_2}{\partial x} = \dfrac{x - a}{\|x - a\|_2}$

Now let $X \in \mathbb{R}^{n \times n}$ be invertible.

- $\dfrac{\partial \operatorname{tr}(X)}{\partial X} = I$
- $\dfrac{\partial \operatorname{tr}(A X)}{\partial X} = A^\top$
- $\dfrac{\partial \operatorname{tr}(X^\top A)}{\partial X} = A$
- $\dfrac{\partial \operatorname{tr}(X^\top A X)}{\partial X} = (A + A^\top) X$
- $\dfrac{\partial (a^\top X b)}{\partial X} = a b^\top$
- $\dfrac{\partial \log \det X}{\partial X} = (X^{-1})^\top$
- $\dfrac{\partial \det X}{\partial X} = \det(X) X^{-\top}$
- $\dfrac{\partial \operatorname{tr}(A X^{-1})}{\partial X} = -(X^{-1} A X^{-1})^\top$
- $\dfrac{\partial \|X\|_F^2}{\partial X} = 2X$
""",
        "declares declares holds holds holds holds holds holds holds declares holds holds holds holds holds "
        "holds holds holds holds",
        {"x": "u", "a": "p", "b": "q", "A": "M", "X": "Y"},
        [
            (r"= (A + A^\top) x", "= 2 A x"),
            (r"= (a b^\top + b a^\top) x", r"= a b^\top x"),
            (r"\operatorname{tr}(A X)}{\partial X} = A^\top", r"\operatorname{tr}(A X)}{\partial X} = A"),
            (r"= (X^{-1})^\top", "= X^{-1}"),
            (r"= -(X^{-1} A X^{-1})^\top", r"= (X^{-1} A X^{-1})^\top"),
            (r"\dfrac{x}{\|x\|}", r"\dfrac{2x}{\|x\|}"),
            (r"= a b^\top$", r"= b a^\top$"),
            (r"\|X\|_F^2}{\partial X} = 2X", r"\|X\|_F^2}{\partial X} = X"),
        ],
    ),
    "Derivatives of activation functions": (
        r"""
# Derivatives of activation functions

For $x \in \mathbb{R}$ let

$$\sigma(x) = \frac{1}{1 + e^{-x}}, \qquad \tanh(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}}, \qquad \zeta(x) = \log(1 + e^x)$$

| name | derivative |
|---|---|
| sigmoid | $\sigma'(x) = \sigma(x)(1 - \sigma(x))$ |
| tanh | $\tanh'(x) = 1 - \tanh^2(x)$ |
| softplus | $\zeta'(x) = \sigma(x)$ |

They are related by

$$\tanh(x) = 2\sigma(2x) - 1$$

$$\zeta(x) - \zeta(-x) = x$$

$$\frac{d}{dx} \log \sigma(x) = 1 - \sigma(x) = \sigma(-x)$$

$$\sigma''(x) = \sigma(x)(1 - \sigma(x))(1 - 2\sigma(x))$$
""",
        "declares defines holds defines holds holds holds holds holds holds holds holds",
        {"x": "z"},
        [
            (r"= 1 - \tanh^2(x)", r"= 1 + \tanh^2(x)"),
            (r"\zeta'(x) = \sigma(x)", r"\zeta'(x) = 1 - \sigma(x)"),
            (r"= 2\sigma(2x) - 1", r"= 2\sigma(x) - 1"),
            (r"(1 - 2\sigma(x))", r"(1 - \sigma(x))"),
        ],
    ),
}
"""Each page, its verdicts, other letters for it, and slips: what stands there, and what is put in its place."""
