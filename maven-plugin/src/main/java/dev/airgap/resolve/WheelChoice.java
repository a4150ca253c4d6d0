package dev.airgap.resolve;

import dev.airgap.python.Target;
import java.util.List;

/** Chooses the wheel of a release for a target: the best tag, then the highest build, then the first by file name. */
public final class WheelChoice {

    private final Target target;

    public WheelChoice(Target target) {
        this.target = target;
    }

    /** Gives the wheel to use, yanked ones or others; null where none can be used. */
    public WheelFile choose(List<WheelFile> wheels, boolean yanked) {
        WheelFile best = null;
        int bestRank = Integer.MAX_VALUE;
        for (int i = 0; i < wheels.size(); i++) {
            WheelFile wheel = wheels.get(i);
            if (wheel.isYanked() != yanked) {
                continue;
            }
            int rank = target.tags().rank(wheel.name());
            if (rank < 0 || rank > bestRank || !target.accepts(wheel.requiresPython())) {
                continue;
            }
            if (rank < bestRank || precedes(wheel, best)) {
                best = wheel;
                bestRank = rank;
            }
        }
        return best;
    }

    private static boolean precedes(WheelFile wheel, WheelFile best) {
        int order = compareBuilds(wheel.name().build(), best.name().build());
        return order != 0
                ? order > 0
                : wheel.name().fileName().compareTo(best.name().fileName()) < 0;
    }

    /** Compares build tags (PEP 427): none is lowest, then by the leading number, then by the rest. */
    static int compareBuilds(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(!left.isEmpty(), !right.isEmpty());
        }
        int leftDigits = digits(left);
        int rightDigits = digits(right);
        int order = compareNumbers(left.substring(0, leftDigits), right.substring(0, rightDigits));
        return order != 0 ? order : left.substring(leftDigits).compareTo(right.substring(rightDigits));
    }

    private static int digits(String build) {
        int end = 0;
        while (end < build.length() && build.charAt(end) >= '0' && build.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Compares numbers of any length. */
    private static int compareNumbers(String left, String right) {
        String a = withoutZeros(left);
        String b = withoutZeros(right);
        int order = Integer.compare(a.length(), b.length());
        return order != 0 ? order : a.compareTo(b);
    }

    private static String withoutZeros(String number) {
        int start = 0;
        while (start < number.length() && number.charAt(start) == '0') {
            start++;
        }
        return number.substring(start);
    }
}
