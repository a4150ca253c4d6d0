package dev.airgap.hub.format;

import dev.airgap.hub.WeightFormat;

/** Says what a ZIP holds, as far as loading it matters. */
enum ZipKind {
    TORCH(WeightFormat.PICKLE, true, "a ZIP with a pickle in it, as torch.save writes it"),
    SCRIPT(WeightFormat.PICKLE, true, "a TorchScript archive: a ZIP with code and pickles in it"),
    KERAS(WeightFormat.TENSORFLOW, true, "a Keras archive, whose Lambda layers are code"),
    ARRAYS(null, false, "NumPy arrays of numbers in a ZIP"),
    OBJECTS(WeightFormat.PICKLE, true, "NumPy arrays in a ZIP that are not all of numbers alone: objects are pickles"),
    OTHER(null, true, "a ZIP that is no weights by its entries, and can hold anything"),
    CROOKED(null, true, "a ZIP that readers can understand differently, and that can hold anything");

    private final WeightFormat format;
    private final boolean runsCode;
    private final String why;

    ZipKind(WeightFormat format, boolean runsCode, String why) {
        this.format = format;
        this.runsCode = runsCode;
        this.why = why;
    }

    WeightKind kind() {
        return new WeightKind(format, runsCode, this == OTHER || this == CROOKED, why);
    }
}
