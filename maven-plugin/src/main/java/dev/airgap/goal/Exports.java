package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedTarget;
import dev.airgap.lock.PylockToml;
import dev.airgap.lock.RequirementsTxt;
import dev.airgap.store.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Leaves beside the build what other tools can read of the lock; no wheel is fetched for it. */
record Exports(Places places) {

    void write(Lock lock) {
        for (LockedTarget target : lock.targets()) {
            if (!lock.packages(target.id()).isEmpty()) {
                Path folder = places.airgap();
                write(
                        folder.resolve("requirements").resolve(target.id() + ".txt"),
                        RequirementsTxt.indexed(lock, target.id()));
                write(
                        folder.resolve("pylock." + target.id() + ".toml"),
                        PylockToml.addressed(
                                lock, target.id(), places.lock().getParent().toUri()));
            }
        }
    }

    private static void write(Path file, String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, bytes);
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("A file can't be written").at(file.toString()).because(String.valueOf(e)), e);
        }
    }
}
