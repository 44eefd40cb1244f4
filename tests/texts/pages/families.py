"""Families of samples, layers and units, and what else is called by their letter."""

PAGES = {
    "a loss per sample and the total in one letter": (
        r"""
$o_i \in \mathbb{R}$, $y_i \in \mathbb{R}$ for $i = 1, \dots, n$

$$E_i = \frac{1}{2} (o_i - y_i)^2$$
$$E = \sum_i E_i$$
$$\frac{\partial E}{\partial o_i} = o_i - y_i$$
""",
        "declares declares defines defines holds",
    ),
    "a loss per step and the total": (
        r"""
$a_t \in \mathbb{R}^d$, $y_t \in \mathbb{R}^d$ for $t = 1, \dots, T$

$$\mathcal{L}_t = \frac{1}{2} \|a_t - y_t\|^2$$
$$\mathcal{L} = \sum_{t=1}^T \mathcal{L}_t$$
$$\frac{\partial \mathcal{L}}{\partial a_t} = a_t - y_t$$
$$\frac{\partial \mathcal{L}_t}{\partial a_t} = a_t - y_t$$
$$\frac{\partial \mathcal{L}}{\partial a_t} = y_t - a_t$$
""",
        "declares declares defines defines holds holds false",
    ),
    "a loss per sample in brackets and the total": (
        r"""
$a^{(i)}, y^{(i)} \in (0, 1)$ for $i = 1, \dots, m$

$$L^{(i)} = -y^{(i)} \log a^{(i)} - (1 - y^{(i)}) \log(1 - a^{(i)})$$
$$L = \frac{1}{m} \sum_{i=1}^m L^{(i)}$$
$$\frac{\partial L}{\partial a^{(i)}} = \frac1m \frac{\partial L^{(i)}}{\partial a^{(i)}}$$
""",
        "declares defines defines holds",
    ),
    "a cost per example by x": (
        r"""
$a, y \in \mathbb{R}^n$

$$C_x = \frac12 (a_x - y_x)^2$$
$$C = \frac{1}{n} \sum_x C_x$$
$$\frac{\partial C}{\partial a_x} = \frac{1}{n}(a_x - y_x)$$
""",
        "declares defines defines holds",
    ),
    "a family beside a plain symbol of its letter": (
        r"""
$v_c \in \mathbb{R}^d$, $u_w \in \mathbb{R}^d$ for $w = 1, \dots, V$, $u \in \mathbb{R}^d$

$$s = u^\top v_c$$
$$L = \log \sum_w \exp(u_w^\top v_c)$$
$$\frac{\partial s}{\partial u} = v_c$$
""",
        "declares declares declares defines defines holds",
    ),
    "a positive capital is a number": (
        r"""
Let $\Delta > 0$ and $x \in \mathbb{R}$.

$$f = \Delta x^2$$
$$\frac{\partial f}{\partial x} = 2 \Delta x$$
""",
        "declares declares defines holds",
    ),
    "a positive capital beside matrices": (
        r"""
$X \in \mathbb{R}^{n \times d}$, $w \in \mathbb{R}^d$ and $\Lambda > 0$.

$$f = \Lambda \|w\|^2$$
$$\frac{\partial f}{\partial w} = 2 \Lambda w$$
""",
        "declares declares declares defines holds",
    ),
    "two families told apart by their index": (
        r"""
$x \in \mathbb{R}^I$, $v \in \mathbb{R}^{J \times I}$, $w \in \mathbb{R}^{K \times J}$, $t \in \mathbb{R}^K$;
$i = 1, \dots, I$, $j = 1, \dots, J$, $k = 1, \dots, K$

$$\text{net}_j = \sum_i v_{ji} x_i$$
$$h_j = \tanh(\text{net}_j)$$
$$\text{net}_k = \sum_j w_{kj} h_j$$
$$E = \frac12 \sum_k (\text{net}_k - t_k)^2$$
$$\frac{\partial E}{\partial \text{net}_k} = \text{net}_k - t_k$$
$$\frac{\partial E}{\partial \text{net}_j} = (1 - h_j^2) \sum_k w_{kj} (\text{net}_k - t_k)$$
""",
        "declares declares declares declares defines defines defines defines holds holds",
    ),
    "errors of two layers in one letter": (
        r"""
$x \in \mathbb{R}^I$, $v \in \mathbb{R}^{J \times I}$, $w \in \mathbb{R}^{K \times J}$, $t \in \mathbb{R}^K$;
$i = 1, \dots, I$, $j = 1, \dots, J$, $k = 1, \dots, K$

$$a_j = \sum_i v_{ji} x_i$$
$$h_j = \tanh(a_j)$$
$$y_k = \sum_j w_{kj} h_j$$
$$E = \frac12 \sum_k (y_k - t_k)^2$$
$$\delta_k = y_k - t_k$$
$$\delta_j = (1-h_j^2) \sum_k w_{kj} \delta_k$$
$$\frac{\partial E}{\partial a_j} = \delta_j$$
$$\frac{\partial E}{\partial v_{ji}} = \delta_j x_i$$
""",
        "declares declares declares declares defines defines defines defines defines defines holds holds",
    ),
    "one family with two index letters": (
        r"""
$z \in \mathbb{R}^K$

$$p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$
$$p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}$$

$$\frac{\partial p_i}{\partial z_j} = p_i(\delta_{ij} - p_j)$$
""",
        "declares defines holds holds",
    ),
    "entries of a bold matrix are random": (
        r"""
$\mathbf{W} \in \mathbb{R}^{m \times n}$ with $W_{ij} \sim \mathcal{N}(0, \sigma^2)$, $\mathbf{x} \in \mathbb{R}^n$

$$\mathbf{z} = \mathbf{W}\mathbf{x}$$
$$\mathbb{E}[z_i] = 0$$
$$\mathrm{Var}(z_i) = \sigma^2 \sum_j x_j^2$$
$$\mathrm{Var}(z_i) = 2\sigma^2 \sum_j x_j^2$$
""",
        "declares declares declares defines holds holds false",
    ),
    "examples stacked between bars": (
        r"""
$x^{(i)} \in \mathbb{R}^d$ for $i = 1, \dots, m$, $w \in \mathbb{R}^d$

$$X = \begin{bmatrix} | & | & & | \\ x^{(1)} & x^{(2)} & \cdots & x^{(m)} \\ | & | & & | \end{bmatrix}$$
$$z^{(i)} = w^\top x^{(i)}$$
$$\sum_i z^{(i)} = w^\top X \mathbf{1}$$
""",
        "declares declares defines defines holds",
    ),
    "numbers stacked with dots": (
        r"""
$y^{(i)} \in \mathbb{R}$ for $i = 1, \dots, m$

$$Y = \begin{bmatrix} y^{(1)} & \cdots & y^{(m)} \end{bmatrix}$$
$$Y Y^\top = \sum_i (y^{(i)})^2$$
""",
        "declares defines holds",
    ),
    "numbers stacked with two of them shown": (
        r"""
$y^{(i)} \in \mathbb{R}$ for $i = 1, \dots, m$

$$Y = \begin{bmatrix} y^{(1)} & y^{(2)} & \cdots & y^{(m)} \end{bmatrix}$$
$$Y Y^\top = \sum_i (y^{(i)})^2$$
""",
        "declares defines holds",
    ),
    "stacked numbers out of step": (
        r"""
$y^{(i)} \in \mathbb{R}$ for $i = 1, \dots, m$

$$Y = \begin{bmatrix} y^{(1)} & y^{(3)} & \cdots & y^{(m)} \end{bmatrix}$$
""",
        "declares unread",
    ),
    "a layer by its entries first": (
        r"""
$$a^l_j = \sigma(\sum_k w^l_{jk} a^{l-1}_k + b^l_j)$$
$$z^l = w^l a^{l-1} + b^l$$
$$a^l = \sigma(z^l)$$
$$C = \frac12 \sum_j (y_j - a^L_j)^2$$
$$\delta^l_j = \frac{\partial C}{\partial z^l_j}$$
$$\delta^L_j = \frac{\partial C}{\partial a^L_j} \sigma'(z^L_j)$$
$$\delta^l = ((w^{l+1})^\top \delta^{l+1}) \odot \sigma'(z^l)$$
$$\frac{\partial C}{\partial b^l_j} = \delta^l_j$$
$$\frac{\partial C}{\partial w^l_{jk}} = a^{l-1}_k \delta^l_j$$
""",
        "defines defines holds defines defines holds holds holds holds",
    ),
    "a layer by its entries first, with slips": (
        r"""
$$a^l_j = \sigma(\sum_k w^l_{jk} a^{l-1}_k + b^l_j)$$
$$z^l = w^l a^{l-1} - b^l$$
$$C = \frac12 \sum_j (y_j - a^L_j)^2$$
$$\frac{\partial C}{\partial z^L_j} = (a^L_j - y_j) \sigma'(z^L_j)$$
""",
        "defines defines defines unread",
    ),
    "a total with slips": (
        r"""
$o_i \in \mathbb{R}$, $y_i \in \mathbb{R}$ for $i = 1, \dots, n$

$$E_i = \frac{1}{2} (o_i - y_i)^2$$
$$E = \frac1n \sum_i E_i$$
$$\frac{\partial E}{\partial o_i} = o_i - y_i$$
$$\frac{\partial E_i}{\partial o_i} = o_i - y_i$$
$$E = \sum_i E_i$$
""",
        "declares declares defines defines false holds false",
    ),
    "a sum over entries": (
        r"""
$A \in \mathbb{R}^{n \times n}$, $x \in \mathbb{R}^n$

$$z_i = \sum_j A_{ij} x_j$$
$$z = \sum_i z_i e_i$$
$$z = A x$$
$$z = A^\top x$$
""",
        "declares declares defines defines holds false",
    ),
}
