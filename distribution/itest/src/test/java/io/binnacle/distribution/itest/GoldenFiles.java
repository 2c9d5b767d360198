package io.binnacle.distribution.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The deals of the product description, 6.1, as a Salesforce export: users, opportunities and both their histories.
 * What that system does not date, the end of D15 and of D14, is for the caller to add.
 */
final class GoldenFiles {

    private static final String USUAL = "2026-12-10";

    private final List<String> opportunities = new ArrayList<>(List.of("Id,AccountId,Name,StageName,Amount,CloseDate,"
            + "IsClosed,IsWon,ForecastCategory,OwnerId,CreatedDate,LastModifiedDate,CurrencyIsoCode"));
    private final List<String> begins =
            new ArrayList<>(List.of("OpportunityId,CreatedDate,StageName,Amount,CloseDate,ForecastCategory"));
    private final List<String> history = new ArrayList<>(List.of("OpportunityId,CreatedDate,Field,OldValue,NewValue"));

    private GoldenFiles() {}

    static List<Path> in(Path folder) throws IOException {
        GoldenFiles files = new GoldenFiles();
        files.deals();
        return List.of(
                write(
                        folder.resolve("User.csv"),
                        List.of(
                                "Id,Name,ManagerId",
                                user("M") + ",M,",
                                user("R1") + ",R1," + user("M"),
                                user("R2") + ",R2," + user("M"),
                                user("X") + ",X,")),
                write(folder.resolve("Opportunity.csv"), files.opportunities),
                write(folder.resolve("OpportunityHistory.csv"), files.begins),
                write(folder.resolve("OpportunityFieldHistory.csv"), files.history));
    }

    private void deals() {
        deal("D01", begun("R1", 100));
        deal("D02", begun("R1", 200), change("2026-10-14", "Amount", "260000"));
        deal("D03", begun("R2", 150), change("2026-10-14", "Amount", "120000"));
        deal("D04", begun("R1", 80), change("2026-10-12", "Amount", "90000"), won("2026-10-20"));
        deal("D05", begun("R2", 50), lost("2026-10-21"));
        deal(
                "D06",
                begun("R2", 300),
                change("2026-10-15", "Amount", "280000"),
                change("2026-10-16", "CloseDate", "2027-02-15"));
        deal("D07", begun("2026-10-12", "R1", 70, USUAL));
        deal("D08", begun("2026-10-10", "R2", 40, USUAL), won("2026-10-28"));
        deal(
                "D09",
                begun("2026-08-01", "R1", 110, "2027-01-20"),
                change("2026-10-13", "Amount", "115000", "CloseDate", "2026-12-15"));
        deal("D10", begun("R1", 60), change("2026-10-09", "Owner", user("X")));
        deal("D11", begun("X", 45), change("2026-10-09", "Owner", user("R2")));
        deal("D12", begun("R1", 90), change("2026-10-09", "Owner", user("R2")));
        deal("D13", begun("2026-08-01", "R1", 30, "2026-09-25"), change("2026-10-08", "CloseDate", "2026-11-20"));
        deal("D14", begun("2026-08-01", "R2", 25, "2026-09-01"));
        deal("D15", begun("R2", 20));
        deal(
                "D16",
                begun("2026-08-01", "R1", 500, "2027-03-01"),
                change("2026-10-30", "Amount", "480000"),
                won("2026-10-30"));
        deal(
                "D17",
                begun("R2", 35),
                change("2026-10-15", "CloseDate", "2027-01-31"),
                change("2026-10-25", "CloseDate", USUAL));
        deal("D18", begun("R1", 15), change("2026-10-17", "ForecastCategory", "Omitted"));
    }

    private static Map<String, String> begun(String owner, int thousands) {
        return begun("2026-08-01", owner, thousands, USUAL);
    }

    private static Map<String, String> begun(String since, String owner, int thousands, String close) {
        return change(
                since,
                "Owner",
                user(owner),
                "Amount",
                thousands + "000",
                "CloseDate",
                close,
                "StageName",
                "Prospecting",
                "ForecastCategory",
                "Pipeline");
    }

    private static Map<String, String> won(String day) {
        return change(day, "StageName", "Closed Won", "ForecastCategory", "Closed", "CloseDate", day);
    }

    private static Map<String, String> lost(String day) {
        return change(day, "StageName", "Closed Lost", "ForecastCategory", "Omitted", "CloseDate", day);
    }

    private static Map<String, String> change(String day, String... fields) {
        Map<String, String> change = new LinkedHashMap<>(Map.of("day", day));
        for (int i = 0; i < fields.length; i += 2) {
            change.put(fields[i], fields[i + 1]);
        }
        return change;
    }

    @SafeVarargs
    private void deal(String name, Map<String, String> begun, Map<String, String>... changes) {
        String id = "006000000000" + name;
        begins.add(String.join(
                ",",
                id,
                at(begun.get("day")),
                begun.get("StageName"),
                begun.get("Amount"),
                begun.get("CloseDate"),
                begun.get("ForecastCategory")));
        Map<String, String> now = new LinkedHashMap<>(begun);
        for (Map<String, String> change : changes) {
            change.forEach((field, value) -> {
                String before = now.put(field, value);
                if (!field.equals("day") && !value.equals(before)) {
                    history.add(String.join(",", id, at(change.get("day")), field, before, value));
                }
            });
        }
        boolean won = now.get("StageName").equals("Closed Won");
        boolean closed = now.get("StageName").startsWith("Closed");
        opportunities.add(String.join(
                ",",
                id,
                "",
                name,
                now.get("StageName"),
                now.get("Amount"),
                now.get("CloseDate"),
                String.valueOf(closed),
                String.valueOf(won),
                now.get("ForecastCategory"),
                now.get("Owner"),
                at(begun.get("day")),
                at(now.get("day")),
                "EUR"));
    }

    private static String at(String day) {
        return day + "T10:00:00.000+0000";
    }

    private static String user(String name) {
        return "005000000000" + "0".repeat(3 - name.length()) + name;
    }

    private static Path write(Path file, List<String> lines) throws IOException {
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
