"""What can be said of an equation: kinds of verdicts, and reasons, as types.

Nothing comes in, and it asks no other room; every room may ask it. A new kind is one file in `kinds`, a new reason one
class in `reasons`. Who gives a kind stands in `claims`: of a claim in `claims.trials`, of all else, by the role that
collecting has found for it, in `claims.item_verdicts`.
"""
