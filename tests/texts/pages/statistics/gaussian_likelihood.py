# ruff: noqa: E501  # a display stands on one line, as on any page

"""The likelihood of a Gaussian, in one dimension and in many, and the posterior."""

PAGES = {
    "Maximum likelihood for the multivariate Gaussian": (
        r"""
# Maximum likelihood for the multivariate Gaussian

Let $x_1, \dots, x_n \in \mathbb{R}^d$ be independent draws from $\mathcal{N}(\mu, \Sigma)$ with
$\mu \in \mathbb{R}^d$ and a symmetric positive definite $\Sigma \in \mathbb{R}^{d \times d}$. Up to a
constant the log-likelihood is

$$\ell(\mu, \Sigma) = -\frac{n}{2} \log |\Sigma| - \frac{1}{2} \sum_{i=1}^n (x_i - \mu)^\top \Sigma^{-1} (x_i - \mu)$$

**The mean.** Differentiating with respect to $\mu$,

$$\frac{\partial \ell}{\partial \mu} = \sum_{i=1}^n \Sigma^{-1} (x_i - \mu) = \Sigma^{-1} \left( \sum_{i=1}^n x_i - n \mu \right)$$

Setting it to zero gives

$$\hat{\mu} = \frac{1}{n} \sum_{i=1}^n x_i$$

**The covariance.** A number is its own trace, so

$$(x_i - \mu)^\top \Sigma^{-1} (x_i - \mu) = \operatorname{tr}\left( \Sigma^{-1} (x_i - \mu)(x_i - \mu)^\top \right)$$

With $S = \frac{1}{n} \sum_{i=1}^n (x_i - \mu)(x_i - \mu)^\top$ we have

$$\ell(\mu, \Sigma) = -\frac{n}{2} \log |\Sigma| - \frac{n}{2} \operatorname{tr}(\Sigma^{-1} S)$$

and the derivative is

$$\frac{\partial \ell}{\partial \Sigma} = -\frac{n}{2} \Sigma^{-1} + \frac{n}{2} \Sigma^{-1} S \Sigma^{-1}$$

Setting this to zero we find

$$\hat{\Sigma} = S$$
""",
        "declares declares declares defines holds holds defines holds defines holds holds defines",
        {"x": "y", r"\mu": "m", r"\Sigma": "V", "S": "T", "d": "p", "n": "N", "i": "j"},
        [
            (r"\sum_{i=1}^n \Sigma^{-1} (x_i - \mu) =", r"-\sum_{i=1}^n \Sigma^{-1} (x_i - \mu) ="),
            (r"\sum_{i=1}^n x_i - n \mu", r"\sum_{i=1}^n x_i - \mu"),
            (r"= -\frac{n}{2} \Sigma^{-1} + \frac{n}{2}", r"= -\frac{n}{2} \Sigma^{-1} - \frac{n}{2}"),
            (r"\Sigma^{-1} S \Sigma^{-1}", r"\Sigma^{-1} S"),
            (r"\frac{n}{2} \operatorname{tr}(\Sigma^{-1} S)", r"\frac{1}{2} \operatorname{tr}(\Sigma^{-1} S)"),
            (
                r"\operatorname{tr}\left( \Sigma^{-1} (x_i - \mu)(x_i - \mu)^\top",
                r"\operatorname{tr}\left( \Sigma (x_i - \mu)(x_i - \mu)^\top",
            ),
        ],
    ),
    "The Gaussian in terms of its precision matrix": (
        r"""
# The Gaussian in terms of its precision matrix

Suppose $\mathbf{x}_1, \ldots, \mathbf{x}_N \in \mathbb{R}^D$. Let $\boldsymbol\mu \in \mathbb{R}^D$, and let
$\boldsymbol\Lambda \in \mathbb{R}^{D\times D}$ be symmetric and positive definite. Then

$$\ln p = \frac{N}{2} \ln \det \boldsymbol\Lambda - \frac{ND}{2} \ln(2\pi) - \frac{1}{2} \sum_{n=1}^N (\mathbf{x}_n - \boldsymbol\mu)^T \boldsymbol\Lambda (\mathbf{x}_n - \boldsymbol\mu)$$

$$\frac{\partial \ln p}{\partial \boldsymbol\mu} = \boldsymbol\Lambda \sum_{n=1}^N (\mathbf{x}_n - \boldsymbol\mu)$$

$$\frac{\partial \ln p}{\partial \boldsymbol\Lambda} = \frac{N}{2} \boldsymbol\Lambda^{-1} - \frac{1}{2} \sum_{n=1}^N (\mathbf{x}_n - \boldsymbol\mu)(\mathbf{x}_n - \boldsymbol\mu)^T$$

Setting the last line equal to zero,

$$\boldsymbol\Lambda^{-1} = \frac{1}{N} \sum_{n=1}^N (\mathbf{x}_n - \boldsymbol\mu)(\mathbf{x}_n - \boldsymbol\mu)^T$$
""",
        "declares declares declares defines holds holds supposes",
        {r"\Lambda": r"\Omega", r"\mu": r"\theta", "x": "z", "D": "d"},
        [
            (r"\frac{N}{2} \boldsymbol\Lambda^{-1} - \frac{1}{2}", r"\frac{N}{2} \boldsymbol\Lambda - \frac{1}{2}"),
            (r"\frac{N}{2} \boldsymbol\Lambda^{-1} - \frac{1}{2}", r"\frac{N}{2} \boldsymbol\Lambda^{-1} - "),
            (r"= \boldsymbol\Lambda \sum", r"= -\boldsymbol\Lambda \sum"),
        ],
    ),
    "The normal distribution": (
        r"""
# The normal distribution

We observe $x_1, \ldots, x_n \in \mathbb{R}$, independent and normal with mean $\mu$ and variance $\sigma^2$.
The likelihood is

$$L(\mu, \sigma^2) = \prod_{i=1}^n \frac{1}{\sqrt{2\pi\sigma^2}} \exp\left( -\frac{(x_i - \mu)^2}{2\sigma^2} \right)$$

and its logarithm

$$\log L(\mu, \sigma^2) = -\frac{n}{2} \log(2\pi) - \frac{n}{2} \log \sigma^2 - \frac{1}{2\sigma^2} \sum_{i=1}^n (x_i - \mu)^2$$

The partial derivatives are

$$\frac{\partial \log L}{\partial \mu} = \frac{1}{\sigma^2} \sum_{i=1}^n (x_i - \mu)$$

$$\frac{\partial \log L}{\partial \sigma^2} = -\frac{n}{2\sigma^2} + \frac{1}{2\sigma^4} \sum_{i=1}^n (x_i - \mu)^2$$

Setting both to zero gives

$$\hat\mu = \frac{1}{n} \sum_{i=1}^n x_i, \qquad \hat\sigma^2 = \frac{1}{n} \sum_{i=1}^n (x_i - \hat\mu)^2$$
""",
        "declares defines holds holds holds defines defines",
        {"x": "y", r"\mu": r"\theta", r"\sigma": r"\tau", "n": "m"},
        [
            (r"- \frac{n}{2} \log \sigma^2 -", r"- n \log \sigma^2 -"),
            (r"= \frac{1}{\sigma^2} \sum", r"= \frac{1}{\sigma} \sum"),
            (r"\frac{1}{2\sigma^4}", r"\frac{1}{\sigma^4}"),
            (r"= -\frac{n}{2\sigma^2}", r"= \frac{n}{2\sigma^2}"),
        ],
    ),
    "MAP estimation is ridge regression": (
        r"""
# MAP estimation is ridge regression

Let $X \in \mathbb{R}^{n \times d}$, $y \in \mathbb{R}^n$ and $w \in \mathbb{R}^d$. With noise variance
$\sigma^2$ and a prior $w \sim \mathcal{N}(0, \tau^2 I)$, where $\sigma, \tau > 0$, the log-posterior is, up
to a constant,

$$\log p(w \mid X, y) = -\frac{1}{2\sigma^2} \|y - Xw\|^2 - \frac{1}{2\tau^2} \|w\|^2$$

Its gradient is

$$\nabla_w \log p(w \mid X, y) = \frac{1}{\sigma^2} X^\top (y - Xw) - \frac{1}{\tau^2} w$$

Setting it to zero we get

$$\left( X^\top X + \frac{\sigma^2}{\tau^2} I \right) w = X^\top y$$

that is

$$w_{\text{MAP}} = \left( X^\top X + \frac{\sigma^2}{\tau^2} I \right)^{-1} X^\top y$$

which is ridge regression with $\lambda = \sigma^2 / \tau^2$.
""",
        "declares declares declares declares declares defines holds supposes defines defines",
        {"X": r"\Phi", "w": r"\theta", "y": "t", r"\sigma": "s"},
        [
            (r"= \frac{1}{\sigma^2} X^\top (y", r"= -\frac{1}{\sigma^2} X^\top (y"),
            (r"- \frac{1}{\tau^2} w", r"- \frac{1}{2\tau^2} w"),
            (r"\frac{1}{\sigma^2} X^\top (y - Xw) -", r"\frac{1}{\sigma^2} X (y - Xw) -"),
        ],
    ),
    "Log-likelihood of a Gaussian": (
        r"""
# Log-likelihood of a Gaussian

The density of the multivariate normal distribution is

$$p(\mathbf{x} \mid \boldsymbol\mu, \boldsymbol\Sigma) = \frac{1}{(2\pi)^{d/2} |\boldsymbol\Sigma|^{1/2}} \exp\left(-\frac12 (\mathbf{x} - \boldsymbol\mu)^\top \boldsymbol\Sigma^{-1} (\mathbf{x} - \boldsymbol\mu)\right)$$

with $\mathbf{x}, \boldsymbol\mu \in \mathbb{R}^d$ and $\boldsymbol\Sigma \in \mathbb{R}^{d\times d}$
symmetric positive definite. Taking the logarithm,

$$\log p(\mathbf{x} \mid \boldsymbol\mu, \boldsymbol\Sigma) = -\frac{d}{2}\log(2\pi) - \frac12 \log|\boldsymbol\Sigma| - \frac12 (\mathbf{x} - \boldsymbol\mu)^\top \boldsymbol\Sigma^{-1} (\mathbf{x} - \boldsymbol\mu)$$

$$\nabla_{\mathbf{x}} \log p(\mathbf{x} \mid \boldsymbol\mu, \boldsymbol\Sigma) = -\boldsymbol\Sigma^{-1} (\mathbf{x} - \boldsymbol\mu)$$

$$\nabla_{\boldsymbol\mu} \log p(\mathbf{x} \mid \boldsymbol\mu, \boldsymbol\Sigma) = \boldsymbol\Sigma^{-1} (\mathbf{x} - \boldsymbol\mu)$$
""",
        "defines declares declares holds holds holds",
        {r"\Sigma": "C", r"\mu": "m", "x": "y"},
        [
            (r"-\frac{d}{2}\log(2\pi) -", r"-\frac{1}{2}\log(2\pi) -"),
            (r"- \frac12 \log|", r"- \log|"),
            (r"= -\boldsymbol\Sigma^{-1} (", r"= \boldsymbol\Sigma^{-1} ("),
            (r"= \boldsymbol\Sigma^{-1} (\mathbf{x}", r"= \boldsymbol\Sigma (\mathbf{x}"),
        ],
    ),
}
"""Each page, its verdicts, other letters for it, and slips: what stands there, and what is put in its place."""
