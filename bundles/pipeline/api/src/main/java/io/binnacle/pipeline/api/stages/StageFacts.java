package io.binnacle.pipeline.api.stages;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.qualification.Assessment;

/**
 * What a rule may know of a deal that is about to move.
 *
 * @param deal as it is to be
 * @param qualification what its MEDDPICC is worth on the day of the move
 */
public record StageFacts(Opportunity deal, Assessment qualification) {}
