"""Names that a page gives to two things, and labels that are letters."""

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
    "an RNN starts at zero": (
        r"""
$x_t \in \mathbb{R}^d$ for $t = 1, \dots, T$; $h_t \in \mathbb{R}^H$,
$W \in \mathbb{R}^{H \times d}$, $U \in \mathbb{R}^{H \times H}$

$$h_0 = 0, \qquad h_t = \tanh(W x_t + U h_{t-1})$$
$$h_1 = \tanh(W x_1)$$
""",
        "declares declares declares declares defines defines holds",
    ),
    "a recursion from zero of unknown shape": (
        r"""
$g_t \in \mathbb{R}^p$ for $t = 1, \dots, T$, $\beta \in (0,1)$

$$v_0 = 0$$
$$v_t = \beta v_{t-1} + (1 - \beta) g_t$$
$$v_1 = (1-\beta) g_1$$
$$v_1 = \beta g_1$$
""",
        "declares declares defines defines holds false",
    ),
    "iterates of a declared column": (
        r"""
$v \in \mathbb{R}^p$, $g_t \in \mathbb{R}^p$ for $t = 1, \dots, T$, $\beta \in (0,1)$

$$v_t = \beta v_{t-1} + (1 - \beta) g_t$$
""",
        "declares declares declares defines",
    ),
    "the new and the old weights": (
        r"""
$X \in \mathbb{R}^{n \times d}$, $w \in \mathbb{R}^d$, $y \in \mathbb{R}^n$, $\eta > 0$

$$E(w) = \frac12 \|Xw - y\|^2$$
$$w^{(\mathrm{new})} = w^{(\mathrm{old})} - \eta\nabla E(w)$$
""",
        "declares declares declares declares defines defines",
    ),
    "iterates of Adam": (
        r"""
$\theta \in \mathbb{R}^p$, $g_t \in \mathbb{R}^p$ for $t = 1, \dots, T$, $\eta, \epsilon > 0$, $\beta \in (0,1)$

$$s_t = \beta s_{t-1} + (1 - \beta) g_t^2$$
$$\theta_t = \theta_{t-1} - \eta \frac{g_t}{\sqrt{s_t} + \epsilon}$$
$$\theta_2 = \theta_0 - \eta \frac{g_1}{\sqrt{s_1} + \epsilon} - \eta \frac{g_2}{\sqrt{s_2} + \epsilon}$$
$$\theta_2 = \theta_1 - \eta \frac{g_1}{\sqrt{s_2} + \epsilon}$$
""",
        "declares declares declares defines defines holds false",
    ),
    "entries that are no iterates": (
        r"""
$s, x \in \mathbb{R}^T$

$$y_t = s_t + x_t$$
$$\sum_t y_t = \sum_t s_t + \sum_t x_t$$
""",
        "declares defines holds",
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
    "an exponent of unknown shape": (
        r"""
$X \in \mathbb{R}^{n \times d}$

$$Y = X^Q$$
$$\frac{\partial R}{\partial X} = X^Q$$
""",
        "declares unread unread",
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
    "steps of gradient descent": (
        r"""
$w \in \mathbb{R}^d$, $X \in \mathbb{R}^{n \times d}$, $y \in \mathbb{R}^n$, $\eta > 0$

$$L(w) = \frac12 \|Xw - y\|^2$$
$$w_{t+1} = w_t - \eta \nabla L(w_t)$$
$$w_{t+1} = w_t - \eta X^\top (X w_t - y)$$
$$w_{t+1} = w_t + \eta X^\top (X w_t - y)$$
""",
        "declares declares declares declares defines defines holds false",
    ),
    "steps of what is declared alone": (
        r"""
$m, v, g, \theta \in \mathbb{R}^p$, $\beta_1, \beta_2 \in (0,1)$

$$m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t$$
$$v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2$$
$$\theta_t = \theta_{t-1} - \eta \frac{m_t}{\sqrt{v_t} + \epsilon}$$
""",
        "declares declares defines defines defines",
    ),
    "entries that may be steps": (
        r"""
$s, x \in \mathbb{R}^T$

$$s_t = s_{t-1} + x_t$$
$$s_3 - s_2 = x_3$$
$$\mathbf{1}^\top s = \sum_{t=1}^T s_t$$
""",
        "declares unread unread unread",
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
