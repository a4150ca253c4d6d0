package dev.airgap.mojo;

import dev.airgap.goal.LockPolicy;
import dev.airgap.goal.Places;
import dev.airgap.goal.WishReader;
import dev.airgap.goal.Wishes;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.impl.OfflineController;

/** Holds the parameters that say what goes into a bundle beside packages, and what may happen to its lock. */
abstract class AbstractContentMojo extends AbstractPackagesMojo {

    /**
     * Lists the snapshots of models and datasets: each with its repo and, where wanted, revision, weights, patterns and
     * layout; and a folder, a cache or an artifact where it comes from no hub.
     */
    @Parameter
    List<ModelElement> models = new ArrayList<>();

    /**
     * Lists snapshots on the command line, {@code org/name@revision} separated by commas, with {@code =folder:},
     * {@code =cache:} or {@code =artifact:} behind one that comes from no hub; wins over the POM.
     */
    @Parameter(property = "airgap.models")
    String modelList;

    /** Lists repositories whose own code is trusted, separated by commas: {@code <remoteCode>} for the command line. */
    @Parameter(property = "airgap.remoteCode")
    String remoteCode;

    /** Lists the hubs; a model names one by its id, else the first is asked. */
    @Parameter
    List<HubElement> hubs = new ArrayList<>();

    /** Names the one hub on the command line; wins over the POM. */
    @Parameter(property = "airgap.hub.url")
    String hubUrl;

    /**
     * Lists generic files: each with its url, its path below files/ in the bundle, its sha256 where it is known, and
     * unpack where it is an archive; or by a preset, tiktoken:cl100k_base, nltk:punkt_tab.
     */
    @Parameter
    List<FileElement> files = new ArrayList<>();

    /** Lists files on the command line, presets and addresses separated by commas; wins over the POM. */
    @Parameter(property = "airgap.files")
    String fileList;

    /** Says where the image will have the bundle, an absolute path; {@code airgap.env} of the bundle is made of it. */
    @Parameter(property = "airgap.root", defaultValue = "/opt/airgap")
    String root;

    /** Fails instead of changing the lock; the default where the environment has CI set and there is a lock. */
    @Parameter(property = "airgap.locked")
    String locked;

    /** Moves pins: {@code true} for all, or names of packages and models separated by commas. */
    @Parameter(property = "airgap.upgrade")
    String upgrade;

    AbstractContentMojo(RepositorySystem repositories, OfflineController offline) {
        super(repositories, offline);
    }

    /**
     * Reads what may happen to the lock.
     *
     * @param asked whether locking was asked for by name: then CI alone forbids no change
     */
    final LockPolicy lockPolicy(boolean asked) {
        String said = said("airgap.locked", locked);
        return LockPolicy.of(
                said == null ? LockPolicy.Change.of(asked, System.getenv("CI")) : LockPolicy.Change.of(said),
                said("airgap.upgrade", upgrade));
    }

    /** Reads what is asked for, and the files that it names. */
    final Wishes wishes(Places places) {
        return new WishReader(places, System.getenv()).read(new ConfigurationReader(this).read());
    }
}
