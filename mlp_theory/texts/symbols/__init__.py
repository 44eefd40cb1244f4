"""What a page says of its letters: which symbol a name with scripts is, its shape, its layers and functions.

Names come in, records and references go out; it asks `syntax`, `latex` and `shapes`, and never reads an expression.
"""
