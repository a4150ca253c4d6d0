"""Computes real embeddings with the bundled model, as nobody in particular and without a network."""
import os
import socket

from sentence_transformers import SentenceTransformer, util

assert os.getuid() == 10001, os.getuid()
try:
    socket.create_connection(("192.0.2.1", 80), timeout=2)
    raise SystemExit("there is a network")
except OSError:
    pass
model = SentenceTransformer("all-MiniLM-L6-v2", device="cpu")
bank, money, river = model.encode(["The bank lends money.", "A credit institute grants loans.", "Ducks swim in the pond."])
near, far = float(util.cos_sim(bank, money)), float(util.cos_sim(bank, river))
assert len(bank) == 384 and near > far + 0.2, (len(bank), near, far)
print("EMBEDDING %d dimensions, near %.3f, far %.3f" % (len(bank), near, far))
