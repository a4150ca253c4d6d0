package dev.airgap.input;

/** Says what a line stands for. */
enum Role {
    REQUIREMENT("requirements", ""),
    CONSTRAINT("constraints", "-c "),
    /** Stands in the place of every requirement on its package. */
    OVERRIDE("overrides", "");

    /** What the lock's inputs call lines of this kind. */
    final String plural;

    /** What stands before such a line among the lock's inputs. */
    final String mark;

    Role(String plural, String mark) {
        this.plural = plural;
        this.mark = mark;
    }
}
