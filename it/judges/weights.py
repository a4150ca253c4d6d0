#!/usr/bin/env python3
"""Writes small weight files with the libraries of their formats, and what those say of them: goldens of hub.format.

    pip install safetensors gguf onnx numpy joblib h5py
    python3 it/judges/weights.py maven-plugin/src/test/resources/weights

Writes one file a case and expected.json: kind and whether it runs code by the case's making, and of safetensors, GGUF
and ONNX what the library reads back. Nothing is loaded that runs code.
"""
import io
import json
import os
import pathlib
import pickle
import struct
import sys
import tarfile
import warnings
import zipfile
import zlib
from collections import Counter

import gguf
import h5py
import joblib
import numpy as np
import onnx
import safetensors
import safetensors.numpy
from onnx import TensorProto, helper, numpy_helper

OUT = pathlib.Path(sys.argv[1])
EXPECTED = {}
WHEN = (1980, 1, 1, 0, 0, 0)
rng = np.random.default_rng(7)


class Calls:
    def __reduce__(self):
        return print, ("called",)


def note(name, format=None, runs=False, **more):
    EXPECTED[name] = {"format": format, "runsCode": runs, **more}


def put(name, data, format=None, runs=False, **more):
    (OUT / name).write_bytes(data)
    note(name, format, runs, **more)


def refused(name, data, words):
    (OUT / name).write_bytes(data)
    EXPECTED[name] = {"refused": words}


def zipped(entries, packed=False):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name, WHEN), data, archive.compression)
    return out.getvalue()


# safetensors
def safe(name, data):
    (OUT / name).write_bytes(data)
    tensors = dict(safetensors.deserialize(data))
    with safetensors.safe_open(OUT / name, "numpy") as opened:
        metadata = opened.metadata() or {}
    elements = sum(int(np.prod(t["shape"], dtype=object)) for t in tensors.values())
    facts = {"format": metadata["format"]} if "format" in metadata else {}
    note(name, "safetensors", parameters=elements, dtypes=Counter(t["dtype"] for t in tensors.values()), facts=facts)


def safe_case(name, header, data):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def safetensors_cases():
    arrays = {
        "embed.weight": rng.random((10, 4), dtype=np.float32),
        "layer.weight": rng.random((4, 4)).astype(np.float16),
        "scalar": np.array(3, dtype=np.int64),
        "empty": np.zeros((0, 5), dtype=np.uint8),
        "flags": np.array([True, False]),
        "double": rng.random(3),
    }
    safe("plain.safetensors", safetensors.numpy.save(arrays, metadata={"format": "pt", "other": "x"}))
    safe("bare.safetensors", safetensors.numpy.save({"a": np.arange(3, dtype=np.int8)}))
    safe("none.safetensors", safetensors.numpy.save({}))
    new = {"x": {"dtype": "F8_E4M3", "shape": [2, 3], "data_offsets": [0, 6]},
           "y": {"dtype": "BF16", "shape": [2], "data_offsets": [6, 10]},
           "z": {"dtype": "F4", "shape": [4], "data_offsets": [10, 12]}}
    safe("new.safetensors", safe_case("new", new, bytes(12)))
    one = {"dtype": "U8", "shape": [4], "data_offsets": [0, 4]}
    bad = {
        "hole": ({"a": {**one, "data_offsets": [4, 8]}}, 8, "hole"),
        "overlap": ({"a": one, "b": {**one, "data_offsets": [2, 6]}}, 6, "overlap"),
        "size": ({"a": {**one, "shape": [5]}}, 4, "by its type and shape"),
        "behind": ({"a": one}, 9, "behind"),
        "short": ({"a": one}, 3, "cut short"),
        "dtype": ({"a": {**one, "dtype": "Q4"}}, 4, "known dtype"),
        "negative": ({"a": {**one, "shape": [-4]}}, 4, "whole number"),
        "huge": ({"a": {**one, "shape": [1 << 62, 1 << 62, 0]}}, 4, "more elements"),
        "metadata": ({"__metadata__": {"a": 1}, "a": one}, 4, "no text"),
    }
    for name, (header, size, words) in bad.items():
        data = safe_case(name, header, bytes(size))
        try:
            safetensors.deserialize(data)
            raise AssertionError(f"the library takes {name}")
        except safetensors.SafetensorError:
            refused(f"bad-{name}.safetensors", data, words)
    entry = json.dumps(one)
    refused("bad-twice.safetensors", safe_case("", f'{{"a":{entry},"a":{entry}}}'.encode(), bytes(4)), "twice")
    refused("bad-deep.safetensors", safe_case("", b'{"a":' + b"[" * 5000 + b"]" * 5000 + b"}", b""), "no JSON object")
    deep = b'{"a":{"b":' + b"[" * 5000 + b"]" * 5000 + b"}}"
    refused("bad-deeper.safetensors", safe_case("", deep, b""), "nesting depth")
    refused("bad-utf8.safetensors", safe_case("", b'{"\xff":1}', b""), "UTF-8")
    refused("bad-length.safetensors", struct.pack("<Q", 1 << 63) + b"{}", "its header would have")
    refused("bad-limit.safetensors", struct.pack("<Q", 25_000_001) + b"{}", "25000000")


# GGUF
def gguf_case(name, arch, fill):
    path = OUT / name
    writer = gguf.GGUFWriter(path, arch)
    fill(writer)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    reader = gguf.GGUFReader(path)
    facts = {"architecture": arch, "version": str(reader.fields["GGUF.version"].contents()),
             "alignment": str(reader.alignment)}
    license = reader.get_field("general.license")
    if license is not None:
        facts["license"] = license.contents()
    kind = reader.get_field("general.file_type")
    if kind is not None:
        facts["quantization"] = gguf.LlamaFileType(kind.contents()).name.removeprefix("MOSTLY_").removeprefix("ALL_")
    note(name, "gguf", parameters=sum(int(t.n_elements) for t in reader.tensors),
         dtypes=Counter(t.tensor_type.name for t in reader.tensors), facts=facts)


def gguf_cases():
    def full(w):
        w.add_license("apache-2.0")
        w.add_file_type(gguf.LlamaFileType.MOSTLY_Q8_0)
        w.add_context_length(128)
        w.add_token_list(["<s>", "a", "Grüße"] * 20)
        w.add_token_scores([0.5] * 60)
        w.add_array("some.flags", [True, False])
        w.add_float64("some.number", 1.5)
        w.add_tensor("a.weight", rng.random((4, 32), dtype=np.float32))
        block = gguf.quants.quantize(rng.random((2, 64), dtype=np.float32), gguf.GGMLQuantizationType.Q8_0)
        w.add_tensor("b.weight", block, raw_dtype=gguf.GGMLQuantizationType.Q8_0)
        w.add_tensor("c.bias", rng.random(5).astype(np.float16))

    def aligned(w):
        w.add_custom_alignment(64)
        w.add_tensor("a", rng.random(3, dtype=np.float32))
        w.add_tensor("b", np.arange(4, dtype=np.int32))

    gguf_case("full.gguf", "llama", full)
    gguf_case("aligned.gguf", "bert", aligned)
    gguf_case("vocabulary.gguf", "llama", lambda w: w.add_token_list(["a", "b"]))
    whole = (OUT / "full.gguf").read_bytes()
    refused("bad-short.gguf", whole[:-64], "cut short")
    refused("bad-header.gguf", whole[:500], "")
    refused("bad-v1.gguf", whole[:4] + struct.pack("<I", 1) + whole[8:], "version 1")
    refused("bad-big.gguf", whole[:4] + struct.pack(">I", 3) + whole[8:], "big-endian")
    refused("bad-keys.gguf", whole[:16] + struct.pack("<Q", 1 << 40) + whole[24:], "metadata keys")
    refused("bad-tensors.gguf", whole[:8] + struct.pack("<Q", 1 << 63) + whole[16:], "tensors")
    nested = struct.pack("<I", 9) + struct.pack("<IQ", 9, 1) * 50 + struct.pack("<IQ", 0, 0)
    key = struct.pack("<Q", 1) + b"k"
    refused("bad-nested.gguf", b"GGUF" + struct.pack("<IQQ", 3, 0, 1) + key + nested, "lists in lists")


# ONNX
def graphs(graph):
    yield graph
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.HasField("g"):
                yield from graphs(attribute.g)
            for inner in attribute.graphs:
                yield from graphs(inner)


def onnx_case(name, model):
    (OUT / name).write_bytes(model.SerializeToString())
    model = onnx.load(OUT / name, load_external_data=False)
    tensors = [t for g in graphs(model.graph) for t in g.initializer]
    tensors += [s.values for g in graphs(model.graph) for s in g.sparse_initializer]
    external = {}
    for tensor in onnx.external_data_helper._get_all_tensors(model):
        if onnx.external_data_helper.uses_external_data(tensor):
            info = onnx.external_data_helper.ExternalDataInfo(tensor)
            external[info.location] = max(external.get(info.location, 0), (info.offset or 0) + (info.length or 0))
    facts = {"ir_version": str(model.ir_version),
             "opset": ", ".join(f"{d} {v}" for d, v in sorted((o.domain or "ai.onnx", o.version) for o in model.opset_import))}
    producer = f"{model.producer_name} {model.producer_version}".strip()
    if producer:
        facts["producer"] = producer
    note(name, "onnx", parameters=sum(int(np.prod(t.dims, dtype=object)) for t in tensors),
         dtypes=Counter(TensorProto.DataType.Name(t.data_type) for t in tensors), facts=facts, external=external)


def external(name, location, shape=(4, 4), **more):
    tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=shape, data_location=TensorProto.EXTERNAL)
    for key, value in {"location": location, **more}.items():
        tensor.external_data.add(key=key, value=str(value))
    return tensor


def varint(number):
    out = b""
    while number > 0x7F:
        out, number = out + bytes([number & 0x7F | 0x80]), number >> 7
    return out + bytes([number])


def simple(initializers, nodes=(), **more):
    graph = helper.make_graph(list(nodes), "g", [], [], initializer=initializers)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)],
                             ir_version=8, **more)


def onnx_cases():
    plain = [numpy_helper.from_array(rng.random((3, 4), dtype=np.float32), "w"),
             numpy_helper.from_array(np.arange(5), "i"),
             helper.make_tensor("f", TensorProto.FLOAT, [2], [1.0, 2.0]),
             helper.make_tensor("h", TensorProto.INT4, [3], [1, 2, 3]),
             helper.make_tensor("s", TensorProto.STRING, [1], [b"x"])]
    onnx_case("plain.onnx", simple(plain, producer_name="judge", producer_version="1"))
    inner = helper.make_graph([], "then", [], [], [numpy_helper.from_array(np.ones((2, 2), np.float16), "t")])
    deeper = helper.make_graph([helper.make_node("If", ["c"], [], then_branch=inner, else_branch=inner)], "l", [], [],
                               [external("e", "sub/data.bin", offset=64, length=64)])
    loop = helper.make_node("Loop", ["n"], [], body=deeper)
    constant = helper.make_node("Constant", [], ["k"], value=external("k", "constants.bin", (2,), length=8))
    onnx_case("nested.onnx", simple(plain[:1], [loop, constant]))
    data = [external("a", "model.onnx_data", offset=0, length=64), external("b", "model.onnx_data", offset=64, length=64)]
    onnx_case("external.onnx", simple(data))
    sparse = simple([])
    values = numpy_helper.from_array(np.ones(2, np.float32), "v")
    indices = numpy_helper.from_array(np.array([1, 3]), "i")
    sparse.graph.sparse_initializer.append(helper.make_sparse_tensor(values, indices, [8]))
    onnx_case("sparse.onnx", sparse)
    for name, location in {"up": "../secret", "absolute": "/etc/passwd", "backslash": "a\\b", "memory": "*/_ORT_MEM_ADDR_/*"}.items():
        refused(f"bad-{name}.onnx", simple([external("a", location, length=64)]).SerializeToString(), "external file")
    wrong = numpy_helper.from_array(np.ones(4, np.float32), "w")
    wrong.dims[0] = 5
    refused("bad-size.onnx", simple([wrong]).SerializeToString(), "by its type and shape")
    negative = TensorProto(name="n", data_type=1, dims=[-1])
    refused("bad-negative.onnx", simple([negative]).SerializeToString(), "dimension of -1")
    deep = b""
    for _ in range(40):  # protobuf for Python would not build it: GraphProto.node, NodeProto.attribute, AttributeProto.g
        for tag in (0x32, 0x2A, 0x0A):
            deep = bytes([tag]) + varint(len(deep)) + deep
    refused("bad-deep.onnx", b"\x08\x08\x3a" + varint(len(deep)) + deep, "graphs in graphs")


# What runs code, and what does not
def other_cases():
    for protocol in range(6):
        put(f"protocol-{protocol}.bin", pickle.dumps({"a": Calls()}, protocol), "pickle", True)
    payload = pickle.dumps({"w": [1, 2]}, 2)
    put("torch.pt", zipped({"archive/data.pkl": payload, "archive/data/0": b"1234", "archive/version": b"3\n"}), "pickle", True)
    script = {"m/data.pkl": payload, "m/code/__torch__.py": b"class M: pass", "m/constants.pkl": payload}
    put("script.pt", zipped(script), "pickle", True)
    legacy = b"".join(pickle.dumps(x, 2) for x in (0x1950A86A20F9469CFC6C, 1001, {"little_endian": True}))
    put("legacy.pth", legacy + payload, "pickle", True)
    for name in ("disguised.safetensors", "disguised.onnx", "disguised.gguf"):
        put(name, pickle.dumps(Calls(), 4), "pickle", True)
    put("disguised-torch.safetensors", zipped({"x/data.pkl": payload}), "pickle", True)
    old = pickle.dumps(Calls(), 0)
    put("disguised-old.onnx", old, "pickle", True)
    out = io.BytesIO()
    joblib.dump({"a": np.arange(3), "b": "text"}, out)
    put("model.joblib", out.getvalue(), "pickle", True)
    put("model.joblib.z", zlib.compress(payload, 3), "pickle", True)
    out = io.BytesIO()
    np.save(out, rng.random((3, 4)))
    put("plain.npy", out.getvalue())
    objects = io.BytesIO()
    np.save(objects, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    put("objects.npy", objects.getvalue(), "pickle", True)
    hidden = b"{'descr': '|' '\\x4f', 'fortran_order': False, 'shape': (1,), }\n"
    hidden = b"\x93NUMPY\x01\x00" + struct.pack("<H", len(hidden)) + hidden + objects.getvalue()[128:]
    np.lib.format.read_magic(held := io.BytesIO(hidden))
    assert np.lib.format.read_array_header_1_0(held)[2] == object
    put("objects-hidden.npy", hidden, "pickle", True)
    for name, save in {"plain.npz": np.savez, "packed.npz": np.savez_compressed}.items():
        with warnings.catch_warnings():
            held = io.BytesIO()
            save(held, a=np.arange(4), b=rng.random(2))
        put(name, held.getvalue())
    put("objects.npz", zipped({"a.npy": out.getvalue(), "b.npy": objects.getvalue()}), "pickle", True)
    put("other.zip", zipped({"a.txt": b"x"}), None, True)
    keras = {"config.json": b'{"class_name": "Lambda"}', "metadata.json": b"{}", "model.weights.h5": b""}
    put("model.keras", zipped(keras), "tensorflow", True)
    held = io.BytesIO()
    with h5py.File(held, "w", track_order=False) as file:
        file.create_dataset("w", data=np.arange(3))
    put("model.h5", held.getvalue(), "tensorflow", True)
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as tar:
        info = tarfile.TarInfo("model_weights.ckpt")
        info.size = len(payload)
        tar.addfile(info, io.BytesIO(payload))
    put("model.nemo", held.getvalue(), "pickle", True)
    put("ggml.bin", b"lmgg" + bytes(60), "ggml")
    put("text.bin", b"config\nname\nof some text, which is no pickle\n")
    put("zeros.bin", bytes(200))
    put("empty.bin", b"")
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 12345\n"
    refused("pointer.safetensors", pointer, "Git LFS")
    index = {"metadata": {"total_size": 24}, "weight_map": {"a": "m-00001-of-00002.safetensors", "b": "m-00002-of-00002.safetensors", "c": "m-00001-of-00002.safetensors"}}
    (OUT / "model.safetensors.index.json").write_text(json.dumps(index))


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.iterdir():
        old.unlink()
    safetensors_cases()
    gguf_cases()
    onnx_cases()
    other_cases()
    text = json.dumps(EXPECTED, indent=1, sort_keys=True, ensure_ascii=False)
    (OUT / "expected.json").write_text(text + "\n")
    print(f"{len(EXPECTED)} cases, {sum(p.stat().st_size for p in OUT.iterdir())} bytes")


if __name__ == "__main__":
    main()
