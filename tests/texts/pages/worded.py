"""Shapes that stand in the words of the prose."""

PAGES = {
    "vectors and matrices in words": (
        r"""
Throughout, $\mathbf{x}$ and $\mathbf{y}$ are column vectors of length $n$, $\mathbf{A}$ is an $m \times n$ matrix,
$\mathbf{B}$ is a square $n \times n$ matrix and $\mathbf{b}$ is a vector of length $m$.

$$\frac{\partial \mathbf{A}\mathbf{x}}{\partial \mathbf{x}} = \mathbf{A}$$
$$\nabla_{\mathbf{x}} (\mathbf{x}^\top \mathbf{B} \mathbf{x}) = (\mathbf{B} + \mathbf{B}^\top)\mathbf{x}$$
$$\nabla_{\mathbf{x}} (\mathbf{x}^\top \mathbf{B} \mathbf{y}) = \mathbf{B}^\top \mathbf{y}$$
$$\frac{\partial}{\partial \mathbf{A}} \mathbf{b}^\top \mathbf{A} \mathbf{x} = \mathbf{b}\mathbf{x}^\top$$
$$\frac{\partial}{\partial \mathbf{A}} \mathbf{b}^\top \mathbf{A} \mathbf{x} = \mathbf{x}\mathbf{b}^\top$$
""",
        "declares declares declares declares holds holds false holds false",
    ),
    "sizes in brackets, and names after their size": (
        r"""
The parameters are $U$ ($n \times d$) and an $n \times n$ weight matrix $W$; $x$ is a $d$-dimensional column vector, and
the state $h$ is an $n$-vector.

$$a = U x + W h$$
$$\frac{\partial a}{\partial x} = U$$
$$\frac{\partial a}{\partial h} = W^T$$
""",
        "declares declares declares declares defines holds false",
    ),
    "words that say what kind of matrix": (
        r"""
Let $H$ be a symmetric $n \times n$ matrix and let $w$ be a vector with $n$ entries.

$$J = w^T H w$$
$$\frac{\partial J}{\partial w} = 2 H w$$
""",
        "declares declares defines holds",
    ),
    "kinds in brackets behind a name": (
        r"""
The Hessian $H$ (symmetric, positive definite, $H \in \mathbb{R}^{n \times n}$), and $w$ has shape $n \times 1$.

$$J = w^T H w$$
$$\frac{\partial J}{\partial w} = 2 H w$$
""",
        "declares declares defines holds",
    ),
    "words that declare nothing": (
        r"""
$A$ is not an $m \times n$ matrix, $B$ is the inverse of an $n \times n$ matrix, and $x$ is one of $n$ vectors.
$D$ is a diagonal $n \times n$ matrix. $P$ is an $n \times m$ matrix here, and there $P$ is an $m \times n$ matrix.

$$A A^{-1} x = x$$
$$P^T P = P P^T$$
$$D = D^T$$
""",
        "holds doubtful unread",  # true of any A with an inverse, not of every P
    ),
    "a loss that only the prose speaks of": (
        r"""
For numbers $x_1, \dots, x_m$ let $\ell$ be a loss that depends on all of the $y_i$.

$$\mu = \frac{1}{m} \sum_{i=1}^m x_i$$
$$y_i = \gamma (x_i - \mu) + \beta$$
$$\frac{\partial \ell}{\partial \gamma} = \sum_{i=1}^m \frac{\partial \ell}{\partial y_i} (x_i - \mu)$$
$$\frac{\partial \ell}{\partial \gamma} = \sum_{i=1}^m \frac{\partial \ell}{\partial y_i} x_i$$
$$\frac{\partial \ell}{\partial x_i} = \gamma \frac{\partial \ell}{\partial y_i}$$
""",
        "declares defines defines defines holds false false",
    ),
    "a loss of more than one thing": (
        r"""
Let $\ell$ be a loss that depends on $y$ and the weights.

$$y = \gamma x + \beta$$
$$\frac{\partial \ell}{\partial x} = \gamma \frac{\partial \ell}{\partial y}$$
""",
        "defines unread",
    ),
    "a loss that the page writes down": (
        r"""
For $w, x \in \mathbb{R}^n$, the loss $\ell$ is a function of $z$.

$$z = w^T x$$
$$\ell = z^2$$
$$\frac{\partial \ell}{\partial w} = 2 z x$$
""",
        "declares defines defines holds",
    ),
    "distributions in words": (
        r"""
Let $p, q \in (0, 1)^M$ be two distributions over $M$ outcomes, $\sum_i p_i = \sum_i q_i = 1$.

$$\sum_i p_i = 1$$
$$\sum_i p_i \log \frac{p_i}{q_i} \ge 0$$
$$\sum_i p_i \log q_i \ge 0$$
""",
        "declares declares holds holds false",
    ),
    "a matrix whose content the words tell": (
        r"""
For $i = 1, \dots, N$ let $x_i \in \mathbb{R}^p$, and let $X$ be the $N \times p$ matrix of the $x_i$, one per row.

$$s = \sum_{i=1}^N x_i$$
$$s = X^T \mathbf{1}$$
""",
        "declares defines doubtful",  # what X is made of stands in the words alone
    ),
    "a matrix of weights": (
        r"""
$W$ is an $n \times d$ matrix of weights, and $x$ is an input vector of length $d$.

$$\frac{\partial W x}{\partial x} = W$$
""",
        "declares declares holds",
    ),
}
