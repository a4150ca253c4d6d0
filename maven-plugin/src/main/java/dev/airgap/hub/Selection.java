package dev.airgap.hub;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.hub.SnapshotPlan.PlannedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Holds what a request takes of a listing, and what it leaves.
 *
 * @param files by path
 * @param leftOut by reason and place
 */
record Selection(List<PlannedFile> files, List<LeftOut> leftOut) {

    /**
     * Chooses by the request's patterns, then by its weights.
     *
     * @throws FaultException where nothing is left, or where the choice is not ours to make
     */
    static Selection of(ModelRequest request, List<PlannedFile> listing) {
        Patterns patterns = new Patterns(request.includes(), request.excludes());
        List<PlannedFile> taken = new ArrayList<>(listing.size());
        LeftOuts leftOut = new LeftOuts();
        for (PlannedFile file : listing) {
            if (patterns.takes(file.path())) {
                taken.add(file);
            } else {
                leftOut.unwanted(file);
            }
        }
        if (taken.isEmpty()) {
            throw new FaultException(nothing(request, listing));
        }
        List<PlannedFile> chosen = request.isDataset() || request.weights().all()
                ? taken
                : new WeightChoice(request, patterns, listing, taken).choose(leftOut);
        List<PlannedFile> sorted = new ArrayList<>(chosen);
        sorted.sort(Comparator.comparing(PlannedFile::path));
        return new Selection(sorted, leftOut.grouped(sorted));
    }

    private static Fault nothing(ModelRequest request, List<PlannedFile> listing) {
        if (listing.isEmpty()) {
            return new Fault(
                    request.shown() + " has no files", request.where(), "", "correct the repo or its revision");
        }
        StringBuilder names = new StringBuilder("it has ");
        for (int i = 0; i < Math.min(listing.size(), 12); i++) {
            names.append(i == 0 ? "" : ", ").append(Names.shown(listing.get(i).path()));
        }
        if (listing.size() > 12) {
            names.append(" and ").append(listing.size() - 12).append(" more");
        }
        return new Fault(
                "No file of " + request.shown() + " passes the includes and excludes",
                request.where(),
                names.toString(),
                "correct the patterns: * crosses slashes, upper and lower case differ");
    }
}
