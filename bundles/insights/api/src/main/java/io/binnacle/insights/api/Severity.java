package io.binnacle.insights.api;

/** How much an insight matters; the most serious last. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL
}
