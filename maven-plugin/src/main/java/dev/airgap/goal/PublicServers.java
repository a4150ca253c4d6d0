package dev.airgap.goal;

import java.net.URI;

/** Names the public servers that are asked where nothing else is configured. */
public final class PublicServers {

    /** Gives the Python Package Index's Simple root. */
    public static final URI INDEX = URI.create("https://pypi.org/simple/");

    /** Gives the public model hub. */
    public static final URI HUB = URI.create("https://huggingface.co");

    private PublicServers() {}

    /** Tells whether an index is the public one, by whichever of its paths. */
    static boolean isPublic(URI index) {
        return INDEX.getHost().equals(index.getHost());
    }

    /** Tells whether an address is where the public index itself keeps its files. */
    static boolean belongsTo(URI url, URI index) {
        return isPublic(index) && "https".equals(url.getScheme()) && "files.pythonhosted.org".equals(url.getHost());
    }
}
