package dev.airgap.python;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds the tags a target accepts, best first, and ranks wheels by them. */
public final class TagLadder {

    private final List<Tag> tags;
    private final Map<String, Integer> interpreters = new HashMap<>();
    private final Map<String, Integer> abis = new HashMap<>();
    private final Map<String, Integer> platforms = new HashMap<>();

    /** The rank of each (interpreter, abi, platform), numbered as above; -1 where that is no tag of the ladder. */
    private final int[] ranks;

    private TagLadder(List<Tag> tags) {
        this.tags = tags;
        for (Tag tag : tags) {
            interpreters.putIfAbsent(tag.interpreter(), interpreters.size());
            abis.putIfAbsent(tag.abi(), abis.size());
            platforms.putIfAbsent(tag.platform(), platforms.size());
        }
        long cells = (long) interpreters.size() * abis.size() * platforms.size();
        if (cells > 4_000_000) {
            throw new IllegalArgumentException("these are too many kinds of tags: " + tags.size());
        }
        ranks = new int[(int) cells];
        Arrays.fill(ranks, -1);
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            int cell = cell(interpreters.get(tag.interpreter()), abis.get(tag.abi()), platforms.get(tag.platform()));
            if (ranks[cell] < 0) {
                ranks[cell] = i;
            }
        }
    }

    /** Makes a ladder of tags, best first; a tag that stands twice counts by its first place. */
    public static TagLadder of(List<Tag> tags) {
        return new TagLadder(List.copyOf(tags));
    }

    private int cell(int interpreter, int abi, int platform) {
        return (interpreter * abis.size() + abi) * platforms.size() + platform;
    }

    /** Gives the place of the best tag that the wheel has, 0 the best; -1 where none fits. */
    public int rank(WheelName wheel) {
        int best = -1;
        for (int p = 0; p < wheel.platforms().size(); p++) {
            Integer platform = platforms.get(wheel.platforms().get(p));
            if (platform != null) {
                best = better(best, rank(wheel, platform));
            }
        }
        return best;
    }

    private int rank(WheelName wheel, int platform) {
        int best = -1;
        for (int i = 0; i < wheel.interpreters().size(); i++) {
            Integer interpreter = interpreters.get(wheel.interpreters().get(i));
            if (interpreter == null) {
                continue;
            }
            for (int a = 0; a < wheel.abis().size(); a++) {
                Integer abi = abis.get(wheel.abis().get(a));
                if (abi != null) {
                    best = better(best, ranks[cell(interpreter, abi, platform)]);
                }
            }
        }
        return best;
    }

    private static int better(int one, int two) {
        return one < 0 || two >= 0 && two < one ? two : one;
    }

    /** Lists the tags, best first. */
    public List<Tag> tags() {
        return tags;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TagLadder ladder && tags.equals(ladder.tags);
    }

    @Override
    public int hashCode() {
        return tags.hashCode();
    }

    @Override
    public String toString() {
        return tags.isEmpty() ? "no tags" : tags.get(0) + " and " + (tags.size() - 1) + " more";
    }
}
