"""What restricts an equation, and what stands beside it."""

PAGES = {
    "restrictions in the prose before a display": (
        r"""
Let $a \in \mathbb{R}^N$ and $S_j = \frac{e^{a_j}}{\sum_{k=1}^{N} e^{a_k}}$. If $i = j$, then
$$\frac{\partial S_i}{\partial a_j} = S_i (1 - S_i).$$
When $i \ne j$ we get
$$\frac{\partial S_i}{\partial a_j} = -S_i S_j.$$
""",
        "declares defines holds holds",
    ),
    "a restriction in front": (
        r"""
Let $x \in \mathbb{R}^N$.
$$q_i = x_i^2$$
$$\text{for } i = k: \quad \frac{\partial q_i}{\partial x_k} = 2x_i$$
""",
        "declares defines holds",
    ),
    "equations set apart by space": (
        r"""
Let $f \in \mathbb{R}^C$ and $y \in \{1, \dots, C\}$.
$$p_k = \frac{e^{f_k}}{ \sum_j e^{f_j} } \hspace{1in} L = -\log\left(p_{y}\right)$$
$$\frac{\partial L }{ \partial f_k } = p_k - \mathbb{1}(y = k)$$
""",
        "declares declares defines defines holds",
    ),
    "what stands beside an equation": (
        r"""
Let $x,y \in \mathbb{R}$.
$$x+y = y+x \quad (2x = 3x)$$
$$x+y=y+x \quad 2x$$
""",
        "declares holds false holds unread",
    ),
    "two columns of equations": (
        r"""
Let $x,y \in \mathbb{R}$.
$$\begin{align} x+y &= y+x & x^2 &= 7x \end{align}$$
""",
        "declares holds false",
    ),
    "a condition in front of an equation": (
        r"""
Let $z \in \mathbb{R}^C$.

$$y_c = \frac{e^{z_c}}{\sum_{d=1}^C e^{z_d}} \quad \text{for} \; c = 1 \cdots C$$

$$\text{if} \; i \neq j : \frac{\partial y_i}{\partial z_j} = - y_i y_j$$
""",
        "declares defines holds",
    ),
    "a full stop in the cases": (
        r"""
Let $y \in \{0,1\}$ and $p \in (0,1)$.

$$\ell = \begin{cases} -\ln p & \text{ if } y = 1, \\ -\ln(1-p) & \text{ if } y = 0. \end{cases}$$
$$\frac{\partial \ell}{\partial p} = \frac{p-y}{p(1-p)}$$
""",
        "declares declares defines holds",
    ),
    "conditions that deny": (
        r"""
Let $S \in \mathbb{R}^{m\times m}$, $c \in \mathbb{R}^m$.
$$S_{ij} c_i= S_{ij} c_j \quad \text{unless } i=j$$
$$S_{ij} c_i= S_{ij} c_j \quad \text{if not } i=j$$
$$\sum_{i\neq j} S_{ij} = \sum_{i,j} S_{ij} - \mathrm{tr} S$$
$$m \ge 3$$
""",
        "declares declares unread unread holds unread",
    ),
    "prose that denies": (
        r"""
Let $S \in \mathbb{R}^{m\times m}$. Do not assume $S=S^\top$.
$$S_{ij}=S_{ji}$$
""",
        "declares false",
    ),
    "a range that is written out": (
        r"""
Let $x \in \mathbb{R}^4$, $W \in \mathbb{R}^{3\times 4}$.
$$y_i = \sum_{j=1}^4 W_{ij} x_j, \quad i = 1, 2, 3$$
$$\frac{\partial y_i}{\partial x_j} = W_{ij}, \quad i = 1, 2, 3$$
$$\frac{\partial y_i}{\partial x_j} = W_{ji}, \quad i = 1, 2, 3$$
""",
        "declares declares defines holds unread",
    ),
    "columns in cases whose condition is a number's": (
        r"""
For $g \in \mathbb{R}^d$ and $\kappa > 0$:
$$c = \begin{cases} g & \text{if } \|g\| \le \kappa \\ \kappa \frac{g}{\|g\|} & \text{otherwise}\end{cases}$$
$$c = g \cdot \min\left(1, \frac{\kappa}{\|g\|}\right)$$
$$\|c\| = \min(\|g\|, \kappa)$$
$$\|c\| = \max(\|g\|, \kappa)$$
""",
        "declares declares defines holds holds false",
    ),
}
