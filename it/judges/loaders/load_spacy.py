"""spaCy: a pipeline by its package's name; it was a wheel behind a password, and no index knows it."""
from nobody import alone, check, told

alone()

import spacy  # noqa: E402

document = spacy.load("en_tiny")("She lives in Berlin. He does not.")
check(len(list(document.sents)) == 2, "the sentences are cut elsewhere")
check([(e.text, e.label_) for e in document.ents] == [("Berlin", "GPE")], "no entity is found")
told("spaCy", spacy.__version__, "en_tiny %s: %s" % (spacy.info("en_tiny")["version"], ", ".join(spacy.load("en_tiny").pipe_names)))
