package dev.airgap.http;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts what Java trusts ({@code javax.net.ssl.trustStore} or the JDK's own), and what the PEM files name beside it.
 * Java's store is read in a thread of its own while the connection is made: 75 ms of a cold start. The PEM files are
 * read only when Java's own trust did not suffice: a system's whole bundle takes longer than a handshake.
 */
final class Trust implements X509TrustManager {

    private final List<Authority> authorities;
    private final FutureTask<X509TrustManager> standard = new FutureTask<>(() -> manager(null));
    private X509TrustManager own;
    private List<String> consulted = List.of();

    Trust(List<Authority> authorities) {
        this.authorities = authorities;
        Thread reading = new Thread(standard, "airgap-trust");
        reading.setDaemon(true);
        reading.start();
    }

    private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("this Java has no X.509 trust manager");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        CertificateException refusal;
        try {
            standard().checkServerTrusted(chain, type);
            return;
        } catch (TrustStoreException e) {
            throw e;
        } catch (CertificateException e) {
            refusal = e;
        }
        X509TrustManager more = own();
        if (more != null) {
            try {
                more.checkServerTrusted(chain, type);
                return;
            } catch (CertificateException e) {
                refusal.addSuppressed(e);
                refusal = expiry(e) ? e : refusal;
            }
        }
        if (expiry(refusal)) {
            throw refusal;
        }
        throw new UntrustedException(chain, consulted(), refusal);
    }

    private static boolean expiry(CertificateException e) {
        return NetworkFaults.find(e, CertificateExpiredException.class).isPresent()
                || NetworkFaults.find(e, CertificateNotYetValidException.class).isPresent();
    }

    private X509TrustManager standard() throws CertificateException {
        try {
            return standard.get();
        } catch (ExecutionException e) {
            throw new TrustStoreException(javasStore(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CertificateException("interrupted", e);
        }
    }

    private synchronized List<String> consulted() {
        return consulted;
    }

    /** Reads the PEM files once; null where they hold nothing. */
    private synchronized X509TrustManager own() throws CertificateException {
        if (!consulted.isEmpty()) {
            return own;
        }
        List<String> places = new ArrayList<>();
        places.add(javasStore());
        try {
            KeyStore merged = KeyStore.getInstance(KeyStore.getDefaultType());
            merged.load(null, null);
            int count = 0;
            for (Authority authority : authorities) {
                places.add(place(authority));
                for (X509Certificate certificate : read(authority)) {
                    merged.setCertificateEntry("pem-" + count++, certificate);
                }
            }
            own = count == 0 ? null : manager(merged);
        } catch (TrustStoreException e) {
            throw e;
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException(e.getMessage(), e);
        }
        consulted = places;
        return own;
    }

    private static List<X509Certificate> read(Authority authority) throws TrustStoreException {
        try {
            return PemFile.read(authority.path());
        } catch (IOException | CertificateException e) {
            throw new TrustStoreException(authority.path() + " (" + authority.from() + ")", e);
        }
    }

    private static String javasStore() {
        String store = System.getProperty("javax.net.ssl.trustStore", "");
        return store.isEmpty() ? "Java's own trust store" : store + " (javax.net.ssl.trustStore)";
    }

    private static String place(Authority authority) {
        boolean there = Files.exists(authority.path());
        return authority.path() + " (" + authority.from() + ")" + (there ? "" : ", which does not exist");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    /** Gives none: they would only serve certificate pins, which are not used, and cost time at each start. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
