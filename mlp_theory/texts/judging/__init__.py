"""Numbers only: two sides are evaluated at draws of sizes, values and scales, and compared.

A `Task` comes in, a `Finding` goes out; it asks `symbols` for what is drawn.
"""
