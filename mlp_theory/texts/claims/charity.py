"""What a link that fails is tried for before it is called false, in this order."""

from __future__ import annotations

from mlp_theory.texts.claims.assuming import under_assumption
from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.claims.certainty import eased
from mlp_theory.texts.claims.models import supposed_model
from mlp_theory.texts.claims.outcome import Outcome
from mlp_theory.texts.claims.said_elsewhere import may_mean_another
from mlp_theory.texts.claims.supposing import supposed_by_form, supposed_by_words
from mlp_theory.texts.claims.where_met import where_met
from mlp_theory.texts.claims.worked_examples import worked_example
from mlp_theory.texts.items import Item


def charitably(bench: Bench, item: Item, k: int, left: int, outcome: Outcome) -> Outcome:
    """What becomes of link k, which compares side `left` with side k + 1.

    It may put numbers in for letters; suppose something, unless that is met by an earlier supposition; rest on letters
    that are not known; hold under a usual assumption, which is made only where everything else is certain; speak of
    another letter of its name.
    """
    outcome = supposed_model(bench, item, left, k + 1, outcome) or outcome
    outcome = worked_example(bench, item, left, k + 1, outcome) or outcome
    outcome = supposed_by_words(bench, item, k, left, outcome) or outcome
    met = where_met(bench, item, left, k + 1, outcome)
    if met is None or not met.kind.confirms:  # what follows from what is supposed above asks nothing new
        met = supposed_by_form(bench, item, k, left, outcome) or met
    outcome = met or outcome
    outcome = eased(bench, item, outcome)
    outcome = under_assumption(bench, item, k, left, outcome) or outcome
    return may_mean_another(bench, item, k, left, outcome) or outcome
