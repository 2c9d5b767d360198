package io.binnacle.forecasting.core.roles;

import java.time.Instant;

/**
 * A champion that lost its place by itself.
 *
 * @param why in words, with numbers
 */
record Withdrawal(Alias champion, Instant at, String why) {}
