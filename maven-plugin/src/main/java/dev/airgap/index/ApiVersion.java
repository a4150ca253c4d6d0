package dev.airgap.index;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the version of the Simple API that an index speaks (PEP 629): a greater major version is refused, a greater
 * minor one is said once.
 */
final class ApiVersion {

    private static final Logger LOG = LoggerFactory.getLogger(ApiVersion.class);
    private static final int MAJOR = 1;

    /** PEP 792. */
    private static final int MINOR = 4;

    private final IndexSource source;
    private final AtomicBoolean said = new AtomicBoolean();

    ApiVersion(IndexSource source) {
        this.source = source;
    }

    /** Checks a version as a page says it. */
    void check(String version) {
        int dot = version.indexOf('.');
        int major = dot < 0 ? -1 : number(version.substring(0, dot));
        int minor = dot < 0 ? -1 : number(version.substring(dot + 1));
        if (major != MAJOR || minor < 0) {
            throw new FaultException(
                    Fault.of("Index '" + source.id() + "' speaks a Simple API that is not understood here")
                            .at(source.url().toString())
                            .because("expected version " + MAJOR + ".x, it says '" + Link.plain(version) + "'")
                            .advise(
                                    "Ask an address of that index that speaks version 1, or use a newer version of this plugin"));
        }
        if (minor > MINOR && said.compareAndSet(false, true)) {
            LOG.warn(
                    "Index '{}' speaks Simple API {}.{}, newer than {}.{}; what is new in it is not seen here",
                    source.id(),
                    major,
                    minor,
                    MAJOR,
                    MINOR);
        }
    }

    private static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 6) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
