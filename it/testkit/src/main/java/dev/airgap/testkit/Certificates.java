package dev.airgap.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Holds a private CA and a certificate by it for 127.0.0.1 and localhost, made on the spot by the JDK's keytool. */
public final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    /** Makes CA and certificate in a folder, or takes those that are there already; takes about two seconds. */
    public static Certificates in(Path folder) {
        try {
            Files.createDirectories(folder);
            Certificates made = new Certificates(folder);
            if (!Files.exists(made.caPem())) {
                made.make();
            }
            return made;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificates in " + folder + ": " + e, e);
        }
    }

    private void make() throws IOException, GeneralSecurityException {
        keytool("-alias", "ca", "-dname", "CN=Loopback Test CA,O=airgap", "-ext", "bc:c", "-ext", "ku:c=kCS,cRLs");
        keytool(
                "-alias",
                "server",
                "-dname",
                "CN=127.0.0.1",
                "-signer",
                "ca",
                "-signerkeypass",
                new String(PASSWORD),
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-ext",
                "eku=serverAuth");
        KeyStore store = load();
        byte[] der = store.getCertificate("ca").getEncoded();
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("ca", store.getCertificate("ca"));
        try (var out = Files.newOutputStream(trustStore())) {
            trust.store(out, PASSWORD);
        }
        Files.writeString(caPem(), pem);
    }

    private void keytool(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                keyStore().toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Path keyStore() {
        return folder.resolve("server.p12");
    }

    /** Names the CA's certificate as PEM: what SSL_CERT_FILE wants. */
    public Path caPem() {
        return folder.resolve("ca.pem");
    }

    /** Names a PKCS12 trust store that holds the CA alone; its password is {@code changeit}. */
    public Path trustStore() {
        return folder.resolve("trust.p12");
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore())) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    SSLContext serverContext() {
        try {
            KeyStore server = load();
            server.deleteEntry("ca");
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(server, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives a client's context that trusts the CA alone. */
    public SSLContext clientContext() {
        try (InputStream in = Files.newInputStream(trustStore())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
