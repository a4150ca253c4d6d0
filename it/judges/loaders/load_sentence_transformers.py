"""sentence-transformers: by bare name, by id and by path, the embedding is that of the original files, to the bit."""
import os
import sys

from nobody import alone, check, told

ORIGINAL = sys.argv[1]
alone(os.environ["HF_HUB_CACHE"], ORIGINAL)

import numpy as np  # noqa: E402
from huggingface_hub import snapshot_download  # noqa: E402
from sentence_transformers import SentenceTransformer, __version__  # noqa: E402

ID = "sentence-transformers/all-MiniLM-L6-v2"
SENTENCES = ["The bank lends money.", "A credit institute grants loans.", "Ducks swim in the pond."]


def embed(place):
    return SentenceTransformer(place, device="cpu").encode(SENTENCES)


wanted = embed(ORIGINAL)
bank, loan, pond = wanted
check(wanted.shape == (3, 384) and bank @ loan > bank @ pond + 0.2, "the original files give no embedding of sense")
for place in ("all-MiniLM-L6-v2", ID, snapshot_download(ID)):
    check(np.array_equal(embed(place), wanted), "%s gives another embedding than the original files" % place)
told("sentence-transformers", __version__, "by bare name, id and path: 3 × %d numbers equal those of the original files"
     % wanted.shape[1])
