"""How the parser in `sagwan.korean.syntax` is trained: `python -m train.syntax --treebank dp.tsv`."""
