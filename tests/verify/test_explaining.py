"""The equations behind lines of code, and the lines behind an equation."""

import functools

import pytest

import mlp_theory
from mlp_theory import SGD, Linear, NNClassifier, explain
from mlp_theory.cli import main
from mlp_theory.errors import KindError, OptionError
from mlp_theory.texts.chapters import equations, equations_of
from mlp_theory.verify.citations import citations


@pytest.mark.parametrize(
    ("what", "tags"),
    [
        ("NNClassifier.backward", ("6.7", "6.9", "6.10", "5.19", "6.8")),
        (NNClassifier.backward, ("6.7", "6.9", "6.10", "5.19", "6.8")),
        ("mlp_theory.NNClassifier.backward", ("6.7", "6.9", "6.10", "5.19", "6.8")),
        ("NNClassifier.loss", ("2.18", "6.4", "6.1", "6.2", "6.3")),  # by what it calls
        ("SGD.step", ("6.11", "6.12")),
        (SGD, ("6.11", "6.12")),
        (Linear, ("6.2", "5.15", "5.17", "5.19")),
        ("log_normalizer", ("2.13",)),
        ("fit", ()),
        ("6.9", ("6.9",)),
        ("(6.9)", ("6.9",)),
    ],
)
def test_code_and_equations_are_found(what, tags):
    assert explain(what).tags == tags


BACKWARD = ("6.7", "6.9", "6.10", "5.19", "6.8")


class Watched(NNClassifier):
    """A class of a user's own, that does more than the one it comes from."""

    def backward(self, **options):
        return super().backward(**options)

    def descend(self):
        self.backward()


@pytest.mark.parametrize(
    ("what", "tags"),
    [
        (NNClassifier([2, 2]).backward, BACKWARD),
        (functools.partial(NNClassifier.backward, wrt_inputs=True), BACKWARD),
        (functools.partial(NNClassifier([2, 2]).backward, wrt_inputs=True), BACKWARD),
        (functools.lru_cache(NNClassifier.backward), BACKWARD),
        (Watched.backward, BACKWARD),
        (Watched([2, 2]).descend, BACKWARD),
        (SGD(NNClassifier([2, 2])).step, ("6.11", "6.12")),  # the step is inherited, the update its own
        ("Linear.forward", ("6.2",)),  # it calls itself
        ("mlp_theory.network.linear.Linear.backward", ("5.15", "5.17", "5.19")),
        ("( 6.9 )", ("6.9",)),
        (lambda x: x, ()),
        (int, ()),
    ],
    ids=[
        "bound", "partial", "partial of a bound one", "cached", "super", "a method of a subclass", "of an optimizer",
        "self called", "by its module", "spaces", "lambda", "foreign class",
    ],
)  # fmt: skip
def test_a_function_is_found_in_every_dress(what, tags):
    assert explain(what).tags == tags


def test_all_that_a_subclass_inherits_is_explained():
    assert set(explain(Watched).tags) == set(explain(NNClassifier).tags)


@pytest.mark.parametrize("citation", citations(), ids=lambda c: f"{c.function} {c.line}")
def test_every_cited_line_is_told_with_its_equation(citation):
    text = str(explain(citation.function))
    shown = text[text.index(f"  {citation.line:4}  {citation.code}") :]
    for tag in citation.tags:
        assert f"({tag})   {equations()[tag].text}" in shown
        assert citation.code in str(explain(tag))


def test_an_equation_of_theory_says_so():
    assert "theory only" in str(explain("3.10"))
    assert explain("3.10").parts == ()


def test_jupyter_gets_the_latex_of_the_chapters():
    page = explain(NNClassifier.backward)._repr_markdown_()
    assert page.split("$$")[1::2] == [
        f"\n{equations()[tag].latex} \\tag{{{tag}}}\n" for tag in explain(NNClassifier.backward).tags
    ]


def test_jupyter_gets_the_name_of_a_function_once():
    assert explain(NNClassifier.backward)._repr_markdown_().count("**MultilayerPerceptron.backward**") == 1
    assert explain("Linear")._repr_markdown_().startswith("**Linear**\n\n**Linear.")


@pytest.mark.parametrize("equation", equations().values(), ids=lambda equation: equation.tag)
def test_an_equation_is_found_where_it_stands(equation):
    line = equation.path.read_text(encoding="utf-8").splitlines()[equation.line - 1]
    assert equation.latex.split(" = ")[0].split(" \\leftarrow ")[0] in line or f"\\tag{{{equation.tag}}}" in line
    assert f"# {equation.section}" in equation.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("what", "error", "mend"),
    [
        ("NNClassifier.bakward", OptionError, "did you mean NNClassifier.backward?"),
        ("NNClasifier", OptionError, "did you mean NNClassifier?"),
        ("6.99", OptionError, "did you mean 6.9?"),
        ("", OptionError, "expected"),
        ("NNClassifier.backward.x", OptionError, "expected"),
        ("NNClassifier.theta", OptionError, "expected"),
        ("nnclassifier.backward", OptionError, "did you mean NNClassifier.backward?"),
        (NNClassifier([2, 2]), KindError, "explain.NNClassifier."),
        (len, KindError, "builtin_function_or_method"),
        (6.9, KindError, "a tag such as"),
        (None, KindError, "a tag such as"),
    ],
)
def test_what_does_not_exist_is_refused_with_a_mend(what, error, mend):
    with pytest.raises(error, match=mend.replace("?", r"\?")):
        explain(what)


@pytest.mark.parametrize("name", mlp_theory.__all__)
def test_every_public_name_can_be_asked_for(name):
    assert str(explain(name)).startswith(name)


def test_the_command_prints_it(capsys):
    assert main(["explain", "NNClassifier.backward"]) == 0
    out = capsys.readouterr().out
    assert "(6.8)   Δₗ = (Wₗ₊₁ᵀ Δₗ₊₁) ⊙ fₗ′(Zₗ)" in out
    assert "derivations/06-the-algorithm.md:" in out
    assert main(["explain", "nothing"]) == 2
    assert "expected" in capsys.readouterr().err


def test_two_equations_with_one_tag_are_refused(tmp_path, monkeypatch):
    from mlp_theory.errors import DataError
    from mlp_theory.texts import chapters

    for name in ("01-a.md", "02-b.md"):
        (tmp_path / name).write_text("# A\n\n$$a = 1 \\tag{1.1}$$\n", encoding="utf-8")
    monkeypatch.setattr(chapters, "chapters", lambda: sorted(tmp_path.glob("*.md")))
    assert [e.tag for e in equations_of(tmp_path / "01-a.md")] == ["1.1"]
    with pytest.raises(DataError, match=r"Two equations have the tag 1\.1"):
        chapters.equations.__wrapped__()
