package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an import did, or would do, for a person. */
final class ImportReport {

    private static final int MOST_ROWS = 20;

    private final PrintWriter out;

    ImportReport(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode report) {
        if (report.path("dryRun").asBoolean()) {
            out.println("Dry run: this is what would be done; nothing was written.");
        }
        report.path("files").forEach(this::file);
        outcome(report.path("outcome"));
    }

    private void file(JsonNode file) {
        out.printf("%n%s%s%n", Plain.text(file.path("name").asText()), form(file));
        understood(file.path("detected"));
        out.printf(
                "  %s, %s accepted, %s%n",
                Plain.count(file.path("rows").asLong(), "row"),
                Plain.number(file.path("accepted").asLong()),
                Plain.count(file.path("errors").size(), "error"));
        list("error", rows(file.path("errors")));
        list("warning", alike(file.path("warnings")));
        file.path("totals").forEach(this::total);
        file.path("byStage").forEach(this::stage);
    }

    private static String form(JsonNode file) {
        return file.hasNonNull("format")
                ? Plain.text(" (%s, %s, %s)"
                        .formatted(
                                file.get("format").asText(),
                                file.path("encoding").asText(),
                                file.path("delimiter").asText()))
                : "";
    }

    /** What was found out about the form of the file, so that a wrong guess is seen before anything is written. */
    private void understood(JsonNode detected) {
        if (detected.isMissingNode()) {
            return;
        }
        out.printf(
                "  dates %s, decimal %s, header in line %d, %s%n",
                Plain.text(detected.path("dates").asText()),
                Plain.text(detected.path("decimal").asText()),
                detected.path("headerLine").asLong(),
                Plain.count(detected.path("footerLines").size(), "footer line"));
        detected.path("columns").forEach(this::column);
    }

    private void column(JsonNode column) {
        out.printf(
                "    %-28s → %-20s %s%n",
                Plain.text(column.path("header").asText()),
                Plain.text(column.path("field").asText("(left out)")),
                Plain.text(column.path("sample").asText("")));
    }

    private void list(String kind, List<String> rows) {
        rows.stream().limit(MOST_ROWS).forEach(row -> out.println("  " + kind + " " + row));
        if (rows.size() > MOST_ROWS) {
            out.printf("  and %s%n", Plain.count(rows.size() - MOST_ROWS, "more " + kind));
        }
    }

    private static List<String> rows(JsonNode rows) {
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add("in line " + row.path("line").asLong() + problem(row)));
        return lines;
    }

    /** A correction that a thousand rows needed is one line. */
    private static List<String> alike(JsonNode rows) {
        Map<String, List<Long>> lines = new LinkedHashMap<>();
        rows.forEach(row -> lines.computeIfAbsent(problem(row), any -> new ArrayList<>())
                .add(row.path("line").asLong()));
        return lines.entrySet().stream()
                .map(alike -> lines(alike.getValue()) + alike.getKey())
                .toList();
    }

    private static String lines(List<Long> lines) {
        return lines.size() == 1
                ? "in line " + lines.get(0)
                : "in " + Plain.number(lines.size()) + " lines from " + lines.get(0) + " on";
    }

    private static String problem(JsonNode row) {
        String field = row.path("field").asText();
        return Plain.text("%s: %s '%s', %s"
                .formatted(
                        field.isEmpty() ? "" : ", " + field,
                        row.path("code").asText(),
                        row.path("value").asText(),
                        row.path("detail").asText()));
    }

    private void total(JsonNode total) {
        out.printf(
                "  sum %s %s%n",
                Plain.text(total.path("currency").asText()),
                Plain.amount(total.path("amount").decimalValue()));
    }

    private void stage(JsonNode stage) {
        out.printf(
                "  %-24s %10s %24s%n",
                Plain.text(stage.path("stage").asText()),
                Plain.number(stage.path("count").asLong()),
                Plain.text(stage.path("currency").asText()) + " "
                        + Plain.amount(stage.path("amount").decimalValue()));
    }

    private void outcome(JsonNode outcome) {
        out.println();
        for (Map.Entry<String, JsonNode> kind : outcome.path("counts").properties()) {
            out.printf(
                    "%-12s %8s created %8s changed %8s unchanged%n",
                    Plain.text(kind.getKey()),
                    Plain.number(kind.getValue().path("created").asLong()),
                    Plain.number(kind.getValue().path("changed").asLong()),
                    Plain.number(kind.getValue().path("unchanged").asLong()));
        }
        out.println(Plain.count(outcome.path("events").asLong(), "event") + " in the journal");
        outcome.path("notes").forEach(note -> out.println("Note: " + Plain.text(note.asText())));
    }
}
