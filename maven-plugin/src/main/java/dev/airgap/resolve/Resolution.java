package dev.airgap.resolve;

import java.util.List;

/**
 * Holds what was solved.
 *
 * @param pins sorted by name, then version; a package that parted stands once per version
 * @param notes sentences for the log: which package parted over the targets and why, yanked releases that were
 *     pinned, and the like
 */
public record Resolution(List<Pin> pins, List<String> notes) {}
