"""How the first weights are drawn: zero mean, and a variance that keeps signals their size.

He, Zhang, Ren & Sun (2015), *Delving deep into rectifiers*, eq. 10;
Glorot & Bengio (2010), *Understanding the difficulty of training deep feedforward neural networks*, eq. 16;
LeCun, Bottou, Orr & Müller (1998), *Efficient BackProp*, section 4.6.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlp_theory.errors import check_option

VARIANCES: dict[str, Callable[[int, int], float]] = {
    "he": lambda n_inputs, n_outputs: 2 / n_inputs,
    "glorot": lambda n_inputs, n_outputs: 2 / (n_inputs + n_outputs),
    "lecun": lambda n_inputs, n_outputs: 1 / n_inputs,
}

# A bare name means what its paper used.
ALIASES = {
    "he": "he_normal",
    "glorot": "glorot_uniform",
    "xavier": "glorot_uniform",
    "xavier_normal": "glorot_normal",
    "xavier_uniform": "glorot_uniform",
    "lecun": "lecun_normal",
}

NAMES = [f"{family}_{shape}" for family in VARIANCES for shape in ("normal", "uniform")] + [*ALIASES, "zeros"]


def draw(init: str, shape: tuple[int, int], n_inputs: int, n_outputs: int, rng: np.random.Generator) -> np.ndarray:
    """Draw one parameter of a layer.

    Parameters
    ----------
    init : str
        ``he``, ``glorot`` (or ``xavier``) or ``lecun``, each alone or with ``_normal`` or ``_uniform``; or ``zeros``.
    shape : (rows, columns)
        Of the parameter: (n_outputs, n_inputs) for W, (n_outputs, 1) for b.

    Returns
    -------
    (rows, columns)
        Independent entries with mean 0 and variance 2/n_inputs (He), 2/(n_inputs + n_outputs) (Glorot) or
        1/n_inputs (LeCun). The uniform forms lie within the square root of three times that variance.

    Raises
    ------
    OptionError
        If there is no such initialisation.
    """
    check_option("The initialisation", "init", init, NAMES)
    if init == "zeros":
        return np.zeros(shape)
    family, _, distribution = ALIASES.get(init, init).partition("_")
    variance = VARIANCES[family](n_inputs, n_outputs)
    if distribution == "normal":
        return np.sqrt(variance) * rng.standard_normal(shape)
    bound = np.sqrt(3 * variance)  # a uniform variable on (-c, c) has the variance c**2 / 3
    return rng.uniform(-bound, bound, shape)
