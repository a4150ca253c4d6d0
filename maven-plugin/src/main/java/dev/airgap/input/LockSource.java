package dev.airgap.input;

import dev.airgap.fault.Fault;
import dev.airgap.lock.foreign.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes another tool's lock as it is; what it holds is looked at only when there is something to lock. */
final class LockSource implements RequirementSource {

    private final Findings into;

    LockSource(Findings into) {
        this.into = into;
    }

    @Override
    public void read(Path file, Selection selection, Role role) throws IOException {
        String name = into.show(file);
        if (role != Role.REQUIREMENT) {
            into.fault(new Fault(
                    "A lock of another tool can't be among the " + role.plural,
                    name,
                    "",
                    "Name it as a <requirement>."));
            return;
        }
        String text;
        try {
            text = FileText.of(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            into.fault(new Fault("The file can't be read", name, e.getMessage(), "Save it as UTF-8."));
            return;
        }
        into.lock(new NamedLock(file, name, text, selection), "sha256:" + Sha256.of(text.replace("\r\n", "\n")));
    }
}
