#!/usr/bin/env python3
"""Makes what the judges of the loaders load, with the libraries that make such things, and from what is published.

    pip install -r it/judges/loaders/make.txt
    pip download --no-deps -d DIR llama-index-core     # carries real data of NLTK and tiktoken
    python3 it/judges/loaders/make.py DIR TOKENIZER-FOLDER OUT

OUT then has nltk/*.zip and tiktoken/cl100k_base.tiktoken as their servers have them, spacy/*.whl as `spacy package` builds
it, torch/*.pth, a checkpoint named as torch.hub names them, and onnx/: a repository of a small ONNX model whose weights
lie in a file beside it.
"""
import hashlib
import pathlib
import pickle
import shutil
import subprocess
import sys
import tempfile
import zipfile

import numpy as np
import onnx
import spacy
from onnx import TensorProto, helper, numpy_helper

PUBLISHED = {"nltk_cache/tokenizers/punkt_tab.zip": "nltk/punkt_tab.zip",
             "nltk_cache/corpora/stopwords.zip": "nltk/stopwords.zip",
             "tiktoken_cache/9b5ad71b2ce5302211f9c61530b329a4922fc6a4": "tiktoken/cl100k_base.tiktoken"}
WORDS = 30522  # of BERT's vocabulary
WIDTH = 16


def published(wheels, out):
    [wheel] = wheels.glob("llama_index_core-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        for name, path in PUBLISHED.items():
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_bytes(archive.read("llama_index/core/_static/" + name))


def spacy_model(out):
    """A pipeline with rules alone: real to spaCy, and nothing to train."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Berlin"}])
    nlp.meta.update(name="tiny", version="1.0.0", license="MIT", description="Rules alone")
    with tempfile.TemporaryDirectory() as scratch:
        nlp.to_disk(scratch + "/pipeline")
        subprocess.run([sys.executable, "-m", "spacy", "package", scratch + "/pipeline", scratch, "--build", "wheel",
                        "--name", "tiny", "--version", "1.0.0"], check=True)
        (out / "spacy").mkdir()
        [wheel] = pathlib.Path(scratch).glob("*/dist/*.whl")
        shutil.copy(wheel, out / "spacy")


def checkpoint(out):
    """What torch.save wrote before it wrote zips: a magic number, a version, the machine, the value, its storages."""
    machine = {"protocol_version": 1001, "little_endian": True, "type_sizes": {"short": 2, "int": 4, "long": 4}}
    parts = (0x1950A86A20F9469CFC6C, 1001, machine, {"classes": ["bank", "pond"]}, [])
    data = b"".join(pickle.dumps(part, 2) for part in parts)
    (out / "torch").mkdir()
    (out / "torch" / ("tiny-%s.pth" % hashlib.sha256(data).hexdigest()[:8])).write_bytes(data)


def onnx_model(tokenizer, out):
    """Looks each token up in a table: what comes out is the rows of the table, which is the file beside the model."""
    table = np.random.default_rng(5).random((WORDS, WIDTH), dtype=np.float32)
    ids = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"])
           for name in ("input_ids", "attention_mask", "token_type_ids")]
    rows = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "length", WIDTH])
    node = helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])
    graph = helper.make_graph([node], "lookup", ids, [rows], initializer=[numpy_helper.from_array(table, "table")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    folder = out / "onnx" / "onnx"
    folder.mkdir(parents=True)
    onnx.save_model(model, folder / "model.onnx", save_as_external_data=True, location="model.onnx_data", size_threshold=0)
    for name in ("config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json"):
        shutil.copy(tokenizer / name, out / "onnx" / name)


def main(wheels, tokenizer, out):
    part = out.with_name(out.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    published(wheels, part)
    spacy_model(part)
    checkpoint(part)
    onnx_model(tokenizer, part)
    part.rename(out)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*map(pathlib.Path, sys.argv[1:]))
