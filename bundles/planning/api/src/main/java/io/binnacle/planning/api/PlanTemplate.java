package io.binnacle.planning.api;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How a plan may begin. Register one as a service and plans can be begun with it; when the service goes, plans that
 * were stay as they are. Any thread may call.
 */
@ConsumerType
public interface PlanTemplate {

    /** The stable name, in lower case with dashes, such as that of an industry: {@code retail}. */
    String key();

    /** The name for a person. */
    String name();

    /** What the first revision says; without numbers, which are the customer's to give. */
    PlanContent content();

    /** For the key of each objective, the KPI that measures it: {@code Cost-to-income ratio (%)}. */
    Map<String, String> measures();
}
