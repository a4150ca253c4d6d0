package dev.airgap.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** Proves who asks; never shows its secret in its text. */
public sealed interface Credential {

    /** Writes the value of the Authorization header. */
    String header();

    /**
     * Carries a user and a password (RFC 7617, as UTF-8).
     *
     * @param user never null, without a colon
     * @param password never null
     */
    record Basic(String user, String password) implements Credential {

        public Basic {
            Objects.requireNonNull(user);
            Objects.requireNonNull(password);
            if (user.indexOf(':') >= 0) {
                throw new IllegalArgumentException("a user name may hold no colon (RFC 7617)");
            }
        }

        @Override
        public String header() {
            byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        }

        @Override
        public String toString() {
            return "Basic[" + user + "]";
        }
    }

    /**
     * Carries a token (RFC 6750).
     *
     * @param token visible ASCII, at least one character
     */
    record Bearer(String token) implements Credential {

        public Bearer {
            if (token.isEmpty()) {
                throw new IllegalArgumentException("the token is empty");
            }
            for (int i = 0; i < token.length(); i++) {
                if (token.charAt(i) <= ' ' || token.charAt(i) > '~') {
                    throw new IllegalArgumentException("the token holds a character that no header can carry");
                }
            }
        }

        @Override
        public String header() {
            return "Bearer " + token;
        }

        @Override
        public String toString() {
            return "Bearer[…]";
        }
    }
}
