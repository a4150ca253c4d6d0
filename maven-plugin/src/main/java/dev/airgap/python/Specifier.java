package dev.airgap.python;

import java.math.BigInteger;
import java.util.Locale;

/**
 * Holds one version specifier (PEP 440). Every operator but {@code ===} is one interval of the version order, or what
 * lies around one: {@link #side} tells on which side of it a version lies, and never falls as versions rise.
 */
final class Specifier {

    private enum Shape {
        AT_LEAST,
        AT_MOST,
        BELOW,
        AFTER_FAMILY,
        EXACT,
        PUBLIC,
        BETWEEN,
        TEXT
    }

    private final String operator;
    private final String text;
    private final Shape shape;
    private final boolean negated;
    private final boolean wildcard;
    private final Version named;
    private final Version low;
    private final Version high;

    private Specifier(
            String operator, String text, Shape shape, boolean wildcard, Version named, Version low, Version high) {
        this.operator = operator;
        this.text = text;
        this.shape = shape;
        this.negated = operator.equals("!=");
        this.wildcard = wildcard;
        this.named = named;
        this.low = low;
        this.high = high;
    }

    /** Parses one specifier; null where it is none. */
    static Specifier parseOrNull(String raw) {
        String spec = Words.strip(raw);
        int length = spec.length();
        String operator;
        if (spec.startsWith("===")) {
            operator = "===";
        } else if (length > 1 && spec.charAt(1) == '=' && "~=!<>".indexOf(spec.charAt(0)) >= 0) {
            operator = spec.substring(0, 2);
        } else if (length > 0 && (spec.charAt(0) == '<' || spec.charAt(0) == '>')) {
            operator = spec.substring(0, 1);
        } else {
            return null;
        }
        String text = Words.strip(spec.substring(operator.length()));
        if (operator.equals("===")) {
            return identity(text);
        }
        boolean wildcard = text.endsWith(".*");
        Version version = Version.parseOrNull(wildcard ? text.substring(0, text.length() - 2) : text);
        if (version == null || wildcard && !isBareRelease(text)) {
            return null;
        }
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (!equality && (wildcard || version.isLocal())) {
            return null;
        }
        return of(operator, text, wildcard, version);
    }

    private static Specifier identity(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ';' || c == ')' || Words.isSpace(c)) {
                return null;
            }
        }
        return new Specifier("===", text, Shape.TEXT, false, Version.parseOrNull(text), null, null);
    }

    /** Tells whether only a release stands before the wildcard: no pre, post, dev or local part, no white space. */
    private static boolean isBareRelease(String text) {
        int from = text.charAt(0) == 'v' || text.charAt(0) == 'V' ? 1 : 0;
        for (int i = from; i < text.length() - 2; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '!') {
                return false;
            }
        }
        return true;
    }

    private static Specifier of(String operator, String text, boolean wildcard, Version version) {
        int segments = version.segments();
        if (wildcard) {
            Version low = version.prefix(segments, 0);
            return new Specifier(operator, text, Shape.BETWEEN, true, version, low, version.prefix(segments, 1));
        }
        return switch (operator) {
            case ">=" -> simple(operator, text, Shape.AT_LEAST, version, version);
            case "<=" -> simple(operator, text, Shape.AT_MOST, version, version);
            case "==", "!=" -> simple(operator, text, version.isLocal() ? Shape.EXACT : Shape.PUBLIC, version, version);
            case "<" ->
                // PEP 440: <V leaves out V's own pre-releases, unless V is one itself.
                simple(operator, text, Shape.BELOW, version, version.isPreRelease() ? version : version.firstDev());
            case ">" -> above(text, version);
            case "~=" ->
                segments < 2
                        ? null
                        : new Specifier(
                                operator,
                                text,
                                Shape.BETWEEN,
                                false,
                                version,
                                version,
                                version.prefix(segments - 1, 1));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    /** Makes {@code >V}: V's local labels never count, and its post-releases only where V is one (PEP 440). */
    private static Specifier above(String text, Version version) {
        if (version.isDev()) {
            VersionParts parts = version.parts();
            Version next = Version.of(parts.withDev(parts.dev().add(BigInteger.ONE)));
            return simple(">", text, Shape.AT_LEAST, version, next);
        }
        if (version.isPost()) {
            Version next = Version.of(version.parts().nextPost());
            return simple(">", text, Shape.AT_LEAST, version, next);
        }
        return simple(">", text, Shape.AFTER_FAMILY, version, version);
    }

    private static Specifier simple(String operator, String text, Shape shape, Version named, Version bound) {
        return new Specifier(operator, text, shape, false, named, bound, bound);
    }

    /** Tells whether the version lies below (-1), in (0) or above (1) the interval; not for {@code ===}. */
    int side(Version version) {
        return switch (shape) {
            case AT_LEAST -> version.compareTo(low) < 0 ? -1 : 0;
            case AT_MOST -> version.comparePublic(high) > 0 ? 1 : 0;
            case BELOW -> version.compareTo(high) >= 0 ? 1 : 0;
            case AFTER_FAMILY -> version.compareTo(low) <= 0 || version.isFamilyOf(low) ? -1 : 0;
            case EXACT -> Integer.signum(version.compareTo(low));
            case PUBLIC -> Integer.signum(version.comparePublic(low));
            case BETWEEN -> version.compareTo(low) < 0 ? -1 : version.compareTo(high) >= 0 ? 1 : 0;
            case TEXT -> throw new IllegalStateException("=== has no order");
        };
    }

    boolean contains(Version version) {
        return shape == Shape.TEXT ? isText(version.toString()) : (side(version) == 0) != negated;
    }

    /** Judges a release as an index wrote it; where it is no version, only {@code ===} can match it. */
    boolean contains(String raw) {
        if (shape == Shape.TEXT) {
            return isText(raw);
        }
        Version version = Version.parseOrNull(raw);
        return version != null && contains(version);
    }

    private boolean isText(String raw) {
        return raw.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT));
    }

    /** Tells whether all that matches this lies below all that matches the other. */
    boolean liesBelow(Specifier other) {
        boolean begins = other.shape != Shape.AT_MOST && other.shape != Shape.BELOW;
        return !negated && !other.negated && shape != Shape.TEXT && begins && other.low != null && side(other.low) > 0;
    }

    /** Gives where it stands among others: exact ones first, then lower bounds, upper ones and what is left out. */
    int rank() {
        return negated ? 3 : operator.startsWith("<") ? 2 : operator.startsWith(">") ? 1 : 0;
    }

    boolean isIdentity() {
        return shape == Shape.TEXT;
    }

    boolean isNegated() {
        return negated;
    }

    /** Tells whether it lets pre-releases in by naming one; {@code !=} and wildcards never do. */
    boolean mentionsPreRelease() {
        return !negated && !wildcard && named != null && named.isPreRelease();
    }

    /** Tells whether it pins one version. */
    boolean isPin() {
        return shape == Shape.TEXT || operator.equals("==") && !wildcard;
    }

    /** Gives the version that it names, without a wildcard; null where {@code ===} names none. */
    Version named() {
        return named;
    }

    @Override
    public String toString() {
        return operator + text;
    }
}
