"""NLTK: the real punkt_tab and stopwords, read as folders."""
import os

from nobody import alone, check, told

alone(os.environ["NLTK_DATA"])

import nltk  # noqa: E402
from nltk.corpus import stopwords  # noqa: E402

check(nltk.sent_tokenize("Dr. Who is here. Who else?") == ["Dr. Who is here.", "Who else?"], "punkt_tab cuts elsewhere")
check(nltk.word_tokenize("It isn't.") == ["It", "is", "n't", "."], "word_tokenize cuts elsewhere")
check({"the", "ourselves"} <= set(stopwords.words("english")), "these are no stopwords")
told("NLTK", nltk.__version__, "sent_tokenize, word_tokenize, stopwords: %d languages" % len(stopwords.fileids()))
