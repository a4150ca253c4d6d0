package dev.airgap.resolve;

import dev.airgap.python.Metadata;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;

/** Shows the solver the metadata of wheels as the users' overrides and exclusions make it. */
final class EditedCatalog implements Catalog {

    private final Catalog catalog;
    private final Edits edits;

    EditedCatalog(Catalog catalog, Edits edits) {
        this.catalog = catalog;
        this.edits = edits;
    }

    @Override
    public void prefetch(PackageName name) {
        catalog.prefetch(name);
    }

    @Override
    public void prefetch(WheelFile wheel) {
        catalog.prefetch(wheel);
    }

    @Override
    public Releases releases(PackageName name) {
        return catalog.releases(name);
    }

    @Override
    public Releases releases(Requirement direct) {
        return catalog.releases(direct);
    }

    @Override
    public Metadata metadata(WheelFile wheel) {
        Metadata metadata = catalog.metadata(wheel);
        try {
            return new Metadata(
                    metadata.name(),
                    metadata.version(),
                    metadata.requiresPython(),
                    edits.apply(metadata.requires()),
                    metadata.extras());
        } catch (IllegalArgumentException e) {
            // What can't be read is refused where it is asked for.
            return metadata;
        }
    }
}
