package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.input.Asked;
import dev.airgap.python.Specifiers;
import dev.airgap.python.Target;
import dev.airgap.python.Version;
import java.util.ArrayList;
import java.util.List;

/** Sees that the projects whose dependencies are asked for run on the targets: a bundle for others helps nobody. */
final class RunningPython {

    /** Later than any patch release of Python is or will be. */
    private static final String LAST_PATCH = ".999";

    private RunningPython() {}

    /** Throws FaultException where a project's requires-python (PEP 621) leaves out every patch release of a target. */
    static void check(Asked asked, List<Target> targets) {
        List<Fault> faults = new ArrayList<>();
        for (Asked.Python project : asked.pythons()) {
            for (Target target : targets) {
                if (!runs(project.python(), target)) {
                    faults.add(Fault.of("The project doesn't run on the target " + target.id())
                            .at(project.where())
                            .because("its requires-python is " + project.python() + ", and the target has "
                                    + target.python())
                            .advise("Choose another target, or say in requires-python that it runs there."));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    /** The patch release of an image floats, so that one that runs the project is enough. */
    private static boolean runs(Specifiers python, Target target) {
        return target.accepts(python)
                || (!target.environment().patchKnown()
                        && python.contains(Version.parse(target.environment().pythonVersion() + LAST_PATCH)));
    }
}
