"""Matrices of blocks, and parts of matrices in colon notation."""

SHAPES = r"""
Let $W \in \mathbb{R}^{K \times (d+h)}$, $A \in \mathbb{R}^{d \times n}$, $B \in \mathbb{R}^{h \times n}$,
$Q \in \mathbb{R}^{(d+h) \times n}$, $Z \in \mathbb{R}^{m \times n}$ and $b \in \mathbb{R}^{2h}$.
"""
GIVEN = " ".join(["declares"] * 6)

GATES = r"""
Let $W \in \mathbb{R}^{4h \times d}$, $X \in \mathbb{R}^{d \times n}$ and $C, T \in \mathbb{R}^{h \times n}$.
$$Z = W X$$
$$F = \sigma(Z_{1:h,\,:}), \quad U = \sigma(Z_{h+1:2h,\,:})$$
$$O = \sigma(Z_{2h+1:3h,\,:}), \quad G = \tanh(Z_{3h+1:4h,\,:})$$
$$S = F \odot C + U \odot G$$
$$L = \frac{1}{2n} \| O \odot \tanh(S) - T \|_F^2$$
$$\frac{\partial L}{\partial S} = \frac{1}{n} (O \odot \tanh(S) - T) \odot O \odot (1 - \tanh^2(S))$$
"""
OF_GATES = r"""
$$\frac{\partial L}{\partial Z} = \begin{pmatrix}
\frac{\partial L}{\partial S} \odot C \odot F \odot (1 - F) \\
\frac{\partial L}{\partial S} \odot G \odot U \odot (1 - U) \\
\frac{1}{n} (O \odot \tanh(S) - T) \odot \tanh(S) \odot O \odot (1 - O) \\
\frac{\partial L}{\partial S} \odot U \odot (1 - G \odot G)
\end{pmatrix}$$
"""
OF_THESE_GATES = "declares declares declares defines defines defines defines defines defines defines holds"

PAGES = {
    "a product of blocks is a sum of products": (
        SHAPES
        + r"""
$$W \begin{pmatrix} A \\ B \end{pmatrix} = W_{:,1:d} A + W_{:,d+1:d+h} B$$
$$W \begin{bmatrix} A \\ B \end{bmatrix} = W_{:,1:d} A + W_{:,d:d+h} B$$
$$W \begin{pmatrix} A \\ B \end{pmatrix} = W_{:,1:d} A + W_{:,d+1:d+h} B^\top$$
$$W \begin{pmatrix} A \\ B \end{pmatrix} = W_{:,1:h} B + W_{:,h+1:h+d} A$$
$$W \begin{pmatrix} B \\ A \end{pmatrix} = W_{:,1:h} B + W_{:,h+1:h+d} A$$
$$\begin{pmatrix} A & A \\ B & 2B \end{pmatrix} = \begin{pmatrix} A & A \\ B & B \end{pmatrix}$$
$$\begin{pmatrix} A \\ B \end{pmatrix}^\top = \begin{pmatrix} A^\top & B^\top \end{pmatrix}$$
$$\begin{pmatrix} A \\ B \end{pmatrix}^\top = \begin{pmatrix} B^\top & A^\top \end{pmatrix}$$
$$\begin{pmatrix} A \\ B \end{pmatrix}^\top = \begin{pmatrix} A & B \end{pmatrix}$$
""",
        f"{GIVEN} holds false false false holds false holds false false",
    ),
    "rows are counted from 1, and the last one is in the range": (
        SHAPES
        + r"""
$$b_{1:h}^\top b_{1:h} + b_{h+1:2h}^\top b_{h+1:2h} = \|b\|^2$$
$$b_{1:h}^\top b_{1:h} + b_{h:2h}^\top b_{h:2h} = \|b\|^2$$
$$b_{1:h}^\top b_{1:h} + b_{h+1:2h-1}^\top b_{h+1:2h-1} = \|b\|^2$$
$$\| Q_{1:d,:} \|_F^2 + \| Q_{d+1:d+h,:} \|_F^2 = \|Q\|_F^2$$
$$\| Q_{1:d,:} \|_F^2 + \| Q_{d+2:d+h,:} \|_F^2 = \|Q\|_F^2$$
$$(Q_{:,2:n})_{i,1} = Q_{i,2}$$
$$(Q_{:,2:n})_{i,1} = Q_{i,1}$$
""",
        f"{GIVEN} holds false false holds false holds false",
    ),
    "a range that lies in its matrix only sometimes is tested where it does": (
        SHAPES
        + r"""
$$Z_{1:h,:} + Z_{1:h,:} = 2 Z_{1:h,:}$$
$$Z_{1:h,:} + Z_{1:h,:} = 3 Z_{1:h,:}$$
$$b_{2h+1:3h} + b_{2h+1:3h} = 2 b_{2h+1:3h}$$
$$Z_{m+h:m,:} + Z_{m+h:m,:} = 2 Z_{m+h:m,:}$$
$$Z_{1:q,:} + Z_{1:q,:} = 2 Z_{1:q,:}$$
$$b_{5:2} + b_{5:2} = 2 b_{5:2}$$
""",
        f"{GIVEN} holds false unread unread unread unread",
    ),
    "one row, one column": (
        SHAPES
        + r"""
$$Z_{:,j}^\top Z_{:,j} = \sum_{i=1}^m Z_{ij}^2$$
$$Z_{:,j}^\top Z_{:,j} = \sum_{i=1}^m Z_{ij}$$
$$Z_{i,:} Z_{i,:}^\top = \sum_{j=1}^n Z_{ij}^2$$
$$\sum_{j=1}^n Z_{:,j} = Z \mathbf{1}$$
$$(A B^\top)_{1,:} = A_{1,:} B^\top$$
$$(A B^\top)_{1,:} = A_{2,:} B^\top$$
""",
        f"{GIVEN} holds false holds holds holds false",
    ),
    "zeros are as large as the blocks leave room for": (
        SHAPES
        + r"""
$$\begin{pmatrix} A \\ 0 \end{pmatrix} + \begin{pmatrix} 0 \\ B \end{pmatrix} = \begin{pmatrix} A \\ B \end{pmatrix}$$
$$\begin{pmatrix} A \\ 0 \end{pmatrix} + \begin{pmatrix} 0 \\ B \end{pmatrix} = \begin{pmatrix} B \\ A \end{pmatrix}$$
$$\begin{pmatrix} \mathbf{I} & 0 \end{pmatrix} Q = Q_{1:d,:}$$
$$\begin{pmatrix} 0 & \mathbf{I} \end{pmatrix} Q = Q_{1:d,:}$$
$$Q = \begin{pmatrix} 0 \\ Q_{2:d,:} \\ 0 \end{pmatrix}$$
$$Q = \begin{pmatrix} 0_{1 \times n} \\ Q_{2:d,:} \\ 0_{h \times n} \end{pmatrix}$$
$$\begin{pmatrix} 0_{d \times n} \\ B \end{pmatrix} = Q - Q + \begin{pmatrix} 0 \\ B \end{pmatrix}$$
$$\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}^\top = \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}$$
""",
        f"{GIVEN} holds false holds false unread false holds holds",
    ),
    "what a range or its transpose means must be written": (
        SHAPES
        + r"""
Let $S \in \mathbb{R}^{(d+h) \times (d+h)}$.
$$S_{1:d,:}^\top S_{1:d,:} = (S_{1:d,:})^\top S_{1:d,:}$$
$$(S^\top)_{1:d,:} = (S_{:,1:d})^\top$$
$$(S^\top)_{1:d,:} = (S_{1:d,:})^\top$$
$$Z_{1:h} + Z_{1:h} = 2 Z_{1:h}$$
$$(S_{1:d,1:d})^2 = S_{1:d,1:d} S_{1:d,1:d}$$
$$S_{1:d,1:d}^2 = S_{1:d,1:d} S_{1:d,1:d}$$
""",
        f"{GIVEN} declares unread holds false unread holds unread",
    ),
    "slices as Python counts them are not taken for ranges": (
        SHAPES
        + r"""
$$\| Q_{0:d,:} \|_F^2 + \| Q_{d:d+h,:} \|_F^2 = \|Q\|_F^2$$
$$Z_{1:h,:} + Z_{1:h,:} = 2 Z_{1:h,:}$$
$$Z_{:,j} + Z_{:,j} = 2 Z_{:,j}$$
""",
        f"{GIVEN} unread unread holds",
    ),
    "a slice with one end is Python's, and so may be the others": (
        SHAPES
        + r"""
$$\| Q_{:d,:} \|_F^2 + \| Q_{d:,:} \|_F^2 = \|Q\|_F^2$$
$$\| Q_{1:d,:} \|_F^2 + \| Q_{d+1:d+h,:} \|_F^2 = \|Q\|_F^2$$
""",
        f"{GIVEN} unread unread",
    ),
    "gates are parts of one matrix": (GATES + OF_GATES, f"{OF_THESE_GATES} holds"),
    "gates in another order than their gradients": (
        GATES.replace("F = ", "F' = ").replace("U = ", "F = ").replace("F' = ", "U = ") + OF_GATES,
        f"{OF_THESE_GATES} false",
    ),
    "a gate that begins a row too early": (
        GATES.replace("h+1:2h", "h:2h-1") + OF_GATES,
        f"{OF_THESE_GATES} false",
    ),
    "a convolution as a product with shifted parts": (
        r"""
Let $V \in \mathbb{R}^{K \times 2d}$, $X \in \mathbb{R}^{d \times n}$ and $Y \in \mathbb{R}^{K \times (n-1)}$.
$$H = \begin{pmatrix} X_{:,\,1:n-1} \\ X_{:,\,2:n} \end{pmatrix}$$
$$L = \frac{1}{2} \| V H - Y \|_F^2$$
$$D = V^\top (V H - Y)$$
$$\frac{\partial L}{\partial X} =
\begin{pmatrix} D_{1:d,\,:} & 0 \end{pmatrix} + \begin{pmatrix} 0 & D_{d+1:2d,\,:} \end{pmatrix}$$
$$\frac{\partial L}{\partial X} =
\begin{pmatrix} 0 & D_{1:d,\,:} \end{pmatrix} + \begin{pmatrix} D_{d+1:2d,\,:} & 0 \end{pmatrix}$$
$$\frac{\partial L}{\partial V} = (V H - Y) H^\top$$
""",
        "declares declares declares defines defines defines holds false holds",
    ),
}
