"""What is attacked, what lies below the resolution, and what cannot be read."""

PAGES = {
    "inequalities are attacked": (
        r"""
Let $x \in \mathbb{R}$, $p \in (0,1)$.
$$(x-5)^2 \ge 0.5$$
$$\sin x \le 0.99$$
$$p \le 0.96$$
$$x^2 \ge 0$$
$$1 + x^2 > 2x - 1$$
$$p (1-p) \le \frac14$$
""",
        "declares declares false false false holds holds holds",
    ),
    "equal at a place that no number hits": (
        r"""
Let $x, y \in \mathbb{R}$, $v \in \mathbb{R}^n$.
$$(x^2 - 2)^2 > 0$$
$$(x^2 - 2)^2 \ge 0$$
$$(x^2 - 2)^2 + (x - y)^2 > 0$$
$$\max_i v_i < \log \sum_i e^{v_i}$$
$$e^x > x$$
$$e^x > 1 + x \quad \text{for } x \ne 0$$
""",
        "declares declares unread holds unread holds holds holds",
    ),
    "an unknown bound": (
        r"""
Let $x \in \mathbb{R}^n$.
$$\sum_{i=1}^{m} x_i = \sum_{i=1}^{n} x_i + 0$$
""",
        "declares unread",
    ),
    "below the resolution": (
        r"""
Let $x \in \mathbb{R}$.
$$e^{-800-x^2} = 0$$
$$\cos(10^{-9}x) = 1$$
$$x + 10^{9} - 10^{9} = 1.001 x$$
$$x + 10^{13} - 10^{13} = 1.001 x$$
""",
        "declares unread unread false unread",
    ),
    "a sign inside a group": (
        r"""
Let $x \in \mathbb{R}$.
$$x = x {\color{white} + 1} + 0$$
""",
        "declares unread",
    ),
    "odd lines": (
        r"""
Let $x \in \mathbb{R}^n$.
$$=$$
$$x_{i+1} = x_i$$
$$\begin{cases}\end{cases}=x$$
$$x_1+x_2+\dots+x_n = \sum_i x_i$$
$$(x_1,\dots,x_n)^T = x + 0$$
""",
        "declares unread unread unread holds holds",
    ),
    "a side that cannot be read": (
        r"""
$u_w \in \mathbb{R}^d$ for $w = 1, \dots, V$, $v \in \mathbb{R}^d$, $o \in \{1,\dots,V\}$.
$$q = \hat P(o, \cdot) = \frac{\exp(u_o^\top v)}{\sum_{w=1}^{V} \exp(u_w^\top v)}$$
$$J = -\log q$$
$$\frac{\partial J}{\partial v} = -u_o + \frac{\sum_{w=1}^{V} \exp(u_w^\top v) u_w}{\sum_{w=1}^{V} \exp(u_w^\top v)}$$
""",
        "declares declares declares unread defines defines holds",
    ),
}
