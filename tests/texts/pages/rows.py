"""Rows of a display, and what stands beside an equation."""

PAGES = {
    "a second claim beside a row that goes on": (
        r"""
Let $x \in \mathbb{R}$.
$$\begin{align}
2x &= x + x \\
   &= 3x - x \quad 2x = 3x \\
   &= 2 x
\end{align}$$
""",
        "declares holds holds holds false",
    ),
    "remarks explain, and restrict nothing": (
        r"""
Let $x \in \mathbb{R}$.
$$\begin{align}
2x &= x + x \quad \text{by definition} \\
   &= 3x - x \quad (\text{using (3) and the chain rule}) \\
   &= 4x - 2x && \text{for all } x \\
   &= 3x \qquad \blacksquare
\end{align}$$
""",
        "declares holds holds holds false",
    ),
    "words that may restrict are not passed over": (
        r"""
Let $x \in \mathbb{R}$.
$$2x = x + x \quad \text{for small angles}$$
$$\sin(x) = x \quad \text{if the angle is small}$$
$$2x = x + x \quad \text{unless the moon is full}$$
$$2x = x + x \text{ approximately}$$
""",
        "declares unread unread unread unread",
    ),
    "words that would change the mathematics are no remarks": (
        r"""
Let $a, b \in \mathbb{R}$, $v \in \mathbb{R}^n$.
$$\frac{\partial v^T v}{\partial v} = 2v \quad \text{transposed}$$
$$ab = ba \quad \text{(inverse)}$$
$$ab = ba \quad \text{is not true}$$
$$ab = ba \quad \text{only if } a = 0$$
$$ab = ba \quad \text{at } a = 0$$
$$ab = ba \quad \text{(by the product rule)}$$
$$ab = ba \quad \text{(element-wise)}$$
$$ab = ba \quad \text{(frobnicated)}$$
""",
        "declares declares unread unread unread unread unread holds holds holds unread",
    ),
    "where, since, and a case": (
        r"""
Let $a \in \mathbb{R}$, $z \in \mathbb{R}^K$ and $p = \mathrm{softmax}(z)$.
$$\sqrt{a^2} = a \quad \text{where } a > 0$$
$$\sqrt{a^2} = a \quad \text{since } a > 0$$
$$\sqrt{a^2} = a \quad \text{where } a < 0$$
$$\text{Case } i = j: \quad \frac{\partial p_i}{\partial z_j} = p_i (1 - p_i)$$
$$i = j: \quad \frac{\partial p_i}{\partial z_j} = p_i (1 - p_i)$$
$$i \ne j: \quad \frac{\partial p_i}{\partial z_j} = p_i (1 - p_i)$$
""",
        "declares declares defines holds holds false holds holds false",
    ),
    "absolute values in a sum": (
        r"""
Let $w \in \mathbb{R}^n$.
$$R = \sum_i |w_i|$$
$$\frac{\partial}{\partial w_1} |w_1| = \operatorname{sign}(w_1)$$
$$R = \|w\|_1$$
""",
        "declares defines holds holds",
    ),
    "a word that is not known beside an equation": (
        r"""
Let $x \in \mathbb{R}$.
$$2x = x + x \quad (\text{almost surely})$$
""",
        "declares unread",
    ),
    "a list of declarations in one display": (
        r"""
$$x \in \mathbb{R}^n, \quad y \in \mathbb{R}^m, \quad s > 0$$
$$s x^T x = x^T x s$$
$$s y^T y \ge 0$$
""",
        "declares declares declares holds holds",
    ),
    "where a claim lives": (
        r"""
Let $x \in \mathbb{R}$ and $v \in \mathbb{R}^3$.
$$2x = x + x \quad \forall x$$
$$2x = x + x \quad \text{for every } x \in \mathbb{R}$$
$$2v = v + v \quad \text{for } v \in \mathbb{R}_{>0}^3$$
""",
        "declares declares holds holds unread",
    ),
    "a derivative that is set to zero is a requirement": (
        r"""
$x_i \in \mathbb{R}$ for $i = 1, \dots, n$; $\mu, z \in \mathbb{R}$, $J = \frac{1}{2} \sum_i (x_i - \mu)^2$.
$$\frac{\partial J}{\partial \mu} = -\sum_{i=1}^n (x_i - \mu) = 0$$
$$\mu = \frac{1}{n} \sum_{i=1}^n x_i$$
$$\frac{\partial J}{\partial \mu} \overset{!}{=} 0$$
$$\frac{\partial J}{\partial \mu} = \sum_{i=1}^n (x_i - \mu)$$
""",
        "declares declares defines holds supposes holds supposes false",
    ),
    "half an implication is no claim, unless the other half holds": (
        r"""
Let $z \in \mathbb{R}$.
$$2z = z + z \Rightarrow 3z = 2z$$
$$2z = z + 1 \Rightarrow z = 1$$
""",
        "declares holds false unread unread",
    ),
}
