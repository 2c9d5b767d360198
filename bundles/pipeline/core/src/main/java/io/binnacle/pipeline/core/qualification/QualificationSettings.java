package io.binnacle.pipeline.core.qualification;

import io.binnacle.pipeline.api.qualification.Element;
import java.util.EnumMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the tenant weighs MEDDPICC. */
@Component(service = QualificationSettings.class, configurationPid = "io.binnacle.pipeline.qualification")
@Designate(ocd = QualificationSettings.Config.class)
public final class QualificationSettings {

    private static final int WHOLE = 100;

    @ObjectClassDefinition(name = "Qualification")
    @interface Config {
        @AttributeDefinition(
                name = "Weights",
                description = "Eight percentages in the order of the letters of MEDDPICC that add up to 100")
        int[] weights() default {15, 15, 10, 10, 10, 15, 15, 10};

        @AttributeDefinition(
                name = "Fresh days",
                description = "Days after which evidence lowers its score by one",
                min = "1")
        int fresh_days() default 60;
    }

    private final Meddpicc meddpicc;

    @Activate
    public QualificationSettings(Config config) {
        this(config.weights(), config.fresh_days());
    }

    /** @throws IllegalArgumentException when the weights are not eight that add up to 100 */
    public QualificationSettings(int[] weights, int freshDays) {
        Element[] elements = Element.values();
        Map<Element, Integer> byElement = new EnumMap<>(Element.class);
        int sum = 0;
        for (int i = 0; i < Math.min(weights.length, elements.length); i++) {
            byElement.put(elements[i], weights[i]);
            sum += weights[i];
        }
        if (weights.length != elements.length || sum != WHOLE) {
            throw new IllegalArgumentException("the weights of MEDDPICC must be eight that add up to 100");
        }
        this.meddpicc = new Meddpicc(byElement, freshDays);
    }

    Meddpicc meddpicc() {
        return meddpicc;
    }
}
