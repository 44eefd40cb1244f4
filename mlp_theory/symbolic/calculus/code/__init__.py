"""Derivations as NumPy: functions of the same letters, that run as they stand.

The lines of a derivation come in, the source of a function goes out; it asks the language, `writing`, and what the
calculus knows of lines and their algebra.
"""
