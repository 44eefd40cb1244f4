"""Derivatives of scalars, columns and matrices."""

PAGES = {
    "determinants": (
        r"""
Let $A \in \mathbb{R}^{n\times n}$ and $B \in \mathbb{R}^{n\times n}$.
$$\frac{\partial \log\det A}{\partial A}=A^{-T}$$
$$\det(AB)=\det A\det B$$
""",
        "declares declares holds holds",
    ),
    "second derivatives": (
        r"""
Let $x \in \mathbb{R}$.
$$\frac{d^2}{dx^2}e^{-x^2} = (4x^2-2)e^{-x^2}$$
$$\log_2 x = \frac{\log x}{\log 2}$$
""",
        "declares holds unread",
    ),
    "∇ of what has one variable": (
        r"""
Let $x \in \mathbb{R}^n$, $y = \sum_{i=1}^n x_i^2$.

$$\nabla y = \frac{\partial y}{\partial x} = 2x$$
""",
        "declares defines unread holds",
    ),
    "a chain rule with more axes in the middle": (
        r"""
Let $X \in \mathbb{R}^{N\times D}$, $W \in \mathbb{R}^{D\times H}$,
$b \in \mathbb{R}^{1\times H}$, $Y \in \mathbb{R}^{N \times H}$, $Z = XW + b$.

$$L = \frac12 \sum_{i,j} (Z_{ij} - Y_{ij})^2$$

$$\frac{\partial L}{\partial W} = \frac{\partial L}{\partial Z}\frac{\partial Z}{\partial W} = X^T
\frac{\partial L}{\partial Z}$$
""",
        "declares declares declares declares defines defines holds holds",
    ),
    "the derivative of ReLU": (
        r"""
Let $X \in \mathbb{R}^{N\times D}$, $W \in \mathbb{R}^{D\times H}$, $G \in \mathbb{R}^{N \times H}$.

$$A = ReLU(XW)$$

$$S = \sum_{i,j} G_{ij} A_{ij}$$

$$\frac{\partial S}{\partial W} = X^T (G * ReLU'(XW))$$
""",
        "declares declares declares defines defines holds",
    ),
    "∇ of a trace, and a step": (
        r"""
Let $A, B \in \mathbb{R}^{n \times n}$, $\eta > 0$, $v \in \mathbb{R}^n$.
$$\nabla_A \mathrm{tr} AB = B^T$$
$$E = v^T v$$
$$\Delta v_i = -\eta \frac{\partial E}{\partial v_i}$$
""",
        "declares declares declares holds defines defines",
    ),
    "a definition inside a longer sum, in any order and with either sign": (
        r"""
Let $x \in \mathbb{R}^d$, $W \in \mathbb{R}^{K \times d}$, $b, c, t \in \mathbb{R}^K$, $s, u \in \mathbb{R}$.
$$z = W x + b$$
$$E = \|b + c + W x - t\|^2$$
$$\frac{\partial E}{\partial z} = 2 (z + c - t)$$
$$\frac{\partial E}{\partial z} = 2 (z + c)$$
$$F = \|c - W x - b\|^2$$
$$\frac{\partial F}{\partial z} = 2 (z - c)$$
$$G = \|b - W x\|^2$$
$$\frac{\partial G}{\partial z} = 2 z$$
$$y = s u$$
$$H = (t^\top c \, u s - 1)^2$$
$$\frac{\partial H}{\partial y} = 2 (t^\top c \, y - 1) t^\top c$$
$$\frac{\partial H}{\partial y} = 2 (t^\top c \, y - 1)$$
""",
        "declares declares declares declares defines defines holds false defines holds defines unread"
        " defines defines holds false",
    ),
    "a definition inside a longer product": (
        r"""
Let $A \in \mathbb{R}^{m \times n}$, $B \in \mathbb{R}^{k \times m}$, $v \in \mathbb{R}^n$.
$$z = A v$$
$$L = \|B A v\|^2 + \|z\|^2$$
$$\frac{\partial L}{\partial z} = 2 B^T B z + 2 z$$
$$\frac{\partial L}{\partial z} = 2 z$$
$$M = \|B A v\|^2$$
$$\frac{\partial M}{\partial z} = 2 B^T B z$$
$$\frac{\partial M}{\partial v} = 2 A^T B^T B A v$$
""",
        "declares declares declares defines defines holds false defines holds holds",
    ),
    "a definition inside a product, transposed": (
        r"""
Let $A \in \mathbb{R}^{m \times n}$, $v \in \mathbb{R}^n$.
$$z = A v$$
$$L = v^T A^T A v$$
$$\frac{\partial L}{\partial z} = 2 z$$
$$\frac{\partial L}{\partial z} = z$$
$$M = (A v)^T A v$$
$$\frac{\partial M}{\partial z} = 2 z$$
""",
        "declares declares defines defines holds false defines holds",
    ),
    "a definition hidden in a sum that hides it once more": (
        r"""
Let $x \in \mathbb{R}^d$, $b, c \in \mathbb{R}^m$, $W \in \mathbb{R}^{m \times d}$, $V \in \mathbb{R}^{m \times m}$.
$$z = W x + b$$
$$L = \|V(b + c + W x) + b + c + W x\|^2$$
$$\frac{\partial L}{\partial z} = 2 (V + I)^\top (V(z + c) + z + c)$$
$$\frac{\partial L}{\partial z} = 2 (V(z + c) + z + c)$$
""",
        "declares declares declares declares defines defines holds false",
    ),
    "a definition that is found in one part and hidden in another": (
        r"""
Let $x \in \mathbb{R}^d$, $W \in \mathbb{R}^{m \times d}$, $y \in \mathbb{R}^m$, $b \in \mathbb{R}^m$.
$$z = W x$$
$$L = \|z\|^2 + \|2 W x\|^2$$
$$\frac{\partial L}{\partial z} = 2 z$$
$$M = \|z\|^2 + \sum_i \Bigl(\sum_j W_{ij} x_j\Bigr)^3$$
$$\frac{\partial M}{\partial z} = 2 z$$
$$N = \|z\|^2 + \|W\|_F^2 + \|W x + b\|^2$$
$$\frac{\partial N}{\partial z} = 2 z + 2 (z + b)$$
$$p = \mathrm{softmax}(b)$$
$$Q = \|p\|^2 - \sum_k y_k \log \frac{e^{b_k}}{\sum_j e^{b_j}}$$
$$\frac{\partial Q}{\partial p} = 2 p$$
$$a = \tanh(z) + z$$
$$r = a + z$$
$$\frac{\partial r}{\partial a} = I$$
""",
        "declares declares declares declares defines defines unread defines unread defines holds defines defines unread"
        " defines defines holds",
    ),
    "Hessians of expressions": (
        r"""
Let $x, a \in \mathbb{R}^d$, $A \in \mathbb{R}^{d \times d}$.
$$\nabla_x x^\top A x = (A + A^\top) x$$
$$\nabla_x a^\top x = a$$
$$\nabla_x^2 x^\top A x = A + A^\top$$
$$\nabla_x^2 x^\top A x = A$$
$$\nabla_x^2 (x^\top A x) = A + A^\top$$
$$\nabla^2 (x^\top x) = 2 I$$
$$\nabla(\textstyle\sum_i x_i^2) = 2 x$$
$$\nabla (x^\top A x) = (A + A^\top) x$$
$$\nabla_x^2 \log(1 + \exp(a^\top x)) = \sigma(a^\top x) (1 - \sigma(a^\top x)) a a^\top$$
""",
        "declares declares holds holds holds false holds holds holds unread holds",
    ),
    "∇ twice": (
        r"""
Let $x \in \mathbb{R}^d$ and $E(x) = \frac12 x^\top x$.
$$\nabla\nabla E(x) = I$$
$$\nabla\nabla^\top E = I$$
$$\nabla(\nabla E) = I$$
$$\nabla_x \nabla_x^\top E = I$$
$$\nabla_{xx}^2 E = 2 I$$
$$\nabla^\top \nabla E = d$$
$$\nabla^3 E = 0$$
""",
        "declares defines holds holds holds holds false unread unread",
    ),
    "mixed second derivatives: the first letter is that of the rows": (
        r"""
Let $x \in \mathbb{R}^d$, $a \in \mathbb{R}^K$, $A \in \mathbb{R}^{d \times K}$ and $E = x^\top A a$.
$$\nabla_{xa}^2 E = A$$
$$\nabla_{a, x}^2 E = A^\top$$
$$\nabla_{a, x}^2 E = A$$
$$\frac{\partial^2 E}{\partial x \, \partial a^\top} = A$$
$$\frac{\partial^2 E}{\partial x^\top \partial a} = A^\top$$
$$\frac{\partial^2 E}{\partial x^\top \partial a} = A$$
$$\nabla_{x, a} E = A$$
""",
        "declares declares declares defines holds holds false holds holds false unread",
    ),
    "what a derivative is by is no divisor": (
        r"""
$$s = U h$$
$$J = \frac{1}{2} \|s\|^2$$
$$\frac{\partial J}{\partial U} = s h^\top$$
$$\frac{\partial J}{\partial h} = U^\top s$$
$$\frac{\partial J}{\partial h} = U s$$
""",
        "defines defines holds holds false",
    ),
    "the gradient of a function with a label": (
        r"""
$A \in \mathbb{R}^{n\times n}$ is symmetric, $c, \theta \in \mathbb{R}^n$, $\lambda > 0$.
$$q(\theta) = \frac12 \theta^T A \theta - c^T \theta$$
$$f_{wd}(\theta) = q(\theta) + \frac{\lambda}{2}\|\theta\|_2^2$$
$$\nabla f_{wd}(\theta) = (A + \lambda I)\theta - c$$
$$\nabla f_{wd}(\theta) = (A - \lambda I)\theta - c$$
""",
        "declares declares declares defines defines holds false",
    ),
    "a second derivative away from the kink": (
        r"""
Let $z \in \mathbb{R}^n$ and $x \in \mathbb{R}$.
$$\mathrm{ReLU}''(z) + z = z$$
$$\mathrm{ReLU}''(z) + z = 2 z$$
$$\frac{\partial^2}{\partial x^2} \max(0, x)^2 = 2 \cdot \mathbb{1}[x > 0]$$
$$\frac{\partial^2}{\partial x^2} \max(0, x)^2 = 2$$
""",
        "declares declares holds false holds false",
    ),
}
