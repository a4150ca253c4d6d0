"""torch.hub: a checkpoint by its address, whose name has the start of its sha256; nothing is asked for."""
import os
import pathlib

from nobody import alone, check, told

alone(os.environ["TORCH_HOME"])

import torch  # noqa: E402

[checkpoint] = pathlib.Path(torch.hub.get_dir(), "checkpoints").glob("*.pth")
address = "https://download.pytorch.org/models/" + checkpoint.name
found = torch.hub.load_state_dict_from_url(address, check_hash=True, weights_only=True)
check(found == {"classes": ["bank", "pond"]}, "it holds something else: %s" % found)
told("torch", torch.__version__.split("+")[0], "torch.hub.load_state_dict_from_url: %s" % checkpoint.name)
