package io.binnacle.pipeline.core.http;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.pipeline.core.imports.file.Choices;
import io.binnacle.pipeline.core.imports.mapping.ChoiceReader;
import io.binnacle.platform.api.http.Parameters;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a request says of how its files are written. */
final class FileChoices {

    private FileChoices() {}

    static Choices of(Context ctx) {
        Map<String, String> texts = new HashMap<>();
        for (String name : List.of("encoding", "delimiter", "dates", "decimal")) {
            Parameters.text(ctx, name).ifPresent(text -> texts.put(name, text));
        }
        Choices said = new ChoiceReader((pointer, code, detail) -> {
                    throw INVALID_PARAMETER.because("%s", detail).at(pointer.substring(pointer.lastIndexOf('/')));
                })
                .of(texts);
        return new Choices(
                said.encoding(), said.delimiter(), said.dates(), said.numbers(), Texts.printable(ctx, "mapping"));
    }
}
