package dev.airgap.resolve;

import dev.airgap.python.Metadata;
import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;

/** Passes everything on to another catalog; who shows less of it says so by overriding. */
public abstract class CatalogView implements Catalog {

    private final Catalog catalog;

    protected CatalogView(Catalog catalog) {
        this.catalog = catalog;
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
        return catalog.metadata(wheel);
    }
}
