"""What declares, what defines, and what is only said again."""

PAGES = {
    "a loss that nothing defines": (
        r"""
Let $w \in \mathbb{R}^k$.
$$\tilde{J}(w) = J(w) + \frac{\alpha}{2}w^\top w$$
$$\nabla_{w} \tilde J(w) = \alpha w + \nabla_{w} J(w)$$
""",
        "declares defines holds",
    ),
    "dV beside an arbitrary loss": (
        r"""
Let $x, g, b \in \mathbb{R}^H$ and $y = g \odot x + b$, $L = \ell(y)$.
$$dg = dy \odot x$$
""",
        "declares defines defines holds",
    ),
    "softmax of rows, as the page defines it": (
        r"""
Let $Z \in \mathbb{R}^{n\times K}$.
$$\text{softmax}(Z)_{ij} = \frac{e^{Z_{ij}}}{\sum_k e^{Z_{ik}}}$$
$$P = \text{softmax}(Z)$$
$$P \mathbf{1} = \mathbf{1}$$
""",
        "declares holds defines holds",
    ),
    "formal parameters": (
        r"""
Let $y_t, o_t \in \mathbb{R}^q$, $t = 1, \dots, T$, and $l(o, y) = \frac12 \|o - y\|^2$,
$$L = \frac{1}{T} \sum_{t=1}^T l(o_t, y_t).$$
$$\frac{\partial L}{\partial o_t} = \frac{1}{T}(o_t - y_t)$$
""",
        "declares defines defines holds",
    ),
    "a given symbol stays given": (
        r"""
Let $x,y \in \mathbb{R}$.
$$x + y = 2x$$
$$y = x$$
""",
        "declares false supposes",  # two given letters are not equal by themselves: who writes it asks for it
    ),
    "the prose says one-hot": (
        r"""
The target $y$ is a one-hot vector.
$$p_i = \frac{e^{z_i}}{\sum_{j=1}^K e^{z_j}}$$
$$L = -\sum_{i=1}^K y_i \log p_i$$
$$\frac{\partial L}{\partial z_i} = p_i - y_i$$
""",
        "defines defines holds",
    ),
    "a function and a family of one letter": (
        r"""
Let $x_k \in \mathbb{R}$ for $k = 1, \dots, K$ and $p(x) = \frac{1}{1+e^{-(\beta_0+\beta_1 x)}}$.

$$p_k = p(x_k)$$
$$\frac{\partial p_k}{\partial \beta_0} = p_k(1-p_k)$$
""",
        "declares defines defines holds",
    ),
    "functions of letters that nothing declares": (
        r"""
$$g(x,y) = x y + y, \quad \frac{\partial g}{\partial x} = y$$
$$p(t) = t^2 + 1$$
$$\frac{dp}{dt} = 2t$$
""",
        "defines holds defines holds",
    ),
    "a remark that a loss is positive": (
        r"""
$x \in \mathbb{R}^n$
$$J = \frac12\|x\|^2$$
Note that $J \geq 0$.
$$\nabla_x J = x$$
""",
        "declares defines holds",
    ),
    "an arbitrary loss and its value": (
        r"""
$C \in \mathbb{R}^{n\times n}$, $E : \mathbb{R}^n \to \mathbb{R}$, $x \in \mathbb{R}^n$.
$$y = Cx$$
Let $E = E(y)$.
$$\frac{\partial E}{\partial x} = C^\top \frac{\partial E}{\partial y}$$
$$\frac{\partial E}{\partial x} = C \frac{\partial E}{\partial y}$$
""",
        "declares declares declares defines defines holds false",
    ),
    "a step said twice": (
        r"""
$W \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$, $\eta > 0$.
$$L = \frac12\|Wx\|^2$$
$$\Delta W = -\eta \frac{\partial L}{\partial W} = \eta W x x^\top$$
$$\Delta W = -\eta W x x^\top$$
$$\Delta W = \eta W x x^\top$$
""",
        "declares declares declares defines defines false holds false",
    ),
    "entries of what is defined": (
        r"""
$x \in \mathbb{R}^n$, $W \in \mathbb{R}^{n\times n}$
$$y = Wx$$
$$y_1 = x_1$$
$$y_2 = W_{21} x_1$$
""",
        "declares declares defines false false",
    ),
    "a function of two letters, exchanged": (
        r"""
$a, b \in \mathbb{R}$
$$f(a,b) = a - 2b$$
$$f(b,3) = b - 6$$
$$f(b,a) = -a$$
""",
        "declares defines holds false",
    ),
    "two declarations that differ": (
        r"""
Let $W \in \mathbb{R}^{m \times n}$. And $W \in \mathbb{R}^{m \times n}$ as well.
Then let $W \in \mathbb{R}^{n \times m}$.
""",
        "declares declares unread",
    ),
    "a later declaration does not restrict what stands above": (
        r"""
Let $a \in \mathbb{R}$.
$$\sqrt{a^2} = a$$
For $a \in (0, 1)$ the series converges.
""",
        "declares false unread",
    ),
    "a word that says something of a matrix defines nothing": (
        r"""
Let $W \in \mathbb{R}^{K \times d}$.
$$\text{rank}(W) = K$$
""",
        "declares unread",
    ),
    "a definition of some entries only": (
        r"""
Let $u \in \mathbb{R}^n$.
$$w_i = u_i^2 \quad \text{for } i = 2, \dots, n$$
$$\sum_{i=1}^n w_i = u^T u$$
$$v_i = u_i^2 \quad \text{for } i = 1, \dots, n$$
$$\sum_{i=1}^n v_i = u^T u$$
""",
        "declares unread unread defines holds",
    ),
    "a letter that nothing declares, as a factor and as an argument": (
        r"""
$$qr = rq$$
$$\sigma(-x) = 1 - \sigma(x)$$
$$\frac{d}{dx} x^2 = 2x$$
$$e^{x+y} = e^x e^y$$
$$\sigma(-x) = \sigma(x)$$
""",
        "holds holds holds holds false",  # qr = rq is true of any numbers; that of columns cannot be read
    ),
    "a name is defined by its inverse": (
        r"""
$A \in \mathbb{R}^{n\times n}$, $\alpha > 0$, $t, w \in \mathbb{R}^n$

$$m_N = S_N A^T t$$
$$S_N^{-1} = \alpha I + A^T A$$
$$m_N = (\alpha I + A^T A)^{-1} A^T t$$
$$m_N = (\alpha I + A A^T)^{-1} A^T t$$
$$S_N^{-1} m_N = A^T t$$
$$\frac{1}{\gamma} = \frac{1}{n} \|t - A w\|^2$$
$$\gamma \|t - A w\|^2 = n$$
$$\gamma^{-1} = \|t - A w\|^2$$
""",
        "declares declares declares defines defines holds false holds defines holds false",
    ),
    "an inverse of what is declared is a claim": (
        r"""
$\mathbf{Q} \in \mathbb{R}^{n \times n}$ with $\mathbf{Q} = \mathbf{Q}^T$

$$\mathbf{Q}^{-1} = 2 \mathbf{Q}$$
$$\mathbf{Q}^{-1} = (\mathbf{Q}^T)^{-1}$$
""",
        "declares declares false holds",
    ),
    "an index that a sum elsewhere runs further": (
        r"""
$$J = -\sum_{i=1}^V y_i$$
$Q, K \in \mathbb{R}^{n \times d}$
$$S = \frac{QK^T}{\sqrt{d}}$$
$$A_{ij} = \frac{e^{S_{ij}}}{\sum_{l=1}^n e^{S_{il}}}$$
$$\sum_j A_{ij} = 1$$
$$\sum_i A_{ij} = 1$$
""",
        "defines declares defines defines holds false",
    ),
    "shapes in words": (
        r"""
`X` has shape `(N, D)`, `W` has shape `(D, H)`, `b` has shape `(H,)`.
$$S = XW + b$$
$$J = \frac{1}{2}\|S\|_F^2$$
$$\frac{\partial J}{\partial W} = X^T S$$
$$\frac{\partial J}{\partial b_k} = \sum_n S_{nk}$$
$$\frac{\partial J}{\partial W} = S X^T$$
""",
        "defines defines holds holds false",
    ),
    "shapes in a table": (
        r"""
| name | shape |
|------|-------|
| X    | (n_x, m) |
| W1   | (n_h, n_x) |
| b1   | (n_h, 1) |

$$Z_1 = W_1 X + b_1$$
$$J = \frac{1}{2}\|Z_1\|_F^2$$
$$dW_1 = Z_1 X^T$$
$$dW_1 = X Z_1^T$$
""",
        "defines defines holds false",
    ),
    "shapes in words, of formulas and in code": (
        r"""
$A$ is an $n \times n$ matrix, and $x$ is a vector of size `(n, 1)`. $B$ is not $n \times n$.
$$f = x^T A x$$
$$\nabla_x f = (A + A^T) x$$
$$\nabla_x f = 2 A x$$
""",
        "declares defines holds false",
    ),
    "powers and products entry by entry, of square matrices too": (
        r"""
Let $A, B \in \mathbb{R}^{n \times n}$, $y, z \in \mathbb{R}^n$.
$$A^{\odot 2} = A \odot A$$
$$A^{\odot 2} = A A$$
$$A^{\circ 3} = A \circ A \circ A$$
$$A \circ B = A \odot B$$
$$A \circ B = A B$$
$$S = \mathbf{1}^\top (y \mathbf{1}^\top - \mathbf{1} z^\top)^{\odot 2} \mathbf{1}$$
$$S = \sum_{i=1}^n \sum_{j=1}^n (y_i - z_j)^2$$
""",
        "declares declares holds false holds unread false defines holds",
    ),
}
