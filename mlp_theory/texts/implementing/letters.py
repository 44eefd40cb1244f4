"""The letters of a page as code names them: Z_1 of Z^{[1]}, lambda_ of λ, dW of ∂L/∂W."""

from __future__ import annotations

from mlp_theory.errors import OptionError
from mlp_theory.symbolic import Apply, Derivative, Dim, Member, Node, Size, Symbol
from mlp_theory.symbolic.book import parts_of
from mlp_theory.texts.implementing.code_names import Letter, code_name, without_underscores
from mlp_theory.texts.reading.notations import reader_of
from mlp_theory.texts.shapes.solver import Solver
from mlp_theory.texts.symbols.page import Page
from mlp_theory.texts.symbols.records import Info


class Letters:
    """Finds the letter of an argument.

    Parameters
    ----------
    page : Page
    equation : Node
        What stands in it comes first, where two letters have one name in code: z and a bold z.
    loops : dict of str to int
        The layer that is meant, where the equation speaks of all.
    """

    def __init__(self, page: Page, equation: Node, loops: dict[str, int]):
        self.page, self.loops = page, loops
        parts = parts_of(equation)
        self.here = {part.key for part in parts if isinstance(part, (Symbol, Member, Apply))}
        self.slopes = [part for part in parts if isinstance(part, Derivative)]
        self.infos = {key: info for key, info in page.infos.items() if info.kind in ("given", "defined", "function")}

    def find(self, who: str, argument: str) -> Letter:
        """What an argument stands for.

        Raises
        ------
        OptionError
            When the page does not know it, or knows two of that name.
        """
        name = argument.rstrip("_")
        info = self._info(who, name)
        if info is not None:
            return self._letter(info)
        for prime in (name.removesuffix("_prime"), name.removeprefix("d")):
            info = self._info(who, prime) if prime not in ("", name) else None
            if info is not None and info.kind == "function":
                return Letter(None, f"{info.show}′", False, (info.key, 1))
        if name.startswith("d") and (found := self._slope(who, name[1:])) is not None:
            return found
        if self.page.is_size(name):
            dim: Dim = self.page.size_named(name)
            return Letter(Size(dim), name, True)
        known = sorted({code_name(info) for info in self.infos.values()})
        raise OptionError(
            f"{who} takes an argument that the page does not know",
            expected=f"one of {', '.join(known)}, or the gradient by one of them, as dW",
            got=argument,
            mend="give it a default value, if it is no letter of the equation",
        )

    def _info(self, who: str, name: str) -> Info | None:
        found = [
            info for info in self.infos.values() if without_underscores(code_name(info)) == without_underscores(name)
        ]
        found = found or self._at_a_layer(name)
        standing = [info for info in found if info.key in self.here]
        found = standing or found
        if len(found) > 1:
            raise OptionError(
                f"{who}: two letters of the page are called {name} in code",
                expected="a name that only one letter has, such as W_1",
                got=" and ".join(info.show for info in found),
            )
        return found[0] if found else None

    def _at_a_layer(self, name: str) -> list[Info]:
        """Of a family, the member at the layer that is meant, W, or beside it, A_prev and W_next."""
        letter, step = name, 0
        for ending, move in (("_prev", -1), ("_next", 1)):
            if name.endswith(ending) and self.loops:
                letter, step = name.removesuffix(ending), move
        same = [
            i
            for i in self.infos.values()
            if without_underscores(i.base.letter + "".join(i.base.accents)) == without_underscores(letter)
        ]
        layers = [f"[{layer + step}]" for layer in self.loops.values()]
        there = [info for info in same if any(info.key.endswith(layer) for layer in layers)]
        return there or [info for info in same if info.key in self.here and letter == name]

    def _letter(self, info: Info) -> Letter:
        if info.kind == "function":
            return Letter(None, info.show, False, (info.key, 0))
        return Letter(Symbol(info.key), info.show, self._is_number(info))

    def _is_number(self, info: Info) -> bool:
        dims = self.page.dims
        return dims.is_one(info.r) and dims.is_one(info.c) and info.count is None

    def _slope(self, who: str, name: str) -> Letter | None:
        """dW: the derivative that stands in the equation, else that of the loss of the page."""
        info = self._info(who, name)
        if info is None or info.kind == "function":
            return None
        symbol = Symbol(info.key)
        for slope in self.slopes:
            if slope.wrt is symbol:
                return Letter(slope, f"d{info.show}", self._is_number(info))
        loss = self.page.loss(reader_of(self.page, Solver(self.page.dims), claim=True))
        if loss is None:
            return None
        return Letter(Derivative(loss.node(), symbol, "gradient"), f"∂{loss.show}/∂{info.show}", self._is_number(info))
