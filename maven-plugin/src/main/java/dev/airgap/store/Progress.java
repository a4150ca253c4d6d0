package dev.airgap.store;

/** Hears how transfers go; called from several threads at once, for one blob in order. Nothing is said of what lies in the store. */
public interface Progress {

    /** Hears nothing. */
    Progress NONE = new Progress() {
        @Override
        public void started(Blob blob, long already) {}

        @Override
        public void advanced(Blob blob, long bytes) {}

        @Override
        public void finished(Blob blob, Entry entry) {}

        @Override
        public void failed(Blob blob, Exception cause) {}
    };

    /** Tells that a blob will be fetched, of which a former run has left so many bytes. */
    void started(Blob blob, long already);

    /** Tells of so many more bytes from the network, also when some of them come again. */
    void advanced(Blob blob, long bytes);

    void finished(Blob blob, Entry entry);

    void failed(Blob blob, Exception cause);
}
