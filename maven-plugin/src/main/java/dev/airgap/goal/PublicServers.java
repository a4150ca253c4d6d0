package dev.airgap.goal;

import java.net.URI;

/** Names the public servers that are asked where nothing else is configured. */
public final class PublicServers {

    /** Gives the Python Package Index's Simple root. */
    public static final URI INDEX = URI.create("https://pypi.org/simple/");

    /** Gives the public model hub. */
    public static final URI HUB = URI.create("https://huggingface.co");

    /** Gives the server of tiktoken's encodings, as tiktoken itself spells it: the names in its cache are made of that. */
    public static final String TIKTOKEN = "https://openaipublic.blob.core.windows.net/";

    /** Gives the packages of NLTK's data; its downloader asks there. */
    public static final String NLTK = "https://raw.githubusercontent.com/nltk/nltk_data/gh-pages/packages/";

    /** Gives the fast models of Tesseract, of one release. */
    public static final String TESSDATA = "https://raw.githubusercontent.com/tesseract-ocr/tessdata_fast/4.1.0/";

    /** Gives the checkpoints of torchvision and others that torch.hub loads. */
    public static final String TORCH_HUB = "https://download.pytorch.org/models/";

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
