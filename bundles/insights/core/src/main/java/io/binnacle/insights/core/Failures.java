package io.binnacle.insights.core;

import io.binnacle.platform.api.error.PlatformException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong with rules in one evaluation. A sentence goes to the caller, the trace of a bug to the log. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final List<String> sentences = new ArrayList<>();

    void add(String rule, Throwable failure) {
        if (failure instanceof PlatformException) {
            sentences.add(rule + ": " + failure.getMessage());
        } else {
            sentences.add(rule + ": " + failure.getClass().getSimpleName() + ", " + failure.getMessage());
            LOG.debug("the rule {} failed", rule, failure);
        }
    }

    List<String> sentences() {
        return sentences;
    }
}
