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
    "a softmax by the name of σ": (
        r"""
Let $z \in \mathbb{R}^C$.
$$\sigma(z)_i = \frac{e^{z_i}}{\sum_{j=1}^C e^{z_j}}$$
$$\sum_{i=1}^C \sigma(z)_i = 1$$
$$\frac{\partial \sigma(z)_i}{\partial z_j} = \sigma(z)_i(\delta_{ij} - \sigma(z)_j)$$
""",
        "declares defines holds holds",
    ),
    "a formal parameter beside samples": (
        r"""
Let $w \in \mathbb{R}^d$, $x_n \in \mathbb{R}^d$ for $n = 1, \dots, N$ and $\sigma(a) = \frac{1}{1+e^{-a}}$.

$$y_n = \sigma(a_n), \qquad a_n = w^T x_n.$$
$$\frac{\partial y_n}{\partial a_n} = y_n(1-y_n)$$
""",
        "declares declares defines defines defines holds",
    ),
    "a function and a family of one letter": (
        r"""
Let $x_k \in \mathbb{R}$ for $k = 1, \dots, K$ and $p(x) = \frac{1}{1+e^{-(\beta_0+\beta_1 x)}}$.

$$p_k = p(x_k)$$
$$\frac{\partial p_k}{\partial \beta_0} = p_k(1-p_k)$$
""",
        "declares defines defines holds",
    ),
    "the loss of a sample": (
        r"""
Let $\mathbf{X} \in \mathbb{R}^{n\times d}$, $\mathbf{w} \in \mathbb{R}^d$,
$\mathbf{y} \in \mathbb{R}^n$, $\hat{\mathbf{y}} = \mathbf{X}\mathbf{w}$.

$$l^{(i)}(\mathbf{w}) = \frac{1}{2} (\hat{y}^{(i)} - y^{(i)})^2$$

$$L(\mathbf{w}) = \frac{1}{n}\sum_{i=1}^n l^{(i)}(\mathbf{w})$$
$$\nabla_{\mathbf w} L = \frac1n \mathbf X^\top(\hat{\mathbf y} - \mathbf y)$$
""",
        "declares declares declares defines defines defines holds",
    ),
    "the sum of a column": (
        r"""
Let $w \in \mathbb{R}^n$, $\mathbf{x} \in \mathbb{R}^n$.
$$y = sum(\mathbf{x}) = \sum_{i=1}^n x_i$$
""",
        "declares declares defines holds",
    ),
    "a condition in front of an equation": (
        r"""
Let $z \in \mathbb{R}^C$.

$$y_c = \frac{e^{z_c}}{\sum_{d=1}^C e^{z_d}} \quad \text{for} \; c = 1 \cdots C$$

$$\text{if} \; i \neq j : \frac{\partial y_i}{\partial z_j} = - y_i y_j$$
""",
        "declares defines holds",
    ),
    "ranges with a colon": (
        r"""
Let $\mathbf{x}_n \in \mathbb{R}^D$ for $n = 1:N$; $\mathbf{W} \in \mathbb{R}^{C \times D}$.

$$\mathbf{a}_n = \mathbf{W}\mathbf{x}_n$$
$$\frac{\partial \mathbf a_n}{\partial \mathbf x_n} = \mathbf W$$
""",
        "declares declares defines holds",
    ),
    "the norm with its name": (
        r"""
Let $\mathbf{W} \in \mathbb{R}^{n\times d}$.

$$s = \frac{1}{2}\|\mathbf{W}\|_\textrm{F}^2$$
$$\frac{\partial s}{\partial \mathbf W} = \mathbf W$$
""",
        "declares defines holds",
    ),
    "functions of letters that nothing declares": (
        r"""
$$g(x,y) = x y + y, \quad \frac{\partial g}{\partial x} = y$$
$$p(t) = t^2 + 1$$
$$\frac{dp}{dt} = 2t$$
""",
        "defines holds defines holds",
    ),
    "∇ of what has one variable": (
        r"""
Let $x \in \mathbb{R}^n$, $y = \sum_{i=1}^n x_i^2$.

$$\nabla y = \frac{\partial y}{\partial x} = 2x$$
""",
        "declares defines unread holds",
    ),
    "a chain rule with more axes in the middle": (
        r"""
Let $X \in \mathbb{R}^{N\times D}$, $W \in \mathbb{R}^{D\times H}$,
$b \in \mathbb{R}^{1\times H}$, $Y \in \mathbb{R}^{N \times H}$, $Z = XW + b$.

$$L = \frac12 \sum_{i,j} (Z_{ij} - Y_{ij})^2$$

$$\frac{\partial L}{\partial W} = \frac{\partial L}{\partial Z}\frac{\partial Z}{\partial W} = X^T
\frac{\partial L}{\partial Z}$$
""",
        "declares declares declares declares defines defines holds holds",
    ),
    "the derivative of ReLU": (
        r"""
Let $X \in \mathbb{R}^{N\times D}$, $W \in \mathbb{R}^{D\times H}$, $G \in \mathbb{R}^{N \times H}$.

$$A = ReLU(XW)$$

$$S = \sum_{i,j} G_{ij} A_{ij}$$

$$\frac{\partial S}{\partial W} = X^T (G * ReLU'(XW))$$
""",
        "declares declares declares defines defines holds",
    ),
    "a full stop in the cases": (
        r"""
Let $y \in \{0,1\}$ and $p \in (0,1)$.

$$\ell = \begin{cases} -\ln p & \text{ if } y = 1, \\ -\ln(1-p) & \text{ if } y = 0. \end{cases}$$
$$\frac{\partial \ell}{\partial p} = \frac{p-y}{p(1-p)}$$
""",
        "declares declares defines holds",
    ),
    "features beside samples": (
        r"""
Let $w \in \mathbb{R}^d$, $x \in \mathbb{R}^d$, $X \in \mathbb{R}^{n\times d}$,
$x^{(i)} \in \mathbb{R}^d$ for $i=1,\dots,n$.

$$h_w(x) = \sum_{j=1}^d w_j x_j = w^T x$$
""",
        "declares declares declares declares defines holds",
    ),
    "∇ of a trace, and a step": (
        r"""
Let $A, B \in \mathbb{R}^{n \times n}$, $\eta > 0$, $v \in \mathbb{R}^n$.
$$\nabla_A \mathrm{tr} AB = B^T$$
$$E = v^T v$$
$$\Delta v_i = -\eta \frac{\partial E}{\partial v_i}$$
""",
        "declares declares declares holds defines defines",
    ),
    "conditions that deny": (
        r"""
Let $S \in \mathbb{R}^{m\times m}$, $c \in \mathbb{R}^m$.
$$S_{ij} c_i= S_{ij} c_j \quad \text{unless } i=j$$
$$S_{ij} c_i= S_{ij} c_j \quad \text{if not } i=j$$
$$\sum_{i\neq j} S_{ij} = \sum_{i,j} S_{ij} - \mathrm{tr} S$$
$$m \ge 3$$
""",
        "declares declares unread unread holds unread",
    ),
    "prose that denies": (
        r"""
Let $S \in \mathbb{R}^{m\times m}$. Do not assume $S=S^\top$.
$$S_{ij}=S_{ji}$$
""",
        "declares false",
    ),
    "a remark that a loss is positive": (
        r"""
$x \in \mathbb{R}^n$
$$J = \frac12\|x\|^2$$
Note that $J \geq 0$.
$$\nabla_x J = x$$
""",
        "declares defines holds",
    ),
    "an arbitrary loss and its value": (
        r"""
$C \in \mathbb{R}^{n\times n}$, $E : \mathbb{R}^n \to \mathbb{R}$, $x \in \mathbb{R}^n$.
$$y = Cx$$
Let $E = E(y)$.
$$\frac{\partial E}{\partial x} = C^\top \frac{\partial E}{\partial y}$$
$$\frac{\partial E}{\partial x} = C \frac{\partial E}{\partial y}$$
""",
        "declares declares declares defines defines holds false",
    ),
    "variances with an index": (
        r"""
$x \in \mathbb{R}^{N\times D}$
$$\sigma_j^2 = \sum_{i=1}^N x_{ij}^2$$
$$\frac{\partial \sigma_j^2}{\partial x_{kj}} = 2 x_{kj}$$
$$\sum_{j=1}^D \sigma_j^2 = \sum_{j=1}^D \sum_{i=1}^N x_{ij}^2$$
""",
        "declares defines holds holds",
    ),
    "a prime beside a layer": (
        r"""
For $l = 1, \dots, L$: $z^{[l]} \in \mathbb{R}^n$, $g^{[l]}: \mathbb{R} \to \mathbb{R}$.
$$a^{[l]} = g^{[l]}(z^{[l]})$$
$$\frac{\partial a^{[l]}_i}{\partial z^{[l]}_i} = g^{[l]'}(z^{[l]}_i)$$
""",
        "declares declares defines holds",
    ),
    "a step said twice": (
        r"""
$W \in \mathbb{R}^{m\times n}$, $x \in \mathbb{R}^n$, $\eta > 0$.
$$L = \frac12\|Wx\|^2$$
$$\Delta W = -\eta \frac{\partial L}{\partial W} = \eta W x x^\top$$
$$\Delta W = -\eta W x x^\top$$
$$\Delta W = \eta W x x^\top$$
""",
        "declares declares declares defines defines false holds false",
    ),
    "entries of what is defined": (
        r"""
$x \in \mathbb{R}^n$, $W \in \mathbb{R}^{n\times n}$
$$y = Wx$$
$$y_1 = x_1$$
$$y_2 = W_{21} x_1$$
""",
        "declares declares defines false false",
    ),
    "a function of two letters, exchanged": (
        r"""
$a, b \in \mathbb{R}$
$$f(a,b) = a - 2b$$
$$f(b,3) = b - 6$$
$$f(b,a) = -a$$
""",
        "declares defines holds false",
    ),
    "784 pixels": (
        r"""
$X \in \mathbb{R}^{784\times m}$, $W \in \mathbb{R}^{10\times 784}$
$$Z = W X$$
$$L = \|Z\|^2$$
$$\frac{\partial L}{\partial W} = 2 Z X^T$$
$$\frac{\partial L}{\partial W} = 2 X^T Z$$
""",
        "declares declares defines defines holds false",
    ),
    "a side that cannot be read": (
        r"""
$u_w \in \mathbb{R}^d$ for $w = 1, \dots, V$, $v \in \mathbb{R}^d$, $o \in \{1,\dots,V\}$.
$$q = P(O = o | C = c) = \frac{\exp(u_o^\top v)}{\sum_{w=1}^{V} \exp(u_w^\top v)}$$
$$J = -\log q$$
$$\frac{\partial J}{\partial v} = -u_o + \frac{\sum_{w=1}^{V} \exp(u_w^\top v) u_w}{\sum_{w=1}^{V} \exp(u_w^\top v)}$$
""",
        "declares declares declares unread defines defines holds",
    ),
    "a range that is written out": (
        r"""
Let $x \in \mathbb{R}^4$, $W \in \mathbb{R}^{3\times 4}$.
$$y_i = \sum_{j=1}^4 W_{ij} x_j, \quad i = 1, 2, 3$$
$$\frac{\partial y_i}{\partial x_j} = W_{ij}, \quad i = 1, 2, 3$$
$$\frac{\partial y_i}{\partial x_j} = W_{ji}, \quad i = 1, 2, 3$$
""",
        "declares declares defines holds unread",
    ),
    "a transpose although a T is declared": (
        r"""
Let $a, b \in \mathbb{R}^n$, $T \in \mathbb{R}^{n \times n}$.
$$c = a^T T b$$
$$c = b^T T^T a$$
$$c = b^T T a$$
""",
        "declares declares defines holds false",
    ),
    "two declarations that differ": (
        r"""
Let $W \in \mathbb{R}^{m \times n}$. And $W \in \mathbb{R}^{m \times n}$ as well.
Then let $W \in \mathbb{R}^{n \times m}$.
""",
        "declares declares unread",
    ),
    "a word that says something of a matrix defines nothing": (
        r"""
Let $W \in \mathbb{R}^{K \times d}$.
$$\text{rank}(W) = K$$
""",
        "declares unread",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_judged_line_by_line(name):
    page, wanted = PAGES[name]
    verdicts = check_text(page).files[0].verdicts
    found = "\n".join(f"{v.verdict}: {v.read_as} ({v.reason})" for v in verdicts)
    assert " ".join(v.verdict for v in verdicts) == wanted, found
