package io.binnacle.platform.simulator;

import java.util.Optional;

/**
 * A person at a customer.
 *
 * @param reportsTo the id of the person above, who comes earlier in the list
 */
public record Person(String id, String customer, String name, String title, Optional<String> reportsTo) {}
