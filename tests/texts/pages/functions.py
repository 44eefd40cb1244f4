"""Functions of the page: their arguments, their derivatives, the losses of one sample."""

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
    "numbers alone reach one branch only": (
        r"""
Take $x_1 = 2$, $w_1 = 3$.
$$z_1 = w_1 x_1 = 6$$
$$r_1 = \max(0, z_1) = 6$$
$$\frac{\partial r_1}{\partial w_1} = 1 \cdot 2$$
$$\max(0, -z_1) = z_1$$
""",
        "defines defines defines holds defines holds holds false",
    ),
}
