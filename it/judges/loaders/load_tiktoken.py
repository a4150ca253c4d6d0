"""tiktoken: a real encoding by its name, which hashes the file that it finds."""
import os

from nobody import alone, check, told

alone(os.environ["TIKTOKEN_CACHE_DIR"])

import tiktoken  # noqa: E402

encoding = tiktoken.get_encoding("cl100k_base")
check(encoding.encode("hello world") == [15339, 1917] and encoding.n_vocab == 100277, "it is not cl100k_base")
check(tiktoken.encoding_for_model("gpt-4").name == "cl100k_base", "gpt-4 has another encoding")
told("tiktoken", tiktoken.__version__, "cl100k_base: %d tokens" % encoding.n_vocab)
