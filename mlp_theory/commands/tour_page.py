"""The page of the tour: one HTML file that holds its figures, so that it can be sent as it is."""

from __future__ import annotations

import base64
import platform
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mlp_theory.commands.tour_page_parts import Chapter, Notebook, chapters_part, notebooks_part, ties_part
from mlp_theory.verify import GradientReport

if TYPE_CHECKING:
    from mlp_theory.verify.tie_report import TieReport


class Facts(NamedTuple):
    """The numbers of the page, as measured."""

    chapters: list[Chapter]
    ties: TieReport
    notebooks: list[Notebook]
    report: GradientReport
    moons_losses: list[float]  # the last one of every seed
    moons_accuracy: float
    linear_accuracy: float
    digits_accuracies: list[float]
    sigmoid_error: float
    seconds: float


STYLE = """
:root { color-scheme: light; --ink: #1c2330; --faint: #5b6675; --rule: #dfe3e8; --good: #00704f; --bad: #b23c00; }
body { font: 17px/1.55 system-ui, sans-serif; color: var(--ink); background: #fff; margin: 0 auto; max-width: 62rem;
       padding: 2rem 1.2rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .4rem; } h2 { margin: 2.8rem 0 .6rem; font-size: 1.35rem; }
.lead { color: var(--faint); margin-top: 0; max-width: 46rem; } p { max-width: 46rem; }
.tiles, .figures { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); }
.figures { grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); }
.tile { border: 1px solid var(--rule); border-radius: .5rem; padding: .9rem 1.1rem; }
.tile b { display: block; font-size: 1.7rem; line-height: 1.2; } .tile span { color: var(--faint); font-size: .92rem; }
figure { margin: 0; max-width: 36rem; } figure img { width: 100%; height: auto; border: 1px solid var(--rule); border-radius: .4rem; }
figcaption { font-size: .9rem; color: var(--faint); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .93rem; }
th, td { text-align: left; padding: .25rem 1rem .25rem 0; border-bottom: 1px solid var(--rule); white-space: nowrap; }
.ok { color: var(--good); font-weight: 600; } .wrong, .untested { color: var(--bad); font-weight: 600; }
summary { cursor: pointer; color: var(--faint); } a { color: #0b5cad; }
code, pre { font: .9em ui-monospace, monospace; background: #f5f6f8; border-radius: .3rem; }
code { padding: .1em .3em; } pre { padding: .8rem 1rem; overflow-x: auto; }
.maths { font: italic 1.05em/1.9 Cambria, "Latin Modern Math", "STIX Two Math", serif; margin-left: 1.2rem; }
footer { margin-top: 3rem; color: var(--faint); font-size: .88rem; }
"""


def render(facts: Facts, figures: Mapping[str, Path]) -> str:
    """Return the page.

    Parameters
    ----------
    facts : Facts
    figures : mapping from name to path
        The PNG files to show; they are copied into the page.

    Returns
    -------
    str
        HTML that needs nothing but a browser.
    """
    report = facts.report
    right, total = sum(row.ok for row in report.rows), len(report.rows)
    losses = np.array(facts.moons_losses)
    digits = np.array(facts.digits_accuracies)

    def figure(name: str, caption: str) -> str:
        data = base64.b64encode(figures[name].read_bytes()).decode("ascii")
        return (
            f'<figure><img src="data:image/png;base64,{data}" alt="{escape(caption)}">'
            f"<figcaption>{escape(caption)}</figcaption></figure>"
        )

    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>mlp_theory: a tour</title>
<style>{STYLE}</style>
</head>
<body>
<h1>A network built, checked, trained and plotted</h1>
<p class="lead">Everything on this page was computed on this machine, just now, in {facts.seconds:.0f} seconds, by an
explicit NumPy network: no automatic differentiation, one example per column, every gradient written out by hand.</p>

<div class="tiles">
<div class="tile"><b>{right} of {total}</b><span>gradients of a network with {_parameters(report):,} parameters agree with
<code>scipy.optimize.check_grad</code></span></div>
<div class="tile"><b>{facts.moons_accuracy:.0%}</b><span>of 100 training points on two moons told apart (median of
{len(losses)} seeds); a linear model reaches {facts.linear_accuracy:.0%}</span></div>
<div class="tile"><b>{digits.mean():.1%}</b><span>of 1,797 real handwritten digits read correctly, each by a network
that had not seen it</span></div>
</div>

{chapters_part(facts.chapters)}
{ties_part(facts.ties)}
<h2>1 · Is the gradient right?</h2>
<p>The backward pass of <code>NNClassifier</code> begins at the last layer, with the class probabilities P and the one-hot
targets T of n examples,</p>
<p class="maths">Δ = (P − T)/n,</p>
<p>and then, layer by layer, it computes the gradients and the Δ of the layer before (⊙ multiplies entry by entry):</p>
<p class="maths">∇<sub>W</sub> = Δ Aᵀ, &emsp; ∇<sub>b</sub> = Δ 1, &emsp; Δ ← (Wᵀ Δ) ⊙ f′(Z).</p>
<p>Each gradient is compared with differences of the loss, entry by entry. <code>check_grad</code> is SciPy's number, a
length that grows with the number of entries; <code>relative</code> is measured against the size of the gradient.</p>
{_table(report)}
<div class="figures">{figure("gradient-check", "The same table as a chart. A wrong gradient would be hatched, in red.")}</div>

<h2>2 · Two parts with known answers</h2>
<div class="figures">
{figure("relu", "The activation used here, with its derivative; f′(0) = 0 by convention.")}
{figure("sigmoid", f"Two classes and one input: the softmax must be the sigmoid. Largest difference: {facts.sigmoid_error:.1e}.")}
</div>

<h2>3 · Does it learn?</h2>
<p>Two moons, 100 points, ten hidden units, 300 epochs of gradient descent on all points at once, learning rate 0.5. One
run says little, so {len(losses)} networks were trained, each with its own points and weights: the median of the last
losses is <b>{np.median(losses):.3f}</b> (from {losses.min():.3f} to {losses.max():.3f}). The figures show the run closest
to the median. A model without a hidden layer draws a straight line, which cannot separate the moons.</p>
<div class="figures">
{figure("moons", "The data of this run.")}
{figure("moons-loss", "The loss of every epoch.")}
{figure("moons-regions", "Decision regions: the colour is the class probability, the line is where both classes tie.")}
{figure("moons-linear", "The same for a model without a hidden layer, on its own run closest to the median.")}
</div>

<h2>4 · Does it read handwriting?</h2>
<p>1,797 handwritten digits of 8 × 8 pixels, in {len(digits)} stratified folds: each fold is read by a network trained on
the others. Test accuracy: {", ".join(f"{a:.1%}" for a in digits)}; mean <b>{digits.mean():.2%}</b>.</p>
<div class="figures">
{figure("digits-loss", "The training loss of the last fold's network, epoch by epoch.")}
{figure("digits-mistakes", "What was misread, by networks that had not seen it.")}
</div>

<h2>Where to go next</h2>
<pre>source .venv/bin/activate
mlp-theory check derivations/ --explain
mlp-theory explain NNClassifier.backward
mlp-theory train --data circles --units 10 10 --plot circles.png
mlp-theory train --data digits --units 64 --epochs 60
mlp-theory gradcheck --units 20 10 5 --activation tanh --samples 4</pre>
{notebooks_part(facts.notebooks)}
<p>Then open <code>README.md</code>: it shows the same in Python, and what to read in which order. The backward pass
itself is in <code>mlp_theory/network/perceptron.py</code>.</p>

<footer>{escape(_versions())}</footer>
</body>
</html>
"""


def _parameters(report: GradientReport) -> int:
    return sum(int(np.prod(row.shape)) for row in report.rows)


def _table(report: GradientReport) -> str:
    from mlp_theory.verify.report import HEADINGS

    head = "".join(f"<th>{heading}</th>" for heading in HEADINGS)
    body = "\n".join(
        "<tr>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in cells[:-1])
        + f'<td class="{cells[-1]}">{cells[-1]}</td></tr>'
        for cells in report.cells()
    )
    closing = "".join(f"<p>{escape(line)}</p>" for line in report.closing())
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table></div>{closing}'


def _versions() -> str:
    import matplotlib
    import scipy
    import sklearn

    from mlp_theory import __version__

    return (
        f"mlp_theory {__version__} · Python {platform.python_version()} · NumPy {np.__version__} · SciPy {scipy.__version__}"
        f" · matplotlib {matplotlib.__version__} · scikit-learn {sklearn.__version__}. The digits are those of Alpaydin and"
        " Kaynak (1998), shipped with scikit-learn."
    )
