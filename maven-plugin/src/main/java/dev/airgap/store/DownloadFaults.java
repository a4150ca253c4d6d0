package dev.airgap.store;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.Reply;
import dev.airgap.http.SafeUrl;
import dev.airgap.http.TransportException;
import java.io.IOException;
import java.util.Locale;

/** Puts into sentences why a download failed, with what the last answer said of itself. */
final class DownloadFaults {

    private static final String REPLACED =
            "lock again if the file was replaced on purpose; else ask who runs the server or a proxy on the way";

    private final Blob blob;
    private String hint = "";

    DownloadFaults(Blob blob) {
        this.blob = blob;
    }

    /** Remembers what is odd about an answer. */
    void heard(Reply reply) {
        String encoding = reply.header("Content-Encoding").orElse("");
        if (!encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            hint = "the answer says Content-Encoding: " + SafeUrl.printable(encoding)
                    + ", though none was asked for: a proxy on the way may pack files, or unpack them";
        } else if (isPage(reply)) {
            hint = "the answer is a page of HTML: a log-in or a proxy's notice may stand in the place of the file";
        } else {
            hint = "";
        }
    }

    /** Tells whether an answer is a page for people, where a file was asked for that is none. */
    boolean isPage(Reply reply) {
        String name = blob.label().toLowerCase(Locale.ROOT);
        return reply.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).startsWith("text/html")
                && !name.endsWith(".html")
                && !name.endsWith(".htm");
    }

    private String with(String detail) {
        return hint.isEmpty() ? detail : detail.isEmpty() ? hint : detail + "\n" + hint;
    }

    FaultException otherSize(Reply reply, long expected, String actual) {
        return new FaultException(new Fault(
                blob.label() + " has another size than it should have",
                SafeUrl.text(reply.url()),
                with("expected: " + expected + " bytes\nactual: " + actual),
                REPLACED));
    }

    FaultException page(Reply reply) {
        return new FaultException(new Fault(
                blob.label() + " is not what the server gives",
                SafeUrl.text(reply.url()),
                hint,
                "open that address in a browser; what has arrived of the file is kept"));
    }

    FaultException wrong(Check.Verdict verdict) {
        return new FaultException(new Fault(
                blob.label() + " has the wrong checksum; nothing of it was kept",
                SafeUrl.text(blob.url()),
                with("expected " + verdict.kind() + ": " + verdict.expected() + "\nactual " + verdict.kind() + ": "
                        + verdict.actual()),
                REPLACED));
    }

    FaultException unusable(String what, String detail) {
        return new FaultException(new Fault(
                what,
                SafeUrl.text(blob.url()),
                with(detail),
                "correct the server, or a proxy on the way that changes answers"));
    }

    TransportException broken(IOException cut, long offset, long size) {
        String last = cut == null ? "the answer ended early" : String.valueOf(cut.getMessage());
        return new TransportException(
                new Fault(
                        "The connection broke or stalled again and again while " + blob.label() + " was fetched",
                        SafeUrl.text(blob.url()),
                        with(offset + " of " + (size < 0 ? "an unknown number of" : String.valueOf(size))
                                + " bytes are there\nlast: " + SafeUrl.printable(last)),
                        "Run again: it goes on from there"),
                cut);
    }
}
