package io.binnacle.distribution.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Random;

/** Seeded series of five years of months with trend, season and noise of many strengths, as {@code binnacle forecast} reads them. */
final class BatchSeries {

    private static final int MONTHS = 60;
    private static final YearMonth FIRST = YearMonth.of(2021, 1);

    private BatchSeries() {}

    static void write(Path file, int count) throws IOException {
        Random random = new Random(20261127);
        try (BufferedWriter rows = Files.newBufferedWriter(file)) {
            rows.write("series_id,t,value\n");
            for (int number = 0; number < count; number++) {
                write(rows, number, random);
            }
        }
    }

    private static void write(BufferedWriter rows, int number, Random random) throws IOException {
        double level = Math.exp(3 + 5 * random.nextDouble());
        double slope = level * 0.01 * random.nextGaussian();
        double season = 0.3 * random.nextDouble();
        double noise = 0.2 * random.nextDouble();
        double phase = 2 * Math.PI * random.nextDouble();
        for (int month = 0; month < MONTHS; month++) {
            double wave = 1 + season * Math.sin(phase + 2 * Math.PI * month / 12);
            double value = (level + slope * month) * wave + level * noise * random.nextGaussian();
            rows.write("s%d,%s,%s\n".formatted(number, FIRST.plusMonths(month), text(value)));
        }
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
