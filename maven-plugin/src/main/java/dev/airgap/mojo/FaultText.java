package dev.airgap.mojo;

import dev.airgap.fault.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** Writes faults as a person reads them in Maven's log: with a capital at the start and a full stop behind advice. */
final class FaultText {

    private FaultText() {}

    static String of(List<Fault> faults) {
        return faults.stream().map(FaultText::of).collect(Collectors.joining("\n\n"));
    }

    private static String of(Fault fault) {
        String next = fault.next().isEmpty() ? "" : sentence(fault.next());
        String what = startsPlainly(fault.what()) ? capital(fault.what()) : fault.what();
        return new Fault(what, fault.where(), fault.detail(), next).toString();
    }

    /** An advice starts with a verb, so that it can start with a capital whatever it goes on with. */
    private static String sentence(String advice) {
        boolean ended = "….?:".indexOf(advice.charAt(advice.length() - 1)) >= 0;
        return capital(advice) + (ended ? "" : ".");
    }

    /** What happened may start with the name of a package or a host, which no capital may change. */
    private static boolean startsPlainly(String text) {
        return text.startsWith("the ") || text.startsWith("a ") || text.startsWith("no ");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
