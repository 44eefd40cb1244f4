"""Execute the notebooks and keep what they say: ``python -m tests.notebooks.build [NUMBER ...]``."""

import base64
import io
import sys

import nbformat
from PIL import Image

from tests.notebooks.execute import SOURCES, notebook_of, run


def main(wanted):
    for source in SOURCES:
        if not wanted or source.name[:2] in wanted:
            print(source.name)
            nbformat.write(with_small_figures(run(notebook_of(source))), source.with_suffix(".ipynb"))


def with_small_figures(notebook):
    """The notebook, each figure reduced to 256 colours of its own: a third of the size, and the same to the eye."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            png = output.get("data", {}).get("image/png")
            if png:
                output.data["image/png"] = base64.b64encode(reduced(base64.b64decode(png))).decode()
    return notebook


def reduced(png):
    """The bytes of the picture with a palette, where it is opaque and that is shorter."""
    picture, small = Image.open(io.BytesIO(png)).convert("RGBA"), io.BytesIO()
    if picture.getextrema()[3] != (255, 255):
        return png
    picture.convert("RGB").quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        small, "PNG", optimize=True
    )
    return min(small.getvalue(), png, key=len)


if __name__ == "__main__":
    main([f"{int(number):02}" for number in sys.argv[1:]])
