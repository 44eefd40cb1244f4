"""The verdicts of a page, and a page whose gradient several tests claim."""

from mlp_theory.texts.check import Settings, check_text

NETWORK = r"""
Let $W \in \mathbb{R}^{K\times d}$, $X \in \mathbb{R}^{d\times n}$ and $T \in \mathbb{R}^{K\times n}$.
$$H = \tanh(W X)$$
$$L = SCALE \cdot \frac{1}{n} \|H - T\|_F^2$$
$$\frac{\partial L}{\partial W} = CLAIM$$
"""
RIGHT = r"SCALE \cdot \frac{2}{n} \left((H - T) \odot (1 - H \odot H)\right) X^\top"


def verdicts(page, **settings):
    """The verdicts that are no declarations, in their order."""
    found = check_text(page, Settings(**settings)).verdicts
    return [v for v in found if v.verdict != "declares"]


def judged(page, **settings):
    return " ".join(v.verdict for v in verdicts(page, **settings))


def last(page, **settings):
    return verdicts(page, **settings)[-1]


def line_by_line(page, **settings):
    """All verdicts, declarations too, in their order."""
    return " ".join(v.verdict for v in check_text(page, Settings(**settings)).verdicts)
