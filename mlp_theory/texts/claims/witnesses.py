"""What a page shows of one letter: how it is written, what is said beside it, whether anything is derived by it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from mlp_theory.symbolic import Dim
from mlp_theory.texts.claims.bench import Bench
from mlp_theory.texts.collecting.around import around
from mlp_theory.texts.collecting.derived_letters import derived_by
from mlp_theory.texts.items import Item
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.syntax.mentions import named, names_in
from mlp_theory.texts.syntax.unicode import show


@dataclass(frozen=True)
class Witness:
    """What a page shows of a letter that it gives.

    Attributes
    ----------
    bench : Bench
    info : Info
    """

    bench: Bench
    info: Info

    @property
    def rows(self) -> Dim:
        """How many it has."""
        return self.bench.page.dims.find(self.info.r)

    @property
    def columns(self) -> Dim:
        """How many it has."""
        return self.bench.page.dims.find(self.info.c)

    @property
    def letter(self) -> str:
        """As it is shown."""
        return self.info.base.show

    @cached_property
    def latex(self) -> str:
        """As the page writes it."""
        for item in self.items:
            for side in item.statement.sides:
                for base, _, node in names_in(side.syn) if side.syn is not None else ():
                    name = named(node)
                    if base == self.info.base and name is not None and node.start < node.end:
                        written = side.latex.text[name[1].start : name[1].end].strip()
                        # A name ends with its letter: what \mathbf{u} opens is closed behind it.
                        return written + "}" * (written.count("{") - written.count("}")) or self.letter
        return self.letter

    @cached_property
    def items(self) -> list[Item]:
        """The statements in which it stands."""
        return [
            item
            for item in self.bench.items
            if any(base == self.info.base for syn in item.syns for base, _, _ in names_in(syn))
        ]

    @cached_property
    def lines(self) -> list[str]:
        """Those statements, in Unicode."""
        return [" = ".join(show(syn).strip() for syn in item.syns) for item in self.items]

    @cached_property
    def is_derived(self) -> bool:
        """Whether the page derives anything by it."""
        return any(self.info.base in derived_by(syn) for item in self.items for syn in item.syns)

    @property
    def is_applied(self) -> bool:
        """Whether it is written as a function anywhere."""
        return self.is_written(r"{} ?\(")

    def is_written(self, pattern: str) -> bool:
        """Whether a line has this pattern, in which ``{}`` is the letter."""
        wanted = re.compile(pattern.replace("{}", rf"(?<!\w){re.escape(self.letter)}"))
        return any(wanted.search(line) for line in self.lines)

    def stands_beside(self, pattern: str) -> bool:
        """Whether a line with the letter has this pattern, too."""
        return any(re.search(pattern, line) for line in self.lines)

    def is_said(self, pattern: str) -> bool:
        """Whether the prose of the page has this pattern."""
        return any(re.search(pattern, item.piece.before + " " + item.piece.after) for item in self.bench.items)

    def is_said_nearby(self, pattern: str) -> bool:
        """Whether a sentence that names the letter in running text has it."""
        named_inline = [item for item in self.items if not item.display]
        return any(re.search(pattern, " ".join(around(self.bench.collection, item))) for item in named_inline)
