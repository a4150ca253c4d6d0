import dev.airgap.it.Case

Case.of(context).write("airgap.lock", context.lock.replace('path = "config.json"', 'path = "con.json"')
        .replace('path = "model.safetensors"', 'path = "' + "d/" * 2045 + 'model.safetensors"'))
return true
