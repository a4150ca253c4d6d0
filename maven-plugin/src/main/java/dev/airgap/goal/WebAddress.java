package dev.airgap.goal;

import dev.airgap.http.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges an address before anything is asked there. */
public final class WebAddress {

    private static final int LAST_PORT = 65_535;
    private static final int MOST_DIGITS = 5;

    // Behind an IPv6 address's bracket or a name; java.net.URI takes what is no number for a part of the name.
    private static final Pattern PORT = Pattern.compile(":([^:\\]@]*)$");

    private WebAddress() {}

    /** Says what is wrong with an address, as a sentence; empty where it is an https or http one with a host. */
    public static String flaw(String text) {
        try {
            URI url = new URI(text);
            boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            if (!web) {
                return "Expected https://host/path.";
            }
            Origin.of(url);
            Matcher port = PORT.matcher(url.getRawAuthority());
            boolean none = port.find() && !isPort(port.group(1));
            return none ? "Its port is none: expected a number from 1 to " + LAST_PORT + "." : "";
        } catch (URISyntaxException e) {
            // The exception repeats the address, which may hold a password.
            return "A letter in it can't stand in an address (a blank is %20), or a part is missing.";
        } catch (IllegalArgumentException e) {
            return "It names no host.";
        }
    }

    private static boolean isPort(String digits) {
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = number ? Integer.parseInt(digits) : 0;
        return port >= 1 && port <= LAST_PORT;
    }

    /** Writes an address for people: without user, password and query, whatever else it is. */
    public static String shown(String text) {
        return Wishes.withoutQuery(text.substring(text.lastIndexOf('@') + 1));
    }
}
