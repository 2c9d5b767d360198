package io.binnacle.platform.api.time;

/** Which calendar year gives a fiscal year its number. Years that begin with January are named alike by both. */
public enum YearName {
    /** That in which it begins, as in US retail. */
    BY_START,
    /** That in which it ends, as most companies do. */
    BY_END
}
