package dev.airgap.python;

import java.util.Set;

/** Compares a value of the environment with a literal, by version where both sides are versions, else by text. */
final class MarkerComparison implements MarkerNode {

    /** Beyond this no interpreter has patch releases; a text search in them is tried out up to here. */
    private static final int TRIED_PATCHES = 100;

    /** A longer text is no list of versions that somebody wrote; it would only cost time. */
    private static final int LONGEST_SEARCHED = 1_000;

    private final MarkerVariable left;
    private final MarkerVariable right;
    private final String leftText;
    private final String rightText;
    private final String operator;
    private final Specifier specifier;

    /**
     * Makes a comparison.
     *
     * @param left the variable on the left, null where a literal stands there
     * @param leftText the literal on the left, null where a variable stands there
     */
    MarkerComparison(MarkerVariable left, String leftText, String operator, MarkerVariable right, String rightText) {
        this.left = left;
        this.right = right;
        this.operator = operator;
        boolean extra = left == MarkerVariable.EXTRA && right == null;
        // Of two variables packaging takes the right one for the text of its name.
        String text = right != null ? left != null ? right.word() : null : rightText;
        this.rightText = extra ? PackageName.normalise(text) : text;
        boolean named = left == null && right != null && (right == MarkerVariable.EXTRA || right.isSet());
        this.leftText = named ? PackageName.normalise(leftText) : leftText;
        this.specifier = left != null && left.isVersion() ? Specifier.parseOrNull(operator + this.rightText) : null;
    }

    @Override
    public boolean test(MarkerValues values) {
        if (left == null && right.isSet()) {
            return testSet(values.set(right));
        }
        String one = left != null ? values.get(left) : leftText;
        String two = left != null ? rightText : values.get(right);
        if (subject().isVersion()) {
            Specifier judge = left != null ? specifier : Specifier.parseOrNull(operator + two);
            if (judge != null) {
                return judge.contains(one);
            }
        }
        return switch (operator) {
            case "==", "<=", ">=" -> one.equals(two);
            case "!=" -> !one.equals(two);
            case "<", ">" -> false;
            case "in" -> two.contains(one);
            case "not in" -> !two.contains(one);
            default -> throw new IllegalArgumentException(undefined());
        };
    }

    /** Judges a set, which PEP 751 knows by {@code in} alone; a text never equals it. */
    private boolean testSet(Set<String> set) {
        return switch (operator) {
            case "in" -> set.contains(leftText);
            case "not in" -> !set.contains(leftText);
            case "!=" -> true;
            default -> false;
        };
    }

    /** Gives the variable that decides how it is compared; null where two literals stand there. */
    private MarkerVariable subject() {
        return left != null ? left : right;
    }

    @Override
    public boolean isPatchy() {
        MarkerVariable subject = subject();
        return subject != null && subject.isPatch();
    }

    @Override
    public void addCuts(String pythonVersion, Set<Long> cuts) {
        if (!isPatchy()) {
            return;
        }
        if (operator.equals("in") || operator.equals("not in")) {
            for (long patch = 0; patch < TRIED_PATCHES; patch++) {
                cuts.add(patch);
            }
            addNumbers(left == null ? leftText : rightText, cuts);
            return;
        }
        Version cut = left == null ? Version.parseOrNull(leftText) : specifier == null ? null : specifier.named();
        Version python = Version.parseOrNull(pythonVersion);
        if (cut == null || python == null || !python.prefix2().equals(cut.prefix2())) {
            return;
        }
        long patch = cut.segment(2);
        if (patch >= 0 && patch < Long.MAX_VALUE - 1) {
            cuts.add(Math.max(0, patch - 1));
            cuts.add(patch);
            cuts.add(patch + 1);
        }
    }

    /** Adds the numbers that stand in a text: a patch release beyond the tried ones is found only where one is named. */
    private static void addNumbers(String text, Set<Long> cuts) {
        if (text.length() > LONGEST_SEARCHED) {
            return;
        }
        long number = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c >= '0' && c <= '9') {
                number = Math.min(Integer.MAX_VALUE, Math.max(0, number) * 10 + c - '0');
            } else if (number >= 0) {
                cuts.add(number);
                number = -1;
            }
        }
    }

    @Override
    public String fault() {
        if (left == null && right == null) {
            return "it compares two literals: " + this;
        }
        if (left != null && left.isSet()) {
            return left.word() + " is a set and can only stand after 'in': " + this;
        }
        boolean judged = operator.equals("~=") || operator.equals("===");
        boolean unversioned = left != null ? specifier == null : !right.isVersion();
        return judged && unversioned ? undefined() : null;
    }

    @Override
    public MarkerNode extraPart() {
        return left == MarkerVariable.EXTRA || right == MarkerVariable.EXTRA ? this : null;
    }

    private String undefined() {
        return "'" + operator + "' needs a version on both sides: " + this;
    }

    @Override
    public void write(StringBuilder text, boolean nested) {
        text.append(left != null ? left.word() : quoted(leftText))
                .append(' ')
                .append(operator)
                .append(' ')
                .append(right != null ? right.word() : quoted(rightText));
    }

    private static String quoted(String literal) {
        char quote = literal.indexOf('"') < 0 ? '"' : '\'';
        return quote + literal + quote;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        write(text, false);
        return text.toString();
    }
}
