package dev.airgap.python;

/** Turns what a user writes for a target into a {@link Target}. */
public final class Targets {

    /**
     * Prints, on the target itself, the JSON that {@link #json} reads; pex's complete platforms have the same form.
     * It needs the target's pip and no network.
     */
    public static final String COMMAND = "python3 -c \"import json; from pip._vendor.packaging import markers, tags;"
            + " print(json.dumps({'marker_environment': markers.default_environment(),"
            + " 'compatible_tags': [str(t) for t in tags.sys_tags()]}, indent=1))\" > target.json";

    private Targets() {}

    /**
     * Makes a target of a known image ({@code python:3.11-slim-bookworm}, {@code ubi9/python-312/arm64}) or of an
     * interpreter and its platform ({@code cp311-manylinux_2_28_x86_64}, {@code cp313t-win_amd64}). Its id is
     * canonical, the same for an image and for what it stands on.
     *
     * @throws IllegalArgumentException where the text is neither, with the way to say it
     */
    public static Target parse(String spec) {
        String text = spec.strip();
        if (Image.isImage(text)) {
            Image image = Image.parse(text);
            return of(image.interpreter(), image.platform());
        }
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("'" + Words.shown(text)
                    + "' is no target: expected an official image (python:3.11-slim-bookworm), an interpreter and its"
                    + " platform (cp311-manylinux_2_28_x86_64), or a JSON file read off an interpreter");
        }
        return of(Interpreter.parse(text.substring(0, dash)), Platform.parse(text.substring(dash + 1)));
    }

    /** Gives a sentence for the log where the text floats over systems; empty where it says what it means. */
    public static String remark(String spec) {
        String text = spec.strip();
        return Image.isImage(text) ? Image.parse(text).remark() : "";
    }

    /**
     * Makes a target of what an interpreter said of itself ({@link #COMMAND}, or {@code pex3 interpreter inspect}).
     *
     * @param id the file's base name or what the user chose
     * @throws IllegalArgumentException where the content lacks something, with its name
     */
    public static Target json(String id, byte[] content) {
        return InterpreterJson.read(id, content);
    }

    private static Target of(Interpreter interpreter, Platform platform) {
        String version = interpreter.version();
        // PyPy's own ABI names its series, as far as a target knows it; CPython is its own implementation.
        String implementation = interpreter.pypy() ? Interpreter.PYPY : version;
        MarkerEnvironment environment = new MarkerEnvironment(
                platform.osName(),
                platform.sysPlatform(),
                platform.machine(),
                interpreter.implementation(),
                "",
                platform.system(),
                "",
                version,
                version + ".0",
                interpreter.pypy() ? "pypy" : "cpython",
                implementation + ".0",
                false);
        return new Target(
                interpreter + "-" + platform.name(), TagLadder.of(interpreter.tags(platform.tags())), environment);
    }
}
