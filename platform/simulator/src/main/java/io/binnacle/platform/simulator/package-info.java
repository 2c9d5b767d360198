/**
 * A seeded simulator of a strategic account team. Start at {@link io.binnacle.platform.simulator.Simulator}.
 */
package io.binnacle.platform.simulator;
