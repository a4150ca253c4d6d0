package dev.airgap.python;

/** Names what a marker may ask for (PEP 508, environment markers; PEP 751 for the two that hold sets). */
enum MarkerVariable {
    PYTHON_FULL_VERSION("python_full_version", true),
    PYTHON_VERSION("python_version", true),
    OS_NAME("os_name", false),
    SYS_PLATFORM("sys_platform", false),
    PLATFORM_PYTHON_IMPLEMENTATION("platform_python_implementation", false),
    PLATFORM_RELEASE("platform_release", true),
    PLATFORM_SYSTEM("platform_system", false),
    PLATFORM_VERSION("platform_version", false),
    PLATFORM_MACHINE("platform_machine", false),
    IMPLEMENTATION_NAME("implementation_name", false),
    IMPLEMENTATION_VERSION("implementation_version", true),
    EXTRA("extra", false),
    EXTRAS("extras", false),
    DEPENDENCY_GROUPS("dependency_groups", false);

    private static final MarkerVariable[] ALL = values();

    private final String word;
    private final boolean version;

    MarkerVariable(String word, boolean version) {
        this.word = word;
        this.version = version;
    }

    /** No word of a variable has more letters. */
    static final int LONGEST = 40;

    /** Finds the variable of a word, the old spellings with dots among them; null where it is none. */
    static MarkerVariable of(String word) {
        for (MarkerVariable variable : ALL) {
            if (variable.word.equals(word)) {
                return variable;
            }
        }
        return switch (word) {
            case "os.name" -> OS_NAME;
            case "sys.platform" -> SYS_PLATFORM;
            case "platform.version" -> PLATFORM_VERSION;
            case "platform.machine" -> PLATFORM_MACHINE;
            case "platform.python_implementation", "python_implementation" -> PLATFORM_PYTHON_IMPLEMENTATION;
            default -> null;
        };
    }

    String word() {
        return word;
    }

    /** Tells whether it is compared as a version where the other side makes a specifier. */
    boolean isVersion() {
        return version;
    }

    boolean isSet() {
        return this == EXTRAS || this == DEPENDENCY_GROUPS;
    }

    /** Tells whether its value names the patch release of the interpreter. */
    boolean isPatch() {
        return this == PYTHON_FULL_VERSION || this == IMPLEMENTATION_VERSION;
    }
}
