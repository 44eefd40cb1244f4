"""What is drawn at random, its means and its variances."""

PAGES = {
    "the variance of a linear layer, and through a ReLU": (
        r"""
Let $W \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$ and $\sigma > 0$; the weights are drawn independently,
$W_{ij} \sim \mathcal{N}(0, \sigma^2)$.
$$z = W x, \qquad a = \mathrm{ReLU}(z)$$
$$\mathbb{E}[z_i] = 0$$
$$\mathrm{Var}(z_i) = \sigma^2 \sum_{j=1}^n x_j^2$$
$$\mathrm{Var}(z_i) = n \sigma^2 \|x\|^2$$
$$\mathbb{E}[z z^\top] = \sigma^2 \|x\|^2 I$$
$$\mathbb{E}[a_i^2] = \frac{1}{2} \mathrm{Var}(z_i)$$
$$\mathbb{E}[a_i^2] = \mathrm{Var}(z_i)$$
$$\operatorname{Cov}(z_i, z_j) = 0, \quad i \ne j$$
$$\mathrm{Var}[z_i] = \mathbb{E}[z_i^2] - \mathbb{E}[z_i]^2$$
$$\mathbb{E}[a_i] = 0$$
""",
        "declares declares declares declares defines defines holds holds false holds holds false holds holds unread",
    ),
    "weights and inputs at random": (
        r"""
Let $X_j \sim N(0, \tau^2)$ for $j = 1, \dots, n$ and $W_{ij} \overset{iid}{\sim} N(0, \frac{1}{n})$,
with $W \in \mathbb{R}^{m\times n}$ and $\tau>0$.
$$Z_i = \sum_{j=1}^n W_{ij} X_j$$
$$Var(Z_i) = \tau^2$$
$$Var(Z_i) = n \tau^2$$
""",
        "declares declares declares declares defines holds false",
    ),
    "dropout": (
        r"""
Let $m_j \sim \text{Bernoulli}(p)$ with $p \in (0,1)$ and $h \in \mathbb{R}^n$.
$$\tilde h_j = \frac{m_j}{p} h_j$$
$$\mathbb{E}[\tilde h_j] = h_j$$
$$\mathrm{Var}(\tilde h_j) = \frac{1-p}{p} h_j^2$$
$$\mathrm{Var}(\tilde h_j) = p(1-p) h_j^2$$
""",
        "declares declares declares defines holds holds false",
    ),
    "a shifted and scaled normal column": (
        r"""
$$\epsilon \sim \mathcal{N}(0, I), \quad \mu \in \mathbb{R}^d, \quad s > 0$$
$$x = \mu + s \epsilon$$
$$\mathbb{E}[(x-\mu)(x-\mu)^T] = s^2 I$$
$$\mathbb{E}[\|x\|^2] = \|\mu\|^2 + d s^2$$
$$\mathbb{E}[\|x\|^2] = \|\mu\|^2 + s^2$$
$$\frac{\partial}{\partial s} \mathbb{E}[\|x\|^2] = 2 d s$$
$$\mathbb{E}[\mu] = \mu$$
""",
        "declares declares declares defines holds holds false holds unread",
    ),
    "a uniform number": (
        r"""
Let $a > 0$ and $u \sim \mathcal{U}(-a, a)$.
$$\mathrm{Var}(u) = \frac{a^2}{3}$$
$$\mathrm{Var}(u) = \frac{a^2}{12}$$
""",
        "declares declares holds false",
    ),
    "a distribution that nobody knows": (
        r"""
Let $x \sim p_{data}$ and $u \sim \mathcal{N}(0, 1)$.
$$\mathbb{E}[u] = 0$$
""",
        "declares unread",
    ),
    "nothing is random": (
        r"""
Let $x \in \mathbb{R}$.
$$\mathbb{E}[2x] = 2\mathbb{E}[x]$$
""",
        "declares unread",
    ),
    "a capital that may be a number": (
        r"""
Let $X \sim \mathcal{N}(0, 1)$.
$$\mathbb{E}[X^2] = 1$$
$$\mathbb{E}[X] = 1$$
""",
        "declares unread unread",
    ),
}
