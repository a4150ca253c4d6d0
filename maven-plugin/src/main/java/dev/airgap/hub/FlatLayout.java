package dev.airgap.hub;

import dev.airgap.fault.FaultException;
import dev.airgap.hub.HubLayout.Laid;
import dev.airgap.lock.LockedModel;
import dev.airgap.lock.LockedModel.ModelFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lays locked snapshots out as plain folders, for loaders that take a path and know no cache. */
public final class FlatLayout {

    /** The folder in the bundle that holds those of the models. */
    public static final String ROOT = "models/flat/";

    private FlatLayout() {}

    /**
     * Places the files of all snapshots that stand flat, each path once, sorted.
     *
     * @throws FaultException where two of them claim one place
     */
    public static List<Laid> of(List<LockedModel> models) {
        Map<String, Laid> laid = new TreeMap<>();
        for (LockedModel model : models) {
            if (model.layout().isFlat()) {
                for (ModelFile file : model.files()) {
                    String path = ROOT + model.layout().flat() + "/" + file.path();
                    HubLayout.put(laid, new Laid(path, model, Optional.of(file)));
                }
            }
        }
        return List.copyOf(laid.values());
    }
}
