package io.binnacle.pipeline.api.imports;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.platform.api.money.Money;
import java.time.LocalDate;

/**
 * What somebody has to reach in a period of the source. Those of a fiscal quarter sum to its target.
 *
 * @param column that names the node; what is wrong with the quota is said of it
 * @param node in the sales hierarchy
 * @param start the first day of the period
 * @param type the source's name for what is measured; quotas of two types are never added
 */
public record Quota(String column, ExternalRef node, LocalDate start, Money amount, String type) {}
