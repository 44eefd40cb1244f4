"""What the typography of a name says of its shape: bold or capital, accented, never without its index."""

from __future__ import annotations

from mlp_theory.symbolic.dimensions import SizeOf
from mlp_theory.texts.symbols.records import Info
from mlp_theory.texts.symbols.state import Page
from mlp_theory.texts.syntax.mentions import mentions
from mlp_theory.texts.syntax.names import DECAYS, ITERATE, SMALL_NUMBERS, Base


def shape_as_written(page: Page, info: Info, label: str, count: int) -> None:
    """Give a new symbol the shape that its letter, its label and its indices say, here `count` of them."""
    base, show, dims = info.base, info.show, page.dims
    member = next((i for k in ("_1", "[1]") if (i := page.infos.get(info.key + k)) is not None and i.declared), None)
    columns = member is not None and not dims.is_one(member.r)
    lists = [texts for texts in page.survey.subs.get(base.key, []) if texts]
    entries = max([count, *(_entry_count(page, base, texts) for texts in lists)])
    if base.style == "cal" and not base.bold:
        info.r, info.c = dims.fresh(), dims.fresh()
    elif entries >= 2:
        info.r, info.c = dims.fresh(SizeOf("rows", show), large=True), dims.fresh(SizeOf("columns", show), large=True)
        info.origin = "its two indices"
    elif count == 1 and base.bold and not base.upper:
        info.r, info.c = dims.fresh(SizeOf("rows", show), large=True), 1
        info.count = dims.fresh(SizeOf("number", show), large=True)
    elif entries == 1 and count == 1 and (columns or not is_written_bare(page, base)):
        # Never without its index: samples, of numbers or of columns, whichever fits.
        info.r, info.c = (dims.fresh(SizeOf("rows", show)), 1) if member is None else (member.r, member.c)
        info.count = dims.fresh(SizeOf("number", show), large=True)
        info.origin = "its index" if member is None else f"that of {member.show}"
    elif entries == 1:
        info.r, info.c = dims.fresh(SizeOf("rows", show), large=True), 1
        info.origin = "its index"
    elif (base.bold and not base.upper) or "vec" in base.accents:
        info.r, info.c = dims.fresh(SizeOf("rows", show), large=True), 1
    elif base.upper and base.key not in page.survey.divisors | page.survey.columns:
        info.r, info.c = dims.fresh(SizeOf("rows", show), large=True), dims.fresh(SizeOf("columns", show), large=True)
    elif base.key in page.survey.columns and count == 0:
        info.r, info.c = dims.fresh(SizeOf("rows", show), large=True), 1
    else:
        info.r, info.c = dims.fresh(), 1
        layering = page.layering
        numbered = label in ("[1]", "[2]") and base.key not in layering.below | layering.above | layering.bracketed
        info.weak = base.letter in (DECAYS if numbered else SMALL_NUMBERS)  # β_1 and β_2, not a column β


def namesake_of(page: Page, base: Base, label: str) -> Info | None:
    """The declared w that has the shape of w^{(old)}, w^{old} and of its iterates w_t."""
    plain = Base(base.letter, base.bold, base.style, tuple(a for a in base.accents if a != ITERATE), base.word)
    info = page.infos.get(plain.key)
    same = plain != base or label.startswith(("_^", "("))
    return info if same and info is not None and info.declared and info.count is None else None


def is_written_bare(page: Page, base: Base) -> bool:
    """Whether the page writes this letter, bold or not, without an index somewhere."""
    vector = Base(base.letter, base.bold, base.style, ("vec", *base.accents))
    return any(b.key in page.survey.plain for b in (base, base.also(bold=not base.bold), vector))


def _entry_count(page: Page, base: Base, texts: list[str]) -> int:
    """How many indices of entries these subscripts are; a layer among them is none."""
    if base.key in page.layering.below:
        texts = [text for text in texts if not mentions(text, page.layering.names)]
        if len(texts) == 1 and texts[0].isdigit():
            return 0
    number_alone = len(texts) == 1 and texts[0].isdigit()
    running = all(text in page.index_letters or text.isdigit() for text in texts)
    return len(texts) if running and not number_alone else 0
