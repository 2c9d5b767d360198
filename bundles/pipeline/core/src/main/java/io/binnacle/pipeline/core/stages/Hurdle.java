package io.binnacle.pipeline.core.stages;

import java.util.Optional;

/**
 * What stands against a move through a pipeline unless there is a reason.
 *
 * @param pointer the field that must not change yet
 * @param criterion the name of the exit criterion that is not met
 */
public record Hurdle(String pointer, String detail, Optional<String> criterion) {}
