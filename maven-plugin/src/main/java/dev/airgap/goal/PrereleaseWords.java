package dev.airgap.goal;

import dev.airgap.fault.Fault;
import dev.airgap.fault.FaultException;
import dev.airgap.http.SafeUrl;
import dev.airgap.input.Lists;
import dev.airgap.input.Option;
import dev.airgap.python.PackageName;
import dev.airgap.resolve.PrereleaseRule;
import dev.airgap.resolve.Problem.Prereleases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads which pre-releases may be chosen: {@code default}, {@code never,torch=allow}, and pip's options. */
public final class PrereleaseWords {

    private PrereleaseWords() {}

    /**
     * Reads the words of {@code airgap.prereleases}.
     *
     * @param where the place, for people
     * @throws FaultException where a word is unknown, or two contradict each other
     */
    public static PrereleaseRule read(String text, String where) {
        Prereleases all = null;
        Map<PackageName, Prereleases> packages = new TreeMap<>();
        for (String word : Lists.split(text)) {
            int equals = word.indexOf('=');
            Prereleases choice = choice(word.substring(equals + 1).strip(), where);
            Prereleases before;
            if (equals < 0) {
                before = all;
                all = choice;
            } else {
                before = packages.put(name(word.substring(0, equals).strip(), where), choice);
            }
            if (before != null && before != choice) {
                throw new FaultException(
                        Fault.of("Two words on pre-releases are for the same")
                                .at(where)
                                .because(SafeUrl.printable(text))
                                .advise(
                                        "Write one word for all packages, and one for each that differs: default,torch=allow."));
            }
        }
        return new PrereleaseRule(all == null ? Prereleases.DEFAULT : all, packages);
    }

    private static PackageName name(String text, String where) {
        try {
            return PackageName.of(text);
        } catch (IllegalArgumentException e) {
            throw new FaultException(
                    Fault.of("This is no package's name: " + SafeUrl.printable(text))
                            .at(where)
                            .advise("Write it as in default,torch=allow."),
                    e);
        }
    }

    private static Prereleases choice(String word, String where) {
        List<String> known = new ArrayList<>();
        for (Prereleases value : Prereleases.values()) {
            if (word(value).equals(word)) {
                return value;
            }
            known.add(word(value));
        }
        throw new FaultException(Fault.of("The value of <prereleases> is unknown: " + SafeUrl.printable(word))
                .at(where)
                .because("Expected one of " + String.join(", ", known) + ".")
                .advise("Write one of these, or say it for a package: default,torch=allow."));
    }

    /** Lists the words that stand for a rule among the lock's inputs. */
    static List<String> inputs(PrereleaseRule rule) {
        List<String> words = new ArrayList<>();
        words.add(word(rule.all()));
        new TreeMap<>(rule.packages()).forEach((name, choice) -> words.add(name + "=" + word(choice)));
        return words;
    }

    private static String word(Prereleases value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Takes up what requirements files say by {@code --pre}, {@code --all-releases} and {@code --only-final} (pip, release
     * control: of two options the later counts); the user's own words win.
     */
    static PrereleaseRule with(PrereleaseRule own, List<Option> options) {
        Prereleases all = Prereleases.DEFAULT;
        Map<PackageName, Prereleases> packages = new TreeMap<>();
        for (Option option : options) {
            Prereleases choice = switch (option.name()) {
                case "--pre", "--all-releases" -> Prereleases.ALLOW;
                case "--only-final" -> Prereleases.NEVER;
                default -> null;
            };
            if (choice == null) {
                continue;
            }
            for (String word : option.value().isEmpty() ? List.of(":all:") : Lists.split(option.value())) {
                switch (word) {
                    case ":all:" -> {
                        all = choice;
                        packages.clear();
                    }
                    case ":none:" -> {
                        all = all == choice ? Prereleases.DEFAULT : all;
                        packages.values().removeIf(choice::equals);
                    }
                    default -> packages.put(name(word, option.where()), choice);
                }
            }
        }
        packages.putAll(own.packages());
        return new PrereleaseRule(own.all() == Prereleases.DEFAULT ? all : own.all(), packages);
    }
}
