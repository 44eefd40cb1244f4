"""``python -m mlp_theory.texts.verdicts`` writes the table of all codes anew."""

from mlp_theory.texts.verdicts.codes import TABLE, table

TABLE.write_text(table(), encoding="utf-8")
