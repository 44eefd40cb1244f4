"""Operations of one's own: written in one class, proved on registration, then read, derived, checked like ours.

A class comes in, an operation in all tables goes out, or a refusal that leaves none changed; it asks the language, its
evaluator, `operations`, `writing`, and the expressions and tables of the calculus.
"""
