package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.python.Target;
import dev.airgap.python.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns targets as written into targets; equal ones merge, equal ids with other content are a fault. */
final class TargetReader {

    /** The solver keeps a set of targets in one word. */
    private static final int MOST = 64;

    private static final Logger LOG = LoggerFactory.getLogger(TargetReader.class);

    private final Places places;

    TargetReader(Places places) {
        this.places = places;
    }

    List<Target> read(List<TargetSpec> specs) {
        SortedMap<String, Target> targets = new TreeMap<>();
        List<Fault> faults = new ArrayList<>();
        for (TargetSpec spec : specs) {
            try {
                Target target = read(spec);
                Target other = targets.putIfAbsent(target.id(), target);
                if (other != null && !other.digest().equals(target.digest())) {
                    faults.add(Fault.of("Two targets have the id " + target.id() + ", and are not the same")
                            .at(spec.where())
                            .advise("Give one of them another <id>."));
                }
            } catch (IllegalArgumentException e) {
                faults.add(Fault.of("The target " + spec.spec() + " can't be used: " + e.getMessage())
                        .at(spec.where())
                        .advise("Name an image as python:3.11-slim-bookworm, an interpreter and platform as"
                                + " cp311-manylinux_2_28_x86_64, or a JSON file read off the interpreter."));
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        if (targets.size() > MOST) {
            throw new FaultException(Fault.of("There are " + targets.size() + " targets, and no more than " + MOST
                            + " can be locked at once")
                    .at(specs.get(specs.size() - 1).where())
                    .advise("Make two bundles of them, each with its own lock."));
        }
        return List.copyOf(targets.values());
    }

    private Target read(TargetSpec spec) {
        if (!spec.spec().endsWith(".json")) {
            Target target = Targets.parse(spec.spec());
            String remark = Targets.remark(spec.spec());
            if (!remark.isEmpty()) {
                LOG.info("Target {}: {}", spec.spec(), remark);
            }
            return spec.id().isEmpty() ? target : target.named(spec.id());
        }
        Path file = places.base().resolve(spec.spec()).normalize();
        String name = file.getFileName().toString();
        String id = spec.id().isEmpty() ? name.substring(0, name.length() - ".json".length()) : spec.id();
        try {
            return Targets.json(id, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of("The target's file can't be read: " + spec.spec())
                            .at(spec.where())
                            .because("looked for " + file)
                            .advise("Read it off the interpreter; the site's page on targets has the command."),
                    e);
        }
    }
}
