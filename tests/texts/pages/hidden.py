"""Equations in frames, a second claim on a row, remarks in the prose: nothing is passed over in silence."""

PAGES = {
    "a box, a colour, a bracket around an equation": (
        r"""
Let $x, y \in \mathbb{R}$.
$$\boxed{y = 2y}$$
$$\bigl(y = 2y\bigr)$$
$$\underbrace{y = 2y}_{a}$$
$$\textcolor{red}{y = 2y}$$
$$\boxed{\begin{aligned} y &= 2y \\ x &= x + 0 \end{aligned}}$$
$$\begin{cases} y = 2y \\ x = x + 0 \end{cases}$$
$$y \mathrel{=} 2y$$
$$\mathbf{y = 2y}$$
$$y \lesssim x$$
""",
        "declares false false false false false holds false holds false unread unread",
    ),
    "an expression alone says nothing": (
        r"""
Let $x \in \mathbb{R}$.
$$\sum_{i=1}^3 x^i$$
$$\left(\frac{x}{2}\right)^2$$
""",
        "declares",
    ),
    "a second relation on a row that may be a restriction or a claim": (
        r"""
Let $x, y \in \mathbb{R}$, $v \in \mathbb{R}^n$.
$$x^2 = xx, \qquad \|v\| \ge 3$$
$$x^2 = xx, \quad y > 0$$
$$x^2 = xx \quad \text{and} \quad \|v\| \ge 3$$
""",
        "declares declares holds unread holds unread holds false",
    ),
    "a second relation on a row that restricts": (
        r"""
Let $x \in \mathbb{R}$, $v \in \mathbb{R}^n$.
$$\sqrt{x^2} = x, \quad x > 0$$
$$v_i v_j = v_j v_i, \quad i \ne j$$
$$x / x = 1 \quad (x \ne 0)$$
""",
        "declares declares holds holds holds",
    ),
    "what is said in passing of a declared letter": (
        r"""
Let $x, y \in \mathbb{R}$.

A common mistake is $x = 2y$. The trivial case is $y = 0$. Clearly $y > 0$.

$$xy = 2y^2$$
$$x + y = x$$
$$\sqrt{y^2} = y$$
""",
        "declares false false false",
    ),
    "what is set of a declared letter": (
        r"""
Let $x, p \in \mathbb{R}$, where $p = x^2$. Let $q \in \mathbb{R}$ with $q > 0$.
$$p = xx$$
$$\sqrt{q^2} = q$$
""",
        "declares defines declares declares holds holds",
    ),
    "an update by what nobody knows": (
        r"""
$$A \leftarrow Q$$
""",
        "unread",
    ),
    "a constraint in the prose is no claim, and what follows is judged where it is met": (
        r"""
Let $Q \in \mathbb{R}^{n \times n}$ with $Q^\top Q = I$ and $x \in \mathbb{R}^n$, $y \in \mathbb{R}^n$.
$$\|Q x\|^2 = \|x\|^2$$
$$\|y\|^2 = \|x\|^2$$
$$\|Q y\|^2 = 2 \|y\|^2$$
$$x^T Q^T Q x = \|Q x\|^2$$
""",
        "declares supposes declares declares holds supposes false holds",  # of two columns it is asked
    ),
    "a loss of which the text says too little: the squared error": (
        r"""
$W \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$, $t \in \mathbb{R}^m$, $\lambda > 0$.
$$y = W x$$
The loss $L$ is called so.
$$\frac{\partial L}{\partial y} = y - t$$
$$\frac{\partial L}{\partial x} = W^T \frac{\partial L}{\partial y}$$
""",
        "declares declares declares declares defines unread unread",
    ),
    "a loss of which the text says too little: with a penalty": (
        r"""
$W \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$, $t \in \mathbb{R}^m$, $\lambda > 0$.
$$y = W x$$
The loss $L$ is called so.
$$\frac{\partial L}{\partial W} = \frac{\partial L}{\partial y} x^T + \lambda W$$
$$\frac{\partial L}{\partial x} = W^T \frac{\partial L}{\partial y}$$
""",
        "declares declares declares declares defines unread unread",
    ),
    "a loss of which the text says too little: for one sample": (
        r"""
$W \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$, $t \in \mathbb{R}^m$, $\lambda > 0$.
$$y = W x$$
The loss $L$ is called so.
$$dy = y - t$$
$$\frac{\partial L}{\partial x} = W^T \frac{\partial L}{\partial y}$$
""",
        "declares declares declares declares defines unread unread",
    ),
}
