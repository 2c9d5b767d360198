package io.binnacle.forecasting.core.batch;

import picocli.CommandLine.Option;

/** How a caller says what the season is. */
public final class SeasonOption {

    @Option(
            names = "--season",
            paramLabel = "PERIODS|auto",
            defaultValue = "auto",
            description = {
                "Periods a season: 12 for months, 4 for quarters, 1 for none.",
                "auto (the default): by the dates, or else by what the values show."
            })
    private String season;

    public Seasons seasons() {
        return Seasons.parse("--season", season);
    }
}
