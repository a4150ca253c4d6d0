package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import dev.airgap.python.Target;
import dev.airgap.python.Targets;

/** Reads {@code airgap.target}: an image stands for its canonical id, as in a lock. */
final class TargetId {

    private TargetId() {}

    static String of(String target) {
        if (Target.isId(target)) {
            return target;
        }
        try {
            return Targets.parse(target).id();
        } catch (IllegalArgumentException e) {
            throw new FaultException(
                    Fault.of("The target " + SafeUrl.printable(target) + " can't be used: " + e.getMessage())
                            .at("airgap.target")
                            .advise("Name a target by its id; airgap.lock lists them, and a bundle's airgap.json."),
                    e);
        }
    }
}
