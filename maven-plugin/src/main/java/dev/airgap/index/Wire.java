package dev.airgap.index;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.Ask;
import dev.airgap.http.Reply;
import dev.airgap.http.SafeUrl;
import dev.airgap.http.Transport;
import dev.airgap.http.TransportException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Sends requests and counts them; a request that finds no answer becomes a fault that says what it was for. */
final class Wire {

    private final Transport transport;
    private final AtomicLong sent = new AtomicLong();

    Wire(Transport transport) {
        this.transport = transport;
    }

    long sent() {
        return sent.get();
    }

    Reply send(Ask ask, String what, String id) {
        sent.incrementAndGet();
        try {
            return transport.send(ask);
        } catch (TransportException explained) {
            Fault fault = explained.fault();
            throw new FaultException(
                    new Fault(
                            "Index '" + id + "' gave no answer for " + what + ": "
                                    + fault.what().replaceFirst("^The ", "the "),
                            fault.where(),
                            fault.detail(),
                            fault.next()),
                    explained);
        } catch (IOException failed) {
            throw new FaultException(
                    Fault.of("Index '" + id + "' gave no answer for " + what)
                            .at(SafeUrl.text(ask.url()))
                            .because(Link.plain(String.valueOf(failed.getMessage())))
                            .advise("Check the address of the index and the network"),
                    failed);
        }
    }
}
