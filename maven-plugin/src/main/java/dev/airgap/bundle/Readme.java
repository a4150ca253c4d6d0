package dev.airgap.bundle;

import java.util.List;

/** Writes {@code README.txt}, for whoever finds the bundle on the closed side. It names no version: same content, same digest. */
final class Readme {

    private final String name;
    private final String root;
    private final List<String> targets;
    private final boolean withoutDependencies;
    private final List<BundleEntry> entries;

    Readme(String name, String root, List<String> targets, boolean withoutDependencies, List<BundleEntry> entries) {
        this.name = name;
        this.root = root;
        this.targets = targets;
        this.withoutDependencies = withoutDependencies;
        this.entries = entries;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(name).append(": an offline bundle\n\n");
        text.append("All that is needed to install without a network. airgap.json says what each file is, where it\n");
        text.append(
                "came from and its sha256; SHA256SUMS lets you check them all. The lines below are for the folder\n");
        text.append("above this one, and call this one bundle.\n\n");
        text.append("    (cd bundle && sha256sum -c --quiet SHA256SUMS)\n");
        if (hasWindows()) {
            text.append("\nIn PowerShell, where no line comes out if all are as they were sealed:\n\n");
            text.append("    Get-Content -Encoding UTF8 bundle/SHA256SUMS | ForEach-Object {\n");
            text.append("      $sum, $path = $_ -split '  ', 2\n");
            text.append(
                    "      if ((Get-FileHash -LiteralPath \"bundle/$path\").Hash -ne $sum) { \"changed: $path\" } }\n");
        }
        if (has(Kind.REQUIREMENTS)) {
            install(text);
        }
        if (has("models/")) {
            models(text);
        }
        if (has(Kind.FILE)) {
            text.append("\nfiles holds other files under the paths they were asked for.\n");
        }
        text.append("\nairgap.env holds the variables that go with it, for a bundle at ")
                .append(root)
                .append(":\n\n");
        text.append("    set -a; . bundle/airgap.env; set +a\n");
        if (hasWindows()) {
            text.append("\nIn PowerShell:\n\n");
            text.append("    Get-Content bundle/airgap.env | ForEach-Object { $key, $value = $_ -split '=', 2\n");
            text.append("      Set-Item \"env:$key\" $value }\n");
        }
        return text.toString();
    }

    private void models(StringBuilder text) {
        text.append("\nCopy models to ").append(root).append("/models; its files are read-only for every user.\n");
        if (has("models/hub/")) {
            text.append("models/hub is a Hugging Face cache of plain files: HF_HUB_CACHE names it.\n");
        }
        if (has("models/flat/")) {
            text.append("models/flat holds models as plain folders, for loaders that take a path.\n");
        }
        text.append("What loaders write goes to HF_HOME, ")
                .append(root)
                .append("/home: make that folder, writable for the user\nof the application, where one writes.\n");
    }

    private void install(StringBuilder text) {
        String target = targets.size() == 1 ? targets.get(0) : "TARGET";
        text.append("\nTo install the Python packages:\n\n");
        text.append("    python3 -m venv app\n");
        String install = "pip --isolated install " + (withoutDependencies ? "--no-deps " : "");
        text.append("    PIP_CONFIG_FILE=/dev/null app/bin/")
                .append(install)
                .append("-r bundle/requirements/")
                .append(target)
                .append(".txt\n");
        text.append("    app/bin/pip check\n");
        if (withoutDependencies) {
            text.append(
                    "\nThe file lists all that is needed, and --no-deps keeps pip to it: some packages were given other\n");
            text.append(
                    "versions than their dependents declare, or were left out, or come from another tool's lock. What\n");
            text.append("pip check says of these was decided so.\n");
        }
        if (targets.size() > 1) {
            text.append("\nTARGET is the one that fits the machine, of those whose file is in requirements:\n\n");
            for (String id : targets) {
                text.append("    ").append(id).append('\n');
            }
        }
        text.append(
                "\nWhere pip says that hashes do not match, or \"No matching distribution\", the file is most likely\n");
        text.append("another target's, or python3 is not the target's interpreter.\n");
        if (hasWindows()) {
            // pip compares the name with Python's os.devnull, which is lower-case there.
            text.append("\nOn Windows, in PowerShell:\n\n");
            text.append("    py -m venv app\n");
            text.append("    $env:PIP_CONFIG_FILE = 'nul'\n");
            text.append("    app\\Scripts\\")
                    .append(install)
                    .append("-r bundle/requirements/")
                    .append(target)
                    .append(".txt\n");
            text.append("    app\\Scripts\\pip check\n");
        }
    }

    /** Looks at what the lock files say, too: an id may be any word. */
    private boolean hasWindows() {
        return targets.stream().anyMatch(id -> id.contains("-win"))
                || entries.stream()
                        .filter(entry -> entry.kind() == Kind.PYLOCK)
                        .flatMap(entry -> entry.text().orElse("").lines())
                        .anyMatch(line -> line.startsWith("environments = ") && line.contains("'win32'"));
    }

    private boolean has(String start) {
        return entries.stream().anyMatch(entry -> entry.path().startsWith(start));
    }

    private boolean has(Kind kind) {
        for (BundleEntry entry : entries) {
            if (entry.kind() == kind) {
                return true;
            }
        }
        return false;
    }
}
