"""One claim: its two sides are read, tried in each admissible reading, and judged.

An item comes in, verdicts go out; it asks `judging` for numbers and every room that reads.
"""
