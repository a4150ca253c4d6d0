"""transformers: model, tokenizer and pipeline by the repository's name give what the original files give, to the bit."""
import os
import sys

from nobody import alone, check, told

NAME, ORIGINAL = "sentence-transformers/all-MiniLM-L6-v2", sys.argv[1]
alone(os.environ["HF_HUB_CACHE"], ORIGINAL)

import torch  # noqa: E402
from transformers import AutoModel, AutoTokenizer, __version__, pipeline  # noqa: E402

SENTENCES = ["The bank lends money.", "Ducks swim in the pond."]


def hidden(place):
    model, tokenizer = AutoModel.from_pretrained(place), AutoTokenizer.from_pretrained(place)
    with torch.no_grad():
        return model(**tokenizer(SENTENCES, padding=True, return_tensors="pt")).last_hidden_state


found, wanted = hidden(NAME), hidden(ORIGINAL)
check(found.shape[2] == 384 and found.abs().sum() > 1, "no embedding: %s" % (found.shape,))
check(torch.equal(found, wanted), "AutoModel gives other numbers than the original files")
features = [torch.tensor(pipeline("feature-extraction", model=place, device="cpu")(SENTENCES[0])) for place in (NAME, ORIGINAL)]
check(torch.equal(*features), "the pipeline gives other numbers than the original files")
check(torch.allclose(features[0][0], found[0, :features[0].shape[1]], atol=1e-5), "pipeline and model differ")
told("transformers", __version__, "AutoModel, AutoTokenizer, pipeline: %d numbers equal those of the original files"
     % found.numel())
