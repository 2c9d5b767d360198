package io.binnacle.forecasting.core.batch;

import picocli.CommandLine.Option;

/** How a caller says what the season is. */
final class SeasonOption {

    static final int LONGEST = 1_000;

    @Option(
            names = "--season",
            paramLabel = "PERIODS|auto",
            defaultValue = "auto",
            description = {
                "Periods a season: 12 for months, 4 for quarters, 1 for none.",
                "auto (the default): by the dates, or else by what the values show."
            })
    private String season;

    Seasons seasons() {
        if (season.equals("auto")) {
            return Seasons.told();
        }
        return Seasons.fixed(Numbers.between("--season", season, 1, LONGEST));
    }
}
