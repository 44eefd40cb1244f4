"""Declarations and definitions become the page's symbols, before anything is judged.

Items come in, the page goes out; it asks all rooms up to `reading` and `conventions`. Begin with `passes`: its table
says what is done in which order. What an item is (a declaration, a definition, a claim: its role) is settled in
`sorting` and `equations`, and told as a verdict in `claims.item_verdicts`.
"""
