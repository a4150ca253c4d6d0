package dev.airgap.resolve;

import dev.airgap.python.Metadata;

/** Shows the solver the metadata of wheels as the users' overrides and exclusions make it. */
final class EditedCatalog extends CatalogView {

    private final Edits edits;

    EditedCatalog(Catalog catalog, Edits edits) {
        super(catalog);
        this.edits = edits;
    }

    @Override
    public Metadata metadata(WheelFile wheel) {
        Metadata metadata = super.metadata(wheel);
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
