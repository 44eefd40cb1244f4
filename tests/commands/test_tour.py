"""The tour does the whole job once, and its page tells what was measured."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

import pytest

from mlp_theory.cli import main
from mlp_theory.texts.chapters import chapters, folder_of


class Page(HTMLParser):
    """Open tags, images and text of a page; complains of tags that do not close."""

    def __init__(self, source):
        super().__init__()
        self.open, self.images, self.text = [], [], []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag == "img":
            self.images.append(dict(attributes))
        elif tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


@pytest.fixture(scope="module")
def tour(tmp_path_factory):
    out = tmp_path_factory.mktemp("tour") / "new" / "out"
    with pytest.MonkeyPatch.context() as patch:
        import mlp_theory.commands.tour as module

        # The article's network takes seven seconds, and has a test of its own.
        patch.setattr(module, "ARTICLE_UNITS", [20, 10, 5, 3])
        code = main(["tour", "--out", str(out)])
    return code, out


def test_it_succeeds_and_says_where_the_page_is(tour, tmp_path, monkeypatch, capsys):
    code, out = tour
    assert code == 0
    assert (out / "index.html").is_file()


def test_the_page_is_whole_html_with_its_nine_figures_inside(tour):
    source = (tour[1] / "index.html").read_text(encoding="utf-8")
    page = Page(source)
    assert not page.open
    assert len(page.images) == 9
    assert all(image["src"].startswith("data:image/png;base64,") and image["alt"] for image in page.images)
    assert "http" not in source  # needs nothing but a browser
    assert {path.stem for path in (tour[1] / "figures").glob("*.png")} >= {
        "relu",
        "sigmoid",
        "moons",
        "moons-loss",
        "moons-regions",
    }


def test_the_page_tells_the_numbers_that_were_measured(tour):
    text = " ".join(" ".join(Page((tour[1] / "index.html").read_text(encoding="utf-8")).text).split())
    assert "6 of 6 gradients right" in text
    digits = float(re.search(r"mean ([\d.]+)%", text).group(1))
    assert digits >= 97
    moons = float(re.search(r"median of the last losses is ([\d.]+)", text).group(1))
    assert moons <= 0.083


def test_a_wrong_gradient_is_told_and_fails(tmp_path, monkeypatch, capsys):
    import mlp_theory.commands.tour as module
    from mlp_theory.network import ReLU

    right = ReLU.derivative
    monkeypatch.setattr(ReLU, "derivative", lambda self, Z: 1.01 * right(self, Z))
    monkeypatch.setattr(module, "ARTICLE_UNITS", [6, 5, 3])
    monkeypatch.setattr(module, "SEEDS", 2)
    assert main(["tour", "--out", str(tmp_path)]) == 1
    assert "not the gradient" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_an_impossible_place_is_one_clear_error(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main(["tour", "--out", str(tmp_path / "file" / "out")]) == 2
    assert "mlp-theory tour: " in capsys.readouterr().err


def test_the_page_links_chapters_notebooks_and_code(tour):
    source = (tour[1] / "index.html").read_text(encoding="utf-8")
    linked = [Path(url2pathname(urlparse(url).path)) for url in re.findall(r'href="(file:[^"]+)"', source)]
    assert all(path.is_file() for path in linked)
    names = {path.name for path in linked}
    assert names >= {path.name for path in chapters()}
    assert names >= {"perceptron.py", "linear.py", "losses.py", "softmax.py", "activations.py", "optimizers.py"}
    assert names >= {path.name for path in folder_of("notebooks").glob("[0-9]*.ipynb")}


def test_a_line_that_is_not_its_equation_is_told_and_fails(tmp_path, monkeypatch, capsys):
    import mlp_theory.commands.tour as module
    from mlp_theory.network import NNClassifier

    right = NNClassifier._propagate
    monkeypatch.setattr(NNClassifier, "_propagate", lambda self, X: right(self, 1.01 * X))
    monkeypatch.setattr(module, "ARTICLE_UNITS", [6, 5, 3])
    monkeypatch.setattr(module, "SEEDS", 2)
    assert main(["tour", "--out", str(tmp_path)]) == 1
    assert "(6.1) DIFFERS at perceptron.py" in capsys.readouterr().out
    assert '<td class="wrong">differs</td>' in (tmp_path / "index.html").read_text(encoding="utf-8")
