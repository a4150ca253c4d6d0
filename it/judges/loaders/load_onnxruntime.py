"""onnxruntime and tokenizers: a model from a snapshot, whose weights lie in a file beside it."""
import os
import pathlib

from nobody import alone, check, told

alone(os.environ["HF_HUB_CACHE"])

import numpy as np  # noqa: E402
import onnxruntime  # noqa: E402
from huggingface_hub import snapshot_download  # noqa: E402
from tokenizers import Tokenizer  # noqa: E402

folder = pathlib.Path(snapshot_download("example/lookup-onnx"))
table = np.fromfile(folder / "onnx/model.onnx_data", dtype=np.float32).reshape(30522, -1)
tokens = Tokenizer.from_file(str(folder / "tokenizer.json")).encode("Ducks swim in the pond.")
ids = np.array([tokens.ids], dtype=np.int64)
session = onnxruntime.InferenceSession(folder / "onnx/model.onnx", providers=["CPUExecutionProvider"])
feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
[rows] = session.run(["last_hidden_state"], feed)
check(np.array_equal(rows[0], table[ids[0]]), "the rows are not those of the file beside the model")
told("onnxruntime", onnxruntime.__version__, "onnx/model.onnx with its external data: %d numbers as they stand in the file" % rows.size)
