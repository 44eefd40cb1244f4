"""Samples, features and layers, declared or not."""

PAGES = {
    "samples without declarations": (
        r"""
Let $w \in \mathbb{R}^n$.
$$J = \frac{1}{2m}\sum_{i=1}^m (w^T x_i - y_i)^2$$
$$\frac{\partial J}{\partial w} = \frac{1}{m}\sum_{i=1}^m (w^T x_i - y_i) x_i$$
""",
        "declares defines holds",
    ),
    "samples in brackets, and their features": (
        r"""
Let $w \in \mathbb{R}^n$.
$$J = \frac{1}{2m}\sum_{i=1}^m (w^T x^{(i)} - y^{(i)})^2$$
$$\frac{\partial J}{\partial w} = \frac{1}{m}\sum_{i=1}^m (w^T x^{(i)} - y^{(i)}) x^{(i)}$$
$$\frac{\partial J}{\partial w_j} = \frac{1}{m}\sum_{i=1}^m (w^T x^{(i)} - y^{(i)}) x^{(i)}_j$$
""",
        "declares defines holds holds",
    ),
    "nothing declared, bold columns": (
        r"""
$$J = \frac{1}{m}\sum_{i=1}^m (\mathbf{w}^T \mathbf{x}_i - y_i)^2$$
$$\nabla_{\mathbf{w}} J = \frac{2}{m}\sum_{i=1}^m (\mathbf{w}^T \mathbf{x}_i - y_i) \mathbf{x}_i$$
""",
        "defines holds",
    ),
    "samples are columns of a capital": (
        r"""
Let $X \in \mathbb{R}^{d \times m}$, $Y \in \{0,1\}^{1\times m}$, $w \in \mathbb{R}^{d}$, $b \in \mathbb{R}$.
$$A = \sigma(w^T X + b)$$
$$J = - \frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{(i)} + (1-y^{(i)}) \log(1- a^{(i)}) \right)$$
$$\frac{\partial J}{\partial w} = \frac{1}{m} X (A - Y)^T$$
""",
        "declares declares declares declares defines defines holds",
    ),
    "a sample of a layer": (
        r"""
Let $X \in \mathbb{R}^{n \times m}$, $W^{[1]} \in \mathbb{R}^{h \times n}$, $Y\in\mathbb{R}^{h\times m}$.
$$Z^{[1]} = W^{[1]} X$$
$$J = \frac{1}{2m}\|Z^{[1]} - Y\|^2$$
$$J = \frac{1}{2m}\sum_{i=1}^m \|Z^{[1](i)} - Y^{(i)}\|^2$$
""",
        "declares declares declares defines defines holds",
    ),
    "a letter alone and with an index": (
        r"""
Let $\mathbf{w}, \mathbf{x} \in \mathbb{R}^n$ and $z = \mathbf{w}^T\mathbf{x}$.
$$\frac{\partial z}{\partial \mathbf{w}} = \mathbf{x}$$
For samples $\mathbf{x}_i \in \mathbb{R}^n$, $y_i \in \mathbb{R}$, $i = 1, \dots, N$:
$$C = \frac{1}{N} \sum_{i=1}^{N} (y_i - \mathbf{w}^T\mathbf{x}_i)^2$$
$$\nabla_{\mathbf w} C = -\frac{2}{N} \sum_{i=1}^{N} (y_i - \mathbf{w}^T\mathbf{x}_i)\mathbf{x}_i$$
""",
        "declares defines holds declares declares defines holds",
    ),
    "labels that are letters of sizes": (
        r"""
For $t = 1, \dots, T$ with $x_t \in \mathbb{R}^d$, $h_0 \in \mathbb{R}^h$,
$W_{hx} \in \mathbb{R}^{h\times d}$, $W_{hh} \in \mathbb{R}^{h\times h}$:
$$h_t = W_{hx} x_t + W_{hh} h_{t-1}$$
$$L = \sum_{t=1}^T \|h_t\|^2.$$
$$\frac{\partial L}{\partial W_{hx}} = \sum_{t=1}^T \frac{\partial L}{\partial h_t} x_t^\top$$
""",
        "declares declares declares declares defines defines holds",
    ),
    "a double sum": (
        r"""
Let $X \in \mathbb{R}^{V \times V}$, $w_i, v_i \in \mathbb{R}^d$ for $i = 1, \dots, V$.
$$J = \sum_{i,j=1}^{V} (w_i^T v_j - X_{ij})^2$$
$$\frac{\partial J}{\partial w_i} = 2\sum_{j=1}^{V} (w_i^T v_j - X_{ij}) v_j$$
""",
        "declares declares defines holds",
    ),
    "a layer's square": (
        r"""
Let $W^{[2]} \in \mathbb{R}^{1 \times h}$, $Z^{[1]} \in \mathbb{R}^{h\times m}$.
$$A^{[1]} = \tanh(Z^{[1]})$$
$$s = \mathbf 1^T A^{[1]} \mathbf 1$$
$$\frac{\partial s}{\partial Z^{[1]}} = 1 - A^{[1]2}$$
""",
        "declares declares defines defines holds",
    ),
    "a formal parameter beside samples": (
        r"""
Let $w \in \mathbb{R}^d$, $x_n \in \mathbb{R}^d$ for $n = 1, \dots, N$ and $\sigma(a) = \frac{1}{1+e^{-a}}$.

$$y_n = \sigma(a_n), \qquad a_n = w^T x_n.$$
$$\frac{\partial y_n}{\partial a_n} = y_n(1-y_n)$$
""",
        "declares declares defines defines defines holds",
    ),
    "the loss of a sample": (
        r"""
Let $\mathbf{X} \in \mathbb{R}^{n\times d}$, $\mathbf{w} \in \mathbb{R}^d$,
$\mathbf{y} \in \mathbb{R}^n$, $\hat{\mathbf{y}} = \mathbf{X}\mathbf{w}$.

$$l^{(i)}(\mathbf{w}) = \frac{1}{2} (\hat{y}^{(i)} - y^{(i)})^2$$

$$L(\mathbf{w}) = \frac{1}{n}\sum_{i=1}^n l^{(i)}(\mathbf{w})$$
$$\nabla_{\mathbf w} L = \frac1n \mathbf X^\top(\hat{\mathbf y} - \mathbf y)$$
""",
        "declares declares declares defines defines defines holds",
    ),
    "ranges with a colon": (
        r"""
Let $\mathbf{x}_n \in \mathbb{R}^D$ for $n = 1:N$; $\mathbf{W} \in \mathbb{R}^{C \times D}$.

$$\mathbf{a}_n = \mathbf{W}\mathbf{x}_n$$
$$\frac{\partial \mathbf a_n}{\partial \mathbf x_n} = \mathbf W$$
""",
        "declares declares defines holds",
    ),
    "features beside samples": (
        r"""
Let $w \in \mathbb{R}^d$, $x \in \mathbb{R}^d$, $X \in \mathbb{R}^{n\times d}$,
$x^{(i)} \in \mathbb{R}^d$ for $i=1,\dots,n$.

$$h_w(x) = \sum_{j=1}^d w_j x_j = w^T x$$
""",
        "declares declares declares declares defines holds",
    ),
    "a prime beside a layer": (
        r"""
For $l = 1, \dots, L$: $z^{[l]} \in \mathbb{R}^n$, $g^{[l]}: \mathbb{R} \to \mathbb{R}$.
$$a^{[l]} = g^{[l]}(z^{[l]})$$
$$\frac{\partial a^{[l]}_i}{\partial z^{[l]}_i} = g^{[l]'}(z^{[l]}_i)$$
""",
        "declares declares defines holds",
    ),
    "784 pixels": (
        r"""
$X \in \mathbb{R}^{784\times m}$, $W \in \mathbb{R}^{10\times 784}$
$$Z = W X$$
$$L = \|Z\|^2$$
$$\frac{\partial L}{\partial W} = 2 Z X^T$$
$$\frac{\partial L}{\partial W} = 2 X^T Z$$
""",
        "declares declares defines defines holds false",
    ),
    "a dot after a declared column": (
        r"""
$w \in \mathbb{R}^n$, $b \in \mathbb{R}$

$$C = \frac{1}{N} \sum_{i=1}^N (y_i - w \cdot x_i - b)^2$$
$$\frac{\partial C}{\partial w} = -\frac{2}{N} \sum_{i=1}^N (y_i - w \cdot x_i - b) x_i$$
$$z = w \cdot u + b$$
$$\frac{\partial z}{\partial w} = u$$
$$\frac{\partial z}{\partial w} = 2 u$$
""",
        "declares declares defines holds defines holds false",
    ),
    "a sum reuses the index of a definition": (
        r"""
$S \in \mathbb{R}^{n \times m}$, $\mu \in \mathbb{R}^p$, $u_1, \dots, u_M \in \mathbb{R}^p$

$$P_{ij} = \frac{\exp(S_{ij})}{\sum_{l=1}^m \exp(S_{il})}$$
$$P \mathbf{1} = \mathbf{1}$$
$$r = \sum_{i=1}^M (u_i - \mu)$$
""",
        "declares declares declares defines holds defines",
    ),
    "a picture of the columns of a given matrix": (
        r"""
Let $X \in \mathbb{R}^{n \times m}$ and $w \in \mathbb{R}^n$.

$$X = \begin{bmatrix} | & | & & | \\ x^{(1)} & x^{(2)} & \cdots & x^{(m)} \\ | & | & & | \end{bmatrix}$$
$$J = \sum_{i=1}^m w^T x^{(i)}$$
$$\frac{\partial J}{\partial w} = X \mathbf{1}$$
$$\frac{\partial J}{\partial w} = X^T \mathbf{1}$$
""",
        "declares declares declares defines holds false",
    ),
    "a picture of the columns of a matrix that nothing declares": (
        r"""
Let $w \in \mathbb{R}^n$.

$$X = \begin{bmatrix} x^{(1)} & \cdots & x^{(m)} \end{bmatrix}$$
$$J = \sum_{i=1}^m w^T x^{(i)}$$
$$\frac{\partial J}{\partial w} = X \mathbf{1}$$
""",
        "declares declares defines holds",
    ),
    "a picture of the rows of a given matrix": (
        r"""
Let $X \in \mathbb{R}^{m \times n}$ and $w \in \mathbb{R}^n$.

$$X = \begin{bmatrix} - & (x^{(1)})^T & - \\ - & (x^{(2)})^T & - \\ & \vdots & \\ - & (x^{(m)})^T & - \end{bmatrix}$$
$$J = \sum_{i=1}^m w^T x^{(i)}$$
$$\frac{\partial J}{\partial w} = X^T \mathbf{1}$$
$$\frac{\partial J}{\partial w} = X \mathbf{1}$$
""",
        "declares declares declares defines holds false",
    ),
    "a picture with its columns in another order": (
        r"""
Let $X \in \mathbb{R}^{n \times m}$.

$$X = \begin{bmatrix} x^{(2)} & x^{(1)} & \cdots & x^{(m)} \end{bmatrix}$$
$$X^T X = X^T X + 0$$
""",
        "declares unread holds",  # the picture is not read; the declared X is any matrix
    ),
    "a minus in a matrix is no dash": (
        r"""
Let $x \in \mathbb{R}$.

$$A = \begin{bmatrix} 1 & - x \\ x & - 1 \end{bmatrix}$$
$$A \begin{bmatrix} 1 \\ 1 \end{bmatrix} = \begin{bmatrix} 1 - x \\ x - 1 \end{bmatrix}$$
""",
        "declares defines holds",
    ),
    "a bias where examples are rows": (
        r"""
$X \in \mathbb{R}^{N \times D}$, $W \in \mathbb{R}^{D\times H}$, $b \in \mathbb{R}^H$
$$S = XW + b$$
$$S_{ij} = \sum_k X_{ik} W_{kj} + b_j$$
$$L = \frac12 \|S\|_F^2$$
$$\frac{\partial L}{\partial b} = S^T \mathbf{1}$$
$$\frac{\partial L}{\partial b_j} = \sum_{i=1}^N S_{ij}$$
$$\frac{\partial L}{\partial b_j} = \sum_{i=1}^N X_{ij}$$
$$S = XW - b$$
""",
        "declares declares declares defines holds defines holds holds unread false",
    ),
    "a bias of the wrong size where examples are columns": (
        r"""
$X \in \mathbb{R}^{d \times n}$, $W \in \mathbb{R}^{m\times d}$, $b \in \mathbb{R}^n$, $Z \in \mathbb{R}^{m\times n}$
$$Z = WX + b$$
$$Y = WX + b$$
""",
        "declares declares declares declares unread unread",  # no other equation uses Z or Y: a shape may be misread
    ),
    "a letter below columns that are declared one by one": (
        r"""
Let $v, n_1, n_2 \in \mathbb{R}^d$.
$$s = n_1^T v + n_2^T v$$
$$\frac{\partial s}{\partial n_2} = v$$
$$r = \sum_{k=1}^{2} n_k^T v$$
$$\frac{\partial r}{\partial n_k} = v$$
$$\frac{\partial r}{\partial v} = n_1$$
""",
        "declares defines holds defines holds false",
    ),
}
