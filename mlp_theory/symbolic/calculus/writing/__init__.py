"""Expressions as people write them: LaTeX, Unicode for the terminal, and names in these and in Python.

An expression comes in, text goes out; it asks the language, and the algebra and the table of operations.
"""
