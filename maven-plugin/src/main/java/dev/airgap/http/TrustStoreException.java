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
                "The certificates to trust can't be read, so " + host.replaceFirst("^The ", "the ")
                        + " can't be trusted",
                "",
                "in: " + place + "\n" + SafeUrl.printable(String.valueOf(getMessage())),
                "Correct the file, or the setting that names it");
    }
}
