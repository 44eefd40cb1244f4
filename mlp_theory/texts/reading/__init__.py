"""`Syn` becomes `Term`: what a piece of mathematics means, its shape a constraint for the solver.

Syntax and a scope come in, a term goes out; it asks `syntax`, `latex`, `shapes` and `symbols`.
"""
