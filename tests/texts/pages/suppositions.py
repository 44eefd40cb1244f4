"""Conditions, hypotheses, properties and equations to be solved suppose; what says a derivative is a claim."""

PAGES = {
    "a property in words": (
        r"""
A matrix $S = S^\top \in \mathbb{R}^{k\times k}$ is positive semi-definite when, for all $u \in \mathbb{R}^k$,

$$u^\top S u \ge 0$$
""",
        "declares supposes",
    ),
    "what orthogonal means": (
        r"""
Let $Q \in \mathbb{R}^{n \times n}$. We say that $Q$ is orthogonal if

$$Q^\top Q = I$$
""",
        "declares supposes",
    ),
    "what convex means": (
        r"""
Let $f : \mathbb{R} \to \mathbb{R}$ and $a, b \in \mathbb{R}$. The function $f$ is called convex if
$$f\left(\frac{a + b}{2}\right) \le \frac{f(a) + f(b)}{2}$$
""",
        "declares declares supposes",
    ),
    "a constraint, and claims behind it": (
        r"""
Let $w \in \mathbb{R}^d$ and $C \in \mathbb{R}^{d\times d}$ symmetric. Maximise $w^\top C w$ subject to

$$w^\top w = 1.$$

$$\nabla_w (w^\top C w) = 2 C w$$

$$\nabla_w (w^\top C w) = C w$$
""",
        "declares declares supposes holds false",
    ),
    "a constraint within the display": (
        r"""
Let $w, x \in \mathbb{R}^d$, $b, y \in \mathbb{R}$.

$$\min_{w, b} \tfrac12 \|w\|^2 \quad \text{s.t.} \quad y(w^\top x + b) \ge 1$$

$$\max_w w^\top x \quad \text{subject to} \quad \|w\|^2 = 1$$
""",
        "declares declares supposes supposes",
    ),
    "when equality holds": (
        r"""
Let $x, u \in \mathbb{R}^d$.

$$(x^\top u)^2 \le \|x\|^2 \|u\|^2, \text{ with equality if and only if } x = u$$

$$x^\top u = \|u\|^2$$
""",
        "declares holds supposes false",
    ),
    "an eigenvalue equation by its form": (
        r"""
Let $\Sigma \in \mathbb{R}^{p\times p}$ be symmetric, $u \in \mathbb{R}^p$, $\lambda \in \mathbb{R}$, and
$J = u^\top \Sigma u - \lambda (u^\top u - 1)$.

$$\frac{\partial J}{\partial u} = 2\Sigma u - 2\lambda u = 0$$

$$\Sigma u = \lambda u$$

$$\frac{\partial J}{\partial u} = \Sigma u - 2\lambda u$$
""",
        "declares declares declares defines holds supposes supposes false",
    ),
    "an eigenvalue equation with an index": (
        r"""
Let $H \in \mathbb{R}^{m\times m}$ be symmetric, $q_1 \in \mathbb{R}^m$ and $\mu_1 \in \mathbb{R}$. An eigenvector obeys

$$H q_1 = \mu_1 q_1$$
""",
        "declares declares declares supposes",
    ),
    "equations for an eigenvector": (
        r"""
Let $H \in \mathbb{R}^{m\times m}$ be symmetric, $v \in \mathbb{R}^m$ and $\lambda \in \mathbb{R}$.

$$H v = \lambda v$$

$$(H - \lambda I) v = 0$$

$$v^\top H v = \lambda v^\top v$$

$$v^\top H v = 2\lambda v^\top v$$
""",
        "declares declares declares supposes holds holds false",
    ),
    "a system to be solved": (
        r"""
Let $A \in \mathbb{R}^{n \times n}$, $x, b \in \mathbb{R}^n$. We want to solve the linear system

$$A x = b$$
""",
        "declares declares supposes",
    ),
    "a system by its form": (
        r"""
Let $A \in \mathbb{R}^{n \times n}$, $x, b \in \mathbb{R}^n$.

$$A x = b$$

$$A x = x A$$
""",
        "declares declares supposes false",
    ),
    "symmetric by supposition": (
        r"""
Let $M \in \mathbb{R}^{n\times n}$, $x \in \mathbb{R}^n$. Suppose that

$$M = M^\top$$

$$\nabla_x x^\top M x = (M + M^\top) x$$

$$\nabla_x x^\top M x = M x$$
""",
        "declares declares declares holds false",
    ),
    "symmetric in a clause": (
        r"""
Let $g(B) = \operatorname{tr}(B C)$ where $B = B^\top$ and $C = C^\top$ are $q\times q$ matrices.

$$\operatorname{tr}(BC) = \operatorname{tr}(CB)$$

$$B + B^\top = 2B$$

$$B C = C B$$
""",
        "defines declares declares holds holds false",
    ),
    "a supposition within the text": (
        r"""
Let $Q \in \mathbb{R}^{n\times n}$ and $x \in \mathbb{R}^n$. Suppose $Q^\top Q = I$. Then

$$\|Qx\|^2 = \|x\|^2$$

$$\nabla_x \|Qx\|^2 = Q^\top Q x$$
""",
        "declares declares supposes holds false",
    ),
    "a surface": (
        r"""
Let $w, x \in \mathbb{R}^d$, $b \in \mathbb{R}$. The two classes are separated by the hyperplane

$$w^\top x + b = 0$$

and $$\nabla_x (w^\top x + b) = w$$ $$\nabla_x (w^\top x + b) = x$$
""",
        "declares declares supposes holds false",
    ),
    "an exercise in numbers": (
        r"""
Let $S \in \mathbb{R}^{n\times n}$ be symmetric, $x \in \mathbb{R}^n$, $h(x) = x^\top S x$.

$$\nabla h(x) = 2 S x$$

**Exercise.** Find the minimum of

$$h(x) = x^\top \begin{bmatrix} 2 & 0 \\ 0 & 1 \end{bmatrix} x$$
""",
        "declares declares defines holds supposes",
    ),
    "normal equations": (
        r"""
Let $X \in \mathbb{R}^{n\times d}$, $y \in \mathbb{R}^n$, $w \in \mathbb{R}^d$ and $L = \|Xw - y\|^2$.

$$\nabla_w L = 2X^\top(Xw - y)$$

Setting this to zero gives the normal equations

$$X^\top X w = X^\top y$$

$$\nabla_w L = X^\top(Xw - y)$$
""",
        "declares declares declares defines holds supposes false",
    ),
    "a differential equation": (
        r"""
Let $f : \mathbb{R} \to \mathbb{R}$ and $x \in \mathbb{R}$. Suppose that $f$ satisfies

$$f'(x) = f(x)$$
""",
        "declares declares supposes",
    ),
    "principal components": (
        r"""
Let $S \in \mathbb{R}^{d\times d}$ be symmetric, $v \in \mathbb{R}^d$, $\lambda \in \mathbb{R}$. Maximise
$v^\top S v$ under the constraint

$$v^\top v = 1$$

with the Lagrangian

$$\mathcal{L} = v^\top S v - \lambda (v^\top v - 1)$$

$$\frac{\partial \mathcal{L}}{\partial v} = 2 S v - 2 \lambda v$$

Setting this to zero yields

$$S v = \lambda v$$

Multiplying by $v^\top$ from the left

$$v^\top S v = \lambda$$
""",
        "declares declares declares supposes defines holds supposes holds",
    ),
    "a derivative is a claim, however it is introduced": (
        r"""
Let $A \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$, $y = Ax$. Suppose that

$$\frac{\partial y}{\partial x} = A^\top$$

Assume

$$\frac{\partial y}{\partial x} = A$$
""",
        "declares declares defines false holds",
    ),
    "a definition is not supposed anew": (
        r"""
Let $W \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$, $b \in \mathbb{R}^m$.

$$z = W x + b$$

where we suppose that

$$z = W x - b$$
""",
        "declares declares declares defines false",
    ),
    "words that conclude suppose nothing": (
        r"""
Let $x, y \in \mathbb{R}$. Assume that $x > 0$, so we get

$$x y = x + y$$

Assuming that $y$ is small, the sum is

$$x + y = x - y$$
""",
        "declares false false",
    ),
    "an identity is a claim": (
        r"""
Let $a, b \in \mathbb{R}^n$. The following identity holds:

$$\|a + b\|^2 = \|a\|^2 + \|b\|^2$$
""",
        "declares false",
    ),
    "what is needed is claimed": (
        r"""
Let $w, x \in \mathbb{R}^n$ and $f = w^\top x$. For the update we need

$$\frac{\partial f}{\partial w} = w$$
""",
        "declares defines false",
    ),
    "a slip behind a derivative that is zero is not excused": (
        r"""
Let $X \in \mathbb{R}^{n\times d}$, $y \in \mathbb{R}^n$, $w \in \mathbb{R}^d$ and $L = \|Xw - y\|^2$.

$$\nabla_w L = 2X^\top(Xw - y) = 0$$

Furthermore

$$L = \|Xw\|^2 + \|y\|^2 - y^\top X w$$
""",
        "declares declares declares defines holds supposes unread",
    ),
}
