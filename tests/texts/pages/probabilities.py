"""Likelihoods and conditional probabilities, which are names with arguments."""

PAGES = {
    "a likelihood": (
        r"""
$\phi_n \in \mathbb{R}^M$, $t_n \in \{0, 1\}$ for $n = 1, \dots, N$, $\mathbf{w} \in \mathbb{R}^M$

$$y_n = \sigma(\mathbf{w}^T \phi_n)$$
$$p(\mathbf{t}|\mathbf{w}) = \prod_{n=1}^N y_n^{t_n} (1 - y_n)^{1 - t_n}$$
$$E(\mathbf{w}) = -\ln p(\mathbf{t}|\mathbf{w}) = -\sum_{n=1}^N \left( t_n \ln y_n + (1 - t_n) \ln (1 - y_n) \right)$$
$$\nabla_{\mathbf{w}} E = \sum_{n=1}^N (y_n - t_n) \phi_n$$
$$\nabla E(\mathbf{w}) = \sum_{n=1}^N (y_n - t_n) \phi_n$$
$$\ln p(\mathbf{t}|\mathbf{w}) = \sum_{n=1}^N \left( t_n \ln y_n - (1 - t_n) \ln (1 - y_n) \right)$$
""",
        "declares declares declares defines defines defines holds holds holds false",
    ),
    "a density of each sample": (
        r"""
$x_i \in \mathbb{R}$ for $i = 1, \dots, n$, $\mu \in \mathbb{R}$, $\sigma \in \mathbb{R}_{>0}$

$$p(x_i | \mu, \sigma^2) = \frac{1}{\sqrt{2 \pi \sigma^2}} \exp\left( -\frac{(x_i - \mu)^2}{2 \sigma^2} \right)$$
$$\ell = \sum_{i=1}^n \ln p(x_i | \mu, \sigma^2)$$
$$\frac{\partial \ell}{\partial \mu} = \frac{1}{\sigma^2} \sum_{i=1}^n (x_i - \mu)$$
""",
        "declares declares declares defines defines holds",
    ),
    "a probability of two indices": (
        r"""
$u_w, v_w \in \mathbb{R}^d$ for $w = 1, \dots, V$, $o, c \in \{1, \dots, V\}$

$$P(o \mid c) = \frac{\exp(u_o^T v_c)}{\sum_{w=1}^V \exp(u_w^T v_c)}$$
$$J = -\log P(o \mid c)$$
$$\frac{\partial J}{\partial v_c} = -u_o + \sum_{w=1}^V P(w \mid c) u_w$$
""",
        "declares declares defines defines holds",
    ),
    "a probability of two variables": (
        r"""
$u_w, v_w \in \mathbb{R}^d$ for $w = 1, \dots, V$, $o, c \in \{1, \dots, V\}$

$$P(O = o \mid C = c) = \frac{\exp(u_o^T v_c)}{\sum_{w=1}^V \exp(u_w^T v_c)}$$
$$J = -\log P(O = o \mid C = c)$$
""",
        "declares declares defines defines",
    ),
    "a probability of a class": (
        r"""
$a_k \in \mathbb{R}$ for $k = 1, \dots, K$
$$p(C_k | x) = \frac{\exp(a_k)}{\sum_j \exp(a_j)}$$
$$\sum_k p(C_k | x) = 1$$
$$\frac{\partial p(C_k|x)}{\partial a_j} = p(C_k|x) (\delta_{kj} - p(C_j|x))$$
$$\frac{\partial p(C_k|x)}{\partial a_j} = p(C_k|x) (\delta_{kj} + p(C_j|x))$$
""",
        "declares defines holds holds false",
    ),
    "a probability of each target": (
        r"""
$t_n \in \{0,1\}$, $y_n \in (0,1)$ for $n = 1, \dots, N$
$$p(t_n | w) = y_n^{t_n} (1 - y_n)^{1 - t_n}$$
$$E = -\sum_n \ln p(t_n | w)$$
$$\frac{\partial E}{\partial y_n} = \frac{y_n - t_n}{y_n (1 - y_n)}$$
""",
        "declares declares defines defines holds",
    ),
    "probabilities of different values": (
        r"""
$x \in \mathbb{R}^n$, $w \in \mathbb{R}^n$
$$P(Y = 1 | x) = \sigma(w^T x)$$
$$P(Y = 0 | x) = 1 - \sigma(w^T x)$$
$$P(Y = 1 | x) + P(Y = 0 | x) = 1$$
""",
        "declares declares defines defines holds",
    ),
    "a conditional name turned round": (
        r"""
$x, y \in \mathbb{R}$

$$p(y | x) = e^{-(y - x)^2}$$
$$L = p(x | y)$$
$$p(z | x) = 2 p(z | x)$$
""",
        "declares defines unread unread",
    ),
    "what the text says adds to one": (
        r"""
Let $y, z \in \mathbb{R}^K$.
$$p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}$$
$$L = -\sum_k y_k \log p_k$$
Since $\sum_k y_k = 1$ and $\sum_k p_k = 1$,
$$\frac{\partial L}{\partial z_i} = p_i \sum_k y_k - y_i = p_i - y_i$$
$$\frac{\partial L}{\partial z_i} = y_i - p_i$$
$$y_i = |y_i|$$
""",
        "declares defines defines declares holds holds holds false false",
    ),
    "a distribution with two conditions": (
        r"""
Let $z \in \mathbb{R}^K$, and $q \in (0,1)^K$ with $q_k > 0$ for $k = 1, \ldots, K$ and $\sum_k q_k = 1$.
$$p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}$$
$$D = \sum_k q_k \log \frac{q_k}{p_k}$$
$$\frac{\partial D}{\partial z} = p - q$$
$$\frac{\partial D}{\partial z} = q - p$$
""",
        "declares declares declares defines defines holds false",
    ),
    "a consequence is no assumption": (
        r"""
Let $y \in \mathbb{R}^K$.
$$s = \sum_k y_k$$
So $\sum_k y_k = 1$.
""",
        "declares defines false",
    ),
}
