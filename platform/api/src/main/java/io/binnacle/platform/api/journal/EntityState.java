package io.binnacle.platform.api.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * An entity at a point in both times: its patches laid over each other in the order of their valid times,
 * and of their numbers where these are equal.
 *
 * @param version the highest number among the events that count
 */
public record EntityState(UUID id, long version, ObjectNode fields) {}
