"""The surface of mathematics, `Syn`, and every question that one may ask of it before its names mean anything.

A piece as the parser gave it comes in, an answer goes out: a name, scripts, a range, Unicode; it asks no other room.
Four files serve most needs: `syn` (the node), `kinds` (what it is), `peeling` (what lies under it), `unicode` (how it
is shown).
"""
