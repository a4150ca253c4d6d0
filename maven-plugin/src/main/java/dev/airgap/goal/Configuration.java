package dev.airgap.goal;

import dev.airgap.resolve.PrereleaseRule;
import dev.airgap.resolve.Problem.Strategy;
import java.util.List;
import java.util.Map;

/**
 * Holds everything that decides what a lock will say, as the user wrote it.
 *
 * @param requirements files and requirements, in order
 * @param overrides files and requirements that stand in the place of every other on their packages
 * @param exclusions names of packages that are to be left out
 * @param indexes never empty; the first that knows a name owns it
 * @param hubs never empty
 * @param prereleases which of them may be chosen
 * @param excludeNewer which uploads are too new
 * @param root where the image will have the bundle, an absolute POSIX path
 * @param addresses of single wheels that have a login or a query: without these, and with them
 */
public record Configuration(
        List<TargetSpec> targets,
        List<Written> requirements,
        List<Written> constraints,
        List<Written> overrides,
        List<Written> exclusions,
        List<IndexSpec> indexes,
        List<HubSpec> hubs,
        List<ModelSpec> models,
        List<FileSpec> files,
        PrereleaseRule prereleases,
        Strategy strategy,
        List<CutoffSpec> excludeNewer,
        String root,
        Map<String, String> addresses) {

    /**
     * Holds a word of the user's and its place.
     *
     * @param text as written, trimmed
     * @param where the place, for people: {@code <requirement> in pom.xml}
     */
    public record Written(String text, String where) {}

    /** Gives the same with what requirements files say of indexes, pre-releases and addresses. */
    Configuration with(List<IndexSpec> other, PrereleaseRule rule, Map<String, String> direct) {
        return new Configuration(
                targets,
                requirements,
                constraints,
                overrides,
                exclusions,
                other,
                hubs,
                models,
                files,
                rule,
                strategy,
                excludeNewer,
                root,
                direct);
    }

    /** Tells whether there is nothing to bundle at all. */
    public boolean isEmpty() {
        return requirements.isEmpty() && models.isEmpty() && files.isEmpty();
    }
}
