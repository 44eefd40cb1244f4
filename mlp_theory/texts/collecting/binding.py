"""Reading what definitions say, and binding it to their symbols."""

from __future__ import annotations

from mlp_theory.symbolic import Call, Definition, Number
from mlp_theory.texts.collecting.stacks import Stacks
from mlp_theory.texts.items import Pending
from mlp_theory.texts.reading.reader import Reader
from mlp_theory.texts.shapes.requirements import require_scalar
from mlp_theory.texts.shapes.solver import MisfitError, Solver, Term
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.scope import Scope
from mlp_theory.texts.syntax.atoms import atoms
from mlp_theory.texts.syntax.mentions import names_in
from mlp_theory.texts.syntax.peeling import unscripted
from mlp_theory.texts.syntax.scripts import scripts_of
from mlp_theory.texts.syntax.syn import Syn, UnreadError


class Binding(Stacks):
    """Reads the bodies of definitions into the book of the page."""

    def _read(self, pending: Pending) -> None:
        page = self.page
        page.solver.owner = pending
        page.layout = pending.item.layout
        for key, scope in pending.instances:
            info = page.infos[key]
            reader = self.reader()
            try:
                if pending.indices:
                    self._read_entries(pending, info, scope, reader)
                else:
                    term = self._matrix_of_itself(pending, info, reader) or self._readable(pending, reader, scope)
                    self._bind(info, term)
                    page.solver.propagate()
                    self._nodes.append((pending, key, term, None, None))
            except (UnreadError, MisfitError) as error:
                self._break(pending, error)
        page.solver.owner = None

    def _readable(self, pending: Pending, reader: Reader, scope: Scope) -> Term:
        """The right side; where it cannot be read, as P(y | x), the next side of the chain that can."""
        sides = pending.item.statement.sides
        others = [s.syn for s in sides[2:] if s.syn is not None] if pending.kind == "symbol" else []
        try:
            return reader.expression(pending.body, scope)
        except UnreadError as error:
            for number, syn in enumerate(others, 2):
                try:
                    term = reader.expression(syn, scope)
                except UnreadError:
                    continue
                pending.item.error, pending.item.defined_by = error, number
                return term
            raise

    def _matrix_of_itself(self, pending: Pending, info: Info, reader: Reader) -> Term | None:
        """``W = [W_11 … W_1d; …]`` says how large W is, and no more; so does ``W = [w_1ᵀ; …]`` for a given W."""
        items = atoms(pending.body)
        bare = unscripted(items[0])[0] if len(items) == 1 else pending.body
        if len(items) != 1 or bare.kind not in ("matrix", "parens", "brackets"):
            return None
        found = [
            (base, parts)
            for base, parts, _ in names_in(bare)
            if base.letter.lower() == pending.base.letter.lower() and base.accents == pending.base.accents
        ]
        if not found:
            return None
        page = self.page
        corner = found[-1]
        scripts = scripts_of(corner[1], transposes=page.transposes)
        scope = pending.instances[0][1] if pending.instances else Scope()
        label, indices, _ = page.split(corner[0], scripts, scope, reader)
        other = corner[0].key + label
        if other != info.key and other in page.infos:
            return None  # a family with declarations of its own is stacked
        if len(indices) == 2 and corner[0].key + label in (info.key, pending.base.also(bold=False).key + label):
            self._solved_shape(info, indices, scope, reader)
            pending.item.note = "says its size"
            info.kind = "given"
            info.declared = True
            raise _GivenError
        if len(indices) == 1 and corner[0].upper is False and pending.base.upper is False:
            page.dims.unify(info.r, page.dim_from(indices[0], scope, reader))
            page.dims.unify(info.c, 1)
            info.kind = "given"
            info.declared = True
            raise _GivenError
        return None

    def _solved_shape(self, info: Info, indices: list[Syn], scope: Scope, reader: Reader) -> None:
        for mine, index in ((info.r, indices[0]), (info.c, indices[1])):
            self.page.dims.unify(mine, self.page.dim_from(index, scope, reader))

    def _bind(self, info: Info, term: Term) -> None:
        page = self.page
        target = Term(info.r, info.c, lambda: Number(0), info.show)

        def step(level: int) -> bool:
            if level < 3 and term.free_zero and "[" in info.key and not page.solver.settled(target):
                return False  # v_0 = 0: what v_1 is made of tells its shape
            if level == 0 and not page.solver.settled(term):
                if page.solver.settled(target) and not term.free_zero:
                    page.dims.unify_all((term.r, target.r), (term.c, target.c))
                return (
                    page.solver.settled(term)
                    and page.solver.same(target, term)
                    and _equate(page.solver, target, term, info)
                )
            if term.free_zero and not page.solver.scalar(target) and page.solver.settled(target):
                return True
            return _equate(page.solver, target, term, info)

        page.solver.add(step)

    def _read_entries(self, pending: Pending, info: Info, scope: Scope, reader: Reader) -> None:
        page = self.page
        dims = page.dims
        letters = pending.indices
        axes = {letter: (page.axis(letter), dims.fresh(letter)) for letter in letters}
        inner = scope.but(axes=axes)
        term = reader.expression(pending.body, inner)
        page.solver.propagate()
        family = info.count is not None or (
            len(letters) == 1
            and not info.declared
            and (
                pending.base.bold
                or "vec" in pending.base.accents
                or (page.solver.settled(term) and not page.solver.scalar(term))
            )
        )
        if family:
            if info.count is None:
                info.count = info.r
                info.r, info.c = dims.fresh(), dims.fresh()
                page.solver.loose.append(Term(info.r, info.c, lambda: Number(0)))
            dims.unify(axes[letters[0]][1], info.count)
            if len(letters) == 1:
                self._bind(info, term)
                self._nodes.append((pending, info.key, term, axes[letters[0]][0], info.count))
                return
            dims.unify(axes[letters[1]][1], info.r)
            data = (axes[letters[1]][0], None, info.r, None)
            stacked = Term(info.r, 1, lambda: Call("spread", (term.node(),), data))
            require_scalar(page.solver, term, "an entry")
            self._nodes.append((pending, info.key, stacked, axes[letters[0]][0], info.count))
            return
        require_scalar(page.solver, term, f"the entries of {info.show}")
        rows, columns = info.r, info.c
        first = axes[letters[0]]
        second = axes[letters[1]] if len(letters) > 1 else None
        if len(letters) == 1 and dims.is_one(rows) and not dims.is_one(columns):
            if not dims.unify(first[1], columns):
                raise MisfitError(f"the entries of {info.show}")
            data = (None, first[0], None, columns)
        else:
            if not dims.unify(first[1], rows):
                raise MisfitError(
                    f"{letters[0]} runs to {dims.show(first[1])}, but {info.show} has {dims.show(rows)} rows"
                )
            if second is not None and not dims.unify(second[1], columns):
                raise MisfitError(
                    f"{letters[1]} runs to {dims.show(second[1])}, but {info.show} has {dims.show(columns)} columns"
                )
            data = (first[0], second[0] if second else None, rows, columns if second else None)
        whole_term = Term(rows, columns, lambda: Call("spread", (term.node(),), data), f"entries {term.show}")
        self._nodes.append((pending, info.key, whole_term, None, None))

    def _break(self, pending: Pending, error: Exception) -> None:
        if isinstance(error, _GivenError):
            return
        reason = getattr(error, "reason", str(error))
        pending.item.error = pending.item.error or error
        for key, _ in pending.instances:
            self.page.infos[key].broken = reason

    def _finish(self) -> None:
        """Turn the terms into nodes, and refuse circles."""
        page = self.page
        for pending, key, term, index, count in self._nodes:
            self.page.infos[key].read_as = term.show
            if page.infos[key].broken or page.infos[key].kind != "defined":
                continue
            try:
                node = term.node()
            except (UnreadError, MisfitError) as error:
                self._break(pending, error)
                continue
            if (
                page.infos[key].r is not None
                and term.free_zero
                and not page.solver.scalar(Term(page.infos[key].r, page.infos[key].c, term.make))
            ):
                info = page.infos[key]
                node = Call("zeros", (), (page.dims.find(info.r), page.dims.find(info.c)))
            page.book.definitions[key] = Definition(node, index, page.dims.find(count) if count is not None else None)
        self._turn_stacks()
        self._circles()

    def _circles(self) -> None:
        page = self.page
        owners = {key: pending for pending in self.pending for key, _ in pending.instances}
        for key in list(page.book.definitions):
            if key in page.book.keys_of(page.book.definitions[key].node):
                error = UnreadError(f"{page.infos[key].show} is defined by itself, in a circle")
                if key in owners:
                    self._break(owners[key], error)
        for key, info in page.infos.items():
            if info.broken and key in page.book.definitions:
                del page.book.definitions[key]
        page.book.forget()
        # What is made of a broken definition is broken too.
        changed = True
        while changed:
            changed = False
            for key, definition in list(page.book.definitions.items()):
                for other in page.book.keys_of(definition.node):
                    if page.infos[other].broken and not page.infos[key].broken:
                        page.infos[
                            key
                        ].broken = f"it is made of {page.infos[other].show}, whose definition could not be used"
                        changed = True


class _GivenError(UnreadError):
    """A matrix literal of a symbol's own entries: the symbol is given."""

    def __init__(self):
        super().__init__("given")


def _equate(solver: Solver, target: Term, term: Term, info: Info) -> bool:
    if not solver.same(target, term):
        shapes = (solver.show(target), solver.show(term))
        raise MisfitError(f"{info.show} is {shapes[0]}, its definition {shapes[1]}", shapes)
    solver.dims.unify(target.r, term.r)
    solver.dims.unify(target.c, term.c)
    return True
