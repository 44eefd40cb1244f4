"""NumPy that repeats a counterexample to somebody's function."""

from __future__ import annotations

import numpy as np

from mlp_theory.texts.implementing.against import Against
from mlp_theory.texts.implementing.smooth import Smooth


def code_of(who: str, against: Against, values: tuple[float, float], entry: tuple[int, ...]) -> str:
    """NumPy that repeats a counterexample."""
    lines = ["import numpy as np"]
    path, _, name = who.rpartition(":")
    function = name.partition("[")[0] or who
    if path:
        lines += ["import runpy", "", f"{function} = runpy.run_path({path!r})[{function!r}]"]
    names = [p.name for p in against.parameters if p.name in against.letters]
    for argument, value in zip(names, against.arguments, strict=True):
        shown = f"np.array({value.tolist()!r})" if isinstance(value, np.ndarray) else repr(value)
        shown = value.source if isinstance(value, Smooth) else shown
        lines.append(f"{argument} = {shown}")
    keywords = {p.name for p in against.parameters if p.kind is p.KEYWORD_ONLY}
    given = ", ".join(f"{n}={n}" if n in keywords else n for n in names)
    part = "" if against.part is None else f"[{against.part}]"
    place = ", ".join(str(k - 1) for k in entry)
    lines += [
        f"result = np.reshape({function}({given}){part}, {against.shape})",
        f"left = result[{place}]",
        f"right = {values[1]!r}  # what the equation says",
    ]
    return "\n".join(lines)
