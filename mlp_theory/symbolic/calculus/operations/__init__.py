"""The operations of the calculus, each with its shape and its pull-back.

The shapes of arguments and a gradient come in, the shape of the value and the gradients of the arguments go out; it
asks the language, and the algebra and the table that it enters itself in.
"""
