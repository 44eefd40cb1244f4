"""`Syn` becomes `Term`: what a piece of mathematics means, its shape a constraint for the solver.

Syntax and a scope come in, a term goes out; it asks `syntax`, `latex`, `shapes` and `symbols`. What begins a factor
(Σ, ∂/∂x, f(z)) is one file and one line of `notations.NOTATIONS`; what is closed in itself (a bracket, a root, a
matrix) is a line of `groups.GROUPS`, a rule of ``latex/latex.lark`` and a line of `syntax.unicode`; a word with
arguments is a line of `word_meanings.WORDS`. `notations.reader_of` makes the reader that goes by them.
"""
