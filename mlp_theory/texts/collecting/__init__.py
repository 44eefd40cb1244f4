"""Declarations and definitions become the page's symbols, before anything is judged.

Items come in, the page goes out; it asks all rooms up to `reading` and `conventions`.
"""
