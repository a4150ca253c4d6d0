package dev.airgap.http;

import dev.airgap.fault.Fault;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Says that nobody here vouches for a server's certificates, and which authority is missing. */
final class UntrustedException extends CertificateException {

    private static final long serialVersionUID = 1;

    private final String issuer;
    private final boolean selfSigned;
    private final transient List<String> consulted;

    /**
     * Takes what the server presented.
     *
     * @param chain as presented, the server's own first, at least one
     * @param consulted where certificates were looked for, one line each
     */
    UntrustedException(X509Certificate[] chain, List<String> consulted, CertificateException cause) {
        super(cause.getMessage(), cause);
        X509Certificate top = chain[chain.length - 1];
        this.issuer = SafeUrl.printable(top.getIssuerX500Principal().getName());
        this.selfSigned = chain.length == 1 && top.getIssuerX500Principal().equals(top.getSubjectX500Principal());
        this.consulted = List.copyOf(consulted);
    }

    Fault fault(String host) {
        StringBuilder looked = new StringBuilder();
        looked.append(selfSigned ? "self-signed by: " : "missing authority: ").append(issuer);
        for (String place : consulted) {
            looked.append("\nlooked in: ").append(place);
        }
        String what = selfSigned
                ? host + " presents a certificate that it signed itself, and that is trusted nowhere here"
                : host + " presents certificates of an authority that is trusted nowhere here";
        return new Fault(
                what,
                "",
                looked.toString(),
                "Put the certificate of \"" + issuer
                        + "\" as PEM into a file and name it by SSL_CERT_FILE (or REQUESTS_CA_BUNDLE, PIP_CERT), or give Java a"
                        + " trust store that holds it: -Djavax.net.ssl.trustStore in MAVEN_OPTS");
    }
}
