#!/usr/bin/env python3
"""Records how the reference client filters a repository's files, for dev.airgap.hub.PatternsTest.

    pip install --target DIR huggingface_hub
    PYTHONPATH=DIR python3 it/goldens/patterns.py

writes maven-plugin/src/test/resources/goldens/patterns.tsv.gz. A line is: includes, excludes, path, 1 or 0;
lists are JSON, `null` for none. The same seed gives the same bytes.
"""
import gzip
import json
import pathlib
import random

import huggingface_hub
from huggingface_hub.utils import filter_repo_objects

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "maven-plugin/src/test/resources/goldens/patterns.tsv.gz"

PATHS = """model.safetensors
pytorch_model.bin
tf_model.h5
rust_model.ot
config.json
1_Pooling/config.json
onnx/model.onnx
onnx/model_O1.onnx
onnx/model_qint8_avx512.onnx
openvino/openvino_model.xml
openvino/openvino_model.bin
unet/diffusion_pytorch_model.fp16.safetensors
unet/diffusion_pytorch_model.safetensors
model-00001-of-00002.safetensors
model.safetensors.index.json
original/consolidated.00.pth
data/train-00000-of-00001.parquet
data/sub/dir/file.json
.gitattributes
README.md
Model.SafeTensors
a[1].json
a-b_c.txt
back\\slash.txt
h\u00e9llo/w\u00f6rld.json
\U0001f600/emoji.bin
with space.json
a
-
]
!
^
[
a/b/c
folder/""".split("\n")
PATHS.append("new\nline.json")

PATTERNS = """*
**
?
*.json
*.safetensors
*.bin
onnx/
onnx/*
onnx/*.onnx
openvino
*/config.json
**/config.json
data/
data/*.json
unet/*fp16*
[ab]*
[!ab]*
[a-c]*
[!a-c]*
[]]*
[!]]
[[]
[^a]
[a-]
[-a]
[!-a]
[--a]
[z-a]
[!z-a]
[z-a!b]
[z-a!]
[z-a!-b]
[z-a!--c]
[!z-a!b]
[z-ac-b!b]
[a-c-e]
[a--]
[
[!
[]
[!]
[a
*[0-9]*.onnx
model*
*MODEL*
?onfig.json
*\\*
back\\slash.txt
data\\sub\\
data\\
*[\\]*
*.??n
*\u00e9*
h[\u00e0-\u00ff]llo/*
?/emoji.bin
[\U0001f600-\U0001f610]/*
*line.json
new?line.json
a[[]1].json
a[1].json
[&&~~||]
[a&&b]
folder/
/
""".split("\n")

ALPHABET = "abcxyz01-!]^[*?/.&|~\\\u00e9"


def random_pattern(rng):
    return "".join(rng.choice(ALPHABET) for _ in range(rng.randint(1, 8)))


def random_set(rng):
    inside = "".join(rng.choice("abcxyz-!]^[&~|09") for _ in range(rng.randint(0, 7)))
    return rng.choice(["", "*", "a"]) + "[" + rng.choice(["", "!"]) + inside + "]" + rng.choice(["", "*", "b"])


def random_path(rng):
    return "".join(rng.choice("abcxyz01-!]^[/.&|~\u00e9") for _ in range(rng.randint(1, 6)))


def cases(rng):
    for pattern in PATTERNS:
        for path in PATHS:
            yield [pattern], None, path
            yield None, [pattern], path
    for _ in range(6000):
        pattern = random_set(rng) if rng.random() < 0.6 else random_pattern(rng)
        path = rng.choice(PATHS) if rng.random() < 0.3 else random_path(rng)
        if rng.random() < 0.5:
            yield [pattern], None, path
        else:
            allow = [rng.choice(PATTERNS) for _ in range(rng.randint(1, 3))]
            ignore = [pattern] + [rng.choice(PATTERNS) for _ in range(rng.randint(0, 2))]
            yield allow, ignore, path


def main():
    rng = random.Random(20261121)
    lines = set()
    for allow, ignore, path in cases(rng):
        took = list(filter_repo_objects([path], allow_patterns=allow, ignore_patterns=ignore))
        lines.add("\t".join([json.dumps(allow), json.dumps(ignore), json.dumps(path), str(len(took))]))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    text = f"# huggingface_hub {huggingface_hub.__version__}\n" + "\n".join(sorted(lines)) + "\n"
    with open(OUT, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as out:
        out.write(text.encode())
    print(f"{len(lines)} cases -> {OUT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
