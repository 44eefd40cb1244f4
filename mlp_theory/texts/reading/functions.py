"""Functions that have a name of their own: exp, softmax, tr, diag, max, and the norms."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Index, Map, Node
from mlp_theory.symbolic.words import OWN_WORDS, is_word, spoken
from mlp_theory.texts.reading.base import ReaderBase
from mlp_theory.texts.reading.own_words import own_operation
from mlp_theory.texts.shapes.entrywise import entrywise
from mlp_theory.texts.shapes.kronecker import product_dim
from mlp_theory.texts.shapes.requirements import require_scalar
from mlp_theory.texts.shapes.solver import Term
from mlp_theory.texts.symbols.scope import ELEMENTWISE_WORDS, Scope
from mlp_theory.texts.syntax.atoms import atoms, number_of
from mlp_theory.texts.syntax.factors import big_operator, is_bracket, is_function_word
from mlp_theory.texts.syntax.names import Base, base_of, text_of, word_of
from mlp_theory.texts.syntax.scripts import Scripts, scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError
from mlp_theory.texts.syntax.unicode import whole


class Functions(ReaderBase):
    """Reads a function word and its arguments."""

    def _is_function(self, item: Syn, scope: Scope) -> bool:
        """Whether this item is the name of a function."""
        bare = item[0] if item.kind == "scripted" else item
        if bare.kind == "function":
            return True
        base = base_of(bare)
        return base is not None and self.page.is_function(base, scope)

    def _entrywise_in(self, body: list[Syn], variable: Syn, scope: Scope) -> bool:
        """Whether a body is an entrywise function of the variable: ``tanh(x)`` by x, or σ alone where it is σ(x)."""
        bare = body[0][0] if body[0].kind == "scripted" else body[0]
        base, text = base_of(bare), whole(atoms(variable)[0])
        if len(body) == 1 and base is not None and base.key in self.page.functions:
            return self.page.functions[base.key].decoration == (text,) and self.page.is_entrywise(base)
        if len(body) != 2 or not is_bracket(body[1]) or whole(atoms(body[1][0])[0]) != text:
            return False
        if base is not None and (self.page.is_function(base, scope) or self.page.is_function_letter(base)):
            return self.page.is_entrywise(base)
        return is_function_word(body[0]) and word_of(bare) in ELEMENTWISE_WORDS

    def _function_word(self, items: list[Syn], k: int, scope: Scope) -> tuple[Term, int] | None:
        """A function word with its arguments, and the place after them; None when it is none."""
        item = items[k]
        bare = item[0] if item.kind == "scripted" else item
        word = str(bare[0])
        word = text_of(word) if "{" in word else word.lstrip("\\")
        base = Base(word, word=len(word) > 1)
        if bare.kind == "word" and (word in ("d",) or len(word) == 1):
            return None
        if self.page.is_function(base, scope) or base.key in self.page.infos:
            return None  # names win over operators
        lower = spoken(word)
        scripts = scripts_of(item.args[1:], transposes=self.page.transposes) if item.kind == "scripted" else Scripts()
        if not is_word(lower):
            return None
        if lower in ("max", "min") and (scripts.subs or scripts.condition is not None):
            return self._extreme(item, lower, items, k, scope)
        if k + 1 >= len(items) or items[k + 1].kind == "infix":
            raise UnreadError(f"{word} without an argument", item.start)
        following = items[k + 1]
        args: list[Term]
        inner_bracket = following[0] if following.kind == "scripted" else following
        if is_bracket(inner_bracket):
            content = inner_bracket[0]
            while content.kind == "single":
                content = content[-1]
            pieces = [a for a in content.args if isinstance(a, Syn)] if content.kind == "list" else [content]
            hung = following.args[1:] if following.kind == "scripted" else ()
            self.inside += 1
            args = [self.expression(p, scope) for p in pieces]
            self.inside -= 1
            after = k + 2
        else:
            hung = ()
            end = k + 2  # log a log b: the next function word begins a factor of its own
            while end < len(items) and not is_function_word(items[end]):
                end += 1
            if big_operator(following) is not None:
                end = len(items)
            self.inside += 1
            arg, after = self._run(items[:end], k + 1, scope)
            self.inside -= 1
            args = [arg]
        if lower in ("log", "lg") and len(scripts.subs) == 1 and len(args) == 1:
            base_term = self._index(scripts.subs[0], scope)  # the logarithm to another base
            scripts.subs = []
            term = self.divide(self.elementwise("log", args[0]), self.elementwise("log", base_term))
        else:
            term = self._word(lower, args, item.start, scripts)
        if scripts.subs:
            term = self.entries(term, scripts.subs, scope, item)
        for kind, content in scripts.sups:
            if kind == "power":
                assert content is not None
                term = self._entry_power(term, content, scope)
            elif kind == "T":
                term = self.transpose(term)
            else:
                raise UnreadError(f"{word} with this above it", item.start)
        if hung:
            term = self._scripted(
                term, tuple(hung), Syn("scripted", (Syn("applied", (), 0, 0), *hung), item.start, item.end), scope
            )
        return term, after

    def _to_power(self, term: Term, content: Syn, scope: Scope, at: int) -> Term:
        """A power: of a square matrix as a product, unless it says ``A^{⊙2}``."""
        if content.kind == "entrywise":
            return self._entry_power(term, content, scope)
        return self.power(term, self.expression(content, scope), at)

    def _entry_power(self, term: Term, content: Syn, scope: Scope) -> Term:
        """A power of every entry: ``sin²(x)``."""
        exponent = self.expression(content[0] if content.kind == "entrywise" else content, scope)
        return Term(
            term.r,
            term.c,
            lambda: Call("power", (term.node(), exponent.node()), ()),
            f"{term.show}^{exponent.show}",
            (term,),
        )

    def _word(self, word: str, args: list[Term], at: int, scripts: Scripts) -> Term:
        """What a function word does to its arguments."""
        if scripts.primes:
            if word in ELEMENTWISE_WORDS and len(args) == 1:
                return self._builtin_prime(ELEMENTWISE_WORDS[word], args[0], scripts.primes)
            raise UnreadError(f"{word} with a prime", at)
        if word in ("max", "min") and len(args) > 1:
            term = entrywise(self.solver, "larger", args, ("min",) if word == "min" else (), f"the arguments of {word}")
            term.show = f"{word}({', '.join(a.show for a in args)})"
            return term
        if word in OWN_WORDS:
            return own_operation(self.solver, OWN_WORDS[word], args, at)
        if word == "diag" and len(args) > 1:
            args = [self._stack(args)]
        if len(args) != 1:
            raise UnreadError(f"{word} with {len(args)} arguments", at)
        (x,) = args
        if word in ELEMENTWISE_WORDS:
            return self.elementwise(ELEMENTWISE_WORDS[word], x)
        if word == "softmax":
            if "Q" in x.show and "K" in x.show and "ᵀ" in x.show:
                self.page.softmax_rows = True  # attention: one row a query
            return self._columnwise("softmax", x, (x.r, x.c))
        if word in ("logsumexp", "lse"):
            return self._columnwise("logsumexp", x, None)
        if word in ("tr", "trace", "det"):
            self.solver.need(x.r, x.c, f"{word} of a matrix that is not square")
            op = "determinant" if word == "det" else "trace"
            return self.call(op, [x], 1, 1, (), f"{word}({x.show})")
        if word == "vec":
            return self._vec(x)
        if word == "diag":
            return self._diag(x)
        if word in ("sum", "mean"):
            return self.call("total" if word == "sum" else "mean of entries", [x], 1, 1, (), f"{word}({x.show})")
        if word in ("max", "min"):
            if word == "min":
                negative = self.call("add", [x], x.r, x.c, (-1,))
                return self.call("add", [self.call("largest entry", [negative], 1, 1)], 1, 1, (-1,), f"min({x.show})")
            return self.call("largest entry", [x], 1, 1, (), f"max({x.show})")
        if word == "norm":
            return self.call("norm", [x], 1, 1, (2,), f"norm({x.show})")
        raise UnreadError(f"no such operation: {word}", at)

    def _columnwise(self, op: str, x: Term, same: tuple | None) -> Term:
        """Softmax and log-sum-exp act on each column; of a single row, on that row."""
        r, c = (same[0], same[1]) if same else (self.dims.fresh(), self.dims.fresh())

        def by_row() -> bool:
            if (self.page.rows_are_examples or self.page.softmax_rows) and not self.dims.is_one(x.c):
                return True
            return self.dims.is_one(x.r) and not self.dims.is_one(x.c)

        def step(level: int) -> bool:
            if level < 2 and not self.solver.settled(x):
                return False
            if same is None:
                self.dims.unify(r, x.r if by_row() else 1)
                self.dims.unify(c, 1 if by_row() else x.c)
            return True

        self.solver.add(step)
        return Term(r, c, lambda: Call(op, (x.node(),), ("row",) if by_row() else ()), f"{op}({x.show})", (x,))

    def _vec(self, x: Term) -> Term:
        """The columns of a matrix, one below the other."""
        r = self.dims.fresh("", large=not self.solver.scalar(x))

        def step(level: int) -> bool:
            if not self.solver.settled(x) and level < 2:
                return False
            self.solver.need(r, product_dim(self.solver, x.r, x.c), "vec")
            return True

        self.solver.add(step)
        return Term(r, 1, lambda: Call("vec", (x.node(),), ()), f"vec({x.show})", (x,))

    def _diag(self, x: Term) -> Term:
        """The diagonal matrix of a column, or the diagonal of a matrix."""
        r, c = self.dims.fresh(), self.dims.fresh()

        def step(level: int) -> bool:
            if not self.solver.settled(x) and level < 2:
                return False
            if self.dims.is_one(x.c) or self.dims.is_one(x.r):
                length = x.r if self.dims.is_one(x.c) else x.c
                return self.dims.unify(r, length) and self.dims.unify(c, length)
            self.solver.need(x.r, x.c, "the diagonal of a matrix that is not square")
            return self.dims.unify(r, x.r) and self.dims.unify(c, 1)

        def make() -> Node:
            vector = self.dims.is_one(x.c) or self.dims.is_one(x.r)
            return Call("diagonal matrix" if vector else "diagonal", (x.node(),), ())

        self.solver.add(step)
        return Term(r, c, make, f"diag({x.show})", (x,))

    def _stack(self, args: list[Term]) -> Term:
        """Numbers as a column."""
        for a in args:
            require_scalar(self.solver, a, "an entry")
        return Term(
            len(args), 1, lambda: Call("blocks", tuple(a.node() for a in args), (1,) * len(args)), "[…]", tuple(args)
        )

    def _builtin_prime(self, name: str, x: Term, order: int) -> Term:
        """The derivative of a function that has a word of its own."""
        axis = self.page.axis("x")
        body = Call("elementwise", (Index(axis),), (name,))
        return Term(x.r, x.c, lambda: Map(axis, body, x.node(), order), f"{name}{'′' * order}({x.show})", (x,))

    def _norm(self, bare: Syn, scripts: Scripts, scope: Scope) -> Term:
        """A norm: which one its scripts say."""
        x = self.expression(bare[0], scope)
        kind: int | str = 2
        for word in scripts.words:
            kind = {"F": 2, "∞": "inf", "Fro": 2, "fro": 2, "HS": 2}.get(word, "?")
        for sub in scripts.subs:
            value = number_of(sub)
            letter = base_of(sub)
            if value == 1:
                kind = 1
            elif value == 2:
                kind = "two"
            elif letter is not None and letter.letter == "F":
                kind = 2
            else:
                kind = "?"
        if kind == "?":
            raise UnreadError("no such norm", bare.start)
        powers = [content for k, content in scripts.sups if k == "power"]
        if any(k != "power" for k, _ in scripts.sups) or len(powers) > 1:
            raise UnreadError("a norm with this above it", bare.start)

        def data() -> tuple:
            if kind == "two":
                return (2,) if self.dims.is_one(x.c) or self.dims.is_one(x.r) else ("spectral",)
            return (kind,)

        squared = bool(powers) and powers[0] is not None and number_of(powers[0]) == 2
        term = Term(1, 1, lambda: Call("squared norm" if squared else "norm", (x.node(),), data()), f"‖{x.show}‖", (x,))
        if powers and not squared:
            assert powers[0] is not None
            term = self.power(term, self.expression(powers[0], scope), bare.start)
        elif squared:
            term.show += "²"
        return term
