"""LaTeX becomes statements: macros are expanded, rows and relations cut, each side parsed to `Syn`.

Located text comes in, `Statement` goes out; it asks `syntax`.
"""
