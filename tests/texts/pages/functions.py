"""Functions: their arguments, with and without; chains of new names; conditional names; circles."""

PAGES = {
    "a column as the argument of a function": (
        r"""
$x_i \in \mathbb{R}^d$, $y_i \in \mathbb{R}$ for $i = 1, \dots, m$, $w \in \mathbb{R}^d$

$$f(x) = w^T x$$
$$J = \frac{1}{2m} \sum_{i=1}^m (f(x_i) - y_i)^2$$
$$\frac{\partial J}{\partial w} = \frac{1}{m} \sum_{i=1}^m (f(x_i) - y_i) x_i$$
$$\frac{\partial J}{\partial w} = \sum_{i=1}^m (f(x_i) - y_i) x_i$$
""",
        "declares declares declares defines defines holds false",
    ),
    "a function with its weights as a label": (
        r"""
$x^{(i)} \in \mathbb{R}^d$, $y^{(i)} \in \mathbb{R}$ for $i = 1, \dots, m$, $\theta \in \mathbb{R}^d$

$$h_\theta(x) = \theta^T x$$
$$J(\theta) = \frac{1}{2m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)})^2$$
$$\frac{\partial J}{\partial \theta_j} = \frac{1}{m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)}) x_j^{(i)}$$
""",
        "declares declares declares defines defines holds",
    ),
    "a sigmoid of a column's product": (
        r"""
$x_i \in \mathbb{R}^d$, $y_i \in \{0, 1\}$ for $i = 1, \dots, m$, $w \in \mathbb{R}^d$

$$f(x) = \sigma(w^T x)$$
$$J = -\sum_{i=1}^m (y_i \log f(x_i) + (1 - y_i) \log(1 - f(x_i)))$$
$$\nabla_w J = \sum_{i=1}^m (f(x_i) - y_i) x_i$$
""",
        "declares declares declares defines defines holds",
    ),
    "a letter that only the function knows": (
        r"""
$x_i \in \mathbb{R}^d$, $y_i \in \mathbb{R}$ for $i = 1, \dots, m$, $w \in \mathbb{R}^d$

$$f(u) = w^T u$$
$$J = \frac{1}{2m} \sum_{i=1}^m (f(x_i) - y_i)^2$$
""",
        "declares declares declares defines defines",
    ),
    "a sigmoid without its argument": (
        r"""
$\phi_n \in \mathbb{R}^M$ for $n = 1, \dots, N$, $w \in \mathbb{R}^M$

$$\sigma(a) = \frac{1}{1 + e^{-a}}$$
$$\frac{d\sigma}{da} = \sigma(1 - \sigma)$$
$$y_n = \sigma(a_n), \qquad a_n = w^\top \phi_n$$
$$\frac{d\sigma}{da} = \sigma(1 + \sigma)$$
""",
        "declares declares defines holds defines defines false",
    ),
    "a prime without an argument": (
        r"""
$$\sigma(x) = \frac{1}{1 + e^{-x}}$$
$$\sigma'(x) = \sigma(x)(1 - \sigma(x))$$
$$\sigma' = \sigma(1 - \sigma)$$
$$\sigma' = \sigma(1 + \sigma)$$
""",
        "defines holds holds false",
    ),
    "a sigmoid of a declared column": (
        r"""
$z \in \mathbb{R}^n$

$$\sigma(z) = \frac{1}{1 + e^{-z}}$$
$$\frac{d\sigma}{dz} = \sigma(1 - \sigma)$$
$$\sigma'(z) = \sigma(z)(1 - \sigma(z))$$
$$\frac{d\sigma(z)}{dz} = \sigma(z)(1 - \sigma(z))$$
""",
        "declares defines holds holds holds",
    ),
    "an entrywise derivative": (
        r"""
$x \in \mathbb{R}^n$ is the input.

$$\frac{d \tanh(x)}{dx} = 1 - \tanh^2(x)$$
$$\frac{d}{dx} \tanh(x) = 1 - \tanh^2(x)$$
$$\frac{d \sigma(x)}{dx} = \sigma(x) (1 - \sigma(x))$$
$$\frac{\partial \sigma(x)}{\partial x} = \sigma(x) \odot (1 - \sigma(x))$$
$$\frac{d}{dx} \mathrm{ReLU}(x) = 1[x > 0]$$
$$\frac{d \tanh(x)}{dx} = 1 + \tanh^2(x)$$
$$\frac{d \tanh(x)}{dx} = \mathrm{diag}(1 - \tanh^2(x))$$
""",
        "declares holds holds holds holds holds false holds",
    ),
    "a derivative of no entrywise function": (
        r"""
$x \in \mathbb{R}^n$
$$\frac{d \tanh(x)}{dx} = 1 + \tanh^2(x)$$
$$\frac{d \mathrm{softmax}(x)}{dx} = 1 + \tanh^2(x)$$
$$\frac{d f(x)}{dx} = f'(x)$$
""",
        "declares false false holds",
    ),
    "a norm of the argument": (
        r"""
$x \in \mathbb{R}^n$, $A \in \mathbb{R}^{n \times n}$
$$f(x) = x^T A x$$
$$\nabla f(x) = (A + A^T) x$$
$$g(u) = \|u\|^2$$
$$y = g(A x)$$
$$\nabla_x y = 2 A^T A x$$
""",
        "declares declares defines holds defines defines holds",
    ),
    "two new names in a chain": (
        r"""
$w, x \in \mathbb{R}^n$, $b \in \mathbb{R}$

$$z = w^T x + b, \quad \hat{y} = a = \sigma(z)$$
$$\frac{\partial a}{\partial z} = a (1 - a)$$
""",
        "declares declares defines defines defines holds",
    ),
    "two new matrices in a chain": (
        r"""
$W \in \mathbb{R}^{m \times n}$, $X \in \mathbb{R}^{n \times k}$

$$Z = W X$$
$$A = \hat Y = \sigma(Z)$$
$$A = \frac{1}{1 + e^{-Z}}$$
$$\hat Y = \frac{1}{1 + e^{-Z}}$$
$$\hat Y = \frac{1}{1 + e^{Z}}$$
""",
        "declares declares defines defines defines holds holds false",
    ),
    "a new name at the end of a chain": (
        r"""
$w, x \in \mathbb{R}^n$, $b \in \mathbb{R}$

$$z = w^T x + b, \quad \hat{y} = \sigma(z) = a$$
$$\frac{\partial a}{\partial z} = a (1 - a)$$
""",
        "declares declares defines defines defines holds",
    ),
    "a new function in a chain": (
        r"""
$x \in \mathbb{R}^n$

$$h_j = f(x_j) = \frac{1}{1 + e^{-x_j}}$$
$$\frac{\partial h_j}{\partial x_j} = h_j (1 - h_j)$$
$$h_j = \sigma(x_j)$$
$$f'(x_j) = f(x_j) (1 - f(x_j))$$
""",
        "declares defines defines holds holds holds",
    ),
    "a loss of one sample": (
        r"""
$a^{(i)} \in (0,1)$, $y^{(i)} \in \{0,1\}$ for $i = 1, \dots, m$

$$\mathcal{L}(a^{(i)}, y^{(i)}) = -y^{(i)} \log a^{(i)} - (1-y^{(i)}) \log(1 - a^{(i)})$$
$$J = \frac{1}{m} \sum_{i=1}^m \mathcal{L}(a^{(i)}, y^{(i)})$$
$$\frac{\partial J}{\partial a^{(i)}} = \frac{1}{m} \frac{a^{(i)} - y^{(i)}}{a^{(i)} (1 - a^{(i)})}$$
""",
        "declares declares defines defines holds",
    ),
    "a function of one sample": (
        r"""
$x_i \in \mathbb{R}^d$, $y_i \in \mathbb{R}$ for $i = 1, \dots, m$, $w \in \mathbb{R}^d$

$$f_w(x_i) = w^T x_i$$
$$J = \frac{1}{2m} \sum_{i=1}^m (f_w(x_i) - y_i)^2$$
$$\nabla_w J = \frac{1}{m} \sum_{i=1}^m (f_w(x_i) - y_i) x_i$$
""",
        "declares declares declares defines defines holds",
    ),
    "a function of one sample in brackets": (
        r"""
$x^{(i)} \in \mathbb{R}^d$, $y^{(i)} \in \mathbb{R}$ for $i = 1, \dots, m$, $w \in \mathbb{R}^d$

$$f_w(x^{(i)}) = w^T x^{(i)}$$
$$J = \frac{1}{2m} \sum_{i=1}^m (f_w(x^{(i)}) - y^{(i)})^2$$
""",
        "declares declares declares defines defines",
    ),
    "a loss with bare arguments": (
        r"""
$x^{(i)} \in \mathbb{R}^d$, $y^{(i)} \in \{0, 1\}$ for $i = 1, \dots, m$, $w \in \mathbb{R}^d$

$$\hat y^{(i)} = \sigma(w^T x^{(i)})$$
$$\mathcal{L}(\hat y, y) = -y \log \hat y - (1-y) \log(1 - \hat y)$$
$$J = \frac{1}{m} \sum_{i=1}^m \mathcal{L}(\hat y^{(i)}, y^{(i)})$$
$$\nabla_w J = \frac{1}{m} \sum_{i=1}^m (\hat y^{(i)} - y^{(i)}) x^{(i)}$$
""",
        "declares declares declares defines defines defines holds",
    ),
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
    "a function of itself": (
        r"""
$x \in \mathbb{R}$

$$h(q) = h(q) + 1$$
$$y = h(x)$$
""",
        "declares unread unread",
    ),
    "two functions of each other": (
        r"""
$x \in \mathbb{R}$

$$f(q) = g(q) + 1$$
$$g(q) = 2 f(q)$$
$$y = f(x)$$
""",
        "declares unread unread unread",
    ),
    "a function of a declared number, of itself": (
        r"""
$x \in \mathbb{R}$

$$f(x) = f(0) + x$$
""",
        "declares unread",
    ),
    "a second gradient is no name": (
        r"""
$w \in \mathbb{R}^n$, $A \in \mathbb{R}^{n \times n}$, $A = A^T$

$$E(w) = \frac12 w^T A w$$
$$H = \nabla\nabla E(w) = A$$
""",
        "declares declares declares defines unread unread",
    ),
    "a logarithm is no name": (
        r"""
$w, x \in \mathbb{R}^n$, $t \in \{0, 1\}$

$$E(w) = -\ln q(t|w) = -t \ln \sigma(w^T x)$$
""",
        "declares declares unread unread",
    ),
    "the derivative of a product of brackets": (
        r"""
$A \in \mathbb{R}^{m \times n}$, $b \in \mathbb{R}^m$, $x \in \mathbb{R}^n$

$$\frac{\partial}{\partial x} (b - A x)^\top (b - A x) = -2 A^\top (b - A x)$$
$$\frac{\partial}{\partial x} (b - A x)^\top (b - A x) = 2 A^\top (b - A x)$$
""",
        "declares declares declares holds false",
    ),
    "a derivative before two brackets": (
        r"""
$x \in \mathbb{R}$, $w \in \mathbb{R}^n$, $X \in \mathbb{R}^{m \times n}$, $y \in \mathbb{R}^m$

$$\frac{d}{dx} (1 - x)(1 + x) = -2x$$
$$\frac{\partial}{\partial w} (X w - y)^T (X w - y) = 2 X^T (X w - y)$$
$$\nabla_w (X w - y)^T (X w - y) = 2 X^T (X w - y)$$
$$\frac{\partial}{\partial w} (X w - y)^T (X w - y) + \frac{\partial}{\partial w} w^T w = 2 X^T (X w - y) + 2 w$$
$$\nabla_w (X w - y)^T (X w - y) = X^T (X w - y)$$
""",
        "declares declares declares declares unread holds holds holds false",
    ),
}
