"""Training: optimizers that move θ, and the loop that feeds them mini-batches."""

from mlp_theory.training.fit import fit, mini_batches
from mlp_theory.training.history import History
from mlp_theory.training.optimizers import OPTIMIZERS, SGD, Adam, Optimizer

__all__ = ["OPTIMIZERS", "SGD", "Adam", "History", "Optimizer", "fit", "mini_batches"]
