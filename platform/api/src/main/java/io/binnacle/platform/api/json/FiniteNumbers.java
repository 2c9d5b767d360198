package io.binnacle.platform.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/** Refuses {@code 1e400}, which would silently become infinity. */
final class FiniteNumbers extends SimpleModule {

    private static final long serialVersionUID = 1L;

    FiniteNumbers() {
        super("finite-numbers");
        addDeserializer(double.class, new FiniteDouble(true));
        addDeserializer(Double.class, new FiniteDouble(false));
    }

    private static final class FiniteDouble extends StdDeserializer<Double> {

        private static final long serialVersionUID = 1L;

        private final boolean primitive;

        FiniteDouble(boolean primitive) {
            super(Double.class);
            this.primitive = primitive;
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return (Double) context.handleUnexpectedToken(Double.class, parser);
            }
            double value = parser.getDoubleValue();
            if (!Double.isFinite(value)) {
                return (Double) context.handleWeirdNumberValue(Double.class, value, "number is not finite");
            }
            return value;
        }

        @Override
        public Double getNullValue(DeserializationContext context)
                throws com.fasterxml.jackson.databind.JsonMappingException {
            return primitive ? context.reportInputMismatch(this, "a number is needed here, not null") : null;
        }
    }
}
