"""Recursions and iterates: what stands at t − 1 and at t."""

PAGES = {
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
        "declares declares declares declares defines defines holds false",
    ),
    "entries that are no iterates": (
        r"""
$s, x \in \mathbb{R}^T$

$$y_t = s_t + x_t$$
$$\sum_t y_t = \sum_t s_t + \sum_t x_t$$
""",
        "declares defines holds",
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
        "declares unread unread holds",  # the sum is that of any column s
    ),
    "an arrow is an update where the name comes back, and else no equality": (
        r"""
$w, x \in \mathbb{R}^n$, $\eta > 0$

$$J = \|w - x\|^2$$
$$w \rightarrow w - \eta \frac{\partial J}{\partial w}$$
$$J \rightarrow 0$$
""",
        "declares declares defines defines unread",
    ),
    "a plain letter declared beside its iterates": (
        r"""
$f : \mathbb{R}^d \to \mathbb{R}$, $\theta_t, g_t \in \mathbb{R}^d$, $\eta > 0$.
$$g_t = \nabla f(\theta_t)$$
$$\theta_{t+1} = \theta_t - \eta g_t$$
For any $g \in \mathbb{R}^d$:
$$2 g = g + g$$
$$g_t = - \nabla f(\theta_t)$$
""",
        "declares declares declares defines defines declares holds false",
    ),
    "a decay rate to the power of the step": (
        r"""
Let $\beta_1 \in (0,1)$.
$$m_t = \beta_1 m_{t-1} + (1-\beta_1) g_t$$
$$\hat m_t = \frac{m_t}{1-\beta_1^t}$$
$$(1-\beta_1)\sum_{i=1}^{t} \beta_1^{t-i} = 1 - \beta_1^t$$
$$(1-\beta_1)\sum_{i=1}^{t} \beta_1^{t-i} = 1 - \beta_1^{t-1}$$
""",
        "declares defines defines holds false",
    ),
    "the moving mean of gradients": (
        r"""
$g_t \in \mathbb{R}^d$, $m_0 = 0$.
$$m_t = \beta_1 m_{t-1} + (1-\beta_1) g_t$$
$$s_t = \beta_2 s_{t-1} + (1-\beta_2) g_t^2$$
$$m_1 = (1-\beta_1) g_1$$
$$m_1 = (1-\beta_2) g_1$$
$$v_t = \gamma v_{t-1} + (1-\gamma) g_t$$
$$v_{t+1} = \gamma^2 v_{t-1} + \gamma (1-\gamma) g_t + (1-\gamma) g_{t+1}$$
""",
        "declares defines defines defines holds false defines holds",
    ),
}
