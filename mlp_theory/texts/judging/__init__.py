"""Numbers only: two sides are evaluated at draws of sizes, values and scales, compared, and inequalities attacked.

A `Task` comes in, a `Finding` goes out; it asks `symbols` for what each letter is drawn from.
"""
