"""What a training run tells afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class History:
    """The course of a training run.

    Attributes
    ----------
    loss : list of float
        One per epoch: the mean over its examples, each taken just before its batch's step. The last epoch
        may be a part of one, where the steps were counted or training was interrupted.
    step_loss : list of float
        One per step: the loss of its batch, just before the step.
    validation : list of tuple
        One per epoch, if validation data was given: what `evaluate` says of them after the epoch.
    stopped : str
        Why training ended: ``finished``, or where it was interrupted or diverged.
    seconds : float
        How long it took.
    """

    loss: list[float] = field(default_factory=list)
    step_loss: list[float] = field(default_factory=list)
    validation: list[tuple] = field(default_factory=list)
    stopped: str = "finished"
    seconds: float = 0.0

    @property
    def steps(self) -> int:
        """How many steps were made."""
        return len(self.step_loss)

    def __len__(self) -> int:
        return len(self.loss)

    def __str__(self) -> str:
        if not self.loss:
            return f"History: no epoch, {self.stopped}"
        last, lowest = self.loss[-1], min(self.loss)
        return (
            f"History: {len(self)} epochs, {self.steps} steps in {self.seconds:.1f} s, "
            f"loss {self.loss[0]:.4g} → last {last:.4g} (lowest {lowest:.4g}), {self.stopped}"
        )
