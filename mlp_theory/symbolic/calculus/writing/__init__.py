"""An expression comes in, text goes out: LaTeX or Unicode; and a name, as each of these and Python spell it.

It asks the language, and the algebra and the table of operations of the calculus.
"""
