"""Values that are mentioned in passing: they hold where they stand, and pin no letter for the page."""

PAGES = {
    "the step size that a run used": (
        r"""
Gradient descent with step size $\eta$ on $f(w) = w^\top w$, $w \in \mathbb{R}^n$.

$$f(w - \eta w) = (1 - \eta)^2 w^\top w$$

$$f(w - \eta w) = 0.81 w^\top w$$

We ran it with step size $\eta = 0.1$.
""",
        "defines declares holds false",
    ),
    "a value in a table": (
        r"""
| run | rate |
|---|---|
| a | $\gamma = 0$ |

Let $u \in \mathbb{R}^d$ and $E = u^\top u + \gamma \|u\|^2$.

$$\nabla_u E = 2u$$

$$\nabla_u E = 2(1+\gamma)u$$
""",
        "declares defines false holds",
    ),
    "a case: if y = 1": (
        r"""
Let $a \in (0,1)$, $y \in \{0,1\}$ and $\ell = -y \log a - (1-y) \log(1-a)$. If $y = 1$ then only the first term counts.

$$\frac{d\ell}{da} = -\frac{y}{a}$$

$$\frac{d\ell}{da} = -\frac{y}{a} + \frac{1-y}{1-a}$$
""",
        "declares declares defines false holds",
    ),
    "a point: at x = x_0": (
        r"""
Let $x \in \mathbb{R}^n$, $g = \frac12 \|x\|^2$. At $x = x_0$ the slope is small.

$$\nabla g = x_0$$

$$\nabla g = x$$
""",
        "declares defines unread holds",
    ),
    "a value between two sentences": (
        r"""
Let $w, v \in \mathbb{R}^d$ and $\lambda > 0$. The objective is $J = \|w - v\|^2 + \lambda \|w\|^2$; for
$\lambda = 0$ it is least squares.

$$\nabla_w J = 2(w - v)$$

$$\nabla_w J = 2(w - v) + 2\lambda w$$
""",
        "declares declares defines false holds",
    ),
    "a value in the caption of a figure": (
        r"""
![The fit for $\beta = 0$](fit.png)

Let $w \in \mathbb{R}^d$, $R = \beta w^\top w$.

$$\nabla_w R = 0$$

$$\nabla_w R = 2\beta w$$
""",
        "declares defines supposes holds",
    ),
    "the value that the code uses": (
        r"""
Let $v_t = \beta v_{t-1} + g_t$ for $t = 1, \dots, T$, $v_0 = 0$. In practice $\beta = 0.9$.

$$v_1 = g_1$$

$$v_2 = 0.9 g_1 + g_2$$
""",
        "defines defines holds false",
    ),
    "a usual value in brackets": (
        r"""
Let $z \in \mathbb{R}$ and $\mathrm{lr}(z) = \max(z, a z)$ (commonly $a = 0.01$).

$$\max(z, a z) = \max(z, 0.01 z)$$
""",
        "declares defines false",
    ),
    "special cases in a list": (
        r"""
Let $z \in \mathbb{R}$ and $s(z) = \frac{1}{1+e^{-z}}$. Special cases:

* $z = 0$: here the slope is a quarter;
* $z = 10$: it is nearly flat.

$$s'(z) = s(z)(1 - s(z))$$

$$s'(z) = \frac14$$
""",
        "declares defines holds false",
    ),
    "cases of a label in a numbered list": (
        r"""
Let $p \in (0,1)$, $y \in \mathbb{R}$, and $\ell = -y\log p - (1-y)\log(1-p)$.

1. If $y = 0$, the first term vanishes.
2. If $y = 1$, the second.

$$\ell = -\log p$$
""",
        "declares declares defines false",
    ),
    "a value for the whole page": (
        r"""
Let $\alpha = 0.5$ throughout.

$$\alpha^2 = 0.25$$

$$\alpha^2 = 0.5$$
""",
        "defines holds false",
    ),
    "a value that is set": (
        r"""
We set $c = 2$.

$$c x = x + x$$

with $x \in \mathbb{R}$.
""",
        "defines holds declares",
    ),
    "a value that explains the display before it": (
        r"""
Let $x \in \mathbb{R}$.

$$f(x) = c x^2$$
where $c = 3$.

$$f'(x) = 6x$$

$$f'(x) = 5x$$
""",
        "declares defines defines holds false",
    ),
    "a name that explains the display before it": (
        r"""
Let $W \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$, $b \in \mathbb{R}^m$.

$$y = \tanh(z)$$
where $z = Wx + b$.

$$y = \tanh(Wx + b)$$

$$y = \tanh(Wx - b)$$
""",
        "declares declares declares defines defines holds false",
    ),
    "a first value": (
        r"""
Let $s_t = a s_{t-1} + 1$ for $t = 1, \dots, T$ with $s_0 = 0$.

$$s_1 = 1$$

$$s_2 = a + 1$$

$$s_2 = a$$
""",
        "defines defines holds holds false",
    ),
    "a value holds in its own sentence": (
        r"""
Let $x \in \mathbb{R}$ and $p(x) = x^2 + 3x + 1$. At $x = 0$ we have

$$p(x) = 1$$

and for $x = 1$

$$p(x) = 5$$

but at $x = 1$

$$p(x) = 6.$$
""",
        "declares defines holds holds false",
    ),
    "a special case holds in its own sentence": (
        r"""
Let $K \in \mathbb{R}^{n\times n}$ be symmetric and $z \in \mathbb{R}^n$. $$\nabla_z z^\top K z = 2Kz$$
A special case is $K = I$. Then $$\nabla_z z^\top K z = 2z$$
""",
        "declares declares holds holds",
    ),
    "a matrix is symmetric in one sentence": (
        r"""
Let $A \in \mathbb{R}^{n\times n}$ and $x \in \mathbb{R}^n$.

$$\nabla_x x^\top A x = (A + A^\top) x$$

If $A = A^\top$, this is

$$\nabla_x x^\top A x = 2 A x$$
""",
        "declares declares holds holds",
    ),
    "multiples of the identity": (
        r"""
Let $A \in \mathbb{R}^{n\times n}$ and $x \in \mathbb{R}^n$. In the special case $A = I$ we get

$$\nabla_x x^\top A x = 2 x$$

and for $A = 2I$

$$\nabla_x x^\top A x = 2 x$$
""",
        "declares declares holds false",
    ),
}
