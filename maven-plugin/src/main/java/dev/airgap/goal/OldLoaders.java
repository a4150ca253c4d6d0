package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.hub.FlatLayout;
import dev.airgap.lock.Lock;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedPackage;
import dev.airgap.python.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Refuses a locked loader that can't read the layout in which a locked model stands. */
final class OldLoaders {

    private static final String NAME = "sentence-transformers";

    /** sentence-transformers 2.3.0 reads the Hub's cache; before, it had folders of its own making. */
    private static final Version READS_CACHE = Version.parse("2.3.0");

    private OldLoaders() {}

    /**
     * Looks at all of a lock.
     *
     * @param root where the image will have the bundle
     */
    static void check(Lock lock, String root, String where) {
        List<Fault> faults = new ArrayList<>();
        for (LockedPackage locked : lock.packages()) {
            if (locked.name().equals(NAME) && Version.parse(locked.version()).compareTo(READS_CACHE) < 0) {
                for (LockedModel model : lock.models()) {
                    if (isRead(model) && !model.layout().isFlat()) {
                        faults.add(fault(locked, model, root, where));
                    }
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    /** Knows the models of that library by the file that lists their modules. */
    private static boolean isRead(LockedModel model) {
        return model.type().equals("model")
                && model.files().stream().anyMatch(file -> file.path().equals("modules.json"));
    }

    private static Fault fault(LockedPackage locked, LockedModel model, String root, String where) {
        SortedSet<String> targets = new TreeSet<>(locked.dependencies().keySet());
        return Fault.of(NAME + " " + locked.version() + " can't read " + model.repo() + " as the bundle has it")
                .at(where)
                .because("Versions before " + READS_CACHE
                        + " know nothing of the Hub's cache, in which the model stands; they would ask the network for"
                        + " it.\nIt is locked so for " + String.join(", ", targets) + ".")
                .advise("Require " + NAME + ">=" + READS_CACHE
                        + "; or give the model <layout>flat</layout>, and load it" + " by its folder: " + root + "/"
                        + FlatLayout.ROOT + model.repo() + ".");
    }
}
