package dev.airgap.http;

import dev.airgap.fault.Fault;
import java.net.URI;
import java.util.Optional;

/** Turns an answer's status into a sentence with the way out. */
public final class StatusFault {

    private StatusFault() {}

    /**
     * Describes an answer that is not what was asked for.
     *
     * @param what the thing asked for, as it stands in a sentence: {@code "the page of requests"}
     * @param id the configured source's id, which names a {@code <server>} of settings.xml; empty where there is none
     */
    public static Fault of(Reply reply, String what, String id) {
        int status = reply.status();
        URI url = reply.url();
        String source = SafeUrl.printable(id.isEmpty() ? Origin.of(url).toString() : id);
        String login = id.isEmpty()
                ? "give credentials for " + Origin.of(url)
                        + " in ~/.netrc, in the address itself, or in settings.xml as a <server> with the id of the source"
                : "give user and password (or token) in settings.xml as <server> with <id>" + SafeUrl.printable(id)
                        + "</id>, or in ~/.netrc";
        String place = SafeUrl.text(url);
        return switch (status) {
            case 401 ->
                new Fault(
                        "The server " + source + " demands credentials for " + what + " (401)",
                        place,
                        said(reply),
                        login);
            case 403 ->
                new Fault(
                        "The server " + source + " forbids " + what + " (403)",
                        place,
                        said(reply),
                        "ask for read permission there, or correct the credentials: " + login);
            case 404, 410 ->
                new Fault(
                        "The server " + source + " does not have " + what + " (" + status + ")",
                        place,
                        said(reply),
                        "correct the name or the address of " + source);
            case 407 ->
                new Fault(
                        "The proxy on the way to " + source + " demands a login (407)",
                        place,
                        "",
                        "give user and password of the proxy in settings.xml (<proxy>) or in HTTPS_PROXY");
            case 429 ->
                new Fault(
                        "The server " + source + " answers no more for now: too many requests (429)",
                        place,
                        wait(reply),
                        "try again later; with credentials most servers allow more");
            default ->
                status >= 500
                        ? new Fault(
                                "The server " + source + " failed to give " + what + " (" + status + ")",
                                place,
                                wait(reply),
                                "try again later: the fault is the server's, and asking again did not help now")
                        : new Fault(
                                "The server " + source + " answers " + status + " where " + what + " was asked for",
                                place,
                                said(reply),
                                "correct the address of " + source);
        };
    }

    private static String said(Reply reply) {
        Optional<String> message = reply.header("X-Error-Message");
        Optional<String> code = reply.header("X-Error-Code");
        String text = code.orElse("") + (code.isPresent() && message.isPresent() ? ": " : "") + message.orElse("");
        return text.isEmpty() ? "" : "the server says: " + SafeUrl.printable(text);
    }

    private static String wait(Reply reply) {
        return reply.header("Retry-After")
                .map(time -> "the server asks to wait: Retry-After " + SafeUrl.printable(time))
                .orElse("");
    }
}
