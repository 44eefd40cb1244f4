"""The parts of the judge, one idea a file: what is drawn, how two sides are compared, how inequalities are attacked."""
