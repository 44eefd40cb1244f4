"""Chains with new names in them, and what is no name."""

PAGES = {
    "two new names in a chain": (
        r"""
$w, x \in \mathbb{R}^n$, $b \in \mathbb{R}$

$$z = w^T x + b, \quad \hat{y} = a = \sigma(z)$$
$$\frac{\partial a}{\partial z} = a (1 - a)$$
""",
        "declares declares defines defines defines holds",
    ),
    "two new matrices in a chain": (
        r"""
$W \in \mathbb{R}^{m \times n}$, $X \in \mathbb{R}^{n \times k}$

$$Z = W X$$
$$A = \hat Y = \sigma(Z)$$
$$A = \frac{1}{1 + e^{-Z}}$$
$$\hat Y = \frac{1}{1 + e^{-Z}}$$
$$\hat Y = \frac{1}{1 + e^{Z}}$$
""",
        "declares declares defines defines defines holds holds false",
    ),
    "a new name at the end of a chain": (
        r"""
$w, x \in \mathbb{R}^n$, $b \in \mathbb{R}$

$$z = w^T x + b, \quad \hat{y} = \sigma(z) = a$$
$$\frac{\partial a}{\partial z} = a (1 - a)$$
""",
        "declares declares defines defines defines holds",
    ),
    "a new function in a chain": (
        r"""
$x \in \mathbb{R}^n$

$$h_j = f(x_j) = \frac{1}{1 + e^{-x_j}}$$
$$\frac{\partial h_j}{\partial x_j} = h_j (1 - h_j)$$
$$h_j = \sigma(x_j)$$
$$f'(x_j) = f(x_j) (1 - f(x_j))$$
""",
        "declares defines defines holds holds holds",
    ),
    "a function of itself": (
        r"""
$x \in \mathbb{R}$

$$h(q) = h(q) + 1$$
$$y = h(x)$$
""",
        "declares unread unread",
    ),
    "two functions of each other": (
        r"""
$x \in \mathbb{R}$

$$f(q) = g(q) + 1$$
$$g(q) = 2 f(q)$$
$$y = f(x)$$
""",
        "declares unread unread unread",
    ),
    "a function of a declared number, of itself": (
        r"""
$x \in \mathbb{R}$

$$f(x) = f(0) + x$$
""",
        "declares unread",
    ),
    "a second gradient is a Hessian, and no name": (
        r"""
$w \in \mathbb{R}^n$, $A \in \mathbb{R}^{n \times n}$, $A = A^T$

$$E(w) = \frac12 w^T A w$$
$$H = \nabla\nabla E(w) = A$$
""",
        "declares declares declares defines defines holds",
    ),
    "a logarithm is no name": (
        r"""
$w, x \in \mathbb{R}^n$, $t \in \{0, 1\}$

$$E(w) = -\ln q(t|w) = -t \ln \sigma(w^T x)$$
""",
        "declares declares unread unread",
    ),
    "a name with its arguments in a chain": (
        r"""
For $i = 1, \dots, N$ let $x_i \in \mathbb{R}^p$.

$$p_i = p(x_i; \beta) = \frac{1}{1 + e^{-\beta^T x_i}}$$
$$\ell(\beta) = \sum_{i=1}^N \log p_i$$
$$\frac{\partial \ell}{\partial \beta} = \sum_{i=1}^N (1 - p_i) x_i$$
$$\frac{\partial \ell}{\partial \beta} = \sum_{i=1}^N p_i x_i$$
""",
        "declares defines defines holds false",
    ),
    "a name with its arguments that is applied elsewhere": (
        r"""
$w, x \in \mathbb{R}^n$

$$y = y(x) = \sigma(w^T x)$$
$$y(0) = \frac{1}{2}$$
""",
        "declares unread unread unread",
    ),
    "a loss that the text only speaks of": (
        r"""
$W \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$, $b \in \mathbb{R}^m$.
$$y = W x + b$$
Let $L$ be the loss.
$$\frac{\partial L}{\partial x} = W^T \frac{\partial L}{\partial y}$$
$$\frac{\partial L}{\partial W} = \frac{\partial L}{\partial y} x^T$$
$$\frac{\partial L}{\partial W} = x \frac{\partial L}{\partial y}$$
$$\frac{\partial L}{\partial b} = -\frac{\partial L}{\partial y}$$
""",
        "declares declares declares defines holds holds false false",
    ),
    "a loss that the text only speaks of, and the name of its gradient": (
        r"""
$W \in \mathbb{R}^{m\times n}$, $X \in \mathbb{R}^{n \times N}$
$$Z = W X$$
$$A = \tanh(Z)$$
Let $\mathcal{L}$ be some loss function of $A$ and $G = \frac{\partial \mathcal{L}}{\partial A}$.
$$\frac{\partial \mathcal{L}}{\partial Z} = G \odot (1 - A^2)$$
$$\frac{\partial \mathcal{L}}{\partial W} = (G \odot (1 - A^2)) X^T$$
$$\frac{\partial \mathcal{L}}{\partial W} = (G \odot (1 - A)) X^T$$
$$dX = W^T dZ$$
$$dX = W^T dA$$
""",
        "declares declares defines defines defines holds holds false holds false",
    ),
    "a loss of two things, through one of them and through both": (
        r"""
$W \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$.
$$y = W x$$
$$c = x \odot x$$
The cost $L$ is a number.
$$\frac{\partial L}{\partial x} = W^T \frac{\partial L}{\partial y} + 2 x \odot \frac{\partial L}{\partial c}$$
$$\frac{\partial L}{\partial x} = W^T \frac{\partial L}{\partial y}$$
""",
        "declares declares defines defines holds false",
    ),
    "a product of Jacobians over an index does not say its order": (
        r"""
Let $h_t \in \mathbb{R}^n$ for $t = 1, \dots, T$, and $W \in \mathbb{R}^{n \times n}$.
$$h_t = \tanh(W h_{t-1})$$
$$\frac{\partial h_t}{\partial h_k} = \prod_{j=k+1}^t \frac{\partial h_j}{\partial h_{j-1}}$$
""",
        "declares declares defines unread",
    ),
}
