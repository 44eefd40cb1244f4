"""The surface of mathematics, `Syn`, and every question one may ask of it before it means anything.

Nodes come in, answers go out (a name, its scripts, a range, a line of Unicode); it asks no other room.
"""
