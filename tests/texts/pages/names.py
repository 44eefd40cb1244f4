"""What a letter or a word names, and what is hung on it."""

PAGES = {
    "the trace is no new name": (
        r"""
Let $\mathbf{X} \in \mathbb{R}^{N \times D}$.
$$\mathbf{S} = \frac{1}{N} \mathbf{X}^{T}\mathbf{X}$$
$$\operatorname{Tr}(\mathbf{S}) = \frac{2}{N}\|\mathbf{X}\|_F^2$$
$$\operatorname{Tr}(\mathbf{S}) = \frac{1}{N}\|\mathbf{X}\|_F^2$$
""",
        "declares defines false holds",
    ),
    "a transposed one is a row of ones, and a bare one a number": (
        r"""
Let $\mathbf{X} \in \mathbb{R}^{N \times D}$ and $\mathbf{Y} \in \mathbb{R}^{N \times D}$.
$$1^\top (\mathbf{X} + \mathbf{Y}) = 1^\top \mathbf{X} + \mathbf{1}^\top \mathbf{Y}$$
$$1^\top \mathbf{X} = 1 \mathbf{X}$$
$$1^\top \mathbf{X} = 2 \cdot 1^T \mathbf{X}$$
$$1^2 \mathbf{X} = 1 \mathbf{X}$$
""",
        "declares declares holds false false holds",
    ),
    "names that are words": (
        r"""
$$\text{net}_{o1} = w_5 \, \text{out}_{h1} + w_6 \, \text{out}_{h2} + b_2$$
$$\text{out}_{o1} = \frac{1}{1+e^{-\text{net}_{o1}}}$$
$$\frac{\partial \text{out}_{o1}}{\partial \text{net}_{o1}} = \text{out}_{o1}(1 - \text{out}_{o1})$$
""",
        "defines defines holds",
    ),
    "labels of several letters": (
        r"""
Let $u, v \in \mathbb{R}^d$.
$$J = -u^\top v$$
$$J_{neg} = -\log \sigma(u^\top v)$$
$$\frac{\partial J_{neg}}{\partial v} = (\sigma(u^\top v) - 1) u$$
""",
        "declares defines defines holds",
    ),
    "primed indices": (
        r"""
Let $l \in \mathbb{R}^K$.
$$q_k = \frac{e^{l_k}}{\sum_{k'} e^{l_{k'}}}$$
$$\sum_k q_k = 1$$
""",
        "declares defines holds",
    ),
    "nothing above a name is dropped": (
        r"""
Let $x,y \in \mathbb{R}$.
$$2e^{(x+y)} = e+e$$
$$e^{x^2-y^2} = e^{(x-y)(x+y)}$$
$$x^{(t)} + 0 = x$$
$$\frac{d}{dx}\log(-1-x^2) = 0$$
$$x + y = 3x = y + x$$
$$x + x = \foo{x} = 2x$$
""",
        "declares false holds unread unread false holds unread holds",
    ),
    "T is a name here": (
        r"""
Let $x, T\in\mathbb{R}$.
$$x^T = x$$
$$2^T = 2$$
$$2^T = 2 T$$
""",
        "declares false supposes false",  # the third asks for a T
    ),
    "a softmax by the name of σ": (
        r"""
Let $z \in \mathbb{R}^C$.
$$\sigma(z)_i = \frac{e^{z_i}}{\sum_{j=1}^C e^{z_j}}$$
$$\sum_{i=1}^C \sigma(z)_i = 1$$
$$\frac{\partial \sigma(z)_i}{\partial z_j} = \sigma(z)_i(\delta_{ij} - \sigma(z)_j)$$
""",
        "declares defines holds holds",
    ),
    "the sum of a column": (
        r"""
Let $w \in \mathbb{R}^n$, $\mathbf{x} \in \mathbb{R}^n$.
$$y = sum(\mathbf{x}) = \sum_{i=1}^n x_i$$
""",
        "declares declares defines holds",
    ),
    "the norm with its name": (
        r"""
Let $\mathbf{W} \in \mathbb{R}^{n\times d}$.

$$s = \frac{1}{2}\|\mathbf{W}\|_\textrm{F}^2$$
$$\frac{\partial s}{\partial \mathbf W} = \mathbf W$$
""",
        "declares defines holds",
    ),
    "variances with an index": (
        r"""
$x \in \mathbb{R}^{N\times D}$
$$\sigma_j^2 = \sum_{i=1}^N x_{ij}^2$$
$$\frac{\partial \sigma_j^2}{\partial x_{kj}} = 2 x_{kj}$$
$$\sum_{j=1}^D \sigma_j^2 = \sum_{j=1}^D \sum_{i=1}^N x_{ij}^2$$
""",
        "declares defines holds holds",
    ),
    "a transpose above an entry is an entry of the transpose": (
        r"""
Let $A \in \mathbb{R}^{n \times n}$, $X \in \mathbb{R}^{n \times m}$.
$$A^T_{ij} = A_{ij}$$
$$A_{ij}^T = A_{ji}$$
$$X^\top_{ij} = X_{ji}$$
$$(A^T A)_{ij} = \sum_k A^T_{ik} A_{kj}$$
$$A^{-1}_{ij} = \frac{1}{A_{ij}}$$
$$A^{-T}_{ij} A_{ij} = 1$$
$$(A^{-1})_{ij} = \frac{1}{A_{ij}}$$
""",
        "declares declares false holds holds holds unread unread false",
    ),
    "an inner product says how long a 𝟏 is": (
        r"""
Let $u \in \mathbb{R}^d$.
$$z = u \cdot \mathbf{1}$$
$$z = \sum_i u_i$$
$$z = \sum_i u_i^2$$
$$\mathbf{e}_1 \cdot u = u_1$$
""",
        "declares defines holds false holds",
    ),
    "an index that bounds another is no size": (
        r"""
Let $y \in \mathbb{R}^n$, $A \in \mathbb{R}^{n \times n}$.
$$\sum_{i=1}^n i = \frac{n(n+1)}{2}$$
$$\sum_{i=1}^n \sum_{j=1}^i 1 = \frac{n(n+1)}{2}$$
$$\sum_{i=1}^n i = n y_1$$
$$(A^T)_{ij} = A_{ji}$$
""",
        "declares declares holds holds false holds",
    ),
    "a transpose although a T is declared": (
        r"""
Let $a, b \in \mathbb{R}^n$, $T \in \mathbb{R}^{n \times n}$.
$$c = a^T T b$$
$$c = b^T T^T a$$
$$c = b^T T a$$
""",
        "declares declares defines holds false",
    ),
    "zeros and ones that the prose calls one-hot": (
        r"""
Let $z \in \mathbb{R}^K$ and let $t \in \{0,1\}^K$ be one-hot.

$$\sum_k t_k = 1$$
$$p = \mathrm{softmax}(z)$$
$$E = -\sum_k t_k \log p_k$$
$$\frac{\partial E}{\partial z} = p - t$$
""",
        "declares declares holds defines defines holds",
    ),
    "zeros and ones that nobody calls one-hot": (
        r"""
Let $z \in \mathbb{R}^K$ and let $t \in \{0,1\}^K$.

$$\sum_k t_k = 1$$
""",
        "declares declares false",
    ),
    "a prime that makes a new name of what is given": (
        r"""
Let $h, z, c, t \in \mathbb{R}^n$.
$$h' = (1-z) \odot h + z \odot c$$
$$L = \frac12 \|h' - t\|^2$$
$$dh' = \frac{\partial L}{\partial h'} = h' - t$$
$$dz = dh' \odot (c - h)$$
$$dz = dh' \odot (h - c)$$
""",
        "declares defines defines defines holds holds false",
    ),
    "a prime on what an equation defines may be a derivative": (
        r"""
Let $z \in \mathbb{R}^n$ and $x \in \mathbb{R}$.
$$a = \sigma(z)$$
$$a' = a (1-a)$$
$$f(x) = x^2$$
$$f' = 2x$$
""",
        "declares declares defines unread defines holds",
    ),
}
