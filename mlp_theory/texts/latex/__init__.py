"""LaTeX becomes statements: macros are expanded, rows, sides and conditions cut apart, each side parsed (`latex.lark`).

A text that knows its places comes in, `Statement`s of `Syn` go out; it asks `syntax`.
"""
