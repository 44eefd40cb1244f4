"""Small pages, one idea each, with the verdict of every line: the language by examples."""

import pytest

from mlp_theory.texts.check import check_text

PAGES = {
    "samples without declarations": (
        r"""
Let $w \in \mathbb{R}^n$.
$$J = \frac{1}{2m}\sum_{i=1}^m (w^T x_i - y_i)^2$$
$$\frac{\partial J}{\partial w} = \frac{1}{m}\sum_{i=1}^m (w^T x_i - y_i) x_i$$
""",
        "declares defines holds",
    ),
    "samples in brackets, and their features": (
        r"""
Let $w \in \mathbb{R}^n$.
$$J = \frac{1}{2m}\sum_{i=1}^m (w^T x^{(i)} - y^{(i)})^2$$
$$\frac{\partial J}{\partial w} = \frac{1}{m}\sum_{i=1}^m (w^T x^{(i)} - y^{(i)}) x^{(i)}$$
$$\frac{\partial J}{\partial w_j} = \frac{1}{m}\sum_{i=1}^m (w^T x^{(i)} - y^{(i)}) x^{(i)}_j$$
""",
        "declares defines holds holds",
    ),
    "nothing declared, bold columns": (
        r"""
$$J = \frac{1}{m}\sum_{i=1}^m (\mathbf{w}^T \mathbf{x}_i - y_i)^2$$
$$\nabla_{\mathbf{w}} J = \frac{2}{m}\sum_{i=1}^m (\mathbf{w}^T \mathbf{x}_i - y_i) \mathbf{x}_i$$
""",
        "defines holds",
    ),
    "restrictions in the prose before a display": (
        r"""
Let $a \in \mathbb{R}^N$ and $S_j = \frac{e^{a_j}}{\sum_{k=1}^{N} e^{a_k}}$. If $i = j$, then
$$\frac{\partial S_i}{\partial a_j} = S_i (1 - S_i).$$
When $i \ne j$ we get
$$\frac{\partial S_i}{\partial a_j} = -S_i S_j.$$
""",
        "declares defines holds holds",
    ),
    "a restriction in front": (
        r"""
Let $x \in \mathbb{R}^N$.
$$q_i = x_i^2$$
$$\text{for } i = k: \quad \frac{\partial q_i}{\partial x_k} = 2x_i$$
""",
        "declares defines holds",
    ),
    "samples are columns of a capital": (
        r"""
Let $X \in \mathbb{R}^{d \times m}$, $Y \in \{0,1\}^{1\times m}$, $w \in \mathbb{R}^{d}$, $b \in \mathbb{R}$.
$$A = \sigma(w^T X + b)$$
$$J = - \frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{(i)} + (1-y^{(i)}) \log(1- a^{(i)}) \right)$$
$$\frac{\partial J}{\partial w} = \frac{1}{m} X (A - Y)^T$$
""",
        "declares declares declares declares defines defines holds",
    ),
    "a sample of a layer": (
        r"""
Let $X \in \mathbb{R}^{n \times m}$, $W^{[1]} \in \mathbb{R}^{h \times n}$, $Y\in\mathbb{R}^{h\times m}$.
$$Z^{[1]} = W^{[1]} X$$
$$J = \frac{1}{2m}\|Z^{[1]} - Y\|^2$$
$$J = \frac{1}{2m}\sum_{i=1}^m \|Z^{[1](i)} - Y^{(i)}\|^2$$
""",
        "declares declares declares defines defines holds",
    ),
    "a loss that nothing defines": (
        r"""
Let $w \in \mathbb{R}^k$.
$$\tilde{J}(w) = J(w) + \frac{\alpha}{2}w^\top w$$
$$\nabla_{w} \tilde J(w) = \alpha w + \nabla_{w} J(w)$$
""",
        "declares defines holds",
    ),
    "dV beside an arbitrary loss": (
        r"""
Let $x, g, b \in \mathbb{R}^H$ and $y = g \odot x + b$, $L = \ell(y)$.
$$dg = dy \odot x$$
""",
        "declares defines defines holds",
    ),
    "the trace is no new name": (
        r"""
Let $\mathbf{X} \in \mathbb{R}^{N \times D}$.
$$\mathbf{S} = \frac{1}{N} \mathbf{X}^{T}\mathbf{X}$$
$$\operatorname{Tr}(\mathbf{S}) = \frac{2}{N}\|\mathbf{X}\|_F^2$$
$$\operatorname{Tr}(\mathbf{S}) = \frac{1}{N}\|\mathbf{X}\|_F^2$$
""",
        "declares defines false holds",
    ),
    "softmax of rows, as the page defines it": (
        r"""
Let $Z \in \mathbb{R}^{n\times K}$.
$$\text{softmax}(Z)_{ij} = \frac{e^{Z_{ij}}}{\sum_k e^{Z_{ik}}}$$
$$P = \text{softmax}(Z)$$
$$P \mathbf{1} = \mathbf{1}$$
""",
        "declares holds defines holds",
    ),
    "formal parameters": (
        r"""
Let $y_t, o_t \in \mathbb{R}^q$, $t = 1, \dots, T$, and $l(o, y) = \frac12 \|o - y\|^2$,
$$L = \frac{1}{T} \sum_{t=1}^T l(o_t, y_t).$$
$$\frac{\partial L}{\partial o_t} = \frac{1}{T}(o_t - y_t)$$
""",
        "declares defines defines holds",
    ),
    "a letter alone and with an index": (
        r"""
Let $\mathbf{w}, \mathbf{x} \in \mathbb{R}^n$ and $z = \mathbf{w}^T\mathbf{x}$.
$$\frac{\partial z}{\partial \mathbf{w}} = \mathbf{x}$$
For samples $\mathbf{x}_i \in \mathbb{R}^n$, $y_i \in \mathbb{R}$, $i = 1, \dots, N$:
$$C = \frac{1}{N} \sum_{i=1}^{N} (y_i - \mathbf{w}^T\mathbf{x}_i)^2$$
$$\nabla_{\mathbf w} C = -\frac{2}{N} \sum_{i=1}^{N} (y_i - \mathbf{w}^T\mathbf{x}_i)\mathbf{x}_i$$
""",
        "declares defines holds declares declares defines holds",
    ),
    "names that are words": (
        r"""
$$\text{net}_{o1} = w_5 \, \text{out}_{h1} + w_6 \, \text{out}_{h2} + b_2$$
$$\text{out}_{o1} = \frac{1}{1+e^{-\text{net}_{o1}}}$$
$$\frac{\partial \text{out}_{o1}}{\partial \text{net}_{o1}} = \text{out}_{o1}(1 - \text{out}_{o1})$$
""",
        "defines defines holds",
    ),
    "labels of several letters": (
        r"""
Let $u, v \in \mathbb{R}^d$.
$$J = -u^\top v$$
$$J_{neg} = -\log \sigma(u^\top v)$$
$$\frac{\partial J_{neg}}{\partial v} = (\sigma(u^\top v) - 1) u$$
""",
        "declares defines defines holds",
    ),
    "labels that are letters of sizes": (
        r"""
For $t = 1, \dots, T$ with $x_t \in \mathbb{R}^d$, $h_0 \in \mathbb{R}^h$,
$W_{hx} \in \mathbb{R}^{h\times d}$, $W_{hh} \in \mathbb{R}^{h\times h}$:
$$h_t = W_{hx} x_t + W_{hh} h_{t-1}$$
$$L = \sum_{t=1}^T \|h_t\|^2.$$
$$\frac{\partial L}{\partial W_{hx}} = \sum_{t=1}^T \frac{\partial L}{\partial h_t} x_t^\top$$
""",
        "declares declares declares declares defines defines holds",
    ),
    "equations set apart by space": (
        r"""
Let $f \in \mathbb{R}^C$ and $y \in \{1, \dots, C\}$.
$$p_k = \frac{e^{f_k}}{ \sum_j e^{f_j} } \hspace{1in} L = -\log\left(p_{y}\right)$$
$$\frac{\partial L }{ \partial f_k } = p_k - \mathbb{1}(y = k)$$
""",
        "declares declares defines defines holds",
    ),
    "a double sum": (
        r"""
Let $X \in \mathbb{R}^{V \times V}$, $w_i, v_i \in \mathbb{R}^d$ for $i = 1, \dots, V$.
$$J = \sum_{i,j=1}^{V} (w_i^T v_j - X_{ij})^2$$
$$\frac{\partial J}{\partial w_i} = 2\sum_{j=1}^{V} (w_i^T v_j - X_{ij}) v_j$$
""",
        "declares declares defines holds",
    ),
    "primed indices": (
        r"""
Let $l \in \mathbb{R}^K$.
$$q_k = \frac{e^{l_k}}{\sum_{k'} e^{l_{k'}}}$$
$$\sum_k q_k = 1$$
""",
        "declares defines holds",
    ),
    "a layer's square": (
        r"""
Let $W^{[2]} \in \mathbb{R}^{1 \times h}$, $Z^{[1]} \in \mathbb{R}^{h\times m}$.
$$A^{[1]} = \tanh(Z^{[1]})$$
$$s = \mathbf 1^T A^{[1]} \mathbf 1$$
$$\frac{\partial s}{\partial Z^{[1]}} = 1 - A^{[1]2}$$
""",
        "declares declares defines defines holds",
    ),
    "nothing above a name is dropped": (
        r"""
Let $x,y \in \mathbb{R}$.
$$2e^{(x+y)} = e+e$$
$$e^{x^2-y^2} = e^{(x-y)(x+y)}$$
$$x^{(t)} + 0 = x$$
$$\frac{d}{dx}\log(-1-x^2) = 0$$
$$x + y = 3x = y + x$$
$$x + x = \foo{x} = 2x$$
""",
        "declares false holds unread unread false holds unread holds",
    ),
    "T is a name here": (
        r"""
Let $x, T\in\mathbb{R}$.
$$x^T = x$$
$$2^T = 2$$
""",
        "declares false false",
    ),
    "inequalities are attacked": (
        r"""
Let $x \in \mathbb{R}$, $p \in (0,1)$.
$$(x-5)^2 \ge 0.5$$
$$\sin x \le 0.99$$
$$p \le 0.96$$
$$x^2 \ge 0$$
$$1 + x^2 > 2x - 1$$
$$p (1-p) \le \frac14$$
""",
        "declares declares false false false holds holds holds",
    ),
    "an unknown bound": (
        r"""
Let $x \in \mathbb{R}^n$.
$$\sum_{i=1}^{m} x_i = \sum_{i=1}^{n} x_i + 0$$
""",
        "declares unread",
    ),
    "what stands beside an equation": (
        r"""
Let $x,y \in \mathbb{R}$.
$$x+y = y+x \quad (2x = 3x)$$
$$x+y=y+x \quad 2x$$
""",
        "declares holds false holds unread",
    ),
    "below the resolution": (
        r"""
Let $x \in \mathbb{R}$.
$$e^{-800-x^2} = 0$$
$$\cos(10^{-9}x) = 1$$
$$x + 10^{9} - 10^{9} = 1.001 x$$
$$x + 10^{13} - 10^{13} = 1.001 x$$
""",
        "declares unread unread false unread",
    ),
    "a sign inside a group": (
        r"""
Let $x \in \mathbb{R}$.
$$x = x {\color{white} + 1} + 0$$
""",
        "declares unread",
    ),
    "a given symbol stays given": (
        r"""
Let $x,y \in \mathbb{R}$.
$$x + y = 2x$$
$$y = x$$
""",
        "declares false false",
    ),
    "determinants": (
        r"""
Let $A \in \mathbb{R}^{n\times n}$ and $B \in \mathbb{R}^{n\times n}$.
$$\frac{\partial \log\det A}{\partial A}=A^{-T}$$
$$\det(AB)=\det A\det B$$
""",
        "declares declares holds holds",
    ),
    "second derivatives": (
        r"""
Let $x \in \mathbb{R}$.
$$\frac{d^2}{dx^2}e^{-x^2} = (4x^2-2)e^{-x^2}$$
$$\log_2 x = \frac{\log x}{\log 2}$$
""",
        "declares holds unread",
    ),
    "two columns of equations": (
        r"""
Let $x,y \in \mathbb{R}$.
$$\begin{align} x+y &= y+x & x^2 &= 7x \end{align}$$
""",
        "declares holds false",
    ),
    "odd lines": (
        r"""
Let $x \in \mathbb{R}^n$.
$$=$$
$$x_{i+1} = x_i$$
$$\begin{cases}\end{cases}=x$$
$$x_1+x_2+\dots+x_n = \sum_i x_i$$
$$(x_1,\dots,x_n)^T = x + 0$$
""",
        "declares unread unread unread holds holds",
    ),
    "the prose says one-hot": (
        r"""
The target $y$ is a one-hot vector.
$$p_i = \frac{e^{z_i}}{\sum_{j=1}^K e^{z_j}}$$
$$L = -\sum_{i=1}^K y_i \log p_i$$
$$\frac{\partial L}{\partial z_i} = p_i - y_i$$
""",
        "defines defines holds",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_judged_line_by_line(name):
    page, wanted = PAGES[name]
    verdicts = check_text(page).files[0].verdicts
    found = "\n".join(f"{v.verdict}: {v.read_as} ({v.reason})" for v in verdicts)
    assert " ".join(v.verdict for v in verdicts) == wanted, found
