package io.binnacle.forecasting.core;

import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.ForecastError;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.core.runs.RecordedForecasts;
import io.binnacle.forecasting.core.runs.RecordedForecasts.Question;
import io.binnacle.forecasting.core.runs.RecordedForecasts.Recorded;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Forecasts the series that a caller brings, and keeps what it answers. */
record AskedForecasts(RecordedForecasts forecasts) {

    /** One answer for each series, in their order. */
    List<Recorded> give(ForecastRequest request, Levels levels, Principal by) {
        Outlook outlook = request.outlook(levels);
        List<Question> questions = request.series().stream()
                .map(series -> new Question(
                        series.id(), request.history(series), outlook, request.scope(), series.firstForecastMonth()))
                .toList();
        List<ForecastAnswer> answers = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            answers.add(answer(questions.get(i), request.model(), i));
        }
        return forecasts.keep(questions, answers, by);
    }

    private ForecastAnswer answer(Question question, Optional<String> model, int index) {
        try {
            return forecasts.answer(question, model);
        } catch (PlatformException e) {
            throw e.code() == ForecastError.HISTORY_TOO_SHORT ? e.at("/series/" + index + "/values") : e;
        }
    }
}
