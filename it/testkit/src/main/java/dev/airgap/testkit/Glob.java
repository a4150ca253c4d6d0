package dev.airgap.testkit;

/** Matches a path against a pattern in which each {@code *} stands for any text, slashes too. */
record Glob(String pattern) {

    boolean matches(String path) {
        return matches(0, path, 0);
    }

    private boolean matches(int p, String path, int s) {
        int i = p;
        int j = s;
        while (i < pattern.length()) {
            if (pattern.charAt(i) == '*') {
                for (int k = path.length(); k >= j; k--) {
                    if (matches(i + 1, path, k)) {
                        return true;
                    }
                }
                return false;
            }
            if (j >= path.length() || path.charAt(j) != pattern.charAt(i)) {
                return false;
            }
            i++;
            j++;
        }
        return j == path.length();
    }
}
