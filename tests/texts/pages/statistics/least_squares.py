# ruff: noqa: E501  # a display stands on one line, as on any page

"""Least squares, ridge regression and what is made of them."""

PAGES = {
    "Ridge regression": (
        r"""
# Ridge regression

We are given a design matrix $\mathbf{X} \in \mathbb{R}^{n \times d}$, one example per row, and targets
$\mathbf{y} \in \mathbb{R}^n$. For a penalty $\lambda > 0$ we look for weights $\mathbf{w} \in \mathbb{R}^d$
that minimise

$$
J(\mathbf{w}) = \|\mathbf{X}\mathbf{w} - \mathbf{y}\|^2 + \lambda \|\mathbf{w}\|^2
$$

Writing the norms as inner products and multiplying out,

$$
\begin{aligned}
J(\mathbf{w}) &= (\mathbf{X}\mathbf{w} - \mathbf{y})^\top(\mathbf{X}\mathbf{w} - \mathbf{y}) + \lambda
\mathbf{w}^\top \mathbf{w} \\
&= \mathbf{w}^\top \mathbf{X}^\top \mathbf{X}\mathbf{w} - 2 \mathbf{y}^\top \mathbf{X}\mathbf{w} + \mathbf{y}^\top\mathbf{y} + \lambda \mathbf{w}^\top \mathbf{w}
\end{aligned}
$$

The gradient is

$$
\nabla_{\mathbf{w}} J(\mathbf{w}) = 2\mathbf{X}^\top(\mathbf{X}\mathbf{w} - \mathbf{y}) + 2\lambda \mathbf{w}
$$

and the Hessian

$$
\nabla^2_{\mathbf{w}} J(\mathbf{w}) = 2(\mathbf{X}^\top\mathbf{X} + \lambda \mathbf{I})
$$

which is positive definite, so that there is one minimum only. Setting the gradient to zero gives the normal
equations

$$
(\mathbf{X}^\top\mathbf{X} + \lambda \mathbf{I})\mathbf{w} = \mathbf{X}^\top \mathbf{y}
$$

and therefore

$$
\hat{\mathbf{w}} = (\mathbf{X}^\top\mathbf{X} + \lambda \mathbf{I})^{-1}\mathbf{X}^\top \mathbf{y}
$$

The same solution can be written with an $n \times n$ matrix,

$$
\hat{\mathbf{w}} = \mathbf{X}^\top(\mathbf{X}\mathbf{X}^\top + \lambda \mathbf{I})^{-1} \mathbf{y}
$$
""",
        "declares declares declares declares defines holds holds holds holds supposes defines holds",
        {"X": r"\Phi", "w": r"\theta", "y": "t", "d": "m", r"\lambda": r"\alpha"},
        [
            (
                r"2\mathbf{X}^\top(\mathbf{X}\mathbf{w} - \mathbf{y}) + 2\lambda \mathbf{w}",
                r"\mathbf{X}^\top(\mathbf{X}\mathbf{w} - \mathbf{y}) + 2\lambda \mathbf{w}",
            ),
            (
                r"2\mathbf{X}^\top(\mathbf{X}\mathbf{w} - \mathbf{y}) + 2\lambda",
                r"2\mathbf{X}(\mathbf{X}\mathbf{w} - \mathbf{y}) + 2\lambda",
            ),
            (r"- 2 \mathbf{y}^\top \mathbf{X}\mathbf{w}", r"- \mathbf{y}^\top \mathbf{X}\mathbf{w}"),
            (
                r"2(\mathbf{X}^\top\mathbf{X} + \lambda \mathbf{I})",
                r"2(\mathbf{X}^\top\mathbf{X} + 2\lambda \mathbf{I})",
            ),
            (
                r"\mathbf{X}^\top(\mathbf{X}\mathbf{X}^\top + \lambda \mathbf{I})^{-1} \mathbf{y}",
                r"\mathbf{X}^\top(\mathbf{X}\mathbf{X}^\top - \lambda \mathbf{I})^{-1} \mathbf{y}",
            ),
        ],
    ),
    "Regularised linear regression": (
        r"""
# Regularised linear regression

**Model.** Given training data $(x_i, y_i)$, $i = 1, \ldots, n$, with $x_i \in \mathbb{R}^d$ and
$y_i \in \mathbb{R}$, we predict $\theta^\top x_i$.

**Cost.** The cost function is

$$J(\theta) = \frac{1}{2n} \sum_{i=1}^n (\theta^\top x_i - y_i)^2 + \frac{\lambda}{2} \|\theta\|_2^2$$

**Gradient.** By the chain rule,

$$\nabla_\theta J(\theta) = \frac{1}{n} \sum_{i=1}^n (\theta^\top x_i - y_i) x_i + \lambda \theta$$

**Hessian.** Differentiating once more,

$$\nabla_\theta^2 J(\theta) = \frac{1}{n} \sum_{i=1}^n x_i x_i^\top + \lambda I$$

**Gradient descent.** With a learning rate $\eta > 0$ we repeat

$$\theta \leftarrow \theta - \eta \left( \frac{1}{n} \sum_{i=1}^n (\theta^\top x_i - y_i) x_i + \lambda \theta \right)$$

**Closed form.** Setting $\nabla_\theta J(\theta) = 0$ yields

$$\left(\frac{1}{n} \sum_{i=1}^n x_i x_i^\top + \lambda I\right) \theta = \frac{1}{n} \sum_{i=1}^n y_i x_i$$
""",
        "declares declares defines holds holds declares defines supposes supposes",
        {r"\theta": "w", "x": r"\phi", "y": "t", r"\lambda": "c", "n": "N", "d": "p"},
        [
            (
                r"J(\theta) = \frac{1}{n} \sum_{i=1}^n (\theta^\top x_i - y_i) x_i",
                r"J(\theta) = \frac{2}{n} \sum_{i=1}^n (\theta^\top x_i - y_i) x_i",
            ),
            (
                r"J(\theta) = \frac{1}{n} \sum_{i=1}^n (\theta^\top x_i - y_i) x_i + \lambda \theta",
                r"J(\theta) = \frac{1}{n} \sum_{i=1}^n (\theta^\top x_i - y_i) x_i + \frac{\lambda}{2} \theta",
            ),
            (
                r"J(\theta) = \frac{1}{n} \sum_{i=1}^n x_i x_i^\top",
                r"J(\theta) = \frac{1}{n} \sum_{i=1}^n x_i^\top x_i",
            ),
            (r"J(\theta) = \frac{1}{n} \sum_{i=1}^n x_i x_i^\top", r"J(\theta) = \sum_{i=1}^n x_i x_i^\top"),
        ],
    ),
    "What the penalty does to the singular values": (
        r"""
# What the penalty does to the singular values

Let $X \in \mathbb{R}^{n \times p}$ have the thin singular value decomposition $X = U D V^\top$ with
$U^\top U = I$, $V^\top V = V V^\top = I$ and $D = \operatorname{diag}(d_1, \ldots, d_p)$ with positive
entries. Let $y \in \mathbb{R}^n$ and $\lambda > 0$. Then

$$X^\top X = V D^2 V^\top$$

$$X^\top X + \lambda I = V (D^2 + \lambda I) V^\top$$

$$(X^\top X + \lambda I)^{-1} = V (D^2 + \lambda I)^{-1} V^\top$$

so the ridge estimate is

$$\hat w = (X^\top X + \lambda I)^{-1} X^\top y = V (D^2 + \lambda I)^{-1} D U^\top y$$

and the fitted values are

$$X \hat w = U D (D^2 + \lambda I)^{-1} D U^\top y$$

$$X \hat w = \sum_{j=1}^p u_j \frac{d_j^2}{d_j^2 + \lambda} u_j^\top y$$

where $u_j$ are the columns of $U$.
""",
        "declares defines supposes supposes supposes defines declares declares holds holds holds defines "
        "holds holds holds",
        {"X": "A", "U": "P", "V": "Q", "D": "S", "d": "s", "y": "b", r"\lambda": r"\mu", "u": "p", "p": "m"},
        [
            (r"X^\top X = V D^2 V^\top", r"X^\top X = V D V^\top"),
            (r"X^\top X = V D^2 V^\top", r"X^\top X = U D^2 U^\top"),
            (r"= V (D^2 + \lambda I)^{-1} D U", r"= V (D + \lambda I)^{-1} D U"),
            (r"\frac{d_j^2}{d_j^2 + \lambda}", r"\frac{d_j}{d_j^2 + \lambda}"),
            (r"U D (D^2 + \lambda I)^{-1} D U", r"V D (D^2 + \lambda I)^{-1} D U"),
        ],
    ),
    "Linear regression in matrix form": (
        r"""
### Linear regression in matrix form

Stack the inputs as columns of $X \in \mathbb{R}^{d \times n}$ and the targets in a vector
$t \in \mathbb{R}^n$. The error function is

$$E(w) = \frac{1}{2} \| X^\top w - t \|^2 + \frac{\alpha}{2} w^\top w$$

where $w \in \mathbb{R}^d$ and $\alpha > 0$. Let $r = X^\top w - t$ be the residual. Then

$$E(w) = \frac{1}{2} r^\top r + \frac{\alpha}{2} w^\top w$$

$$\frac{\partial E}{\partial r} = r$$

$$\frac{\partial E}{\partial w} = X r + \alpha w = X X^\top w - X t + \alpha w$$

Equating this with zero we find

$$w = (X X^\top + \alpha I)^{-1} X t$$

For $\alpha \to 0$ this is the pseudo-inverse solution.
""",
        "declares declares defines declares declares defines holds holds holds holds holds",
        {"X": "A", "w": r"\beta", "t": "y", r"\alpha": r"\lambda", "d": "p", "r": "e"},
        [
            (r"= X r + \alpha w", r"= X^\top r + \alpha w"),
            (r"= X r + \alpha w", r"= X r - \alpha w"),
            (r"- X t + \alpha w", r"+ X t + \alpha w"),
            (r"w = (X X^\top + \alpha I)^{-1} X t", r"w = (X X^\top - \alpha I)^{-1} X t"),
            (r"w = (X X^\top + \alpha I)^{-1} X t", r"w = (X X^\top + \alpha I) X t"),
            (r"\frac{\partial E}{\partial r} = r", r"\frac{\partial E}{\partial r} = 2r"),
        ],
    ),
    "Normal equations": (
        r"""
# Normal equations

Data: $\mathbf{X}\in\mathbb{R}^{n\times d}$ with rows $\mathbf{x}_i^\top$, $\mathbf{y}\in\mathbb{R}^n$,
$\mathbf{w}\in\mathbb{R}^d$, $\lambda > 0$.

\begin{align}
J(\mathbf{w}) &= \frac{1}{n}\sum_{i=1}^n (\mathbf{w}^\top \mathbf{x}_i - y_i)^2 + \lambda \lVert \mathbf{w}
\rVert_2^2 \\
&= \frac{1}{n} (\mathbf{X}\mathbf{w} - \mathbf{y})^\top (\mathbf{X}\mathbf{w} - \mathbf{y}) + \lambda \mathbf{w}^\top\mathbf{w} && \text{(matrix form)}
\end{align}

We take the gradient and set it to zero:

\begin{align}
\nabla_{\mathbf{w}} J &= \frac{2}{n} \mathbf{X}^\top (\mathbf{X}\mathbf{w} - \mathbf{y}) + 2\lambda\mathbf{w} \overset{!}{=} 0 \\
\Rightarrow \quad \mathbf{X}^\top \mathbf{X}\mathbf{w} + n\lambda\mathbf{w} &= \mathbf{X}^\top\mathbf{y} \\
\Rightarrow \quad \mathbf{w}^* &= (\mathbf{X}^\top\mathbf{X} + n\lambda\mathbf{I})^{-1} \mathbf{X}^\top \mathbf{y}
\end{align}
""",
        "declares declares declares declares defines holds holds supposes supposes defines",
        {"X": "Z", "w": r"\beta", "x": "z", "y": "t", r"\lambda": r"\gamma"},
        [
            (
                r"\frac{2}{n} \mathbf{X}^\top (\mathbf{X}\mathbf{w} - \mathbf{y})",
                r"2 \mathbf{X}^\top (\mathbf{X}\mathbf{w} - \mathbf{y})",
            ),
            (r"+ \lambda \mathbf{w}^\top\mathbf{w} &&", r"+ 2\lambda \mathbf{w}^\top\mathbf{w} &&"),
            (r"+ 2\lambda\mathbf{w} \overset", r"- 2\lambda\mathbf{w} \overset"),
        ],
    ),
    "Simple linear regression": (
        r"""
# Simple linear regression

For pairs $(x_i, y_i)$ of numbers, $i = 1, \dots, n$, we fit a line with intercept $a$ and slope $b$ by
minimising

$$Q(a, b) = \sum_{i=1}^n (y_i - a - b x_i)^2.$$

The partial derivatives are

$$\frac{\partial Q}{\partial a} = -2 \sum_{i=1}^n (y_i - a - b x_i), \qquad \frac{\partial Q}{\partial b} = -2 \sum_{i=1}^n x_i (y_i - a - b x_i).$$

Setting the first to zero gives

$$a = \bar y - b \bar x$$

where $\bar x = \frac{1}{n}\sum_{i=1}^n x_i$ and $\bar y = \frac{1}{n}\sum_{i=1}^n y_i$ are the means.
""",
        "defines holds holds holds defines defines",
        {"a": "c", "b": "m"},
        [
            (r"a} = -2 \sum", r"a} = 2 \sum"),
            (r"-2 \sum_{i=1}^n x_i (y_i", r"-2 \sum_{i=1}^n (y_i"),
        ],
    ),
    "Gradient descent for least squares": (
        r"""
# Gradient descent for least squares

Let $A \in \mathbb{R}^{m \times n}$, $b \in \mathbb{R}^m$ and $f(x) = \frac{1}{2}\|Ax - b\|_2^2$ for
$x \in \mathbb{R}^n$.

$$\nabla f(x) = A^\top (A x - b), \qquad \nabla^2 f(x) = A^\top A$$

With a step size $\eta > 0$ gradient descent computes

$$x_{t+1} = x_t - \eta \nabla f(x_t) = x_t - \eta A^\top (A x_t - b)$$

or equivalently

$$x_{t+1} = (I - \eta A^\top A) x_t + \eta A^\top b$$
""",
        "declares declares defines declares holds holds declares defines holds holds",
        {"A": "X", "b": "y", "x": r"\theta", r"\eta": r"\alpha", "m": "n", "n": "d", "f": "J"},
        [
            (r"= A^\top (A x - b), \qquad", r"= A (A x - b), \qquad"),
            (r"= A^\top A$$", r"= A A^\top$$"),
            (r"= (I - \eta A^\top A) x_t + \eta", r"= (I - \eta A^\top A) x_t - \eta"),
        ],
    ),
    "Weighted and generalised least squares": (
        r"""
# Weighted and generalised least squares

Let $X \in \mathbb{R}^{n\times p}$, $y \in \mathbb{R}^n$, $\beta\in\mathbb{R}^p$ and let
$W = \operatorname{diag}(w_1, \dots, w_n)$ be a diagonal matrix of positive weights.

$$S(\beta) = \sum_{i=1}^n w_i (y_i - x_i^\top \beta)^2 = (y - X\beta)^\top W (y - X\beta)$$

where $x_i^\top$ is the $i$-th row of $X$. Then

$$\frac{\partial S}{\partial \beta} = -2 X^\top W (y - X \beta)$$

and by equating it to zero

$$\hat\beta = (X^\top W X)^{-1} X^\top W y$$
""",
        "declares declares declares defines defines holds holds defines",
        {r"\beta": r"\theta", "W": "D", "w": "d", "S": "Q"},
        [
            (r"= (y - X\beta)^\top W (y - X\beta)", r"= (y - X\beta)^\top W^2 (y - X\beta)"),
            (r"= -2 X^\top W (y - X \beta)", r"= -2 X^\top (y - X \beta)"),
            (r"= -2 X^\top W (y - X \beta)", r"= 2 X^\top W (y - X \beta)"),
        ],
    ),
}
"""Each page, its verdicts, other letters for it, and slips: what stands there, and what is put in its place."""
