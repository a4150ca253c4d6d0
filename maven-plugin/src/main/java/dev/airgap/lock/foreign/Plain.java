package dev.airgap.lock.foreign;

/** Makes what stands in a file that anybody may have edited fit for a message: no control letters, not too long. */
final class Plain {

    private static final int LONG = 500;

    private Plain() {}

    static String text(String raw) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; raw != null && i < raw.length() && i < LONG; i++) {
            char c = raw.charAt(i);
            safe.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c);
        }
        return safe.toString();
    }
}
