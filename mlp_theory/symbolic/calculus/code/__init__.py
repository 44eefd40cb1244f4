"""Lines of a derivation come in, a function of NumPy goes out as text that runs as it stands.

It asks the language, the algebra and the table of operations of the calculus, and `writing` for its comments.
"""
