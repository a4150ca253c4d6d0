package dev.airgap.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airgap.python.PackageName;
import dev.airgap.python.Requirement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks that an answer is one: everything needed is there, fits, and nothing else is. */
final class Judge {

    private final Rules rules;
    private final Map<String, Pin> pins = new HashMap<>();

    Judge(Rules rules, Resolution resolution) {
        this.rules = rules;
        for (Pin pin : resolution.pins()) {
            if (pin.wheels().containsKey(rules.target.id())) {
                assertThat(pins.put(pin.name().value(), pin)).isNull();
            }
        }
    }

    void check() {
        Set<String> asked = new HashSet<>();
        Map<String, TreeSet<PackageName>> dependencies = new HashMap<>();
        Set<String> done = new HashSet<>();
        ArrayDeque<String> open = new ArrayDeque<>();
        for (Root root : rules.dice.problem.roots()) {
            if (rules.holds(root.requirement(), "")) {
                follow(root.requirement(), open, asked);
            }
        }
        String next;
        while ((next = open.poll()) != null) {
            if (!done.add(next)) {
                continue;
            }
            String[] parts = next.split(" ", 2);
            Pin pin = pins.get(parts[0]);
            TreeSet<PackageName> names = dependencies.computeIfAbsent(parts[0], key -> new TreeSet<>());
            for (Requirement requirement : rules.needs(release(pin), parts[1])) {
                follow(requirement, open, asked);
                if (!requirement.name().equals(pin.name())) {
                    names.add(requirement.name());
                }
            }
        }
        assertThat(dependencies.keySet()).isEqualTo(pins.keySet());
        for (Pin pin : pins.values()) {
            World.Release release = release(pin);
            String name = pin.name().value();
            assertThat(pin.wheels().get(rules.target.id())).isSameAs(rules.wheel(release));
            assertThat(rules.constraintsAllow(release)).isTrue();
            assertThat(pin.dependencies().get(rules.target.id())).isEqualTo(dependencies.get(name));
            if (pin.version().isPreRelease()) {
                assertThat(asked.contains(name) || rules.usersAsk(name)).isTrue();
            }
        }
    }

    private void follow(Requirement requirement, ArrayDeque<String> open, Set<String> asked) {
        String name = requirement.name().value();
        Pin pin = pins.get(name);
        assertThat(pin).as("%s is needed", name).isNotNull();
        assertThat(requirement.specifiers().contains(pin.version())).isTrue();
        assertThat(pin.extras()).containsAll(requirement.extras());
        if (rules.asks(name, requirement.specifiers())) {
            asked.add(name);
        }
        List<String> needs = new ArrayList<>(requirement.extras());
        needs.add("");
        needs.forEach(extra -> open.add(name + " " + extra));
    }

    private World.Release release(Pin pin) {
        return rules.dice.releases.get(pin.name().value()).stream()
                .filter(release -> release.version.equals(pin.version()))
                .findFirst()
                .orElseThrow();
    }
}
