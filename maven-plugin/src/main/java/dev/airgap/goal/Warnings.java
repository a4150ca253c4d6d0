package dev.airgap.goal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says each warning once: what is judged when it is locked is judged again when it is sealed. */
final class Warnings {

    private static final Logger LOG = LoggerFactory.getLogger(Warnings.class);

    private final Set<String> said = new HashSet<>();

    synchronized void say(List<String> sentences) {
        for (String sentence : sentences) {
            if (said.add(sentence)) {
                LOG.warn("{}", sentence);
            }
        }
    }
}
