"""Letters that only label: gates, queries and keys, heads."""

PAGES = {
    "gates named by letters": (
        r"""
$W_f, W_i, W_o, W_c \in \mathbb{R}^{h \times d}$,
$U_f, U_i, U_o, U_c \in \mathbb{R}^{h \times h}$, $x_t \in \mathbb{R}^d$ for $t = 1, \dots, T$,
$b_f, b_i, b_o, b_c \in \mathbb{R}^h$, $h_t \in \mathbb{R}^h$

$$f_t = \sigma(W_f x_t + U_f h_{t-1} + b_f)$$
$$i_t = \sigma(W_i x_t + U_i h_{t-1} + b_i)$$
$$o_t = \sigma(W_o x_t + U_o h_{t-1} + b_o)$$
$$\tilde c_t = \tanh(W_c x_t + U_c h_{t-1} + b_c)$$
$$c_t = f_t \odot c_{t-1} + i_t \odot \tilde c_t$$
""",
        "declares declares declares declares declares defines defines defines defines defines",
    ),
    "gates that are letters of the page": (
        r"""
$W_f, W_i \in \mathbb{R}^{h \times d}$, $x \in \mathbb{R}^d$, $b_f, b_i \in \mathbb{R}^h$

$$f = \sigma(W_f x + b_f)$$
$$i = \sigma(W_i x + b_i)$$
""",
        "declares declares declares defines defines",
    ),
    "a layer named by its letter": (
        r"""
$W_h \in \mathbb{R}^{h \times d}$, $x \in \mathbb{R}^d$, $b_h \in \mathbb{R}^h$

$$h = W_h x + b_h$$
$$\frac{\partial h}{\partial x} = W_h$$
""",
        "declares declares declares defines holds",
    ),
    "queries, keys and values": (
        r"""
$X \in \mathbb{R}^{n \times d}$, $W_Q, W_K, W_V \in \mathbb{R}^{d \times p}$

$$Q = X W_Q, \quad K = X W_K, \quad V = X W_V$$
$$S = \frac{Q K^\top}{\sqrt{p}}$$
$$S = \frac{X W_Q W_K^\top X^\top}{\sqrt{p}}$$
$$S^\top = \frac{X W_Q W_K^\top X^\top}{\sqrt{p}}$$
""",
        "declares declares defines defines defines defines holds false",
    ),
    "queries, keys and values above": (
        r"""
$X \in \mathbb{R}^{n \times d}$ and $W^Q, W^K \in \mathbb{R}^{d \times d_k}$, $W^V \in \mathbb{R}^{d \times d_v}$

$$Q = X W^Q, \quad K = X W^K, \quad V = X W^V$$
$$Q K^\top = X W^Q (W^K)^\top X^\top$$
$$Q K^\top = X W^Q {W^K}^\top X^\top$$
""",
        "declares declares declares defines defines defines holds holds",
    ),
    "a label of several capitals": (
        r"""
$y \in \mathbb{R}^K$, $\alpha \in (0,1)$

$$y_i^{LS} = (1 - \alpha) y_i + \frac{\alpha}{K}$$
$$\sum_i y_i^{LS} = (1-\alpha) \sum_i y_i + \alpha$$
""",
        "declares declares defines holds",
    ),
    "a label that is a capital letter": (
        r"""
$x \in \mathbb{R}^m$, $\epsilon > 0$

$$\mu_B = \frac1m \sum_i x_i$$
$$\sigma_B^2 = \frac1m \sum_i (x_i - \mu_B)^2$$
$$\hat x_i = \frac{x_i - \mu_B}{\sqrt{\sigma_B^2 + \epsilon}}$$
$$\sigma = \sqrt{\sigma_B^2 + \epsilon}$$
$$\hat x_i = \frac{x_i - \mu_B}{\sigma}$$
""",
        "declares declares defines defines defines defines holds",
    ),
    "heads of attention": (
        r"""
$Q, K, V \in \mathbb{R}^{n \times d}$,
$W_i^Q, W_i^K \in \mathbb{R}^{d \times d_k}$, $W_i^V \in \mathbb{R}^{d \times d_v}$ for $i = 1, \dots, h$

$$S_i = \frac{Q W_i^Q (K W_i^K)^\top}{\sqrt{d_k}}$$
$$S_i = \frac{Q W_i^Q (W_i^K)^\top K^\top}{\sqrt{d_k}}$$
$$S_i = \frac{Q W_i^Q W_i^K K^\top}{\sqrt{d_k}}$$
""",
        "declares declares declares defines holds false",
    ),
    "gates with slips": (
        r"""
$W_f, W_i \in \mathbb{R}^{h \times d}$, $x \in \mathbb{R}^d$, $b_f, b_i \in \mathbb{R}^h$

$$f = \sigma(W_f x + b_f), \quad i = \sigma(W_i x + b_i)$$
$$\frac{\partial f}{\partial b_f} = \operatorname{diag}(f \odot (1 - f))$$
$$\frac{\partial f}{\partial b_f} = \operatorname{diag}(i \odot (1 - i))$$
$$\sum_i x_i = \mathbf{1}^\top x$$
$$\sum_{j=1}^h i_j = \mathbf{1}^\top i$$
""",
        "declares declares declares defines defines holds false holds holds",
    ),
    "a product in the exponent": (
        r"""
$x > 0$, $A, B \in \mathbb{R}$

$$y = x^{AB}$$
$$y = (x^A)^B$$
$$y = x^{A+B}$$
""",
        "declares declares defines holds false",
    ),
    "an exponent of unknown shape": (
        r"""
$X \in \mathbb{R}^{n \times d}$

$$Y = X^Q$$
$$\frac{\partial R}{\partial X} = X^Q$$
""",
        "declares unread unread",
    ),
    "words above a name": (
        r"""
$X \in \mathbb{R}^{N \times p}$, $y \in \mathbb{R}^N$, $\beta \in \mathbb{R}^p$

$$\beta^{new} = \beta + X^T y$$
$$\beta^{new} - \beta = X^T y$$
$$\beta^{new} + \beta = X^T y$$
""",
        "declares declares declares defines holds false",
    ),
    "capitals below a loss": (
        r"""
$x, y \in \mathbb{R}^n$
$$L = x^T y$$
$$L_{CE} = 2 x^T y$$
$$\frac{\partial L_{CE}}{\partial x} = 2y$$
$$\frac{\partial L_{CE}}{\partial x} = y$$
""",
        "declares defines defines holds false",
    ),
    "capitals that are the last indices": (
        r"""
$W \in \mathbb{R}^{N \times D}$
$$\sum_{i=1}^N W_{iD} = \sum_{i=1}^{N-1} W_{iD} + W_{ND}$$
$$\sum_{i=1}^N W_{iD} = \sum_{i=1}^{N-1} W_{iD} + W_{1D}$$
""",
        "declares holds false",
    ),
    "two letters below a loss": (
        r"""
$x, w \in \mathbb{R}^d$
$$L = w^T x$$
$$L_{wd} = L + \frac{\lambda}{2} \|w\|^2$$
$$\frac{\partial L_{wd}}{\partial w} = x + \lambda w$$
$$\frac{\partial L_{wd}}{\partial w} = x + 2 \lambda w$$
""",
        "declares defines defines holds false",
    ),
}
