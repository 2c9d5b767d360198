package io.binnacle.forecasting.core;

import java.util.UUID;

/** The use of one service by one account. */
record UsageSeries(UUID account, String service) implements Comparable<UsageSeries> {

    @Override
    public int compareTo(UsageSeries other) {
        int byAccount = account.compareTo(other.account);
        return byAccount != 0 ? byAccount : service.compareTo(other.service);
    }
}
