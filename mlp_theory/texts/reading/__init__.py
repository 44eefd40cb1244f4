"""The parts of the reader, one idea a file: sums, products, names, functions, derivatives, matrices."""
