package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.http.SafeUrl;
import dev.airgap.index.Indexes;
import dev.airgap.resolve.Unsolved;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Says beside a name that nobody knows which indexes were asked, and which of them may be none. */
record IndexesAsked(Network network, Configuration configuration, Indexes indexes) {

    /** A name that nobody knows may stand in an index that was not asked: which ones were belongs to the message. */
    List<Fault> told(List<Unsolved> reasons) {
        StringBuilder asked = new StringBuilder("Indexes asked:");
        for (Address index : network.indexes()) {
            asked.append("\n- ").append(index.id()).append(", ").append(SafeUrl.text(index.effective()));
            for (IndexSpec spec : configuration.indexes()) {
                if (spec.id().equals(index.id()) && !spec.packages().isEmpty()) {
                    asked.append(", for ")
                            .append(String.join(", ", spec.packages()))
                            .append(" alone");
                }
            }
            if (indexes.knewNothing(index.id()) && !isSimple(index.effective())) {
                asked.append("; it has none of the names asked for,")
                        .append(" or the address is no Simple index: most end in /simple/");
            }
        }
        List<Fault> told = new ArrayList<>();
        for (Unsolved reason : reasons) {
            Fault fault = reason.fault();
            String before = fault.detail().isEmpty() ? "" : fault.detail() + "\n";
            told.add(reason.unknown() ? fault.because(before + asked + left()) : fault);
        }
        return told;
    }

    /** Who declares an index of his own may take the public one for asked too, as pip's --extra-index-url has it. */
    private String left() {
        boolean declared = configuration.indexes().stream()
                .anyMatch(spec -> spec.pom() && spec.packages().isEmpty());
        boolean asked = network.indexes().stream().anyMatch(index -> PublicServers.isPublic(index.declared()));
        return declared && !asked
                ? "\nThe public index is asked only where <indexes> names it too, or gives each of its own <packages>."
                : "";
    }

    /** Tells whether an address looks like a Simple index's (PEP 503), or is a folder, where a typo is told by itself. */
    private static boolean isSimple(URI url) {
        return "file".equals(url.getScheme())
                || url.getPath() == null
                || url.getPath().replaceFirst("/+$", "").endsWith("/simple");
    }
}
