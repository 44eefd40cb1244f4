"""The same steps in entries: what an entry of each operation is, and pull-backs derived from that alone.

A step or a gradient comes in, its proof with Σ and δ goes out; it asks `operations`, `laws`, `writing`, and what the
calculus knows of lines, their check and their pages.
"""
