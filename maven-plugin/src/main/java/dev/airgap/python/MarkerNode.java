package dev.airgap.python;

import java.util.Set;

/** Is a marker's comparison, or several of them joined. */
sealed interface MarkerNode permits MarkerComparison, MarkerGroup {

    boolean test(MarkerValues values);

    /** Tells whether anything in it depends on the patch release of the interpreter. */
    boolean isPatchy();

    /** Adds the patch releases of X.Y at which a comparison may change, and their neighbours. */
    void addCuts(String pythonVersion, Set<Long> cuts);

    /** Gives why it can never be judged; null where it can. */
    String fault();

    /** Gives what it says of extras, the rest taken for true; null where that makes it true. */
    MarkerNode extraPart();

    void write(StringBuilder text, boolean nested);
}
