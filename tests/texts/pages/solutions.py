"""A stated solution is put into the condition that it solves."""

PAGES = {
    "ridge regression": (
        r"""
Let $X \in \mathbb{R}^{n\times d}$, $y \in \mathbb{R}^n$, $w \in \mathbb{R}^d$, $\lambda > 0$ and
$L = \|Xw - y\|^2 + \lambda \|w\|^2$.

$$\nabla_w L = 2X^\top(Xw - y) + 2\lambda w$$

Equating the gradient to zero, we obtain

$$w = (X^\top X + \lambda I)^{-1} X^\top y$$
""",
        "declares declares declares declares defines holds holds",
    ),
    "ridge regression with a slip": (
        r"""
Let $X \in \mathbb{R}^{n\times d}$, $y \in \mathbb{R}^n$, $w \in \mathbb{R}^d$, $\lambda > 0$ and
$L = \|Xw - y\|^2 + \lambda \|w\|^2$.

$$\nabla_w L = 2X^\top(Xw - y) + 2\lambda w$$

Equating the gradient to zero, we obtain

$$w = (X^\top X - \lambda I)^{-1} X^\top y$$
""",
        "declares declares declares declares defines holds false",
    ),
    "a solution whose shapes do not fit": (
        r"""
Let $X \in \mathbb{R}^{n\times d}$, $y \in \mathbb{R}^n$, $w \in \mathbb{R}^d$ and $L = \|Xw - y\|^2$.

$$\nabla_w L = 2X^\top(Xw - y)$$

Setting the gradient equal to zero yields

$$w = (X X^\top)^{-1} X^\top y$$
""",
        "declares declares declares defines holds false",
    ),
    "the mean": (
        r"""
Let $x_i \in \mathbb{R}$ for $i = 1, \dots, n$, $\mu \in \mathbb{R}$ and $J = \frac12 \sum_{i=1}^n (x_i - \mu)^2$.

$$\frac{\partial J}{\partial \mu} = -\sum_{i=1}^n (x_i - \mu)$$

The derivative vanishes at

$$\mu = \frac1n \sum_{i=1}^n x_i$$
""",
        "declares declares defines holds holds",
    ),
    "the mean with a slip": (
        r"""
Let $x_i \in \mathbb{R}$ for $i = 1, \dots, n$, $\mu \in \mathbb{R}$ and $J = \frac12 \sum_{i=1}^n (x_i - \mu)^2$.

$$\frac{\partial J}{\partial \mu} = -\sum_{i=1}^n (x_i - \mu)$$

Setting it to zero, we find

$$\mu = \frac{1}{2n} \sum_{i=1}^n x_i$$
""",
        "declares declares defines holds false",
    ),
    "mean and deviation at the same time": (
        r"""
Let $x_i \in \mathbb{R}$ for $i = 1, \dots, n$, $m \in \mathbb{R}$, $s > 0$, and
$J = n \log s + \frac{1}{2s^2} \sum_{i=1}^n (x_i - m)^2$.

$$\frac{\partial J}{\partial m} = -\frac{1}{s^2} \sum_{i=1}^n (x_i - m)$$

$$\frac{\partial J}{\partial s} = \frac{n}{s} - \frac{1}{s^3} \sum_{i=1}^n (x_i - m)^2$$

Setting both to zero gives

$$m = \frac1n \sum_{i=1}^n x_i$$

$$s = \sqrt{\frac1n \sum_{i=1}^n (x_i - m)^2}$$
""",
        "declares declares defines holds holds holds holds",
    ),
    "a solution of a letter that nothing declares": (
        r"""
Let $X \in \mathbb{R}^{n\times d}$, $y \in \mathbb{R}^n$, $J(\theta) = \frac12 \|X\theta - y\|^2$.

$$\nabla_\theta J(\theta) = X^\top(X\theta - y)$$

Setting the gradient to zero:

$$\theta = (X^\top X)^{-1} X^\top y$$

$$\nabla_\theta J(\theta) = 3X^\top(X\theta - y)$$
""",
        "declares declares defines holds holds false",
    ),
    "a solution behind the equation": (
        r"""
Let $u \in \mathbb{R}^n$, $c \in \mathbb{R}^n$ and $r = \|u - c\|^2$.

$$\frac{\partial r}{\partial u} = 2(u - c) = 0$$

so that

$$u = c$$
""",
        "declares declares defines holds supposes holds",
    ),
    "a wrong solution behind the equation": (
        r"""
Let $u \in \mathbb{R}^n$, $c \in \mathbb{R}^n$ and $r = \|u - c\|^2$. At the minimum

$$\frac{\partial r}{\partial u} = 0$$

so that

$$u = 2c$$
""",
        "declares declares defines supposes false",
    ),
}
