package dev.airgap.hub;

import dev.airgap.fault.Fault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts into sentences why a choice of weights is the user's, and what the choices are. */
final class WeightFaults {

    private static final String TRUST = "a pickle can run code of its maker when it is loaded; where you trust it, ";

    private final ModelRequest request;
    private final List<WeightFile> weights;

    WeightFaults(ModelRequest request, List<WeightFile> weights) {
        this.request = request;
        this.weights = weights;
    }

    /** Tells that none of the formats asked for is there. */
    Fault noneOf(Set<WeightFormat> asked) {
        return new Fault(
                request.shown() + " has no weights as " + ids(asked),
                request.where(),
                has(),
                "ask for a format that is there, or leave <weights> out");
    }

    /** Tells that what is there can run code, alone or beside others. */
    Fault notOurs(Set<WeightFormat> present) {
        if (present.size() > 1) {
            return new Fault(
                    request.shown() + " has no safetensors, and which of its other weights your loader reads is not for"
                            + " the plugin to guess",
                    request.where(),
                    has(),
                    "say which: <weights>" + present.iterator().next().id()
                            + "</weights> for instance (a pickle can run" + " code of its maker when it is loaded)");
        }
        WeightFormat format = present.iterator().next();
        if (format == WeightFormat.PICKLE) {
            return new Fault(
                    request.shown() + " has its weights as pickle alone, which is taken only when asked for",
                    request.where(),
                    has(),
                    TRUST + "say <weights>pickle</weights>");
        }
        return new Fault(
                request.shown() + " has its weights as " + format.id() + " alone, which is taken only when asked for",
                request.where(),
                has(),
                "such files can carry code of their maker; where you trust it, say <weights>" + format.id()
                        + "</weights>");
    }

    /** Tells that parts of a model have their weights as pickle alone. */
    Fault bare(Set<String> parts, List<WeightFile> pickles) {
        List<String> names = new ArrayList<>();
        parts.forEach(part -> names.add(part.isEmpty() ? "the top folder" : Names.shown(part)));
        StringBuilder includes = new StringBuilder("<include>*</include>");
        for (WeightFile file : pickles.subList(0, Math.min(pickles.size(), 6))) {
            includes.append("<include>").append(Names.shown(file.path())).append("</include>");
        }
        return new Fault(
                request.shown() + " would go without weights that it needs: those in " + String.join(", ", names)
                        + " are pickle alone",
                request.where(),
                list(pickles),
                TRUST + "name them in <includes>: " + includes);
    }

    /** Tells that there are many quantisations of one model. */
    Fault manyQuantisations(List<WeightFile> files) {
        String first = files.get(0).path();
        return new Fault(
                request.shown() + " has several quantisations, and one serves",
                request.where(),
                list(files),
                "name it in <includes>, <include>" + Names.shown(first) + "</include> for instance, beside"
                        + " <include>*.json</include>; <weights>all</weights> takes every one");
    }

    private static String ids(Set<WeightFormat> formats) {
        StringBuilder ids = new StringBuilder();
        for (WeightFormat format : EnumSet.copyOf(formats)) {
            ids.append(ids.isEmpty() ? "" : " or ").append(format.id());
        }
        return ids.toString();
    }

    private String has() {
        Map<WeightFormat, List<WeightFile>> formats = new EnumMap<>(WeightFormat.class);
        for (WeightFile file : weights) {
            if (file.payload()) {
                formats.computeIfAbsent(file.format(), format -> new ArrayList<>())
                        .add(file);
            }
        }
        StringBuilder has = new StringBuilder();
        formats.forEach((format, files) -> has.append(has.isEmpty() ? "" : "\n")
                .append(format.id())
                .append(": ")
                .append(
                        files.size() > 4
                                ? files.size() + " files" + size(files)
                                : list(files).replace("\n", ", ")));
        return has.toString();
    }

    private static String list(List<WeightFile> files) {
        Map<String, List<WeightFile>> groups = new TreeMap<>();
        for (WeightFile file : files) {
            groups.computeIfAbsent(file.folder() + file.stem() + file.ending(), key -> new ArrayList<>())
                    .add(file);
        }
        StringBuilder list = new StringBuilder();
        int shown = 0;
        for (Map.Entry<String, List<WeightFile>> group : groups.entrySet()) {
            if (shown++ == 30) {
                return list.append("\nand ")
                        .append(groups.size() - 30)
                        .append(" more")
                        .toString();
            }
            list.append(list.isEmpty() ? "" : "\n")
                    .append(Names.shown(group.getKey()))
                    .append(size(group.getValue()));
        }
        return list.toString();
    }

    private static String size(List<WeightFile> files) {
        long size = 0;
        for (WeightFile file : files) {
            if (file.file().size() < 0) {
                return "";
            }
            size += file.file().size();
        }
        return " (" + LeftOut.bytes(size) + ")";
    }
}
