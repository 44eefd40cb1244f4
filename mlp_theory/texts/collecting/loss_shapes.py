"""A sum that is called as losses are is a number."""

from __future__ import annotations

from mlp_theory.texts.collecting.collection import Collection
from mlp_theory.texts.symbols.loss_names import is_loss
from mlp_theory.texts.syntax.factor_kinds import big_operator
from mlp_theory.texts.syntax.syn import nodes


def make_losses_numbers(collection: Collection) -> None:
    """Let a loss that is a sum be a number, unless declarations say otherwise."""
    page = collection.page
    page.solver.propagate()
    for definition in collection.definitions:
        if any(big_operator(node) is not None for node in nodes(definition.body)):
            for key, _ in definition.instances:
                info = page.infos[key]
                if is_loss(info) and page.dims.may_be_one(info.c):
                    # In y^{(i)} log a^{[2](i)} only the capital W^{[2]} spoke for more than one output.
                    page.dims.make_one(info.c)
                    page.dims.make_one(info.r)
                    page.solver.propagate()
