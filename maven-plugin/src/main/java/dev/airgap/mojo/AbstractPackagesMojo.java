package dev.airgap.mojo;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.impl.OfflineController;

/** Holds the parameters that say which Python packages are locked, for which targets and from which indexes. */
abstract class AbstractPackagesMojo extends AbstractNetworkMojo {

    /**
     * Lists where the wheels will be installed: official images (python:3.11-slim-bookworm), interpreters with their
     * platform (cp311-manylinux_2_28_x86_64), or JSON files read off an interpreter.
     */
    @Parameter
    List<TargetElement> targets = new ArrayList<>();

    /** Lists targets on the command line, separated by commas; wins over the POM. */
    @Parameter(property = "airgap.targets")
    String targetList;

    /** Lists requirements files (requirements.txt, pyproject.toml) and requirements as such (demo>=1,<2). */
    @Parameter
    List<String> requirements = new ArrayList<>();

    /** Lists requirements on the command line, separated by commas; wins over the POM. */
    @Parameter(property = "airgap.requirements")
    String requirementList;

    /** Lists constraints files and constraints as such: they bound versions and ask for nothing. */
    @Parameter
    List<String> constraints = new ArrayList<>();

    /** Lists constraints on the command line, separated by commas; wins over the POM. */
    @Parameter(property = "airgap.constraints")
    String constraintList;

    /**
     * Lists requirements, or files of them, that stand in the place of every other requirement on their packages,
     * whoever has it: urllib3<2 where two packages can't agree. On the closed side pip then needs --no-deps.
     */
    @Parameter
    List<String> overrides = new ArrayList<>();

    /** Lists overrides on the command line, separated by commas; wins over the POM. */
    @Parameter(property = "airgap.overrides")
    String overrideList;

    /** Lists packages that are left out whoever needs them: opencv-python where the image has another build of it. */
    @Parameter
    List<String> exclusions = new ArrayList<>();

    /** Lists exclusions on the command line, separated by commas; wins over the POM. */
    @Parameter(property = "airgap.exclusions")
    String exclusionList;

    /** Lists the indexes; the first that knows a package owns it. */
    @Parameter
    List<IndexElement> indexes = new ArrayList<>();

    /** Names the one index on the command line; wins over the POM. */
    @Parameter(property = "airgap.index.url")
    String indexUrl;

    /**
     * Says which pre-releases may be chosen: {@code default} (PEP 440), {@code allow}, {@code never}.
     * {@code default,torch=allow} has words of their own for packages.
     */
    @Parameter(property = "airgap.prereleases", defaultValue = "default")
    String prereleases;

    /** Says which versions are preferred: {@code highest}, {@code lowest}, {@code lowest-direct}. */
    @Parameter(property = "airgap.resolution", defaultValue = "highest")
    String resolution;

    /**
     * Leaves out what was uploaded later: a day ({@code 2026-10-31}), an instant, or a period ({@code P7D}), whose instant
     * the lock keeps. {@code P7D,torch=2026-10-31,ours=none} says otherwise for packages, an index may have its own.
     */
    @Parameter(property = "airgap.excludeNewer")
    String excludeNewer;

    AbstractPackagesMojo(RepositorySystem repositories, OfflineController offline) {
        super(repositories, offline);
    }
}
