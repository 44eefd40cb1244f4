"""The mathematics in NumPy: layers, activations, losses and networks, small enough to teach alone."""

from mlp_theory.network.activations import (
    ACTIVATIONS,
    ELU,
    GELU,
    Activation,
    Identity,
    LeakyReLU,
    ReLU,
    Sigmoid,
    Softplus,
    Tanh,
)
from mlp_theory.network.block import Block, Parameter
from mlp_theory.network.classifier import NNClassifier
from mlp_theory.network.linear import Linear
from mlp_theory.network.losses import (
    LOSSES,
    BinaryCrossEntropy,
    Loss,
    NegativeLogLikelihood,
    NegativeLogProbability,
    SquaredError,
    one_hot,
)
from mlp_theory.network.model import Model
from mlp_theory.network.regressor import NNRegressor
from mlp_theory.network.sequential import Network, Sequential
from mlp_theory.network.softmax import LogSoftmax, log_normalizer, log_softmax

__all__ = [
    "ACTIVATIONS",
    "ELU",
    "GELU",
    "LOSSES",
    "Activation",
    "BinaryCrossEntropy",
    "Block",
    "Identity",
    "LeakyReLU",
    "Linear",
    "LogSoftmax",
    "Loss",
    "Model",
    "NNClassifier",
    "NNRegressor",
    "NegativeLogLikelihood",
    "NegativeLogProbability",
    "Network",
    "Parameter",
    "ReLU",
    "Sequential",
    "Sigmoid",
    "Softplus",
    "SquaredError",
    "Tanh",
    "log_normalizer",
    "log_softmax",
    "one_hot",
]
