package dev.airgap.http;

import dev.airgap.fault.Fault;
import java.security.cert.CertificateException;

/** Says that certificates to trust can't be read. */
final class TrustStoreException extends CertificateException {

    private static final long serialVersionUID = 1;

    private final String place;

    TrustStoreException(String place, Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.place = place;
    }

    Fault fault(String host) {
        return new Fault(
                "the certificates to trust can't be read, so " + host + " can't be",
                "",
                "in: " + place + "\n" + SafeUrl.printable(String.valueOf(getMessage())),
                "correct the file, or the setting that names it");
    }
}
