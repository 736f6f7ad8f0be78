"""The recipe of the Dutch pipeline: treebank, lemmas, network, figures, packing."""
