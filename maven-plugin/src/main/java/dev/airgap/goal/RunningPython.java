package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.input.Asked;
import dev.airgap.python.Target;
import java.util.ArrayList;
import java.util.List;

/** Sees that the projects whose dependencies are asked for run on the targets: a bundle for others helps nobody. */
final class RunningPython {

    private RunningPython() {}

    /** Throws FaultException where a project's requires-python (PEP 621) leaves out every patch release of a target. */
    static void check(Asked asked, List<Target> targets) {
        List<Fault> faults = new ArrayList<>();
        for (Asked.Python project : asked.pythons()) {
            for (Target target : targets) {
                if (!target.mayRun(project.python())) {
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
}
