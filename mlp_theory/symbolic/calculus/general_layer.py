"""The general layer l: back-propagation as one recurrence, for any activation f and any loss ℓ."""

from __future__ import annotations

from mlp_theory.symbolic.calculus.derivation import Derivation, gradients
from mlp_theory.symbolic.calculus.letters import dims, function, function_of_matrix, matrix, vector
from mlp_theory.symbolic.calculus.writing.alphabets import LATEX
from mlp_theory.symbolic.calculus.writing.writer import Writer

LETTERS = r"""Let $W_l \in \mathbb{R}^{d_l \times d_{l-1}}$ and $b_l \in \mathbb{R}^{d_l}$ for $l = 1, \dots, M$,
and $A_0 \in \mathbb{R}^{d_0 \times n}$.

Let $f : \mathbb{R} \to \mathbb{R}$ be smooth.

Let $\ell : \mathbb{R}^{d_M \times n} \to \mathbb{R}$."""
"""What a page about M layers declares."""


class LayerDerivation(Derivation):
    """A derivation that holds for every layer l of M."""

    def to_markdown(self) -> str:
        """A page about a network of M layers, whose every layer l is checked; the loss is one of the last, Z_M."""
        w = Writer(LATEX)
        Z, A = self.definitions[:2]
        forward = [f"{w.text(d)} = {w.body(d)}" for d in (Z, A)]
        backward = []
        for line in self.lines:
            if line.result is line.meaning:  # Δ_{l+1}, the name of layer l + 1 in a page about all layers
                continue
            left, result = w.text(line.meaning), w.text(line.result)
            if line.name is not None:
                backward.append(f"{w.text(line.name)} = {left}")
                left = w.text(line.name)
            backward.append(f"{left} = {result}" + (r", \quad l < M" if "l+1" in result else ""))
        equations = ["## Forward", *forward, r"L = \ell(Z_M)", "## Backward", *backward]
        return "\n\n".join([LETTERS, *(e if e.startswith("#") else f"$${e}$$" for e in equations)]) + "\n"


def general_layer() -> LayerDerivation:
    """The recurrence of back-propagation, for any layer l, any activation f and any loss ℓ.

    With Z_l = W_l A_{l−1} + b_l 1ᵀ, A_l = f(Z_l), Z_{l+1} = W_{l+1} A_l + b_{l+1} 1ᵀ and L = ℓ(Z_{l+1}), the lines are
    Δ_{l+1} = ∂L/∂Z_{l+1}, Δ_l = (W_{l+1}ᵀ Δ_{l+1}) ⊙ f'(Z_l), ∂L/∂W_l = Δ_l A_{l−1}ᵀ and ∂L/∂b_l = Δ_l 1. What
    follows Z_{l+1} is part of ℓ.

    Returns
    -------
    LayerDerivation

    Examples
    --------
    >>> for gradient in general_layer().values():
    ...     print(gradient)
    Δₗ Aₗ₋₁ᵀ
    Δₗ 1
    """
    before, here, after, n = dims("d_l-1 d_l d_l+1 n")
    W, b = matrix("W_l", here, before), vector("b_l", here)
    Z = (W @ matrix("A_l-1", before, n) + b).named("Z_l")
    A = function("f")(Z).named("A_l")
    behind = (matrix("W_l+1", after, here) @ A + vector("b_l+1", after)).named("Z_l+1")
    derived = gradients(function_of_matrix("ell")(behind).named("L"), [W, b])
    return LayerDerivation(derived.loss, derived.definitions, derived.lines, {w.node: w.node for w in derived})
