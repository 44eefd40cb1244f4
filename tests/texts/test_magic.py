"""The cell magic %%check: the text of a cell is judged."""

import jupytext
import pytest

import mlp_theory
from mlp_theory.commands.exercises import read_notebook
from mlp_theory.errors import OptionError
from mlp_theory.texts.magic import check

PAGE = r"""Let $A \in \mathbb{R}^{2 \times 3}$ and $x \in \mathbb{R}^3$.
$$\nabla_x \lVert A x \rVert^2 = 2 A^\top A x$$
$$\nabla_x \lVert A x \rVert^2 = A^\top A x$$"""


@pytest.mark.parametrize("sign", ["", "# "], ids=["in a notebook", "in a script"])
def test_a_cell_is_judged(sign):
    cell = "\n".join(sign + line for line in PAGE.splitlines())
    assert [v.verdict for v in check("", cell).verdicts] == ["declares", "declares", "holds", "false"]


def test_a_heading_is_no_comment():
    assert [v.verdict for v in check("", "# A page\n\n$$2 + 2 = 5$$").verdicts] == ["false"]
    assert not check("", "").verdicts


def test_what_stands_beside_the_magic_is_refused():
    with pytest.raises(OptionError, match="takes no options"):
        check("$$2 + 2 = 5$$", "")


def test_the_extension_is_loaded_by_the_name_of_the_package():
    known = {}

    class Shell:
        def register_magic_function(self, function, magic_kind, magic_name):
            known[magic_kind, magic_name] = function

    mlp_theory.load_ipython_extension(Shell())
    assert known == {("cell", "check"): check}


def test_a_notebook_has_the_text_and_its_script_the_comment(tmp_path):
    script = tmp_path / "a.py"
    script.write_text("# %%\n# %%check\n# " + PAGE.replace("\n", "\n# ") + "\n", encoding="utf-8")
    assert read_notebook(script).cells[0].source == f"%%check\n{PAGE}"
    assert jupytext.read(script).cells[0].source != f"%%check\n{PAGE}"
