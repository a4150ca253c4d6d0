package dev.airgap.goal;

import java.util.OptionalInt;

/**
 * Holds a generic file as asked for.
 *
 * @param source the id that names its {@code <server>}, or empty
 * @param sha256 as written, empty where it is to be learnt at lock time
 * @param start hex digits that the sha256 must begin with, where its name says so much; else empty
 * @param path below {@code files/} in the bundle; never empty
 * @param strip how many leading folders are dropped where it is an archive to be unpacked at its path; empty where the file
 *     is laid as it is
 * @param where the place, for people
 */
public record FileSpec(
        String source, String url, String sha256, String start, String path, OptionalInt strip, String where) {

    /** Asks for a file that is laid as it is. */
    public FileSpec(String source, String url, String sha256, String path, String where) {
        this(source, url, sha256, "", path, OptionalInt.empty(), where);
    }
}
