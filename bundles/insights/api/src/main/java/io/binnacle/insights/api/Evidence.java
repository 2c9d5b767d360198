package io.binnacle.insights.api;

import java.time.Instant;

/**
 * A fact that an insight rests on.
 *
 * @param uri where the fact can be read, such as {@code /api/v1/pipeline/opportunities/…}
 * @param statement the fact in words, with its number or date
 * @param retrievedAt when it was read
 */
public record Evidence(String uri, String statement, Instant retrievedAt) {}
