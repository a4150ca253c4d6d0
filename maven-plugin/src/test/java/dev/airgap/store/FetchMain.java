package dev.airgap.store;

import dev.airgap.http.HttpSettings;
import dev.airgap.http.OkTransport;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Fetches one blob into a store as a process of its own, and tells how far it is. */
final class FetchMain {

    private FetchMain() {}

    /** Takes the store's folder, address, sha256 and size. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Blob blob = Blob.sha256("a.whl", "test", URI.create(arguments[1]), arguments[2], Long.parseLong(arguments[3]));
        Progress told = new Progress() {
            private long sum;

            @Override
            public void started(Blob b, long already) {
                out.println("started " + already);
            }

            @Override
            public void advanced(Blob b, long bytes) {
                sum += bytes;
                out.println("advanced " + sum);
            }

            @Override
            public void finished(Blob b, Entry entry) {
                out.println("fetched " + entry.size());
            }

            @Override
            public void failed(Blob b, Exception cause) {
                out.println("failed " + cause.getMessage());
            }
        };
        try (OkTransport transport = OkTransport.open(HttpSettings.builder("1").build())) {
            Entry entry = Store.open(Path.of(arguments[0])).fetch(blob, transport, told);
            out.println("done " + entry.sha256());
        }
    }
}
