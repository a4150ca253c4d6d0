package dev.airgap.hub.format;

import dev.airgap.hub.WeightFormat;

/**
 * Says what a weight file is by its content.
 *
 * @param format its format, or null where the content is of none that is recognised
 * @param runsCode whether loading it can run code that it carries; false where nothing was found that could
 * @param unopened whether it holds what is not looked into, which may be anything
 * @param why what it was taken for and why, as it stands after a colon
 */
public record WeightKind(WeightFormat format, boolean runsCode, boolean unopened, String why) {

    static WeightKind data(WeightFormat format, String why) {
        return new WeightKind(format, false, false, why);
    }

    static WeightKind code(WeightFormat format, String why) {
        return new WeightKind(format, true, false, why);
    }

    static WeightKind unopened(WeightFormat format, String why) {
        return new WeightKind(format, true, true, why);
    }

    /** Names the format, or says that it has none. */
    public String shown() {
        return format == null ? "unknown" : format.id();
    }
}
