package io.binnacle.platform.api.time;

/** How a fiscal year is cut. At each level its periods follow each other without gap or overlap. */
public enum PeriodLevel {
    /** The whole year, named like {@code 2026}. */
    YEAR(""),
    /** Two quarters, named like {@code 2026-H1}. */
    HALF("H"),
    /** Usually three months, named like {@code 2026-Q4}. */
    QUARTER("Q"),
    /** A month, or the four, five or six weeks that stand for one, named like {@code 2026-P10}. */
    PERIOD("P"),
    /** Seven days counted from the first day of the year, the last week perhaps fewer, named like {@code 2026-W40}. */
    WEEK("W");

    private final String letter;

    PeriodLevel(String letter) {
        this.letter = letter;
    }

    /** The letter in the names of this level; empty for years. */
    public String letter() {
        return letter;
    }
}
