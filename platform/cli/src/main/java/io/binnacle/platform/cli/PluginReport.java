package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Plugins for a person. */
final class PluginReport {

    private final PrintWriter out;

    PluginReport(PrintWriter out) {
        this.out = out;
    }

    /** What an install would do. */
    void check(JsonNode report) {
        heading(report);
        out.println(report.path("installable").asBoolean() ? "  It can be installed." : "  It cannot be installed:");
        report.path("problems").forEach(problem -> out.println("    - " + text(problem)));
        report.path("spi").forEach(this::fit);
        field("permissions", list(report.path("permissions")));
        report.path("tables").forEach(this::tables);
        field("restarts", list(report.path("restarts")));
        field("replaces", text(report.path("installed")));
        out.println("  " + text(report.path("consent")));
    }

    /** One line of a list, and why it is not active. */
    void line(JsonNode plugin) {
        out.printf(
                "%-11s %-10s %-9s %s%n",
                text(plugin.path("state")), text(plugin.path("version")), trust(plugin), text(plugin.path("id")));
        if (plugin.hasNonNull("whyNotActive")) {
            out.println("            " + text(plugin.get("whyNotActive")));
        }
    }

    /** What a catalogue has, a line for each plugin. */
    void offers(JsonNode catalogue) {
        if (catalogue.hasNonNull("problem")) {
            out.println(text(catalogue.get("problem")));
            return;
        }
        out.printf(
                "The catalogue %s, state %s, good until %s.%n",
                text(catalogue.path("name")), catalogue.path("counter"), text(catalogue.path("expires")));
        catalogue.path("plugins").forEach(this::offer);
    }

    private void offer(JsonNode plugin) {
        List<String> others = new ArrayList<>();
        for (JsonNode version : plugin.path("versions")) {
            String number = text(version.path("version"));
            if (!version.path("compatible").asBoolean()) {
                others.add(number + " (does not fit)");
            } else if (!number.equals(text(plugin.path("newest")))) {
                others.add(number);
            }
        }
        out.printf(
                "%-10s %s%s%n",
                plugin.hasNonNull("newest") ? text(plugin.get("newest")) : "-",
                text(plugin.path("id")),
                plugin.hasNonNull("installed") ? ", installed " + text(plugin.get("installed")) : "");
        out.println("           " + text(plugin.path("name")) + ": " + text(plugin.path("description")));
        if (!others.isEmpty()) {
            out.println("           also " + String.join(", ", others));
        }
    }

    /** All about one. */
    void details(JsonNode plugin) {
        heading(plugin);
        field("about", text(plugin.path("description")));
        field("state", text(plugin.path("state")) + ", " + text(plugin.path("health")));
        field("because", text(plugin.path("whyNotActive")));
        field("permissions", list(plugin.path("permissions")));
        field("back to", text(plugin.path("previousVersion")));
        field("last change", lastChange(plugin.path("lastChange")));
        field("last unload", text(plugin.path("lastUnload")));
        field("threads", list(plugin.path("threads")));
        for (JsonNode bundle : plugin.path("bundles")) {
            field("bundle", text(bundle.path("name")) + " " + text(bundle.path("version")));
        }
        field("digest", text(plugin.path("digest")));
    }

    /** Generations, and how the platform has started. */
    void generations(JsonNode system) {
        if (system.path("safeMode").asBoolean()) {
            out.println("Safe mode: no plugin runs.");
        }
        if (system.hasNonNull("boot")) {
            out.println(text(system.get("boot")));
        }
        if (system.hasNonNull("unfinished")) {
            JsonNode died = system.get("unfinished");
            out.printf(
                    "The platform died during the %s of %s, after the step %s.%n",
                    text(died.path("operation")), text(died.path("plugin")), text(died.path("step")));
        }
        for (JsonNode generation : system.path("generations")) {
            generation(generation, system);
        }
    }

    private void generation(JsonNode generation, JsonNode system) {
        long number = generation.path("number").asLong();
        List<String> plugins = new ArrayList<>();
        generation
                .path("plugins")
                .forEach(plugin -> plugins.add(text(plugin.path("id")) + " " + text(plugin.path("version"))
                        + (plugin.path("enabled").asBoolean() ? "" : " (disabled)")));
        out.printf(
                "%s%4d  %s  %s%n",
                number == system.path("current").asLong() ? "*" : " ",
                number,
                text(generation.path("createdAt")),
                text(generation.path("cause")));
        out.println("       " + (plugins.isEmpty() ? "no plugins" : String.join(", ", plugins)));
    }

    private void heading(JsonNode plugin) {
        out.printf(
                "%s %s (%s) by %s, %s, %s%n",
                text(plugin.path("name")),
                text(plugin.path("version")),
                text(plugin.path("id")),
                text(plugin.path("publisher")),
                text(plugin.path("kind")),
                trust(plugin));
    }

    private void fit(JsonNode fit) {
        String here = fit.hasNonNull("here") ? "here is " + text(fit.get("here")) : "which is not here";
        field("uses", text(fit.path("name")) + " " + text(fit.path("wanted")) + ", " + here);
    }

    private void tables(JsonNode tables) {
        field("tables", text(tables.path("schema")) + ": " + list(tables.path("scripts")));
    }

    private void field(String name, String value) {
        if (!value.isEmpty()) {
            out.printf("  %-12s %s%n", name, value);
        }
    }

    private static String lastChange(JsonNode change) {
        String problem = text(change.path("problem"));
        return text(change.path("operation")) + (problem.isEmpty() ? "" : ": " + problem);
    }

    private static String trust(JsonNode plugin) {
        return plugin.hasNonNull("trust") ? text(plugin.get("trust")) : "-";
    }

    private static String list(JsonNode items) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(text(item)));
        return String.join(", ", texts);
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : Plain.text(node.asText());
    }
}
