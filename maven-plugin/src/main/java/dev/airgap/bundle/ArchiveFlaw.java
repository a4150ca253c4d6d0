package dev.airgap.bundle;

import java.io.IOException;

/** Says why an archive can't be unpacked, as a sentence without a full stop. */
final class ArchiveFlaw extends IOException {

    ArchiveFlaw(String sentence) {
        super(sentence);
    }
}
