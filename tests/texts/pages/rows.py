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
    "a word that is not known beside an equation": (
        r"""
Let $x \in \mathbb{R}$.
$$2x = x + x \quad (\text{almost surely})$$
""",
        "declares holds unread",
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
}
