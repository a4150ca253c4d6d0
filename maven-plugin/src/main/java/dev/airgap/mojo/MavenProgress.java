package dev.airgap.mojo;

import dev.airgap.http.SafeUrl;
import dev.airgap.store.Blob;
import dev.airgap.store.Entry;
import dev.airgap.store.Progress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.RequestTrace;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferEvent.EventType;
import org.eclipse.aether.transfer.TransferEvent.RequestType;
import org.eclipse.aether.transfer.TransferListener;
import org.eclipse.aether.transfer.TransferResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Maven's own transfer listener how downloads go, so that -ntp and -B mean here what they mean elsewhere. */
final class MavenProgress implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(MavenProgress.class);

    private final RepositorySystemSession session;
    private final TransferListener listener;
    private final Map<Blob, Transfer> transfers = new ConcurrentHashMap<>();

    MavenProgress(RepositorySystemSession session) {
        this.session = session;
        this.listener = session.getTransferListener();
    }

    /** Holds how far a transfer is; changed by its own thread alone. */
    private static final class Transfer {

        private final TransferResource resource;
        private long bytes;

        Transfer(TransferResource resource) {
            this.resource = resource;
        }
    }

    /** Names where a file comes from: its index or hub, else its host, else this machine. */
    private static String source(Blob blob) {
        if (!blob.source().isEmpty()) {
            return blob.source();
        }
        return blob.url().getHost() == null ? "this machine" : blob.url().getHost();
    }

    @Override
    public void started(Blob blob, long already) {
        if (listener == null) {
            return;
        }
        // A query may be a signature.
        String url = SafeUrl.text(blob.url());
        int slash = url.lastIndexOf('/');
        TransferResource resource = new TransferResource(
                source(blob), url.substring(0, slash + 1), url.substring(slash + 1), null, (RequestTrace) null);
        resource.setContentLength(blob.size());
        resource.setResumeOffset(already);
        Transfer transfer = new Transfer(resource);
        transfer.bytes = already;
        transfers.put(blob, transfer);
        tell(event(transfer, EventType.INITIATED));
        tell(event(transfer, EventType.STARTED));
    }

    @Override
    public void advanced(Blob blob, long bytes) {
        Transfer transfer = transfers.get(blob);
        if (transfer != null) {
            transfer.bytes += bytes;
            // Listeners count by the buffer's length and never look into it.
            tell(event(transfer, EventType.PROGRESSED).setDataBuffer(ByteBuffer.allocate(0)));
        }
    }

    @Override
    public void finished(Blob blob, Entry entry) {
        Transfer transfer = transfers.remove(blob);
        if (transfer != null) {
            transfer.bytes = entry.size();
            tell(event(transfer, EventType.SUCCEEDED));
        }
    }

    @Override
    public void failed(Blob blob, Exception cause) {
        Transfer transfer = transfers.remove(blob);
        if (transfer != null) {
            tell(event(transfer, EventType.FAILED).setException(cause));
        }
    }

    private TransferEvent.Builder event(Transfer transfer, EventType type) {
        return new TransferEvent.Builder(session, transfer.resource)
                .setType(type)
                .setRequestType(RequestType.GET)
                .setTransferredBytes(transfer.bytes);
    }

    private void tell(TransferEvent.Builder builder) {
        TransferEvent event = builder.build();
        try {
            switch (event.getType()) {
                case INITIATED -> listener.transferInitiated(event);
                case STARTED -> listener.transferStarted(event);
                case PROGRESSED -> listener.transferProgressed(event);
                case SUCCEEDED -> listener.transferSucceeded(event);
                case FAILED -> listener.transferFailed(event);
                default -> {}
            }
        } catch (TransferCancelledException e) {
            // A listener may wish to stop a transfer; what Maven ships never does, and the store resumes by itself.
            LOG.debug("transfer listener", e);
        }
    }
}
