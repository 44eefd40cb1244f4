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
        "unread unread unread",
    ),
}
