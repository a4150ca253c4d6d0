package dev.airgap.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads certificates from PEM text (RFC 7468), skipping all else that such bundles carry: comments, other kinds of entries. */
final class PemFile {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private PemFile() {}

    /**
     * Reads a file, or all files of a folder; a path that does not exist gives none.
     *
     * @throws CertificateException where an entry is damaged; the message names the file
     */
    static List<X509Certificate> read(Path path) throws IOException, CertificateException {
        List<X509Certificate> found = new ArrayList<>();
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
                for (Path file : files) {
                    if (Files.isRegularFile(file)) {
                        parse(file, found);
                    }
                }
            }
        } else if (Files.exists(path)) {
            parse(path, found);
        }
        return found;
    }

    private static void parse(Path file, List<X509Certificate> found) throws IOException, CertificateException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int end = text.indexOf(END, begin);
            if (end < 0) {
                throw new CertificateException(
                        file + ": the certificate that begins at character " + begin + " has no end");
            }
            try {
                byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
                found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
            } catch (IllegalArgumentException | CertificateException e) {
                throw new CertificateException(
                        file + ": the certificate that begins at character " + begin + " is damaged", e);
            }
            begin = text.indexOf(BEGIN, end);
        }
    }
}
