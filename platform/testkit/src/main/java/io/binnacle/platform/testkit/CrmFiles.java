package io.binnacle.platform.testkit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Exports of a CRM, as large as wanted and the same each time. */
public final class CrmFiles {

    /** How many rows of history each deal has: it is qualified, proposed and won. */
    public static final int STEPS = 3;

    private static final LocalDate FIRST_DAY = LocalDate.parse("2025-01-02");
    private static final int DAYS = 300;
    private static final int OWNERS = 200;
    private static final int DEALS_AN_ACCOUNT = 20;

    private CrmFiles() {}

    /** The opportunities, all won, and their history as Salesforce's data loader writes them. */
    public static List<Path> salesforce(Path folder, int deals) throws IOException {
        Path opportunities = folder.resolve("opportunities.csv");
        Path history = folder.resolve("opportunity_history.csv");
        try (BufferedWriter now = Files.newBufferedWriter(opportunities);
                BufferedWriter past = Files.newBufferedWriter(history)) {
            now.write(
                    "\"ID\",\"ACCOUNTID\",\"NAME\",\"STAGENAME\",\"AMOUNT\",\"PROBABILITY\",\"CLOSEDATE\",\"ISCLOSED\","
                            + "\"ISWON\",\"FORECASTCATEGORY\",\"CURRENCYISOCODE\",\"OWNERID\",\"CREATEDDATE\"\n");
            past.write("\"ID\",\"OPPORTUNITYID\",\"CREATEDDATE\",\"STAGENAME\",\"AMOUNT\",\"PROBABILITY\","
                    + "\"CLOSEDATE\",\"FORECASTCATEGORY\"\n");
            for (int deal = 0; deal < deals; deal++) {
                now.write(opportunity(deal));
                past.write(step(deal, 0, "Qualification", 10, "Pipeline"));
                past.write(step(deal, 1, "Proposal/Price Quote", 60, "BestCase"));
                past.write(step(deal, 2, "Closed Won", 100, "Closed"));
            }
        }
        return List.of(opportunities, history);
    }

    private static String opportunity(int deal) {
        return "\"006%08d\",\"001%08d\",\"Deal %d\",\"Closed Won\",\"%s\",\"100\",\"%s\",\"true\",\"true\",\"Closed\",\"USD\",\"005%04d\",\"%sT08:00:00.000Z\"\n"
                .formatted(
                        deal, deal / DEALS_AN_ACCOUNT, deal, amount(deal), closeDate(deal), deal % OWNERS, begun(deal));
    }

    private static String step(int deal, int step, String stage, int probability, String category) {
        return "\"008%08d%d\",\"006%08d\",\"%sT08:00:00.000Z\",\"%s\",\"%s\",\"%d\",\"%s\",\"%s\"\n"
                .formatted(
                        deal,
                        step,
                        deal,
                        begun(deal).plusDays(20L * step),
                        stage,
                        amount(deal),
                        probability,
                        closeDate(deal),
                        category);
    }

    private static String amount(int deal) {
        return (1_000 + deal % 1_000) + ".5";
    }

    private static LocalDate begun(int deal) {
        return FIRST_DAY.plusDays(deal % DAYS);
    }

    private static LocalDate closeDate(int deal) {
        return begun(deal).plusDays(20L * (STEPS - 1));
    }
}
