package io.binnacle.forecasting.core.runs;

import java.util.List;

/** Told of forecasts that were given and kept. Returns at once: the caller waits for his answer. */
public interface RunWatcher {

    /** Each answer is to the question at its place. */
    void kept(List<RecordedForecasts.Question> questions);
}
