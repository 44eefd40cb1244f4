"""What a page says of its letters: which symbol a name with scripts is, its shape, its layers and functions.

A page is data, `state.Page`; the files beside it are functions over it, one idea each. Names come in, records and
references go out; it asks `syntax` and `shapes`, and never reads an expression.
"""
