# ruff: noqa: E501  # a display stands on one line, as on any page

"""The divergence of Gaussians, and what a variational autoencoder makes of it."""

PAGES = {
    "The KL term of the variational autoencoder": (
        r"""
# The KL term of the variational autoencoder

The encoder gives $\mu \in \mathbb{R}^k$ and $\sigma \in \mathbb{R}^k$ with $\sigma_j > 0$. The divergence
between $q = \mathcal{N}(\mu, \operatorname{diag}(\sigma^2))$ and the prior $\mathcal{N}(0, I)$ is

$$D_{KL} = \frac{1}{2} \sum_{j=1}^k \left( \mu_j^2 + \sigma_j^2 - 1 - \log \sigma_j^2 \right)$$

Its derivatives are

$$\frac{\partial D_{KL}}{\partial \mu_j} = \mu_j$$

$$\frac{\partial D_{KL}}{\partial \sigma_j} = \sigma_j - \frac{1}{\sigma_j}$$

**Reparametrisation.** With $\epsilon \in \mathbb{R}^k$ drawn from $\mathcal{N}(0, I)$ we write

$$z = \mu + \sigma \odot \epsilon$$

so that

$$\frac{\partial z}{\partial \mu} = I, \qquad \frac{\partial z}{\partial \sigma} = \operatorname{diag}(\epsilon)$$

For a loss $L$ that depends on $z$, with $g = \partial L / \partial z$, this gives

$$\frac{\partial L}{\partial \sigma} = g \odot \epsilon$$
""",
        "declares declares defines defines holds holds declares defines holds holds declares defines defines holds",
        {"k": "d", "z": "h", r"\mu": "m", r"\sigma": "s", r"\epsilon": r"\xi"},
        [
            (r"\partial \mu_j} = \mu_j", r"\partial \mu_j} = 2\mu_j"),
            (r"= \sigma_j - \frac{1}{\sigma_j}", r"= \sigma_j + \frac{1}{\sigma_j}"),
            (r"= \sigma_j - \frac{1}{\sigma_j}", r"= \sigma_j - \frac{1}{2\sigma_j}"),
            (r"\operatorname{diag}(\epsilon)", r"\operatorname{diag}(\sigma)"),
            (r"= g \odot \epsilon", "= g"),
        ],
    ),
    "KL with log-variances": (
        r"""
## KL with log-variances

In practice the network outputs $\boldsymbol{\mu} \in \mathbb{R}^d$ and
$\mathbf{s} = \log \boldsymbol{\sigma}^2 \in \mathbb{R}^d$. The regulariser reads

$$\mathcal{L}_{\text{KL}}(\boldsymbol{\mu}, \mathbf{s}) = -\frac{1}{2} \sum_{j=1}^{d} \left(1 + s_j - \mu_j^2 - e^{s_j}\right)$$

and backpropagation needs

$$\nabla_{\boldsymbol{\mu}} \mathcal{L}_{\text{KL}} = \boldsymbol{\mu}, \qquad \nabla_{\mathbf{s}} \mathcal{L}_{\text{KL}} = \frac{1}{2}\left(e^{\mathbf{s}} - \mathbf{1}\right)$$

The sample is $\mathbf{z} = \boldsymbol{\mu} + e^{\mathbf{s}/2} \odot \boldsymbol{\epsilon}$ with
$\boldsymbol{\epsilon} \sim \mathcal{N}(\mathbf{0}, \mathbf{I})$, hence

$$\frac{\partial z_j}{\partial s_j} = \frac{1}{2} e^{s_j / 2} \epsilon_j = \frac{1}{2}(z_j - \mu_j)$$
""",
        "declares defines holds defines holds holds defines declares holds holds",
        {"d": "J", "s": r"\ell"},
        [
            (
                r"\mathcal{L}_{\text{KL}} = \frac{1}{2}\left(e^{\mathbf{s}}",
                r"\mathcal{L}_{\text{KL}} = \left(e^{\mathbf{s}}",
            ),
            (r"= \boldsymbol{\mu}, \qquad", r"= -\boldsymbol{\mu}, \qquad"),
            (r"= \frac{1}{2} e^{s_j / 2} \epsilon_j", r"= e^{s_j / 2} \epsilon_j"),
            (r"= \frac{1}{2}(z_j - \mu_j)", r"= \frac{1}{2}(z_j + \mu_j)"),
        ],
    ),
    "Evidence lower bound": (
        r"""
# Evidence lower bound

For an encoder with mean $\mu \in \mathbb{R}^{J}$ and standard deviations $\sigma \in \mathbb{R}^J$,
$\sigma_j > 0$,

$$D_{KL}\left(q_\phi(z|x) \,\|\, p(z)\right) = -\frac{1}{2} \sum_{j=1}^{J} \left(1 + \log(\sigma_j^2) - \mu_j^2 - \sigma_j^2\right)$$

In vector form,

$$D_{KL}\left(q_\phi(z|x) \,\|\, p(z)\right) = \frac{1}{2}\left( \mu^\top \mu + \operatorname{tr}(\operatorname{diag}(\sigma^2)) - J - \log\det(\operatorname{diag}(\sigma^2)) \right)$$

With $\epsilon \sim \mathcal{N}(0, I)$, $\epsilon \in \mathbb{R}^J$, a sample is

$$z = \mu + \sigma \odot \epsilon$$

and so

$$\frac{\partial z_j}{\partial \mu_j} = 1, \qquad \frac{\partial z_j}{\partial \sigma_j} = \epsilon_j$$
""",
        "declares declares defines holds declares declares defines holds holds",
        {r"\mu": "m", r"\sigma": "s", "J": "d"},
        [
            (r"- J - \log\det", r"- \log\det"),
            (r"\partial \sigma_j} = \epsilon_j", r"\partial \sigma_j} = \sigma_j"),
        ],
    ),
}
"""Each page, its verdicts, other letters for it, and slips: what stands there, and what is put in its place."""
