"""fastembed: the same snapshot, found in the cache by its repository's name."""
import os

from nobody import alone, check, told

alone(os.environ["FASTEMBED_CACHE_PATH"])

import numpy as np  # noqa: E402
from fastembed import TextEmbedding, __version__  # noqa: E402
from fastembed.common.model_description import ModelSource, PoolingType  # noqa: E402

TextEmbedding.add_custom_model(
    model="example/lookup", pooling=PoolingType.MEAN, normalization=True, dim=16, model_file="onnx/model.onnx",
    additional_files=["onnx/model.onnx_data"], sources=ModelSource(hf="example/lookup-onnx"))
[found] = TextEmbedding("example/lookup").embed(["Ducks swim in the pond."])
check(found.shape == (16,) and abs(np.linalg.norm(found) - 1) < 1e-5, "no embedding: %s" % found)
told("fastembed", __version__, "TextEmbedding in FASTEMBED_CACHE_PATH: %d numbers" % found.size)
